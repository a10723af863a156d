package signature

import (
	"bytes"
	"crypto/rsa"
	"encoding/base64"
	"strings"

	"golang.org/x/crypto/ssh"
)

// minRSA is the shortest RSA modulus that is accepted, in bits, as sshd does.
const minRSA = 2048

const certificateSuffix = "-cert-v01@openssh.com"

// typeDSA is known only to say what is wrong with it.
const typeDSA = "ssh-dss"

// sshKey is an SSH public key, parsed once.
type sshKey struct {
	blob   []byte // wire format: equal keys have equal blobs
	public ssh.PublicKey
	weak   bool
}

// isSSHType reports whether the word names a type of SSH key.
func isSSHType(word string) bool {
	switch strings.TrimSuffix(word, certificateSuffix) {
	case ssh.KeyAlgoED25519, ssh.KeyAlgoRSA, typeDSA,
		ssh.KeyAlgoECDSA256, ssh.KeyAlgoECDSA384, ssh.KeyAlgoECDSA521,
		ssh.KeyAlgoSKECDSA256, ssh.KeyAlgoSKED25519,
		"sk-ssh-ed25519", "sk-ecdsa-sha2-nistp256":
		return true
	}
	return false
}

// newSSHKey returns the key in the wire format.
func newSSHKey(blob []byte, comment string) (*Key, error) {
	public, err := ssh.ParsePublicKey(blob)
	if err != nil {
		return nil, err
	}
	k := &sshKey{blob: public.Marshal(), public: public}
	if !bytes.Equal(k.blob, blob) {
		return nil, errNotCanonical
	}
	switch public.Type() {
	case typeDSA:
		k.weak = true
	case ssh.KeyAlgoRSA:
		r, ok := public.(ssh.CryptoPublicKey).CryptoPublicKey().(*rsa.PublicKey)
		k.weak = !ok || r.N.BitLen() < minRSA
	}
	return &Key{
		kind: SSH, fingerprint: ssh.FingerprintSHA256(public), comment: comment, ssh: k,
	}, nil
}

// line returns the key as in a .pub file, without the comment.
func (k *sshKey) line() string {
	return k.public.Type() + " " + base64.StdEncoding.EncodeToString(k.blob)
}

// isHardware reports whether the key lives in a security key.
func (k *sshKey) isHardware() bool {
	return strings.HasPrefix(k.public.Type(), "sk-")
}
