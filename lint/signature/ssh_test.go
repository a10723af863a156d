package signature

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
	"time"
)

const statement = "文書番号: ISMS-A-03\n改訂番号: 2\nsha256: 0f0f\n"

// sshKinds are the keys of the matrix; the options are those of ssh-keygen.
func sshKinds() map[string]string {
	return map[string]string{
		"ed25519":  "-t ed25519",
		"ecdsa256": "-t ecdsa -b 256",
		"ecdsa384": "-t ecdsa -b 384",
		"ecdsa521": "-t ecdsa -b 521",
		"rsa":      "-t rsa -b 2048",
	}
}

func newSSHSandbox(t testing.TB) sandbox {
	s := newSandbox(t, "ssh-keygen")
	for name, options := range sshKinds() {
		s.run("ssh-keygen -q -N '' -C " + name + "@example.co.jp " + options + " -f " + name)
	}
	s.write("text", []byte(statement))
	return s
}

// sshSign has ssh-keygen sign a text.
func (s sandbox) sshSign(key, namespace, hash, text string) []byte {
	s.t.Helper()
	s.write("signed", []byte(text))
	s.run("rm -f signed.sig; ssh-keygen -q -Y sign -f " + key + " -n " + namespace + " -O hashalg=" + hash + " signed")
	return s.read("signed.sig")
}

// sshCase is one cell of the matrix.
type sshCase struct {
	name      string
	signers   string // the allowed_signers file
	revoked   []byte // list of revoked keys, nil for none
	text      string
	signature []byte
	identity  string    // default sato
	namespace string    // default file
	at        time.Time // default noon
	want      Problem
	stricter  bool // ssh-keygen accepts what this package refuses
}

// check judges a case with this package and with ssh-keygen.
func (c sshCase) check(t *testing.T, s sandbox) Result {
	t.Helper()
	if c.text == "" {
		c.text = statement
	}
	if c.identity == "" {
		c.identity = "sato"
	}
	if c.namespace == "" {
		c.namespace = "file"
	}
	if c.at.IsZero() {
		c.at = noon()
	}
	keys := s.keys([]byte(c.signers))
	if c.revoked != nil {
		var err error
		if keys, err = WithRevoked(keys, c.revoked); err != nil {
			t.Fatal(err)
		}
	}
	var own []*Key
	for _, k := range keys {
		if k.MatchesPrincipal(c.identity) {
			own = append(own, k)
		}
	}
	r := Verify([]byte(c.text), c.signature, own, c.namespace, c.at)
	if r.Problem != c.want {
		t.Errorf("got %d (%s), want %d (%s)", r.Problem, r.Text().EN, c.want, c.want.Text().EN)
	}
	if tool, out := c.tool(s); tool != (r.Problem == None) && !c.stricter {
		t.Errorf("ssh-keygen -Y verify accepts: %v (%s), this package: %d", tool, out, r.Problem)
	}
	if (r.Problem == None) != r.Text().IsZero() {
		t.Errorf("problem %d has the text %q", r.Problem, r.Text().EN)
	}
	return r
}

// tool asks ssh-keygen.
func (c sshCase) tool(s sandbox) (accepts bool, out string) {
	s.t.Helper()
	s.write("allowed", []byte(c.signers))
	s.write("case.sig", c.signature)
	args := []string{"-Y", "verify", "-f", "allowed", "-I", c.identity, "-n", c.namespace,
		"-s", "case.sig", "-Overify-time=" + c.at.UTC().Format("20060102150405Z")}
	if c.revoked != nil {
		s.write("revoked", c.revoked)
		args = append(args, "-r", "revoked")
	}
	cmd := exec.Command("ssh-keygen", args...)
	cmd.Dir = s.dir
	cmd.Env = []string{"TZ=JST-9", "HOME=" + s.dir}
	cmd.Stdin = strings.NewReader(c.text)
	b, err := cmd.CombinedOutput()
	return err == nil, string(b)
}

func TestSSHKinds(t *testing.T) {
	s := newSSHSandbox(t)
	for kind := range sshKinds() {
		public := string(s.read(kind + ".pub"))
		for _, hash := range []string{"sha256", "sha512"} {
			sig := s.sshSign(kind, "file", hash, statement)
			t.Run(kind+"/"+hash, func(t *testing.T) {
				r := sshCase{signers: "sato " + public, signature: sig}.check(t, s)
				want := strings.Fields(s.run("ssh-keygen -l -f " + kind + ".pub"))[1]
				if r.Key == nil || r.Key.Fingerprint() != want || r.Fingerprint != want {
					t.Errorf("got fingerprint %s, want %s", r.Fingerprint, want)
				}
				if r.Key.Comment() != kind+"@example.co.jp" || r.Kind != SSH {
					t.Errorf("got comment %q and kind %q", r.Key.Comment(), r.Kind)
				}
				sshCase{signers: "sato " + public, signature: sig, text: "other", want: Bad}.check(t, s)
			})
		}
	}
}

func TestSSHMatrix(t *testing.T) {
	s := newSSHSandbox(t)
	pub := func(kind string) string { return strings.TrimSpace(string(s.read(kind + ".pub"))) }
	ed, rsa := pub("ed25519"), pub("rsa")
	good := s.sshSign("ed25519", "file", "sha512", statement)
	byRSA := s.sshSign("rsa", "file", "sha512", statement)
	s.run("ssh-keygen -q -k -f krl.keys ed25519.pub; printf 'sha1: %s\n' \"$(cat ed25519.pub)\" >spec; ssh-keygen -q -k -f krl.sha1 spec")
	s.run("printf 'sha256: %s\n' \"$(cat ed25519.pub)\" >spec; ssh-keygen -q -k -f krl.sha256 spec; ssh-keygen -q -k -f krl.other rsa.pub")
	at := func(y, m, d, hh, mm, ss int) time.Time { return time.Date(y, time.Month(m), d, hh, mm, ss, 0, japan()) }
	limited := `sato valid-after="20260101",valid-before="20261231235959" ` + ed
	utc := `sato valid-after="20260101Z",valid-before="202612311500Z" ` + ed

	for _, c := range []sshCase{
		{name: "right", signers: "sato " + ed, signature: good},
		{name: "altered text", signers: "sato " + ed, signature: good, text: statement + " ", want: Bad},
		{name: "line ends changed", signers: "sato " + ed, signature: good, text: strings.ReplaceAll(statement, "\n", "\r\n"), want: Bad},
		{name: "other namespace", signers: "sato " + ed, signature: good, namespace: "git", want: WrongNamespace},
		{name: "unknown key", signers: "sato " + rsa, signature: good, want: UnknownKey},
		{name: "other principal", signers: "tanaka " + ed, signature: good, want: UnknownKey},
		{name: "principal pattern", signers: "*,!tanaka " + ed, signature: good},
		{name: "excluded principal", signers: "*,!sato " + ed, signature: good, want: UnknownKey},
		{name: "question mark", signers: "sat? " + ed, signature: good},
		{name: "quoted principals", signers: `"tanaka,sato" ` + ed, signature: good},
		{name: "quoted principal with blank", signers: `"sato hanako" ` + ed, signature: good, identity: "sato hanako"},
		{name: "comments and blank lines", signers: "# keys\n\n  \tsato\t" + ed + "\n#end\n", signature: good},
		{name: "second line counts", signers: "sato " + rsa + "\nsato " + ed, signature: good},
		{name: "swapped signature", signers: "sato " + ed + "\nsato " + rsa, signature: byRSA},
		{name: "swapped signature, not own key", signers: "sato " + ed + "\ntanaka " + rsa, signature: byRSA, want: UnknownKey},

		{name: "within interval", signers: limited, signature: good},
		{name: "first second", signers: limited, signature: good, at: at(2026, 1, 1, 0, 0, 0)},
		{name: "second before", signers: limited, signature: good, at: at(2025, 12, 31, 23, 59, 59), want: NotYetValid},
		{name: "last second", signers: limited, signature: good, at: at(2026, 12, 31, 23, 59, 59)},
		{name: "second after", signers: limited, signature: good, at: at(2027, 1, 1, 0, 0, 0), want: Expired},
		{name: "UTC first second", signers: utc, signature: good, at: at(2026, 1, 1, 9, 0, 0)},
		{name: "UTC second before", signers: utc, signature: good, at: at(2026, 1, 1, 8, 59, 59), want: NotYetValid},
		{name: "UTC last second", signers: utc, signature: good, at: at(2027, 1, 1, 0, 0, 0)},
		{name: "UTC second after", signers: utc, signature: good, at: at(2027, 1, 1, 0, 0, 1), want: Expired},
		{name: "expired line, renewed line", signers: `sato valid-before="20260101" ` + ed + "\n" + `sato valid-after="20260101" ` + ed, signature: good},
		{name: "expired and altered", signers: `sato valid-before="20260101" ` + ed, signature: good, text: "x", want: Bad},

		{name: "allowed namespace", signers: `sato namespaces="git,file" ` + ed, signature: good},
		{name: "namespace pattern", signers: `sato namespaces="f*" ` + ed, signature: good},
		{name: "namespace not allowed", signers: `sato namespaces="git" ` + ed, signature: good, want: NotAllowed},
		{name: "namespace excluded", signers: `sato NAMESPACES="*,!file" ` + ed, signature: good, want: NotAllowed},
		{name: "authority", signers: "sato cert-authority " + ed, signature: good, want: UnknownKey},

		{name: "revoked by list", signers: "sato " + ed, revoked: []byte(rsa + "\n" + ed + "\n"), signature: good, want: Revoked},
		{name: "list of others", signers: "sato " + ed, revoked: []byte(rsa + "\n"), signature: good},
		{name: "empty list", signers: "sato " + ed, revoked: []byte("# none\n"), signature: good},
		{name: "revoked by KRL", signers: "sato " + ed, revoked: s.read("krl.keys"), signature: good, want: Revoked},
		{name: "revoked by KRL of SHA-1", signers: "sato " + ed, revoked: s.read("krl.sha1"), signature: good, want: Revoked},
		{name: "revoked by KRL of SHA-256", signers: "sato " + ed, revoked: s.read("krl.sha256"), signature: good, want: Revoked},
		{name: "KRL of others", signers: "sato " + ed, revoked: s.read("krl.other"), signature: good},
		{name: "revoked and altered", signers: "sato " + ed, revoked: s.read("krl.keys"), signature: good, text: "x", want: Bad},

		{name: "no signature", signers: "sato " + ed, signature: []byte("\n"), want: NoSignature},
		{name: "no armour", signers: "sato " + ed, signature: []byte("approved"), want: Malformed},
		{name: "no end", signers: "sato " + ed, signature: good[:len(good)-30], want: Malformed},
		{name: "line missing", signers: "sato " + ed, signature: dropLine(good, 2), want: Malformed},
		{name: "letter changed", signers: "sato " + ed, signature: changeLetter(good), want: Bad},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := c.check(t, s)
			genuine := c.want != Bad && c.want != UnknownKey && c.want != Malformed && c.want != NoSignature && c.want != WrongNamespace
			if (r.Key != nil) != genuine {
				t.Errorf("got key %v", r.Key)
			}
		})
	}
}

// dropLine leaves out one line of an armoured signature.
func dropLine(armored []byte, n int) []byte {
	lines := bytes.SplitAfter(armored, []byte("\n"))
	return bytes.Join(append(lines[:n:n], lines[n+1:]...), nil)
}

// changeLetter changes the mathematics of an armoured signature.
func changeLetter(armored []byte) []byte {
	lines := bytes.SplitAfter(bytes.Clone(armored), []byte("\n"))
	line := lines[len(lines)-3] // the last line of data
	if line[3] == 'A' {
		line[3] = 'B'
	} else {
		line[3] = 'A'
	}
	return bytes.Join(lines, nil)
}
