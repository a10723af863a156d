package demo

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint/message"
)

// repository is a repository that is made with the git command, so that it is
// one like any other.
type repository struct {
	ctx     context.Context
	git     string
	dir     string
	environ []string
}

// newRepository looks for the programs that are needed.
func newRepository(ctx context.Context, environ []string) (*repository, error) {
	git, err := exec.LookPath("git")
	if err != nil {
		return nil, message.Errorf("git コマンドが見つかりません。git 2.34 以降をインストールし、PATH に加えてください",
			"the git command was not found; install git 2.34 or later and add it to PATH")
	}
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		return nil, message.Errorf("ssh-keygen コマンドが見つかりません。コミットの署名に必要です。OpenSSH をインストールし、PATH に加えてください",
			"the ssh-keygen command, with which git signs commits, was not found; install OpenSSH and add it to PATH")
	}
	return &repository{ctx: ctx, git: git, environ: bare(environ)}, nil
}

// bare leaves out what would point git elsewhere, and the settings of the user:
// the history must be the same on every machine.
func bare(environ []string) []string {
	var out []string
	for _, e := range environ {
		if !strings.HasPrefix(strings.ToUpper(e), "GIT_") {
			out = append(out, e)
		}
	}
	return append(out, "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_TERMINAL_PROMPT=0", "LC_ALL=C")
}

// init makes the repository, which signs with SSH keys.
func (r *repository) init(keys string) error {
	settings := [][]string{
		{"init", "-q", "--template=", "-b", "main"},
		{"config", "gpg.format", "ssh"},
		{"config", "gpg.ssh.allowedSignersFile", filepath.Join(r.dir, keys, "allowed_signers")},
		{"config", "core.autocrlf", "false"},
		{"config", "core.quotePath", "false"},
		{"config", "maintenance.auto", "false"},
	}
	for _, args := range settings {
		if err := r.run(nil, args...); err != nil {
			return err
		}
	}
	return nil
}

// signedBy is what git is told of the person who makes a commit at a time.
func signedBy(p *person, at time.Time) []string {
	when := fmt.Sprintf("%d %s", at.Unix(), at.Format("-0700"))
	return []string{
		"GIT_AUTHOR_NAME=" + p.name, "GIT_AUTHOR_EMAIL=" + p.email, "GIT_AUTHOR_DATE=" + when,
		"GIT_COMMITTER_NAME=" + p.name, "GIT_COMMITTER_EMAIL=" + p.email, "GIT_COMMITTER_DATE=" + when,
	}
}

// commit records what changed as a commit of a person.
func (r *repository) commit(p *person, at time.Time, text string) error {
	if err := r.run(nil, "add", "-A"); err != nil {
		return err
	}
	return r.run(signedBy(p, at), "-c", "core.fsync=none", "-c", "user.signingkey="+p.key, "commit", "-q", "-S", "-m", text)
}

// merge brings a branch into the current one and removes it.
func (r *repository) merge(p *person, at time.Time, branch, text string) error {
	if err := r.run(signedBy(p, at), "-c", "user.signingkey="+p.key, "merge", "-q", "--no-ff", "-S", "-m", text, branch); err != nil {
		return err
	}
	return r.run(nil, "branch", "-q", "-d", branch)
}

// run runs a git command in the repository.
func (r *repository) run(env []string, args ...string) error {
	c := exec.CommandContext(r.ctx, r.git, args...)
	c.Dir = r.dir
	c.Env = append(append([]string{}, r.environ...), env...)
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Run(); err != nil {
		if r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		return message.Wrap(err, "git %s に失敗しました: %s", "git %s failed: %s", command(args), strings.TrimSpace(out.String()))
	}
	return nil
}

// command names the command among the arguments of git.
func command(args []string) string {
	for i := 0; i < len(args); i++ {
		if args[i] != "-c" {
			return args[i]
		}
		i++
	}
	return ""
}
