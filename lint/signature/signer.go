package signature

import (
	"bytes"
	"crypto/rand"
	"errors"

	"golang.org/x/crypto/ssh"

	"github.com/ismslint/ismslint/lint/message"
)

// Signer makes signatures with one private key.
type Signer interface {
	// Key returns the public key.
	Key() *Key
	// Sign returns the armoured signature over a text for a purpose, as
	// "ssh-keygen -Y sign -n NAMESPACE" writes it, with SHA-512. The error is a
	// *message.Error.
	Sign(text []byte, namespace string) (armored []byte, err error)
}

// keySigner signs with a private key at hand.
type keySigner struct {
	key     *Key
	private ssh.Signer
}

func (s *keySigner) Key() *Key { return s.key }

func (s *keySigner) Sign(text []byte, namespace string) ([]byte, error) {
	return sign(s.key, text, namespace, func(data []byte) (*ssh.Signature, error) {
		if s.key.ssh.public.Type() != ssh.KeyAlgoRSA {
			return s.private.Sign(rand.Reader, data)
		}
		a, ok := s.private.(ssh.AlgorithmSigner)
		if !ok {
			return nil, errors.New("the key makes no rsa-sha2-512 signatures")
		}
		return a.SignWithAlgorithm(rand.Reader, data, ssh.KeyAlgoRSASHA512)
	})
}

// sign makes the signature around what the key signs, and verifies it: what an
// agent or a device returns is not taken on trust.
func sign(k *Key, text []byte, namespace string, do func(data []byte) (*ssh.Signature, error)) ([]byte, error) {
	const hash = "sha512"
	if namespace == "" {
		return nil, message.Errorf("署名の用途（namespace）が指定されていません",
			"no namespace is given, expected the purpose of the signature")
	}
	if k.ssh.weak {
		return nil, message.Errorf("鍵 %s は安全でない方式（DSAまたは2048ビット未満のRSA）のため、Ed25519の鍵を使用してください",
			"the key %s is of DSA or of RSA below 2048 bits, expected a stronger key such as Ed25519", k.fingerprint)
	}
	data, _ := toSign(text, namespace, hash)
	inner, err := do(data)
	if err != nil {
		return nil, message.Wrap(err, "鍵 %s で署名できません", "cannot sign with the key %s", k.fingerprint)
	}
	s := sshsig{
		Version: sshVersion, PublicKey: k.ssh.blob, Namespace: namespace,
		HashAlgorithm: hash, Signature: ssh.Marshal(inner),
	}
	problem, detail := unsupportedSSH(&s, inner)
	if problem == None {
		problem, detail = checkSSH(k.ssh, data, inner)
	}
	if problem != None {
		r := Result{Problem: problem, Detail: detail}
		return nil, &message.Error{Text: message.Textf("鍵 %[1]s で作成した署名を検証できません（%[2]s）",
			"the signature made with the key %[1]s does not verify: %[2]s", k.fingerprint, r.Text())}
	}
	return armorSSH(s.marshal()), nil
}

// sameSSH reports whether both are the same SSH key.
func sameSSH(a, b *Key) bool {
	return a.ssh != nil && b.ssh != nil && bytes.Equal(a.ssh.blob, b.ssh.blob)
}
