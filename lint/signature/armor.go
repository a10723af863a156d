package signature

import (
	"bytes"
	"encoding/base64"
)

const (
	sshBegin = "-----BEGIN SSH SIGNATURE-----"
	sshEnd   = "-----END SSH SIGNATURE-----"
)

// dearmorSSH returns the signature between its armour lines. The text begins
// with the first of them.
func dearmorSSH(armored []byte) ([]byte, bool) {
	body := armored[len(sshBegin):]
	end := bytes.Index(body, []byte("\n"+sshEnd))
	if end < 0 || len(bytes.TrimSpace(body[end+1+len(sshEnd):])) > 0 {
		return nil, false
	}
	// The decoder skips CR and LF itself.
	out, err := base64.StdEncoding.DecodeString(string(body[:end]))
	return out, err == nil
}

// armorSSH writes a signature as ssh-keygen does, 70 characters a line.
func armorSSH(raw []byte) []byte {
	const width = 70
	text := base64.StdEncoding.EncodeToString(raw)
	var b bytes.Buffer
	b.WriteString(sshBegin + "\n")
	for len(text) > 0 {
		n := min(width, len(text))
		b.WriteString(text[:n] + "\n")
		text = text[n:]
	}
	b.WriteString(sshEnd + "\n")
	return b.Bytes()
}
