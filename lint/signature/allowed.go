package signature

import (
	"strings"
	"time"
	"unicode"

	"github.com/ismslint/ismslint/lint/message"
)

// Entry is one line of an allowed_signers file: whose key it is.
type Entry struct {
	Principals []string // identities, such as ids or addresses; at least one
	Key        *Key
}

// AllowedSigners returns the allowed_signers file with which plain
// "ssh-keygen -Y verify -f FILE -I PRINCIPAL -n NAMESPACE" repeats the
// verification. OpenPGP keys, revoked keys and certificate authorities are
// left out: gpg holds the first, and none of the others may sign.
//
// Times are written in UTC with a Z, which OpenSSH knows from 9.1 on. The error
// is a *message.Error.
func AllowedSigners(entries []Entry) ([]byte, error) {
	var b strings.Builder
	for _, e := range entries {
		if e.Key.kind != SSH || e.Key.authority || e.Key.Revoked() {
			continue
		}
		line, err := e.Key.AllowedSignersLine(e.Principals)
		if err != nil {
			return nil, err
		}
		b.WriteString(line + "\n")
	}
	return []byte(b.String()), nil
}

// AllowedSignersLine returns the line of an allowed_signers file, without line
// end, that lets the key sign for the principals within its limits. The error,
// a *message.Error, is for keys that are not SSH keys and principals that such
// a file cannot hold, so that no name can smuggle in a pattern or a line.
func (k *Key) AllowedSignersLine(principals []string) (string, error) {
	if k.kind != SSH {
		return "", message.Errorf("OpenPGP鍵 %s はallowed_signersに書き出せません",
			"the OpenPGP key %s cannot be written to allowed_signers, expected an SSH key", k.fingerprint)
	}
	if len(principals) == 0 {
		return "", message.Errorf("鍵 %s の名義（識別名またはメールアドレス）がありません",
			"the key %s has no principal, expected an id or address", k.fingerprint)
	}
	for _, p := range principals {
		if p == "" || strings.HasPrefix(p, "#") || strings.ContainsFunc(p, isNoPrincipal) {
			return "", message.Errorf(
				"名義「%s」に使用できない文字が含まれているため、空白・コンマ・引用符・*・?・! を除いてください",
				"the principal %q cannot be written to allowed_signers, expected no blank, comma, quotation mark, *, ? or !", short(p))
		}
	}
	fields := []string{strings.Join(principals, ",")}
	if o := k.options(); o != "" {
		fields = append(fields, o)
	}
	fields = append(fields, k.ssh.line())
	if c := printable(k.comment); c != "" {
		fields = append(fields, c)
	}
	return strings.Join(fields, " "), nil
}

// isNoPrincipal reports whether the character means something in an
// allowed_signers file, or nothing to the eye.
func isNoPrincipal(r rune) bool {
	return strings.ContainsRune(`,"'*?!\`, r) || unicode.IsSpace(r) || !unicode.IsPrint(r) || r == unicode.ReplacementChar
}

func (k *Key) options() string {
	var o []string
	if k.authority {
		o = append(o, "cert-authority")
	}
	if len(k.namespaces) > 0 {
		list := strings.Join(k.namespaces, ",")
		o = append(o, `namespaces="`+strings.ReplaceAll(list, `"`, `\"`)+`"`)
	}
	for _, limit := range []struct {
		name string
		t    time.Time
	}{{"valid-after", k.after}, {"valid-before", k.before}} {
		if !limit.t.IsZero() {
			o = append(o, limit.name+`="`+limit.t.UTC().Format("20060102150405Z")+`"`)
		}
	}
	return strings.Join(o, ",")
}

// printable keeps a comment on its line.
func printable(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, s))
}
