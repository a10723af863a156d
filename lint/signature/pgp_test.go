package signature

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
)

// gpgSandbox is a folder with a key ring of its own.
type gpgSandbox struct{ sandbox }

func newGPGSandbox(t testing.TB) gpgSandbox {
	s := gpgSandbox{newSandbox(t, "gpg", "gpgconf")}
	s.run("chmod 700 .; mkdir -m 700 -p private-keys-v1.d")
	t.Cleanup(func() { s.run("gpgconf --kill gpg-agent") })
	return s
}

// gpg runs gpg with the clock stopped at the given second.
func (s gpgSandbox) gpg(at time.Time, input, args string) (string, error) {
	return s.try(fmt.Sprintf("printf '%s' | gpg -q --batch --no-tty --pinentry-mode loopback --passphrase '' --faked-system-time '%s!' %s",
		input, at.UTC().Format("20060102T150405"), args))
}

func (s gpgSandbox) must(at time.Time, input, args string) string {
	s.t.Helper()
	out, err := s.gpg(at, input, args)
	if err != nil {
		s.t.Fatalf("gpg %s: %v\n%s", args, err, out)
	}
	return out
}

// newKey makes a key whose user ID is its name.
func (s gpgSandbox) newKey(at time.Time, name, algorithm, usage, expires string) {
	s.t.Helper()
	s.must(at, "", fmt.Sprintf("--quick-generate-key '%s <%s@example.co.jp>' %s %s %s", name, name, algorithm, usage, expires))
}

// public returns the armoured public keys.
func (s gpgSandbox) public(names ...string) string {
	s.t.Helper()
	var b strings.Builder
	for _, n := range names {
		b.WriteString(s.run("gpg --batch --armor --export "+n+"@example.co.jp") + "\n")
	}
	return b.String()
}

// sign has gpg make a detached signature.
func (s gpgSandbox) sign(at time.Time, name, options, text string) []byte {
	s.t.Helper()
	s.write("signed", []byte(text))
	s.must(at, "", "--yes --armor --output signed.asc "+options+" -u "+name+" --detach-sign signed")
	return s.read("signed.asc")
}

// pgpCase is one cell of the matrix of OpenPGP.
type pgpCase struct {
	name      string
	keys      string // armoured public keys
	text      string // default statement
	signature []byte
	at        time.Time // default noon
	want      Problem
	// gpg judges otherwise: it accepts what is too weak, and refuses revoked
	// keys whatever the reason and the time.
	differs bool
}

func (c pgpCase) check(t *testing.T, s gpgSandbox) Result {
	t.Helper()
	if c.text == "" {
		c.text = statement
	}
	if c.at.IsZero() {
		c.at = noon()
	}
	r := Verify([]byte(c.text), c.signature, s.keys([]byte(c.keys)), "git", c.at)
	if r.Problem != c.want {
		t.Errorf("got %d (%s), want %d (%s)", r.Problem, r.Text().EN, c.want, c.want.Text().EN)
	}
	s.write("ring.asc", []byte(c.keys))
	s.write("case.asc", c.signature)
	s.write("case", []byte(c.text))
	s.run("rm -rf ring; mkdir -m 700 ring; GNUPGHOME=ring gpg -q --batch --no-autostart --import ring.asc")
	out, _ := s.gpg(c.at, "", "--homedir ring --no-autostart --status-fd 1 --verify case.asc case")
	// What git takes for a good signature.
	if good := strings.Contains(out, "[GNUPG:] GOODSIG "); good != (r.Problem == None) && !c.differs {
		t.Errorf("gpg --verify accepts: %v, this package: %d\n%s", good, r.Problem, out)
	}
	return r
}

func TestOpenPGPKinds(t *testing.T) {
	s := newGPGSandbox(t)
	born := noon().AddDate(-1, 0, 0)
	for _, algorithm := range []string{"ed25519", "rsa2048", "nistp256", "nistp384", "nistp521", "brainpoolP256r1"} {
		t.Run(algorithm, func(t *testing.T) {
			s.newKey(born, algorithm, algorithm, "sign", "never")
			sig := s.sign(noon().Add(-time.Hour), algorithm, "", statement)
			r := pgpCase{keys: s.public(algorithm), signature: sig}.check(t, s)
			if r.Key == nil || r.Kind != OpenPGP || !r.Created.Equal(noon().Add(-time.Hour)) {
				t.Fatalf("got %+v", r)
			}
			if want := s.fingerprint(algorithm); r.Key.Fingerprint() != want || r.Fingerprint != want {
				t.Errorf("got fingerprint %s, want %s", r.Fingerprint, want)
			}
			if !r.Key.ValidAfter().Equal(born) || !r.Key.ValidBefore().IsZero() || r.Key.Comment() != algorithm+" <"+algorithm+"@example.co.jp>" {
				t.Errorf("got %v, %v, %q", r.Key.ValidAfter(), r.Key.ValidBefore(), r.Key.Comment())
			}
			pgpCase{keys: s.public(algorithm), signature: sig, text: "other", want: Bad}.check(t, s)
		})
	}
}

// fingerprint returns that of the primary key.
func (s gpgSandbox) fingerprint(name string) string {
	s.t.Helper()
	_, rest, _ := strings.Cut(s.run("gpg --batch --with-colons -k "+name+"@example.co.jp"), "\nfpr:::::::::")
	fpr, _, _ := strings.Cut(rest, ":")
	return fpr
}

func TestOpenPGPMatrix(t *testing.T) {
	s := newGPGSandbox(t)
	born, hour := noon().AddDate(-1, 0, 0), time.Hour
	s.newKey(born, "sato", "ed25519", "sign", "never")
	s.newKey(born, "tanaka", "rsa2048", "sign", "never")
	s.newKey(born, "ends", "ed25519", "sign", "20260401T030000")
	s.newKey(born, "short", "rsa1024", "sign", "never")
	s.newKey(born, "dsa", "dsa2048", "sign", "never")
	s.newKey(born, "certify", "ed25519", "sign", "never")
	good := s.sign(noon().Add(-hour), "sato", "", statement)
	other := s.sign(noon().Add(-hour), "tanaka", "", "other")
	ends := s.sign(noon().Add(-hour), "ends", "", statement)
	certify := s.sign(noon().Add(-hour), "certify", "", statement)
	s.must(born.Add(time.Second), "change-usage\\nS\\nQ\\nsave\\n", "--no-batch --command-fd 0 --edit-key certify")
	sato, both := s.public("sato"), s.public("sato", "tanaka")
	short, weak := s.sign(noon(), "short", "", statement), s.sign(noon(), "dsa", "", statement)
	sha1 := s.sign(noon(), "sato", "--digest-algo SHA1", statement)

	for _, c := range []pgpCase{
		{name: "right", keys: sato, signature: good},
		{name: "right, among others", keys: s.public("tanaka", "sato"), signature: good},
		{name: "right, one block", keys: s.run("gpg --batch --armor --export"), signature: good},
		{name: "text mode", keys: sato, signature: s.sign(noon(), "sato", "--textmode", statement)},
		{name: "text mode, other line ends", keys: sato, signature: s.sign(noon(), "sato", "--textmode", statement),
			text: strings.ReplaceAll(statement, "\n", "\r\n")},
		{name: "altered text", keys: sato, signature: good, text: statement + " ", want: Bad},
		{name: "swapped signature", keys: both, signature: other, want: Bad},
		{name: "unknown key", keys: s.public("tanaka"), signature: good, want: UnknownKey},
		{name: "last second", keys: s.public("ends"), signature: ends},
		{name: "second after", keys: s.public("ends"), signature: ends, at: noon().Add(time.Second), want: Expired},
		{name: "expired and altered", keys: s.public("ends"), signature: ends, at: noon().Add(time.Second), text: "x", want: Bad},
		{name: "before creation", keys: sato, signature: good, at: born.Add(-time.Second), want: NotYetValid},
		{name: "signature within its time", keys: sato, signature: s.sign(noon(), "sato", "--default-sig-expire 2d", statement)},
		{name: "signature expired", keys: sato, signature: s.sign(noon(), "sato", "--default-sig-expire 2d", statement),
			at: noon().AddDate(0, 0, 2), want: Expired},
		{name: "critical notation", keys: sato, signature: s.sign(noon(), "sato", "--sig-notation '!a@example.co.jp=b'", statement), want: Unsupported},
		{name: "notation", keys: sato, signature: s.sign(noon(), "sato", "--sig-notation a@example.co.jp=b", statement)},
		{name: "two signatures", keys: both, signature: s.sign(noon(), "sato", "-u tanaka", statement), want: Malformed, differs: true},
		{name: "short RSA key", keys: s.public("short"), signature: short, want: Weak, differs: true},
		{name: "DSA", keys: s.public("dsa"), signature: weak, want: Weak, differs: true},
		{name: "SHA-1", keys: sato, signature: sha1, want: Weak, differs: true},
		{name: "not for signing", keys: s.public("certify"), signature: certify, want: NotForSigning},
		{name: "no end", keys: sato, signature: good[:len(good)-30], want: Malformed, differs: true},
		{name: "line missing", keys: sato, signature: dropLine(good, 2), want: Malformed},
		{name: "no armour", keys: sato, signature: []byte("approved"), want: Malformed},
		{name: "letter changed", keys: sato, signature: changePGPLetter(good), want: Bad},
	} {
		t.Run(c.name, func(t *testing.T) { c.check(t, s) })
	}
	r := pgpCase{keys: s.public("tanaka"), signature: good, want: UnknownKey}.check(t, s)
	if r.Fingerprint != s.fingerprint("sato") || r.Key != nil {
		t.Errorf("unknown key: got %q", r.Fingerprint)
	}
	if k := s.keys([]byte(s.public("ends")))[0]; !k.ValidBefore().Equal(noon()) {
		t.Errorf("got valid before %v", k.ValidBefore())
	}
}

// changePGPLetter changes the mathematics of an armoured signature.
func changePGPLetter(armored []byte) []byte {
	lines := bytes.SplitAfter(bytes.Clone(armored), []byte("\n"))
	line := lines[len(lines)-4] // the last line of data, before the checksum
	if line[2] == 'A' {
		line[2] = 'B'
	} else {
		line[2] = 'A'
	}
	return bytes.Join(lines, nil)
}

func TestOpenPGPRevoked(t *testing.T) {
	s := newGPGSandbox(t)
	born, revoked := noon().AddDate(-1, 0, 0), noon()
	before, after := revoked.Add(-time.Hour), revoked.Add(time.Hour)
	for reason, hard := range map[int]bool{0: true, 1: true, 2: false, 3: false} { // gpg's menu: none, compromised, superseded, retired
		name := fmt.Sprintf("reason%d", reason)
		s.newKey(born, name, "ed25519", "sign", "never")
		earlier, later := s.sign(before, name, "", statement), s.sign(after, name, "", statement)
		s.must(revoked, fmt.Sprintf("y\\n%d\\n\\ny\\n", reason), "--no-batch --command-fd 0 --yes --output rev.asc --gen-revoke "+name)
		s.must(revoked, "", "--import rev.asc")
		keys := s.public(name)
		want := None
		if hard {
			want = Revoked
		}
		t.Run(name, func(t *testing.T) {
			pgpCase{keys: keys, signature: earlier, at: before, want: want, differs: !hard}.check(t, s)
			pgpCase{keys: keys, signature: earlier, at: after, want: Revoked}.check(t, s)
			r := pgpCase{keys: keys, signature: later, at: after, want: Revoked}.check(t, s)
			pgpCase{keys: keys, signature: later, at: before, want: Revoked}.check(t, s)
			pgpCase{keys: keys, signature: later, at: after, text: "x", want: Bad}.check(t, s)
			if r.Key == nil || !r.Key.Revoked() {
				t.Error("the key is not named as revoked")
			}
		})
	}
}

func TestOpenPGPSubkeys(t *testing.T) {
	s := newGPGSandbox(t)
	born := noon().AddDate(-1, 0, 0)
	for _, name := range []string{"plain", "gone"} {
		s.newKey(born, name, "ed25519", "cert", "never")
		s.must(born, "", "--quick-add-key "+s.fingerprint(name)+" nistp256/ecdsa sign 20260601T000000")
		s.must(born, "", "--quick-add-key "+s.fingerprint(name)+" cv25519 encr never")
	}
	good := s.sign(noon(), "plain", "", statement)
	r := pgpCase{keys: s.public("plain"), signature: good}.check(t, s)
	if r.Key == nil || r.Key.Fingerprint() != s.fingerprint("plain") || r.Fingerprint == r.Key.Fingerprint() {
		t.Errorf("signed by a subkey: got %q of %v", r.Fingerprint, r.Key)
	}
	pgpCase{keys: s.public("plain"), signature: good, text: "x", want: Bad}.check(t, s)
	pgpCase{keys: s.public("plain"), signature: good, at: noon().AddDate(0, 3, 0), want: Expired}.check(t, s)
	pgpCase{keys: s.public("gone"), signature: good, want: UnknownKey}.check(t, s)

	gone := s.sign(noon(), "gone", "", statement)
	s.must(noon().Add(time.Hour), "key 1\\nrevkey\\ny\\n3\\n\\ny\\nsave\\n", "--no-batch --command-fd 0 --edit-key gone")
	pgpCase{keys: s.public("gone"), signature: gone, at: noon().AddDate(0, 0, 1), want: Revoked}.check(t, s)
	pgpCase{keys: s.public("gone"), signature: gone, want: None, differs: true}.check(t, s)
}

// TestOpenPGPExtended follows a key whose owner moved its end.
func TestOpenPGPExtended(t *testing.T) {
	s := newGPGSandbox(t)
	born := noon().AddDate(-1, 0, 0)
	s.newKey(born, "sato", "ed25519", "sign", "20260301T000000")
	sig := s.sign(born, "sato", "", statement)
	former := s.public("sato")
	s.must(noon(), "", "--quick-set-expire "+s.fingerprint("sato")+" 20270301T000000")
	pgpCase{keys: former, signature: sig, want: Expired}.check(t, s)
	pgpCase{keys: s.public("sato"), signature: sig}.check(t, s)
	// Somebody else's statement about the key changes nothing.
	s.newKey(born, "mallory", "ed25519", "sign", "never")
	s.must(noon(), "", "-u mallory --yes --quick-sign-key "+s.fingerprint("sato"))
	r := pgpCase{keys: s.public("sato"), signature: sig}.check(t, s)
	if r.Key == nil || r.Key.ValidBefore().Year() != 2027 {
		t.Errorf("got %v", r.Key)
	}
	s.must(noon(), "", "--quick-add-uid "+s.fingerprint("sato")+" 'Sato <new@example.co.jp>'")
	s.must(noon().Add(time.Second), "", "--quick-revoke-uid "+s.fingerprint("sato")+" 'sato <sato@example.co.jp>'")
	r = pgpCase{keys: s.public("sato"), signature: sig}.check(t, s)
	if r.Key == nil || r.Key.Comment() != "Sato <new@example.co.jp>" {
		t.Errorf("got %v", r.Key)
	}
}
