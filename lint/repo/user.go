package repo

import (
	"os"
	"path/filepath"

	"github.com/go-git/go-git/v5/config"
)

// UserEmail returns the e-mail address with which the user commits:
// GIT_AUTHOR_EMAIL, else user.email of the repository, which may be nil, or of
// the user's own configuration. It is "" where none is set. Files that a
// configuration includes are not looked into.
func UserEmail(r *Repository, env Env) string {
	if email := env.get("GIT_AUTHOR_EMAIL"); email != "" {
		return email
	}
	var names []string
	if r != nil {
		names = append(names, filepath.Join(r.CommonDir, "config"))
	}
	if global := env.get("GIT_CONFIG_GLOBAL"); global != "" {
		names = append(names, global)
	} else if home := env.get("HOME"); home != "" {
		names = append(names, filepath.Join(home, ".gitconfig"))
		folder := env.get("XDG_CONFIG_HOME")
		if folder == "" {
			folder = filepath.Join(home, ".config")
		}
		names = append(names, filepath.Join(folder, "git", "config"))
	}
	for _, name := range names {
		if email := emailIn(name); email != "" {
			return email
		}
	}
	return ""
}

// emailIn returns user.email of one file. One that cannot be read has none:
// the drafter is then left for the user to fill in.
func emailIn(name string) string {
	file, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	c, err := config.ReadConfig(file)
	if err != nil {
		return ""
	}
	return c.User.Email
}
