package repo

import (
	"os"

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
	for _, name := range configFiles(r, env) {
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
