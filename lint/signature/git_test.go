package signature

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// splitCommit takes the signature out of a commit as git does.
func splitCommit(raw []byte) (payload, armored []byte) {
	head, body, _ := bytes.Cut(raw, []byte("\n\n"))
	inside := false
	for line := range bytes.SplitAfterSeq(append(head, '\n'), []byte("\n")) {
		rest, starts := bytes.CutPrefix(line, []byte("gpgsig "))
		switch {
		case starts:
			inside, armored = true, append(armored, rest...)
		case inside && bytes.HasPrefix(line, []byte(" ")):
			armored = append(armored, line[1:]...)
		default:
			inside, payload = false, append(payload, line...)
		}
	}
	return append(append(payload, '\n'), body...), armored
}

// TestGit compares with git verify-commit and git verify-tag.
func TestGit(t *testing.T) {
	s := newGPGSandbox(t)
	if _, err := s.try("git --version && ssh-keygen -q -N '' -C '' -t ed25519 -f ed && ssh-keygen -q -N '' -C '' -t rsa -b 2048 -f rsa"); err != nil {
		t.Skip("git or ssh-keygen is not installed")
	}
	day := "2026-04-01T12:00:00+0900"
	env := []string{"GIT_AUTHOR_NAME=佐藤", "GIT_AUTHOR_EMAIL=sato@example.co.jp", "GIT_AUTHOR_DATE=" + day,
		"GIT_COMMITTER_NAME=佐藤", "GIT_COMMITTER_EMAIL=sato@example.co.jp", "GIT_COMMITTER_DATE=" + day}
	s.newKey(noon().AddDate(-1, 0, 0), "sato", "ed25519", "sign", "never")
	s.run("git init -q r; echo a >r/a; git -C r add a")
	const ssh = "-c gpg.format=ssh -c gpg.ssh.allowedSignersFile=../allowed"
	const pgp = "-c gpg.format=openpgp"
	edKey, rsaKey := string(s.read("ed.pub")), string(s.read("rsa.pub"))
	for _, c := range []struct {
		name, options, key, signers string
		alter                       bool
		want                        Problem
	}{
		{"ssh", ssh, "../ed", "sato@example.co.jp " + edKey, false, None},
		{"ssh rsa", ssh, "../rsa", "sato@example.co.jp " + rsaKey, false, None},
		{"ssh unknown", ssh, "../ed", "sato@example.co.jp " + rsaKey, false, UnknownKey},
		{"ssh for files only", ssh, "../ed", `sato@example.co.jp namespaces="file" ` + edKey, false, NotAllowed},
		{"ssh on the last day", ssh, "../ed", `sato@example.co.jp valid-before="20260401120000" ` + edKey, false, None},
		{"ssh expired", ssh, "../ed", `sato@example.co.jp valid-before="20260401115959" ` + edKey, false, Expired},
		{"ssh not yet valid", ssh, "../ed", `sato@example.co.jp valid-after="20260402" ` + edKey, false, NotYetValid},
		{"ssh altered", ssh, "../ed", "sato@example.co.jp " + edKey, true, Bad},
		{"openpgp", pgp, "sato", s.public("sato"), false, None},
		{"openpgp altered", pgp, "sato", s.public("sato"), true, Bad},
	} {
		t.Run(c.name, func(t *testing.T) {
			s.write("allowed", []byte(c.signers+"\n"))
			git := "git -C r " + c.options + " -c user.signingkey=" + c.key + " "
			s.run(git+"commit -q --allow-empty -S -m 承認 -m 本文", env...)
			if c.alter {
				s.run("git -C r reset -q --soft $(git -C r cat-file commit HEAD | sed 's/^本文/別の本文/' | git -C r hash-object -t commit -w --stdin)")
			}
			raw := s.run("git -C r cat-file commit HEAD") + "\n"
			text, armored := splitCommit([]byte(raw))
			compareGit(t, s, text, armored, c.signers, c.want, git+"verify-commit HEAD", c.options == pgp)
			if c.alter {
				return
			}
			s.run(git+"tag -f -s -m 承認 v1", env...)
			raw = s.run("git -C r cat-file tag v1") + "\n"
			begin := strings.Index(raw, "-----BEGIN")
			compareGit(t, s, []byte(raw[:begin]), []byte(raw[begin:]), c.signers, c.want, git+"verify-tag v1", c.options == pgp)
		})
	}
}

func compareGit(t *testing.T, s gpgSandbox, text, armored []byte, signers string, want Problem, command string, pgp bool) {
	t.Helper()
	at := noon()
	if pgp {
		at = time.Now() // gpg signed by the real clock
	}
	r := Verify(text, armored, s.keys([]byte(signers)), NamespaceGit, at)
	if r.Problem != want {
		t.Errorf("got %d (%s), want %d", r.Problem, r.Text().EN, want)
	}
	if out, err := s.try(command); (err == nil) != (r.Problem == None) {
		t.Errorf("%s: %v\n%s\nthis package: %d", command, err, out, r.Problem)
	}
}
