package signature

import (
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"github.com/ismslint/ismslint/lint/message"
)

const (
	edLine  = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1Z8pY2m1m8pB9Gq3rVb0Jp3sF6y0zq1o4R2kq7dY3n"
	edLine2 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKw2S4k5cZ6l8q1m7Y3e9Xv0b2N4t6R8u1I3o5P7a9Sd"
)

func TestParseKeys(t *testing.T) {
	text := "\uFEFF" + edLine + " 佐藤 花子\r\n" +
		"\r\n# 鍵の一覧\r\n" +
		edLine2 + "\n" +
		`"sato,*@example.co.jp" Valid-After="20260401",valid-before="202703312359Z",namespaces="git,file" ` + edLine + " x y\n" +
		"ca CERT-AUTHORITY " + edLine2
	keys, err := ParseKeysIn([]byte(text), japan())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, k := range keys {
		got = append(got, fmt.Sprintf("%s %q %q %q %s %s %v", k.Kind(), k.Comment(), k.Principals(), k.Namespaces(),
			stamp(k.ValidAfter()), stamp(k.ValidBefore()), k.Authority()))
	}
	want := []string{
		`ssh "佐藤 花子" [] [] - - false`,
		`ssh "" [] [] - - false`,
		`ssh "x y" ["sato" "*@example.co.jp"] ["git" "file"] 2026-03-31T15:00:00Z 2027-03-31T23:59:00Z false`,
		`ssh "" ["ca"] [] - - true`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if !keys[2].MatchesPrincipal("tanaka@example.co.jp") || keys[2].MatchesPrincipal("tanaka") || keys[0].MatchesPrincipal("sato") {
		t.Error("principals are not matched as patterns")
	}
	if keys[0].Fingerprint() != keys[2].Fingerprint() || keys[0].Fingerprint() == keys[1].Fingerprint() {
		t.Error("fingerprints do not tell the keys apart")
	}
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return "-"
	}
	return t.UTC().Format(time.RFC3339)
}

func TestParseKeysErrors(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty":              {"\n# none\n", "no public key"},
		"no key":             {edLine + "\nhello\n", `line 2: "hello" is no public key`},
		"principal alone":    {"sato " + "ssh-new AAAA", "line 1"},
		"cut off":            {"\n" + edLine[:50], "line 2: the ssh-ed25519 key is cut off"},
		"other type":         {strings.Replace(edLine, "ssh-ed25519", "ssh-rsa", 1), "line 1: the ssh-rsa key is cut off or damaged"},
		"no data":            {"sato ssh-ed25519", "line 1: the ssh-ed25519 key is cut off"},
		"damaged":            {"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAA==", "line 1: the ssh-ed25519 key is not valid"},
		"certificate":        {"ssh-ed25519-cert-v01@openssh.com AAAA", "certificate"},
		"unknown option":     {"sato no-pty " + edLine, `unknown option "no-pty"`},
		"option twice":       {`sato namespaces="a",namespaces="b" ` + edLine, "given twice"},
		"no value":           {"sato namespaces " + edLine, `unknown option "namespaces"`},
		"no quotes":          {"sato namespaces=git " + edLine, "not complete"},
		"open quotes":        {`sato namespaces="git ` + edLine, "no public key"},
		"empty namespaces":   {`sato namespaces="" ` + edLine, "namespaces is empty"},
		"no comma":           {`sato namespaces="git"valid-after="20260401" ` + edLine, "not complete"},
		"comma at the end":   {`sato cert-authority, ` + edLine, "not complete"},
		"comma first":        {`sato ,cert-authority ` + edLine, "not complete"}, // OpenSSH lets it pass
		"no day":             {`sato valid-after="20260230" ` + edLine, "is no time"},
		"ISO day":            {`sato valid-before="2026-04-01" ` + edLine, "is no time"},
		"other zone":         {`sato valid-before="202604010000JST" ` + edLine, "is no time"},
		"ends before begins": {`sato valid-after="20260401",valid-before="20260331" ` + edLine, "valid-before is not later"},
		"private SSH key":    {"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----", "private key; remove it"},
		"private OpenPGP":    {"-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nAAAA\n-----END PGP PRIVATE KEY BLOCK-----", "private key; remove it"},
		"signature":          {"-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----", "begins no public key"},
		"block cut off":      {edLine + "\n-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n", "line 2: the OpenPGP key block is cut off"},
		"block damaged":      {"-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----", "line 1: the OpenPGP key block is cut off"},
		"UTF-16":             {"\xFF\xFEs\x00s\x00h\x00", "not text in UTF-8"},
		"binary OpenPGP":     {"\x98\x33\x04\x67", "gpg --export --armor"},
		"too long":           {strings.Repeat("#\n", maxKeys/2+1), "larger than 4 MB"},
	} {
		t.Run(name, func(t *testing.T) {
			keys, err := ParseKeys([]byte(c.text))
			var m *message.Error
			if !errors.As(err, &m) || keys != nil {
				t.Fatalf("got %v, %v, want an error", keys, err)
			}
			if !strings.Contains(m.Error(), c.want) {
				t.Errorf("got %q, want %q", m.Error(), c.want)
			}
			if m.In(message.Japanese) == m.In(message.English) {
				t.Error("the message is not translated")
			}
		})
	}
}

// TestOptionsAsOpenSSH compares which lines are understood.
func TestOptionsAsOpenSSH(t *testing.T) {
	s := newSSHSandbox(t)
	ed := strings.TrimSpace(string(s.read("ed25519.pub")))
	good := s.sshSign("ed25519", "file", "sha512", statement)
	for _, options := range []string{
		"", `namespaces="file"`, `namespaces="file",valid-after="20200101"`, `valid-after="20200101",namespaces="file"`,
		`valid-after="20200101"`, `valid-after="202001010000"`, `valid-after="20200101000000"`, `VALID-AFTER="20200101z"`,
		`valid-after="20200101UTC"`, `valid-after="202001010000Z"`, `valid-after="19700101Z"`, `valid-after="2020"`,
		`valid-after="20200101T0000"`, `valid-after="20201301"`, `valid-after="20200101",valid-before="20300101"`,
		`valid-after="20200101",valid-before="20200101"`, `valid-after="20300101",valid-before="20200101"`,
		`valid-after=""`, `valid-after="20200101`, `valid-after=20200101`, `valid-after`,
		`namespaces="file",namespaces="file"`, `namespaces="a\"b,file"`, `namespaces=" file"`, `namespaces=`, `namespaces`,
		`no-touch-required`, `no-pty`, `namespaces="file",no-pty`, `namespaces="file",`, `namespaces="file"x`,
	} {
		t.Run(options, func(t *testing.T) {
			c := sshCase{signers: strings.Join([]string{"sato", options, ed}, " "), signature: good, identity: "sato", namespace: "file", at: noon()}
			keys, err := ParseKeysIn([]byte(c.signers), japan())
			accepts := err == nil && Verify([]byte(statement), good, keys, "file", noon()).Problem == None
			c.text = statement
			if tool, out := c.tool(s); tool != accepts {
				t.Errorf("ssh-keygen accepts: %v (%s), this package: %v (%v)", tool, out, accepts, err)
			}
		})
	}
}

func TestWithRevokedErrors(t *testing.T) {
	s := newSSHSandbox(t)
	keys := s.keys(s.read("ed25519.pub"))
	s.run("ssh-keygen -q -k -f krl ed25519.pub")
	krl := s.read("krl")
	extension := func(critical bool) []byte {
		data := ssh.Marshal(struct {
			Name     string
			Critical bool
			Content  string
		}{"new@example.co.jp", critical, ""})
		return slices.Concat(krl, []byte{krlExtension}, ssh.Marshal(struct{ Data []byte }{data}))
	}
	if out, err := WithRevoked(keys, extension(false)); err != nil || !out[0].Revoked() {
		t.Errorf("extension that is not critical: got %v, %v", out, err)
	}
	later := slices.Clone(krl)
	later[len(krlMagic)+3] = 2
	for name, list := range map[string][]byte{
		"no key":        []byte(edLine + "\nhello\n"),
		"fingerprint":   []byte("SHA256:short"),
		"cut off":       []byte(edLine[:40]),
		"KRL cut off":   krl[:len(krl)-1],
		"KRL head only": krl[:20],
		"KRL section":   append(slices.Clone(krl), 99, 0, 0, 0, 0),
		"KRL extension": extension(true),
		"KRL version":   later,
		"too long":      make([]byte, maxKeys+1),
	} {
		t.Run(name, func(t *testing.T) {
			var m *message.Error
			if out, err := WithRevoked(keys, list); !errors.As(err, &m) || out != nil {
				t.Errorf("got %v, %v, want an error", out, err)
			}
		})
	}
	out, err := WithRevoked(keys, []byte("# 退職\r\n"+keys[0].Fingerprint()+" 退職者\r\n"))
	if err != nil || !out[0].Revoked() || keys[0].Revoked() {
		t.Errorf("by fingerprint: got %v, %v; the given key must not change", out, err)
	}
}

func TestMatchList(t *testing.T) {
	for _, c := range []struct {
		s, patterns string
		want        bool
	}{
		{"sato", "sato", true}, {"sato", "SATO", false}, {"sato", "sat", false}, {"sato", "satoo", false},
		{"sato", "*", true}, {"", "*", true}, {"sato", "s*o", true}, {"sato", "*a*", true}, {"sato", "s*x", false},
		{"sato", "????", true}, {"sato", "???", false}, {"sato", "?????", false}, {"sato", "s?to*", true},
		{"sato", "!sato", false}, {"sato", "*,!sato", false}, {"sato", "!tanaka,*", true}, {"sato", "tanaka", false},
		{"aaaaaaaaaaaaaaaaaaaab", strings.Repeat("*a", 30), false}, {"mississippi", "m*iss*ippi", true}, {"sato", "", false},
	} {
		if got := matchList(c.s, splitList(c.patterns)); got != c.want {
			t.Errorf("matchList(%q, %q) = %v, want %v", c.s, c.patterns, got, c.want)
		}
	}
}

// TestParseKeysCanonical refuses a key in another encoding than that in which
// signatures hold it: it would have a fingerprint of its own.
func TestParseKeysCanonical(t *testing.T) {
	modulus := append([]byte{0, 0xC0}, make([]byte, 254)...)
	modulus = append(modulus, 1)
	for name, c := range map[string]struct {
		modulus []byte
		valid   bool
	}{
		"canonical": {modulus, true},
		"padded":    {append([]byte{0}, modulus...), false},
	} {
		blob := ssh.Marshal(struct {
			Type     string
			Exponent []byte
			Modulus  []byte
		}{ssh.KeyAlgoRSA, []byte{1, 0, 1}, c.modulus})
		_, err := ParseKeys([]byte("ssh-rsa " + base64.StdEncoding.EncodeToString(blob)))
		if (err == nil) != c.valid {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
