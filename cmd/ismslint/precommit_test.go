package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPreCommit installs the hook of this very source tree with the real
// pre-commit tool and commits through it, as a user would.
func TestPreCommit(t *testing.T) {
	if _, err := exec.LookPath("pre-commit"); err != nil {
		t.Skip("the pre-commit tool is not installed (Debian package pre-commit)")
	}
	hooks := hookRepository(t)
	isms := t.TempDir()
	env := append(os.Environ(),
		"PRE_COMMIT_HOME="+t.TempDir(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GOMODCACHE="+goEnv(t, "GOMODCACHE"), "GOCACHE="+goEnv(t, "GOCACHE"), "GOPROXY=off", "GOFLAGS=-mod=mod",
		"GIT_AUTHOR_NAME=suzuki", "GIT_AUTHOR_EMAIL=suzuki@example.co.jp",
		"GIT_COMMITTER_NAME=suzuki", "GIT_COMMITTER_EMAIL=suzuki@example.co.jp", "LANG=C.UTF-8")
	do := func(ok bool, name string, args ...string) string {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Dir, cmd.Env = isms, env
		out, err := cmd.CombinedOutput()
		if (err == nil) != ok {
			t.Fatalf("%s %s: %v, want success %v\n%s", name, strings.Join(args, " "), err, ok, out)
		}
		return string(out)
	}
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(isms, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	do(true, "git", "init", "-q", "-b", "main")
	rev := strings.TrimSpace(run(t, hooks, "git", "rev-parse", "HEAD"))
	write(".pre-commit-config.yaml", "repos:\n- repo: "+hooks+"\n  rev: "+rev+"\n  hooks:\n  - id: ismslint\n")
	write("ismslint.toml", preCommitConfig)
	write("ISMS-A-01.md", preCommitPolicy)
	do(true, "pre-commit", "install")
	do(true, "git", "add", "-A")
	do(true, "git", "commit", "-q", "-m", "制定の準備")

	write("ISMS-A-01.md", strings.Replace(preCommitPolicy, "status: draft", "status: approved", 1))
	do(true, "git", "add", "-A")
	if out := do(false, "git", "commit", "-q", "-m", "承認"); !strings.Contains(out, "approval/missing") {
		t.Errorf("the commit failed for another reason than the missing approval:\n%s", out)
	}
	do(true, "git", "reset", "-q", "--hard")
	write("notes.txt", "メモ\n")
	do(true, "git", "add", "-A")
	if out := do(true, "git", "commit", "-m", "メモ"); !strings.Contains(out, "Skipped") {
		t.Errorf("the hook ran although no document was staged:\n%s", out)
	}
}

const preCommitConfig = `[organization]
name = "株式会社みなと"
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-A-01"
title = "情報セキュリティ基本方針"
drafter = "isms-manager"
approver = "president"
`

const preCommitPolicy = `---
number: ISMS-A-01
title: 情報セキュリティ基本方針
revision: 1
status: draft
established: 2026-04-01
drafted_by: 田中 一郎
---
# 情報セキュリティ基本方針

当社は情報資産を守ります。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2026-04-01 | 制定 | 田中 一郎 | |
`

// hookRepository commits the source tree as it is now to a repository of its
// own, because pre-commit takes hooks from commits.
func hookRepository(t *testing.T) string {
	t.Helper()
	root := filepath.Clean(filepath.Join("..", ".."))
	dir := t.TempDir()
	for _, name := range strings.Split(strings.TrimRight(run(t, root, "git", "ls-files", "-coz", "--exclude-standard"), "\x00"), "\x00") {
		src, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // deleted, and not committed yet
		}
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, src, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run(t, dir, "git", "init", "-q")
	run(t, dir, "git", "add", "-A")
	run(t, dir, "git", "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "hooks")
	return dir
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	return strings.TrimSpace(run(t, ".", "go", "env", name))
}

func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v", name, strings.Join(args, " "), err)
	}
	return string(out)
}
