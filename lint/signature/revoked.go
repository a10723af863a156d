package signature

import (
	"bytes"
	"encoding/base64"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
)

// WithRevoked returns the keys in their order, with new values for the SSH keys
// that a list of revoked keys names and the given values for all others. The
// list is what "ssh-keygen -Y verify -r" takes: lines of public keys, or a
// binary key revocation list (KRL) made by "ssh-keygen -k". Lines that hold a
// fingerprint "SHA256:…" are taken as well. What revokes certificates is of no
// concern here and skipped. The error is a *message.Error.
func WithRevoked(keys []*Key, list []byte) ([]*Key, error) {
	if len(list) > maxKeys {
		return nil, message.Errorf("失効リストが%d MBを超えています",
			"the list of revoked keys is larger than %d MB, expected a smaller one", maxKeys>>20)
	}
	var r revokedKeys
	var err error
	if body, ok := bytes.CutPrefix(list, []byte(krlMagic)); ok {
		r, err = parseKRL(body)
	} else {
		r, err = parseRevokedLines(string(list))
	}
	if err != nil {
		return nil, err
	}
	out := make([]*Key, len(keys))
	for i, k := range keys {
		out[i] = k
		if k.ssh != nil && r.has(k) {
			c := *k
			c.listed = true
			out[i] = &c
		}
	}
	return out, nil
}

// revokedKeys are what identifies revoked keys.
type revokedKeys struct {
	sha256 map[string]bool // fingerprints as Key.Fingerprint returns them
	sha1   map[string]bool // raw
}

func parseRevokedLines(list string) (revokedKeys, error) {
	r := revokedKeys{sha256: map[string]bool{}}
	for i, line := range strings.Split(list, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if word, _ := cutBlank(line); isFingerprint(word) {
			r.sha256[word] = true
			continue
		}
		k, ok, err := readKey(line)
		if !ok {
			err = message.Errorf("「%s」は公開鍵でも指紋（SHA256:…）でもないため、失効リストの行を確認してください",
				"%q is neither a public key nor a fingerprint (SHA256:…), expected a line of a list of revoked keys", short(line))
		}
		if err != nil {
			return r, atLine(i, err)
		}
		r.sha256[k.fingerprint] = true
	}
	return r, nil
}

func isFingerprint(word string) bool {
	digits, ok := strings.CutPrefix(word, "SHA256:")
	raw, err := base64.RawStdEncoding.DecodeString(digits)
	return ok && err == nil && len(raw) == 32
}
