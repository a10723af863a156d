package history_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/signature"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// sandbox is a folder in which git, ssh-keygen and gpg make commits and tags.
type sandbox struct {
	t   *testing.T
	dir string
}

func newSandbox(t *testing.T) sandbox {
	t.Helper()
	for _, tool := range []string{"git", "ssh-keygen", "gpg", "gpgconf"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed; this test compares with what it does", tool)
		}
	}
	// Sockets have short paths: t.TempDir is too long for gpg-agent.
	dir, err := os.MkdirTemp("", "his")
	if err != nil {
		t.Fatal(err)
	}
	s := sandbox{t, dir}
	t.Cleanup(func() { os.RemoveAll(dir) })
	s.run("git init -q -b main r && git -C r rev-parse --show-toplevel | grep -q /r$ && chmod 700 .")
	return s
}

// try runs a shell script in the folder, with nothing of the environment that
// could name another repository.
func (s sandbox) try(script string, env ...string) (string, error) {
	c := exec.Command("sh", "-eu", "-c", script)
	c.Dir = s.dir
	c.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + s.dir, "GNUPGHOME=" + s.dir, "LC_ALL=C", "TZ=UTC",
		"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_CEILING_DIRECTORIES=" + s.dir,
		"GIT_AUTHOR_NAME=佐藤", "GIT_AUTHOR_EMAIL=sato@example.co.jp", "GIT_AUTHOR_DATE=2026-04-01T12:00:00+0000",
		"GIT_COMMITTER_NAME=佐藤", "GIT_COMMITTER_EMAIL=sato@example.co.jp", "GIT_COMMITTER_DATE=2026-04-01T12:00:00+0000",
		"CLOCK=20260401T120000",
	}, env...)
	out, err := c.CombinedOutput()
	return strings.TrimRight(string(out), "\n"), err
}

func (s sandbox) run(script string, env ...string) string {
	s.t.Helper()
	out, err := s.try(script, env...)
	if err != nil {
		s.t.Fatalf("%v\n%s\n%s", err, script, out)
	}
	return out
}

func (s sandbox) write(name, content string) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(content), 0o700); err != nil {
		s.t.Fatal(err)
	}
}

// reader reads the repository by a configuration in which sato has the given
// keys and forge signs for the forge.
func (s sandbox) reader(sato, forge, revoked string) (*repo.Repository, *history.Reader) {
	s.t.Helper()
	c := config.Default()
	c.People = []config.Person{{ID: "sato", Name: "佐藤 花子", Emails: []string{"sato@example.co.jp"}}}
	files := map[string]string{"sato.keys": sato, "forge.keys": forge, "revoked.keys": revoked}
	if sato != "" {
		c.People[0].Keys = []config.Key{{Text: "sato.keys"}}
	}
	if forge != "" {
		c.Approval.ForgeKeys = []config.Key{{Text: "forge.keys"}}
	}
	if revoked != "" {
		c.Approval.RevokedKeys = []config.Key{{Text: "revoked.keys"}}
	}
	set, err := schema.Load()
	if err != nil {
		s.t.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		s.t.Fatal(err)
	}
	r, err := repo.Discover(filepath.Join(s.dir, "r"), func(string) string { return "" })
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { r.Close() })
	keys := isms.NewKeyring(c, func(path string) ([]byte, error) { return []byte(files[path]), nil })
	if len(keys.Problems) > 0 {
		s.t.Fatal(keys.Problems[0].Text.EN)
	}
	return r, history.NewReader(r, "", isms.NewBuilder(c, set, std), keys)
}

// signatureCase is one cell of the matrix.
type signatureCase struct {
	name string
	// options configure git, key signs; it is "" for no signature.
	options, key string
	// sato, forge and revoked are the keys that are known.
	sato, forge, revoked string
	clock                string // of gpg when it signs
	alter                bool   // the message is edited afterwards
	want                 signature.Problem
	forged               bool // the signature is the forge's
}

const (
	sshOptions = "-c gpg.format=ssh -c gpg.ssh.allowedSignersFile=../allowed "
	pgpOptions = "-c gpg.format=openpgp -c gpg.program=$PWD/clocked "
)

// TestSignaturesAgreeWithGit makes commits and tags with git and compares what
// is said of their signatures with git verify-commit and git verify-tag.
func TestSignaturesAgreeWithGit(t *testing.T) {
	s := newSandbox(t)
	t.Cleanup(func() { s.run("gpgconf --kill gpg-agent") })
	s.write("clocked", "#!/bin/sh\nexec gpg --batch --pinentry-mode loopback --passphrase '' --faked-system-time \"$CLOCK\" \"$@\"\n")
	for _, k := range []string{"ed", "other"} {
		s.run("ssh-keygen -q -N '' -C '' -t ed25519 -f " + k)
	}
	s.run("ssh-keygen -q -N '' -C '' -t rsa -b 2048 -f rsa; ssh-keygen -q -N '' -C '' -t ecdsa -f ec")
	read := func(name string) string { return s.run("cat " + name) }
	pgp := func(name, expires string) string {
		s.run("./clocked --quick-generate-key '"+name+" <"+name+"@example.co.jp>' ed25519 sign "+expires, "CLOCK=20260301T000000")
		return s.run("gpg --armor --export "+name+"@example.co.jp") + "\n"
	}
	gold, brief, lost := pgp("gold", "never"), pgp("brief", "5d"), pgp("lost", "never")
	pgp("stranger", "never")
	signer := func(options, key string) string { return "* " + options + key + "\n" }
	ed := read("ed.pub")
	for _, c := range []signatureCase{
		{name: "unsigned", options: sshOptions, sato: signer("", ed), want: signature.NoSignature},
		{name: "ssh", options: sshOptions, key: "../ed", sato: signer("", ed)},
		{name: "ssh rsa", options: sshOptions, key: "../rsa", sato: signer("", read("rsa.pub"))},
		{name: "ssh ecdsa", options: sshOptions, key: "../ec", sato: signer("", read("ec.pub"))},
		{name: "ssh for git", options: sshOptions, key: "../ed", sato: signer(`namespaces="git" `, ed)},
		{name: "ssh unknown", options: sshOptions, key: "../other", sato: signer("", ed), want: signature.UnknownKey},
		{name: "ssh altered", options: sshOptions, key: "../ed", sato: signer("", ed), alter: true, want: signature.Bad},
		{name: "ssh expired", options: sshOptions, key: "../ed", sato: signer(`valid-before="20260401115959Z" `, ed), want: signature.Expired},
		{name: "ssh in its last second", options: sshOptions, key: "../ed", sato: signer(`valid-before="20260401120000Z" `, ed)},
		{name: "ssh not yet valid", options: sshOptions, key: "../ed", sato: signer(`valid-after="20260402Z" `, ed), want: signature.NotYetValid},
		{name: "ssh for other purposes", options: sshOptions, key: "../ed", sato: signer(`namespaces="ismslint-approval" `, ed), want: signature.NotAllowed},
		{name: "ssh revoked", options: sshOptions + "-c gpg.ssh.revocationFile=../revoked ", key: "../ed", sato: signer("", ed), revoked: ed + "\n", want: signature.Revoked},
		{name: "ssh of the forge", options: sshOptions, key: "../other", sato: signer("", ed), forge: signer("", read("other.pub")), forged: true},
		{name: "openpgp", options: pgpOptions, key: "gold", sato: gold},
		{name: "openpgp altered", options: pgpOptions, key: "gold", sato: gold, alter: true, want: signature.Bad},
		{name: "openpgp unknown", options: pgpOptions, key: "stranger", sato: gold, want: signature.UnknownKey},
		{name: "openpgp expired", options: pgpOptions, key: "brief", clock: "20260302T000000", sato: brief, want: signature.Expired},
		{name: "openpgp revoked", options: pgpOptions, key: "lost", sato: lost, want: signature.Revoked},
		{name: "openpgp of the forge", options: pgpOptions, key: "gold", sato: signer("", ed), forge: gold, forged: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.run(sandbox{t, s.dir})
		})
	}
}

func (c signatureCase) run(s sandbox) {
	s.write("allowed", c.sato+c.forge)
	s.write("revoked", c.revoked)
	git := "git -C r " + c.options + "-c user.signingkey=" + c.key + " "
	clock := c.clock
	if clock == "" {
		clock = "20260401T120000"
	}
	sign, annotate := "-S", "-s"
	if c.key == "" {
		sign, annotate = "", "-a"
	}
	s.run(git+"commit -q --allow-empty "+sign+" -m 承認 -m 本文", "CLOCK="+clock)
	s.run(git+"tag -f "+annotate+" -m 承認 -m 本文 v1", "CLOCK="+clock)
	if c.alter {
		s.run("git -C r update-ref refs/tags/v1 $(git -C r cat-file tag v1 | sed 's/^本文/別の本文/' | git -C r hash-object -t tag -w --stdin)")
		s.run("git -C r reset -q --soft $(git -C r cat-file commit HEAD | sed 's/^本文/別の本文/' | git -C r hash-object -t commit -w --stdin)")
	}
	c.after(s)
	r, reader := s.reader(c.sato, c.forge, c.revoked)
	commit, err := r.Commit("HEAD")
	if err != nil {
		s.t.Fatal(err)
	}
	c.compare(s, reader.Commit(commit), git+"verify-commit HEAD")
	tags, err := r.Tags(context.Background())
	if err != nil || len(tags) != 1 {
		s.t.Fatalf("%d tags, %v", len(tags), err)
	}
	c.compare(s, reader.Tag(tags[0]), git+"verify-tag v1")
}

// after makes gpg forget or revoke the key that signed.
func (c *signatureCase) after(s sandbox) {
	s.t.Helper()
	fingerprint := "$(gpg --with-colons --list-keys " + c.key + "@example.co.jp | sed -n 's/^fpr:*\\([0-9A-F]*\\):/\\1/p' | head -1)"
	switch c.key {
	case "stranger":
		s.run("./clocked --yes --delete-secret-and-public-key " + fingerprint)
	case "lost":
		s.run("sed 's/^:---/---/' openpgp-revocs.d/" + fingerprint + ".rev | ./clocked --import")
		c.sato = s.run("gpg --armor --export lost@example.co.jp") + "\n"
	}
}

func (c signatureCase) compare(s sandbox, got *isms.Commit, command string) {
	s.t.Helper()
	if got.Signature.Problem != c.want {
		s.t.Errorf("%s: got %d (%s), want %d", command, got.Signature.Problem, got.Signature.Text().EN, c.want)
	}
	if want := c.want == signature.None && !c.forged; got.Proven() != want {
		s.t.Errorf("%s: proven is %v, want %v", command, got.Proven(), want)
	}
	if got.Forge != c.forged {
		s.t.Errorf("%s: forge is %v, want %v", command, got.Forge, c.forged)
	}
	out, err := s.try(command)
	if (err == nil) != (got.Signature.Problem == signature.None) {
		s.t.Errorf("%s: %v\n%s\nhere: %d", command, err, out, got.Signature.Problem)
	}
}
