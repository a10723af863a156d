package repo

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/config"

	"github.com/ismslint/ismslint/lint/message"
)

// settings are the values of a repository's own configuration that change how
// it is read.
type settings struct {
	bare     bool
	worktree string
	partial  bool
	format   formatSettings
}

// formatSettings are the formats in which a repository is stored, "" for git's
// defaults.
type formatSettings struct {
	objects, refs string
}

func readSettings(gitDir, common string) (settings, error) {
	cfg := config.New()
	file := filepath.Join(common, "config")
	if err := decodeConfig(cfg, file); err != nil {
		return settings{}, err
	}
	if isTrue(cfg.Section("extensions"), "worktreeConfig") {
		file = filepath.Join(gitDir, "config.worktree")
		if err := decodeConfig(cfg, file); err != nil {
			return settings{}, err
		}
	}
	core, ext := cfg.Section("core"), cfg.Section("extensions")
	s := settings{
		bare:     isTrue(core, "bare"),
		worktree: core.Option("worktree"),
		partial:  ext.Option("partialClone") != "",
		format: formatSettings{
			objects: strings.ToLower(ext.Option("objectFormat")),
			refs:    strings.ToLower(ext.Option("refStorage")),
		},
	}
	for _, remote := range cfg.Section("remote").Subsections {
		v := remote.Option("promisor")
		s.partial = s.partial || trueValue(v)
	}
	return s, nil
}

// decodeConfig adds the values of a configuration file; a missing file has none.
func decodeConfig(cfg *config.Config, file string) error {
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = config.NewDecoder(bytes.NewReader(b)).Decode(cfg)
	}
	if err != nil {
		return message.Wrap(err,
			"gitの設定ファイル「%s」を読み込めません。git config --list で確認し、直してください",
			"cannot read the git configuration %q; check it with git config --list and correct it", file)
	}
	return nil
}

func isTrue(s *config.Section, key string) bool {
	return s.HasOption(key) && trueValue(s.Option(key))
}

// trueValue reads a boolean of a git configuration.
func trueValue(v string) bool {
	switch strings.ToLower(v) {
	case "true", "yes", "on", "1":
		return true
	}
	return false
}
