package repo

import "strings"

// signatureHeader is the header with the signature over a commit in a
// repository of SHA-1 objects. Those of other formats begin in the same way and
// are no part of what is signed either.
const signatureHeader = "gpgsig"

// splitCommitSignature separates a commit into what is signed and the
// signature, nil where there is none. A signature is the value of its header
// with the blank that marks each further line taken off.
func splitCommitSignature(raw string) (payload, signature []byte) {
	payload = make([]byte, 0, len(raw))
	ours, other := false, false
	for raw != "" {
		line := raw
		if end := strings.IndexByte(raw, '\n'); end >= 0 {
			line = raw[:end+1]
		}
		if line == "\n" {
			return append(payload, raw...), signature
		}
		raw = raw[len(line):]
		if line[0] != ' ' {
			ours = strings.HasPrefix(line, signatureHeader+" ")
			other = !ours && strings.HasPrefix(line, signatureHeader)
		}
		switch {
		case ours && line[0] == ' ':
			signature = append(signature, line[1:]...)
		case ours:
			signature = append(signature, line[len(signatureHeader)+1:]...)
		case !other:
			payload = append(payload, line...)
		}
	}
	return payload, signature
}

// splitTagSignature separates a tag into what is signed and the signature,
// which is the end of its message from the last line that begins one.
func splitTagSignature(raw string) (payload, signature []byte) {
	begin := len(raw)
	for at := 0; at < len(raw); {
		if beginsSignature(raw[at:]) {
			begin = at
		}
		end := strings.IndexByte(raw[at:], '\n')
		if end < 0 {
			break
		}
		at += end + 1
	}
	if begin == len(raw) {
		return []byte(raw), nil
	}
	payload, _ = splitCommitSignature(raw[:begin])
	return payload, []byte(raw[begin:])
}

func beginsSignature(s string) bool {
	rest, ok := strings.CutPrefix(s, "-----BEGIN ")
	return ok && (strings.HasPrefix(rest, "PGP SIGNATURE-----") || strings.HasPrefix(rest, "PGP MESSAGE-----") ||
		strings.HasPrefix(rest, "SSH SIGNATURE-----") || strings.HasPrefix(rest, "SIGNED MESSAGE-----"))
}
