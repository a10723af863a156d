package signature

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"slices"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"

	"github.com/ismslint/ismslint/lint/message"
)

func verifySSH(text, armored []byte, keys []*Key, namespace string, at time.Time) Result {
	r := Result{Kind: SSH, Problem: Malformed}
	raw, ok := dearmorSSH(armored)
	if !ok {
		return r
	}
	s, inner, err := parseSSHSig(raw)
	if err != nil {
		if errors.Is(err, errVersion) {
			r.Problem = Unsupported
		}
		return r
	}
	sum := sha256.Sum256(s.PublicKey)
	r.Fingerprint = "SHA256:" + base64.RawStdEncoding.EncodeToString(sum[:])
	if r.Problem, r.Detail = unsupportedSSH(s, inner); r.Problem != None {
		return r
	}
	if s.Namespace != namespace {
		r.Problem = WrongNamespace
		r.Detail = message.Textf(
			"署名の用途（namespace）が「%[1]s」になっているため、「%[2]s」として署名し直してください",
			"the signature is made for the namespace %[1]q, expected %[2]q", short(s.Namespace), namespace)
		return r
	}
	known := slices.DeleteFunc(slices.Clone(keys), func(k *Key) bool {
		return k.ssh == nil || k.authority || !bytes.Equal(k.ssh.blob, s.PublicKey)
	})
	if len(known) == 0 {
		r.Problem = UnknownKey
		return r
	}
	key := known[0].ssh
	signed, _ := toSign(text, s.Namespace, s.HashAlgorithm)
	if r.Problem, r.Detail = checkSSH(key, signed, inner); r.Problem != None {
		return r
	}
	var all []Result
	for _, k := range known {
		r.Key, r.Problem = k, k.judge(namespace, at)
		all = append(all, r)
	}
	return best(all)
}

// unsupportedSSH finds what no key can verify.
func unsupportedSSH(s *sshsig, inner *ssh.Signature) (Problem, message.Text) {
	typ := keyType(s.PublicKey)
	switch {
	case strings.HasSuffix(typ, certificateSuffix):
		return Unsupported, message.Textf(
			"SSH証明書による署名には対応していないため、証明書ではなく鍵そのもので署名し、その鍵を登録してください",
			"the signature is made with an SSH certificate, which is not supported; sign with the key itself and register that key")
	case !isSSHType(typ):
		return Unsupported, message.Textf(
			"対応していない種類のSSH鍵「%s」による署名のため、Ed25519の鍵で署名してください",
			"the signature is made with an SSH key of type %q, expected a supported type such as ssh-ed25519", short(typ))
	case s.HashAlgorithm != "sha512" && s.HashAlgorithm != "sha256":
		return Unsupported, message.Textf(
			"対応していないハッシュ方式「%s」の署名のため、sha512で署名してください",
			"the signature uses the hash algorithm %q, expected sha512 or sha256", short(s.HashAlgorithm))
	case strings.HasPrefix(inner.Format, "webauthn-"):
		return Unsupported, message.Textf(
			"WebAuthn形式の署名には対応していないため、ssh-keygenまたはgitで署名してください",
			"the signature is in WebAuthn form, which is not supported, expected one made by ssh-keygen or git")
	case typ == ssh.KeyAlgoRSA && inner.Format == ssh.KeyAlgoRSA:
		return Weak, message.Text{}
	case typ == ssh.KeyAlgoRSA && inner.Format != ssh.KeyAlgoRSASHA256 && inner.Format != ssh.KeyAlgoRSASHA512,
		typ != ssh.KeyAlgoRSA && inner.Format != typ:
		return Malformed, message.Text{}
	case len(inner.Rest) > 0 && !strings.HasPrefix(typ, "sk-"):
		return Malformed, message.Text{}
	}
	return None, message.Text{}
}

// checkSSH verifies the signature as mathematics.
func checkSSH(key *sshKey, signed []byte, inner *ssh.Signature) (Problem, message.Text) {
	if key.weak {
		return Weak, message.Text{}
	}
	const userPresent = 1
	if key.isHardware() {
		const flagsAndCounter = 5
		if len(inner.Rest) != flagsAndCounter {
			return Malformed, message.Text{}
		}
		if inner.Rest[0]&userPresent == 0 {
			return Weak, message.Textf(
				"セキュリティキーに触れずに作成された署名のため、本人が操作したとは確認できません。no-touch-requiredを付けない鍵で署名し直してください",
				"the signature is made without touching the security key, expected a key without no-touch-required")
		}
	}
	if key.public.Verify(signed, inner) != nil {
		return Bad, message.Text{}
	}
	return None, message.Text{}
}

// short returns the beginning of a text that a stranger wrote.
func short(s string) string {
	const longest = 60
	runes := []rune(strings.ToValidUTF8(s, "\uFFFD"))
	if len(runes) <= longest {
		return string(runes)
	}
	return string(runes[:longest]) + "…"
}
