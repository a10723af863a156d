package signature

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"errors"

	"golang.org/x/crypto/ssh"
)

// The format of PROTOCOL.sshsig in OpenSSH. No library is used for it: it is
// two structures, and the known ones parse the public key of each signature
// anew and take no limits.

const (
	sshMagic   = "SSHSIG"
	sshVersion = 1
)

var (
	errNotSSHSig    = errors.New("not an SSH signature")
	errVersion      = errors.New("unknown version of SSH signatures")
	errNotCanonical = errors.New("key is not encoded as SSH prescribes")
)

// sshsig is the content of an armoured signature, behind the magic word.
type sshsig struct {
	Version       uint32
	PublicKey     []byte
	Namespace     string
	Reserved      string
	HashAlgorithm string
	Signature     []byte
}

// signedData is what an SSH key signs, behind the magic word.
type signedData struct {
	Namespace     string
	Reserved      string
	HashAlgorithm string
	Hash          []byte
}

func parseSSHSig(raw []byte) (*sshsig, *ssh.Signature, error) {
	raw, ok := bytes.CutPrefix(raw, []byte(sshMagic))
	if !ok {
		return nil, nil, errNotSSHSig
	}
	var s sshsig
	if err := ssh.Unmarshal(raw, &s); err != nil {
		return nil, nil, err
	}
	if s.Version != sshVersion {
		return nil, nil, errVersion
	}
	if s.Namespace == "" {
		return nil, nil, errNotSSHSig
	}
	var inner ssh.Signature
	if err := ssh.Unmarshal(s.Signature, &inner); err != nil {
		return nil, nil, err
	}
	return &s, &inner, nil
}

func (s *sshsig) marshal() []byte {
	return append([]byte(sshMagic), ssh.Marshal(s)...)
}

// toSign returns the bytes that are signed for a text, and false where the
// hash algorithm is not known. What a signature holds in its reserved field is
// not signed.
func toSign(text []byte, namespace, hash string) ([]byte, bool) {
	d := signedData{Namespace: namespace, HashAlgorithm: hash}
	switch hash {
	case "sha512":
		h := sha512.Sum512(text)
		d.Hash = h[:]
	case "sha256":
		h := sha256.Sum256(text)
		d.Hash = h[:]
	default:
		return nil, false
	}
	return append([]byte(sshMagic), ssh.Marshal(d)...), true
}

// keyType returns the type that a public key in wire format names.
func keyType(blob []byte) string {
	var head struct {
		Type string
		Rest []byte `ssh:"rest"`
	}
	if ssh.Unmarshal(blob, &head) != nil {
		return ""
	}
	return head.Type
}
