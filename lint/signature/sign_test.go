package signature

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ismslint/ismslint/lint/message"
)

// TestSign has ssh-keygen verify what this package signs.
func TestSign(t *testing.T) {
	s := newSSHSandbox(t)
	for kind := range sshKinds() {
		t.Run(kind, func(t *testing.T) {
			signer, err := SignerFromFile(s.path(kind), "", nil)
			if err != nil {
				t.Fatal(err)
			}
			roundTrip(t, s, signer, kind)
		})
	}
}

// roundTrip signs, writes the allowed_signers file and verifies with both.
func roundTrip(t *testing.T, s sandbox, signer Signer, kind string) {
	t.Helper()
	if got := signer.Key().Comment(); got != kind+"@example.co.jp" {
		t.Errorf("got comment %q", got)
	}
	armored, err := signer.Sign([]byte(statement), NamespaceFile)
	if err != nil {
		t.Fatal(err)
	}
	signers, err := AllowedSigners([]Entry{{Principals: []string{"tanaka", "sato"}, Key: signer.Key()}})
	if err != nil {
		t.Fatal(err)
	}
	r := sshCase{signers: string(signers), signature: armored}.check(t, s)
	if r.Fingerprint != signer.Key().Fingerprint() {
		t.Errorf("got fingerprint %s, want %s", r.Fingerprint, signer.Key().Fingerprint())
	}
	sshCase{signers: string(signers), signature: armored, namespace: "git", want: WrongNamespace}.check(t, s)
	if kind == "ed25519" && !bytes.Equal(armored, s.sshSign(kind, "file", "sha512", statement)) {
		t.Error("the signature differs from that of ssh-keygen, which is deterministic for Ed25519")
	}
}

func TestAllowedSigners(t *testing.T) {
	s := newSSHSandbox(t)
	ed := strings.TrimSpace(string(s.read("ed25519.pub")))
	good := s.sshSign("ed25519", "file", "sha512", statement)
	source := `sato namespaces="file,g?t",valid-after="20260101",valid-before="202612312359" ` + ed
	k := s.keys([]byte(source))[0]
	line, err := k.AllowedSignersLine([]string{"佐藤", "sato"})
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []time.Time{noon().AddDate(-1, 0, 0), noon(), noon().AddDate(1, 0, 0)} {
		want := Verify([]byte(statement), good, []*Key{k}, "file", at).Problem
		sshCase{signers: line, signature: good, at: at, want: want}.check(t, s)
		sshCase{signers: line, signature: good, at: at, want: want, identity: "佐藤"}.check(t, s)
	}
	revoked, err := WithRevoked(s.keys([]byte(ed+"\nca cert-authority "+string(s.read("rsa.pub")))), []byte(k.Fingerprint()))
	if err != nil {
		t.Fatal(err)
	}
	file, err := AllowedSigners([]Entry{{[]string{"a"}, revoked[0]}, {[]string{"b"}, revoked[1]}})
	if err != nil || len(file) > 0 {
		t.Errorf("revoked keys and authorities: got %q, %v, want nothing", file, err)
	}
	for _, bad := range []string{"", "*", "!sato", "a b", "a,b", "a\nb", `a"b`, "#a", "a\u2028b", "a\x1b[0m"} {
		var m *message.Error
		if line, err := k.AllowedSignersLine([]string{"sato", bad}); !errors.As(err, &m) {
			t.Errorf("principal %q: got %q, %v, want an error", bad, line, err)
		}
	}
	if line, err := k.AllowedSignersLine(nil); err == nil {
		t.Errorf("no principals: got %q, want an error", line)
	}
}

func TestSignerFromFile(t *testing.T) {
	s := newSSHSandbox(t)
	s.run("ssh-keygen -q -N 'open sesame' -C '' -t ed25519 -f locked")
	s.run("ssh-keygen -q -N '' -C '' -t rsa -b 1024 -f short; cp ed25519 pem; ssh-keygen -q -p -N '' -m PEM -f rsa")
	s.run("cp rsa.pub mixed.pub; cp ed25519 mixed; cp ed25519.pub lonely.pub; echo text >text; mkdir folder")
	s.write("sk", []byte("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n"))
	s.write("sk.pub", []byte("sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIEX5bpzm8mJ0n4a0lXyJvYq0mZ3kq1Q1vXn2mH9Qx3vJAAAABHNzaDo= k\n"))
	answer := func(secret string) func(string) ([]byte, error) {
		return func(string) ([]byte, error) { return []byte(secret), nil }
	}
	for _, c := range []struct {
		name, file string
		passphrase func(string) ([]byte, error)
		want       string // part of the error, empty for none
	}{
		{"private", "ed25519", nil, ""},
		{"public with private beside", "ed25519.pub", nil, ""},
		{"PEM", "rsa", nil, ""},
		{"without .pub", "pem", nil, ""},
		{"encrypted", "locked", answer("open sesame"), ""},
		{"encrypted, by .pub", "locked.pub", answer("open sesame"), ""},
		{"wrong passphrase", "locked", answer("open"), "is wrong"},
		{"nobody to ask", "locked", nil, "ssh-add"},
		{"question refused", "locked", func(string) ([]byte, error) { return nil, errors.New("no terminal") }, "no terminal"},
		{"halves of two keys", "mixed.pub", nil, "different keys"},
		{"public alone", "lonely.pub", nil, "neither in the ssh-agent"},
		{"no key", "text", nil, "cannot be read as a private key"},
		{"folder", "folder", nil, "cannot read"},
		{"absent", "absent", nil, "cannot open"},
		{"absent .pub", "absent.pub", nil, "cannot open"},
		{"security key without agent", "sk", nil, "neither in the ssh-agent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			signer, err := SignerFromFile(s.path(c.file), "", c.passphrase)
			if c.want != "" {
				var m *message.Error
				if !errors.As(err, &m) || !strings.Contains(m.Error(), c.want) || m.In(message.Japanese) == m.Error() {
					t.Fatalf("got %v, want an error with %q", err, c.want)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			armored, err := signer.Sign([]byte(statement), "file")
			if err != nil {
				t.Fatal(err)
			}
			if r := Verify([]byte(statement), armored, []*Key{signer.Key()}, "file", noon()); r.Problem != None {
				t.Error(r.Text().EN)
			}
			if _, err := signer.Sign([]byte(statement), ""); err == nil {
				t.Error("signed without a namespace")
			}
		})
	}
	short, err := SignerFromFile(s.path("short"), "", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := short.Sign(nil, "file"); err == nil || !strings.Contains(err.Error(), "2048") {
		t.Errorf("short RSA key: got %v, want an error", err)
	}
}

// startAgent starts a real ssh-agent for the test and returns its socket.
func startAgent(s sandbox) string {
	s.t.Helper()
	socket := s.path("agent")
	out := s.run("ssh-agent -s -a agent")
	_, rest, _ := strings.Cut(out, "SSH_AGENT_PID=")
	pid, _, _ := strings.Cut(rest, ";")
	s.t.Cleanup(func() { s.run("SSH_AGENT_PID="+pid+" ssh-agent -k", "SSH_AUTH_SOCK="+socket) })
	return socket
}

func TestAgent(t *testing.T) {
	s := newSSHSandbox(t)
	if _, err := s.try("command -v ssh-agent ssh-add"); err != nil {
		t.Skip("ssh-agent is not installed")
	}
	socket := startAgent(s)
	if all, err := SignersFromAgent(socket); err != nil || len(all) != 0 {
		t.Fatalf("empty agent: got %v, %v", all, err)
	}
	s.run("ssh-keygen -q -N '' -C '' -t ed25519 -f ca; ssh-keygen -q -s ca -I id -n sato ed25519.pub")
	for kind := range sshKinds() {
		s.run("ssh-add -q "+kind, "SSH_AUTH_SOCK="+socket)
	}
	all, err := SignersFromAgent(socket)
	if err != nil || len(all) != len(sshKinds()) {
		t.Fatalf("got %d keys, %v, want %d; the certificate does not count", len(all), err, len(sshKinds()))
	}
	for _, signer := range all {
		kind, _, _ := strings.Cut(signer.Key().Comment(), "@")
		t.Run(kind, func(t *testing.T) { roundTrip(t, s, signer, kind) })
	}
	for kind := range sshKinds() {
		if err := os.Remove(s.path(kind)); err != nil {
			t.Fatal(err)
		}
		signer, err := SignerFromFile(s.path(kind+".pub"), socket, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := signer.Sign([]byte(statement), "git"); err != nil {
			t.Error(err)
		}
	}
	signer := all[0]
	s.run("ssh-add -q -D", "SSH_AUTH_SOCK="+socket)
	if _, err := signer.Sign([]byte(statement), "git"); err == nil {
		t.Error("signed with a key that the agent no longer holds")
	}
	for _, none := range []string{"", s.path("nowhere")} {
		var m *message.Error
		if _, err := SignersFromAgent(none); !errors.As(err, &m) {
			t.Errorf("socket %q: got %v, want an error", none, err)
		}
	}
}
