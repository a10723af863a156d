package signature

import (
	"bytes"
	"encoding/base64"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/message"
)

// maxKeys is the longest list of keys that is read, in bytes.
const maxKeys = 4 << 20

// ParseKeys reads public keys with their limits, one or many, in any of the
// forms in which they are kept, told apart by content: lines of authorized_keys
// or a .pub file, lines of an allowed_signers file (ALLOWED SIGNERS in
// ssh-keygen(1)), or armoured OpenPGP public keys, one block or several. Lines
// and blocks may be mixed. Days and times without a zone are local ones of this
// machine; [ParseKeysIn] lets the caller choose.
//
// The error is a *message.Error with the line number and the remedy.
func ParseKeys(text []byte) ([]*Key, error) { return ParseKeysIn(text, time.Local) }

// ParseKeysIn is [ParseKeys] with the zone of the times of valid-after and
// valid-before that do not end with Z, so that the same file means the same on
// every machine. A time that the zone's clock change skips or repeats is read
// as [time.Date] does.
func ParseKeysIn(text []byte, zone *time.Location) ([]*Key, error) {
	if len(text) > maxKeys {
		return nil, message.Errorf("公開鍵の一覧が%d MBを超えているため、分割してください",
			"the list of public keys is larger than %d MB, expected a smaller one", maxKeys>>20)
	}
	if !utf8.Valid(text) {
		return nil, message.Errorf(
			"公開鍵の一覧がUTF-8のテキストではないため、UTF-8で保存し直してください（OpenPGP公開鍵は gpg --export --armor で書き出します）",
			"the list of public keys is not text in UTF-8; save it as UTF-8, an OpenPGP key as gpg --export --armor writes it")
	}
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	var keys []*Key
	lines := strings.Split(string(text), "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "-----BEGIN") {
			found, last, err := parseBlock(lines, i)
			if err != nil {
				return nil, err
			}
			keys, i = append(keys, found...), last
			continue
		}
		k, err := parseLine(line, zone)
		if err != nil {
			return nil, atLine(i, err)
		}
		keys = append(keys, k)
	}
	if len(keys) == 0 {
		return nil, message.Errorf("公開鍵が1つもないため、公開鍵（例：ssh-ed25519 AAAA…）を記入してください",
			"there is no public key, expected at least one such as ssh-ed25519 AAAA…")
	}
	return keys, nil
}

// atLine adds the number of a line, given from 0.
func atLine(i int, err *message.Error) error {
	return message.Wrap(err, "%d行目", "line %d", i+1)
}

// parseLine reads one line, of authorized_keys where it begins with the type
// of a key, else of allowed_signers.
func parseLine(line string, zone *time.Location) (*Key, *message.Error) {
	if k, ok, err := readKey(line); ok {
		return k, err
	}
	principals, rest, ok := cutPrincipals(line)
	if !ok {
		return nil, errLine(line)
	}
	k, ok, err := readKey(rest)
	options := ""
	if !ok {
		if options, rest, ok = cutOptions(rest); !ok {
			return nil, errLine(line)
		}
		if k, ok, err = readKey(rest); !ok {
			return nil, errLine(line)
		}
	}
	if err != nil {
		return nil, err
	}
	k.principals = splitList(principals)
	if err := k.limit(options, zone); err != nil {
		return nil, err
	}
	return k, nil
}

func errLine(line string) *message.Error {
	return message.Errorf(
		"「%s」は公開鍵として読み取れないため、公開鍵（例：ssh-ed25519 AAAA…）、allowed_signersの行、またはOpenPGP公開鍵を記入してください",
		"%q is no public key, expected a key such as ssh-ed25519 AAAA…, a line of allowed_signers or an OpenPGP public key", short(line))
}

// readKey reads type, key and comment, and returns false where s does not
// begin with the type of a key.
func readKey(s string) (*Key, bool, *message.Error) {
	typ, rest := cutBlank(s)
	if !isSSHType(typ) {
		return nil, false, nil
	}
	encoded, comment := cutBlank(rest)
	blob, err := base64.StdEncoding.DecodeString(encoded)
	switch {
	case strings.HasSuffix(typ, certificateSuffix):
		return nil, true, message.Errorf("SSH証明書「%s」は登録できないため、鍵そのもの（.pub）を登録してください",
			"an SSH certificate (%s) cannot be registered, expected the key itself (.pub)", typ)
	case err != nil || keyType(blob) != typ:
		return nil, true, message.Errorf("%sの公開鍵が途中で切れているか壊れているため、.pubファイルの1行をそのまま写してください",
			"the %s key is cut off or damaged, expected the whole line of the .pub file", typ)
	}
	k, err := newSSHKey(blob, strings.TrimSpace(comment))
	if err != nil {
		return nil, true, message.Wrap(err, "%sの公開鍵が正しくないため、.pubファイルの1行をそのまま写してください",
			"the %s key is not valid, expected the whole line of the .pub file", typ)
	}
	return k, true, nil
}

// cutBlank cuts at the first run of blanks.
func cutBlank(s string) (word, rest string) {
	i := strings.IndexAny(s, " \t")
	if i < 0 {
		return s, ""
	}
	return s[:i], strings.TrimLeft(s[i:], " \t")
}

// cutPrincipals cuts the first field of a line of allowed_signers, which is
// quoted where it holds blanks.
func cutPrincipals(line string) (principals, rest string, ok bool) {
	quoted, isQuoted := strings.CutPrefix(line, `"`)
	if !isQuoted {
		principals, rest = cutBlank(line)
		return principals, rest, rest != ""
	}
	principals, rest, ok = strings.Cut(quoted, `"`)
	return principals, strings.TrimLeft(rest, " \t"), ok && principals != ""
}

func splitList(s string) []string {
	var out []string
	for p := range strings.SplitSeq(s, ",") {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
