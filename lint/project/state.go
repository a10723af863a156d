package project

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/repo"
)

// Worktree returns the state of the files as they are on disk.
func (p *Project) Worktree() (*repo.Snapshot, error) {
	if p.Root == "" {
		return nil, repo.ErrBare
	}
	return repo.WorktreeSnapshot(p.Root, repo.Options{Env: p.env})
}

// Staged returns the state that the next commit would have, and the paths that
// it changes, deleted ones included.
func (p *Project) Staged() (*repo.Snapshot, []string, error) {
	if p.repositoryErr != nil {
		return nil, nil, p.repositoryErr
	}
	if p.Root == "" {
		return nil, nil, repo.ErrBare
	}
	s, err := p.repository.IndexSnapshot(p.Prefix, repo.Options{Env: p.env})
	if err != nil {
		return nil, nil, err
	}
	changed, err := p.repository.StagedPaths(p.Prefix)
	return s, changed, err
}

// Commit returns the state of a commit. In a bare repository it first looks
// for the folder of the ISMS within the commit.
func (p *Project) Commit(rev string) (*repo.Snapshot, error) {
	if p.repositoryErr != nil {
		return nil, p.repositoryErr
	}
	if p.Root == "" {
		if err := p.findInCommit(rev); err != nil {
			return nil, err
		}
	}
	return p.repository.CommitSnapshot(rev, p.Prefix, repo.Options{Env: p.env})
}

// findInCommit sets the prefix to the folder nearest to the root of the
// commit's tree that holds a configuration; to the root itself when none does.
func (p *Project) findInCommit(rev string) error {
	folders, err := p.configFolders(rev)
	if err != nil {
		return err
	}
	slices.SortFunc(folders, func(a, b string) int { return strings.Count(a, "/") - strings.Count(b, "/") })
	if len(folders) > 1 && strings.Count(folders[0], "/") == strings.Count(folders[1], "/") {
		return usage("コミットの中に ismslint.toml が複数あります（%s、%s）。作業フォルダのあるクローンで、対象のフォルダを指定して実行してください",
			"the commit holds several ismslint.toml (%s, %s); run in a clone with a working tree and name the folder", folders[0], folders[1])
	}
	if len(folders) > 0 {
		p.Prefix = folders[0]
	}
	return nil
}

// configFolders returns the folders of a commit that hold a configuration, each
// with a final slash, "" for the root.
func (p *Project) configFolders(rev string) ([]string, error) {
	isConfig := func(name string) bool { return path.Base(name) == config.FileName }
	s, err := p.repository.CommitSnapshot(rev, "", repo.Options{Match: isConfig, Env: p.env})
	if err != nil {
		return nil, err
	}
	var folders []string
	for _, e := range s.Entries {
		folders = append(folders, strings.TrimSuffix(e.Path, config.FileName))
	}
	return folders, nil
}

// Day returns the day of judgement of a state: that of the committer for a
// commit, and that of now otherwise, in the time zone of the organisation.
func Day(s *repo.Snapshot, c *config.Config, now time.Time) date.Date {
	if s.Kind == repo.Commit {
		now = s.Time
	}
	if c.Organization.Timezone != nil {
		now = now.In(c.Organization.Timezone)
	}
	return date.Of(now)
}

// ConfigSnapshot returns the configuration file alone, as it is on disk.
func (p *Project) ConfigSnapshot() (*repo.Snapshot, error) {
	if p.Root == "" {
		return nil, repo.ErrBare
	}
	name := filepath.Join(p.Root, config.FileName)
	src, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return repo.Memory(nil), nil
	}
	if err != nil {
		return nil, err
	}
	return repo.Memory(map[string]string{config.FileName: string(src)}), nil
}
