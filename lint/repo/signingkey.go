package repo

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/config"
)

// SigningKey returns user.signingkey where gpg.format is ssh, from the
// repository, which may be nil, or the user's own configuration: a path, or a
// public key. It is "" where none is set. Files that a configuration includes
// are not looked into.
func SigningKey(r *Repository, env Env) string {
	setting := func(section, key string) string {
		for _, name := range configFiles(r, env) {
			if v := settingIn(name, section, key); v != "" {
				return v
			}
		}
		return ""
	}
	if !strings.EqualFold(setting("gpg", "format"), "ssh") {
		return ""
	}
	return setting("user", "signingkey")
}

// configFiles are the files of git's configuration, the one that counts first.
func configFiles(r *Repository, env Env) []string {
	var names []string
	if r != nil {
		names = append(names, filepath.Join(r.CommonDir, "config"))
	}
	if global := env.get("GIT_CONFIG_GLOBAL"); global != "" {
		return append(names, global)
	}
	if home := env.get("HOME"); home != "" {
		names = append(names, filepath.Join(home, ".gitconfig"))
		folder := env.get("XDG_CONFIG_HOME")
		if folder == "" {
			folder = filepath.Join(home, ".config")
		}
		names = append(names, filepath.Join(folder, "git", "config"))
	}
	return names
}

// settingIn returns a value of one file. One that cannot be read has none: the
// user is then asked to name the key.
func settingIn(name, section, key string) string {
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	c := config.New()
	if err := config.NewDecoder(file).Decode(c); err != nil {
		return ""
	}
	return c.Section(section).Option(key)
}
