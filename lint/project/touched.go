package project

import (
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/repo"
)

// Touched returns each ISMS that what is staged belongs to, in the order of
// their folders; that of a folder alone where one is named. Without any
// configuration the ISMS is the whole repository. One that the commit takes
// away, or moves to another folder, is not there to be checked.
func (p *Project) Touched(folder string) ([]*Project, error) {
	if p.repositoryErr != nil {
		return nil, p.repositoryErr
	}
	if p.Root == "" {
		return nil, usage("作業フォルダのないリポジトリ（bare）では、コミット前の検査はできません", "nothing is staged in a bare repository, so there is nothing to check before a commit")
	}
	if folder != "" {
		return []*Project{p.below(folder + "/")}, nil
	}
	prefixes, err := p.stagedConfigs()
	if err != nil {
		return nil, err
	}
	changed, err := p.repository.StagedPaths("")
	if err != nil {
		return nil, err
	}
	var touched []*Project
	for _, prefix := range prefixes {
		if slices.ContainsFunc(changed, func(file string) bool { return strings.HasPrefix(file, prefix) }) {
			touched = append(touched, p.below(prefix))
		}
	}
	return touched, nil
}

// stagedConfigs returns the folders whose configuration is in the index, or was
// in the last commit while other files of theirs are still in the index.
func (p *Project) stagedConfigs() ([]string, error) {
	index, err := p.repository.IndexSnapshot("", repo.Options{Env: p.env})
	if err != nil {
		return nil, err
	}
	var prefixes []string
	for _, e := range index.Entries {
		if path.Base(e.Path) == config.FileName {
			prefixes = append(prefixes, strings.TrimSuffix(e.Path, config.FileName))
		}
	}
	before, err := p.configFolders("HEAD")
	if unborn := (*repo.RevisionError)(nil); err != nil && !errors.As(err, &unborn) {
		return nil, err
	}
	for _, prefix := range before {
		left := func(e repo.Entry) bool { return prefix != "" && strings.HasPrefix(e.Path, prefix) }
		if slices.ContainsFunc(index.Entries, left) {
			prefixes = append(prefixes, prefix)
		}
	}
	if len(prefixes) == 0 {
		return []string{""}, nil
	}
	slices.Sort(prefixes)
	return slices.Compact(prefixes), nil
}

// below is the ISMS in a folder of the repository.
func (p *Project) below(prefix string) *Project {
	other := p.in(prefix)
	other.Root = filepath.Join(p.repository.Root, filepath.FromSlash(prefix))
	return other
}
