package signature

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
)

func TestSSHRefused(t *testing.T) {
	s := newSSHSandbox(t)
	s.run("ssh-keygen -q -N '' -C '' -t rsa -b 1024 -f short")
	s.run("ssh-keygen -q -N '' -C '' -t ed25519 -f ca; ssh-keygen -q -s ca -I id -n sato -V always:forever ed25519.pub")
	ed, ca := string(s.read("ed25519.pub")), string(s.read("ca.pub"))
	good := s.sshSign("ed25519", "file", "sha512", statement)

	t.Run("short RSA key", func(t *testing.T) {
		sshCase{signers: "sato " + string(s.read("short.pub")), signature: s.sshSign("short", "file", "sha512", statement),
			want: Weak, stricter: true}.check(t, s)
	})
	t.Run("certificate", func(t *testing.T) {
		r := sshCase{signers: "sato cert-authority " + ca, signature: s.sshSign("ed25519-cert.pub", "file", "sha512", statement),
			want: Unsupported, stricter: true}.check(t, s)
		if !strings.Contains(r.Text().EN, "certificate") {
			t.Errorf("got text %q", r.Text().EN)
		}
	})
	for name, change := range map[string]func(*sshsig, *ssh.Signature){
		"unknown hash":      func(s *sshsig, _ *ssh.Signature) { s.HashAlgorithm = "md5" },
		"later version":     func(s *sshsig, _ *ssh.Signature) { s.Version = 2 },
		"WebAuthn":          func(_ *sshsig, i *ssh.Signature) { i.Format = "webauthn-sk-ecdsa-sha2-nistp256@openssh.com" },
		"unknown key type":  func(s *sshsig, _ *ssh.Signature) { s.PublicKey = ssh.Marshal(struct{ T string }{"ssh-new"}) },
		"hash swapped":      func(s *sshsig, _ *ssh.Signature) { s.HashAlgorithm = "sha256" },
		"other format":      func(_ *sshsig, i *ssh.Signature) { i.Format = ssh.KeyAlgoECDSA256 },
		"bytes behind":      func(_ *sshsig, i *ssh.Signature) { i.Rest = []byte{1} },
		"no namespace":      func(s *sshsig, _ *ssh.Signature) { s.Namespace = "" },
		"short mathematics": func(_ *sshsig, i *ssh.Signature) { i.Blob = i.Blob[1:] },
	} {
		want := map[string]Problem{
			"unknown hash": Unsupported, "later version": Unsupported, "WebAuthn": Unsupported, "unknown key type": Unsupported,
			"hash swapped": Bad, "short mathematics": Bad,
			"other format": Malformed, "bytes behind": Malformed, "no namespace": Malformed,
		}[name]
		t.Run(name, func(t *testing.T) {
			outer, inner := parsed(t, good)
			change(outer, inner)
			outer.Signature = ssh.Marshal(inner)
			sshCase{signers: "sato " + ed, signature: armorSSH(outer.marshal()), want: want}.check(t, s)
		})
	}
	t.Run("SHA-1 with RSA", func(t *testing.T) {
		outer, inner := parsed(t, s.sshSign("rsa", "file", "sha512", statement))
		inner.Format = ssh.KeyAlgoRSA
		outer.Signature = ssh.Marshal(inner)
		sshCase{signers: "sato " + string(s.read("rsa.pub")), signature: armorSSH(outer.marshal()), want: Weak}.check(t, s)
	})
	t.Run("too large", func(t *testing.T) {
		big := append(bytes.Clone(good), bytes.Repeat([]byte("\n"), maxSignature)...)
		if r := Verify([]byte(statement), big, s.keys([]byte(ed)), "file", noon()); r.Problem != Malformed {
			t.Errorf("got %d", r.Problem)
		}
	})
	t.Run("CRLF armour", func(t *testing.T) {
		crlf := bytes.ReplaceAll(good, []byte("\n"), []byte("\r\n"))
		if r := Verify([]byte(statement), crlf, s.keys([]byte(ed)), "file", noon()); r.Problem != None {
			t.Errorf("got %d", r.Problem)
		}
	})
	t.Run("two signatures", func(t *testing.T) {
		if r := Verify([]byte(statement), append(bytes.Clone(good), good...), s.keys([]byte(ed)), "file", noon()); r.Problem != Malformed {
			t.Errorf("got %d", r.Problem)
		}
	})
}

// parsed takes an armoured signature apart.
func parsed(t *testing.T, armored []byte) (*sshsig, *ssh.Signature) {
	t.Helper()
	raw, ok := dearmorSSH(bytes.TrimSpace(armored))
	if !ok {
		t.Fatal("no armour")
	}
	outer, inner, err := parseSSHSig(raw)
	if err != nil {
		t.Fatal(err)
	}
	return outer, inner
}

// TestHardwareKey makes the signatures of a security key as PROTOCOL.u2f says,
// because the machine has none; ssh-keygen judges them too.
func TestHardwareKey(t *testing.T) {
	s := newSandbox(t, "ssh-keygen")
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	const application = "ssh:"
	blob := ssh.Marshal(struct {
		Type        string
		Public      []byte
		Application string
	}{ssh.KeyAlgoSKED25519, public, application})
	line := "sato " + ssh.KeyAlgoSKED25519 + " " + base64.StdEncoding.EncodeToString(blob)
	signed := func(flags byte) []byte {
		data, _ := toSign([]byte(statement), "file", "sha512")
		app, digest := sha256.Sum256([]byte(application)), sha256.Sum256(data)
		tail := []byte{flags, 0, 0, 0, 7}
		sum := ed25519.Sign(private, bytes.Join([][]byte{app[:], tail, digest[:]}, nil))
		inner := ssh.Marshal(ssh.Signature{Format: ssh.KeyAlgoSKED25519, Blob: sum, Rest: tail})
		outer := sshsig{Version: 1, PublicKey: blob, Namespace: "file", HashAlgorithm: "sha512", Signature: inner}
		return armorSSH(outer.marshal())
	}
	for _, c := range []sshCase{
		{name: "touched", signers: line, signature: signed(1)},
		{name: "touched and verified", signers: line, signature: signed(5)},
		{name: "altered", signers: line, signature: signed(1), text: "other", want: Bad},
		{name: "not touched", signers: line, signature: signed(0), want: Weak, stricter: true},
	} {
		t.Run(c.name, func(t *testing.T) { c.check(t, s) })
	}
}

func TestUnsupportedKinds(t *testing.T) {
	for armour, want := range map[string]Kind{
		"-----BEGIN SIGNED MESSAGE-----\nMII=\n-----END SIGNED MESSAGE-----": X509,
		"-----BEGIN PKCS7-----\nMII=\n-----END PKCS7-----":                   X509,
		"-----BEGIN PGP MESSAGE-----\n\nkA0=\n-----END PGP MESSAGE-----":     OpenPGP,
	} {
		r := Verify(nil, []byte(armour), nil, "git", noon())
		if r.Problem != Unsupported || r.Kind != want || r.Text() == Unsupported.Text() {
			t.Errorf("%s: got %d, %q, %q", armour, r.Problem, r.Kind, r.Text().EN)
		}
	}
}

func TestProblemTexts(t *testing.T) {
	seen := map[string]Problem{}
	for p := None; p <= NotAllowed; p++ {
		text := p.Text()
		if (p == None) != text.IsZero() || (text.JA == "") != (text.EN == "") {
			t.Errorf("problem %d has the text %v", p, text)
		}
		if other, ok := seen[text.JA]; ok {
			t.Errorf("problems %d and %d have the same text", p, other)
		}
		seen[text.JA] = p
	}
}
