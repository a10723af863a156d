package repo_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/ismslint/ismslint/lint/repo"
)

func TestUserEmail(t *testing.T) {
	home, git := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	vars := map[string]string{"HOME": home}
	env := func(name string) string { return vars[name] }
	r := &repo.Repository{CommonDir: git}
	expect := func(want string) {
		t.Helper()
		if got := repo.UserEmail(r, env); got != want {
			t.Errorf("UserEmail = %q, want %q", got, want)
		}
	}
	expect("")
	write(filepath.Join(home, ".config", "git", "config"), "[user]\n\temail = xdg@example.jp\n")
	expect("xdg@example.jp")
	write(filepath.Join(home, ".gitconfig"), "[user]\n\tname = 田中\n\temail = home@example.jp\n")
	expect("home@example.jp")
	write(filepath.Join(git, "config"), "[core]\n\tbare = false\n")
	expect("home@example.jp")
	write(filepath.Join(git, "config"), "[user]\n\temail = \"local@example.jp\"\n")
	expect("local@example.jp")
	vars["GIT_AUTHOR_EMAIL"] = "author@example.jp"
	expect("author@example.jp")
	delete(vars, "GIT_AUTHOR_EMAIL")
	write(filepath.Join(home, "other"), "[user]\n\temail = other@example.jp\n")
	vars["GIT_CONFIG_GLOBAL"] = filepath.Join(home, "other")
	write(filepath.Join(git, "config"), "broken [[[\n")
	expect("other@example.jp")
}
