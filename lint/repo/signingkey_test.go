package repo_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/ismslint/ismslint/lint/repo"
)

func TestSigningKey(t *testing.T) {
	home, git := t.TempDir(), t.TempDir()
	for _, c := range []struct{ name, global, local, want string }{
		{"none", "", "", ""},
		{"of gpg", "[user]\n\tsigningkey = 0123ABCD\n", "", ""},
		{"of ssh", "[gpg]\n\tformat = ssh\n[user]\n\tsigningkey = ~/.ssh/id\n", "", "~/.ssh/id"},
		{"the repository's own", "[gpg]\n\tformat = ssh\n[user]\n\tsigningKey = one\n", "[user]\n\tsigningkey = key::ssh-ed25519 AAAA\n", "key::ssh-ed25519 AAAA"},
		{"ssh elsewhere, gpg here", "[gpg]\n\tformat = ssh\n[user]\n\tsigningkey = one\n", "[gpg]\n\tformat = openpgp\n", ""},
		{"broken", "[[[\n", "[gpg]\n\tformat = SSH\n[user]\n\tsigningkey = two\n", "two"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for name, text := range map[string]string{filepath.Join(home, ".gitconfig"): c.global, filepath.Join(git, "config"): c.local} {
				if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			env := func(name string) string { return map[string]string{"HOME": home}[name] }
			if got := repo.SigningKey(&repo.Repository{CommonDir: git}, env); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if got := repo.SigningKey(nil, func(string) string { return "" }); got != "" {
		t.Errorf("without repository and home: %q", got)
	}
}
