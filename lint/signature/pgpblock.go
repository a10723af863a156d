package signature

import (
	"io"
	"strings"

	"github.com/ProtonMail/go-crypto/openpgp/armor"

	"github.com/ismslint/ismslint/lint/message"
)

// parseBlock reads the armoured block that begins at the given line and returns
// the last line of it.
func parseBlock(lines []string, first int) ([]*Key, int, error) {
	begin := strings.TrimSpace(lines[first])
	if strings.HasSuffix(begin, "PRIVATE KEY-----") || strings.HasSuffix(begin, "PRIVATE KEY BLOCK-----") {
		return nil, 0, atLine(first, errPrivate())
	}
	const publicBegin, publicEnd = "-----BEGIN PGP PUBLIC KEY BLOCK-----", "-----END PGP PUBLIC KEY BLOCK-----"
	if begin != publicBegin {
		return nil, 0, atLine(first, message.Errorf(
			"「%s」は公開鍵ではないため、OpenPGP公開鍵（gpg --export --armor）またはSSH公開鍵を記入してください",
			"%q begins no public key, expected an OpenPGP key (gpg --export --armor) or an SSH key", short(begin)))
	}
	last := first
	for last < len(lines) && strings.TrimSpace(lines[last]) != publicEnd {
		last++
	}
	if last == len(lines) {
		return nil, 0, atLine(first, errBlock())
	}
	raw, ok := dearmorPGP(strings.Join(lines[first:last+1], "\n"))
	if !ok {
		return nil, 0, atLine(first, errBlock())
	}
	keys, err := readPGPKeys(raw)
	if err != nil {
		return nil, 0, atLine(first, err)
	}
	return keys, last, nil
}

func errBlock() *message.Error {
	return message.Errorf(
		"OpenPGP公開鍵のブロックが途中で切れているか壊れているため、gpg --export --armor の出力をそのまま写してください",
		"the OpenPGP key block is cut off or damaged, expected the whole output of gpg --export --armor")
}

func errPrivate() *message.Error {
	return message.Errorf(
		"秘密鍵が含まれています。直ちに削除して公開鍵に置き換え、その鍵は漏えいしたものとして失効させてください",
		"this is a private key; remove it, register the public key instead and revoke this key as disclosed")
}

// dearmorPGP returns what an armoured block holds.
func dearmorPGP(text string) ([]byte, bool) {
	block, err := armor.Decode(strings.NewReader(text))
	if err != nil {
		return nil, false
	}
	raw, err := io.ReadAll(block.Body)
	return raw, err == nil
}

// readPGPKeys reads the keys of one block.
func readPGPKeys(raw []byte) ([]*Key, *message.Error) {
	packets, ok := splitPackets(raw)
	if !ok || len(packets) == 0 {
		return nil, errBlock()
	}
	var readers []*pgpReader
	for _, p := range packets {
		switch {
		case p.tag == tagSecretKey || p.tag == tagSecretSub:
			return nil, errPrivate()
		case p.tag == tagPublicKey:
			primary := p.publicKey()
			if primary == nil {
				return nil, message.Errorf(
					"対応していない形式または方式のOpenPGP公開鍵のため、バージョン4のRSA・ECDSA・EdDSAの鍵を登録してください",
					"the OpenPGP key is of a version or algorithm that is not supported, expected version 4 with RSA, ECDSA or EdDSA")
			}
			readers = append(readers, &pgpReader{primary: primary})
		case len(readers) > 0:
			readers[len(readers)-1].read(p)
		}
	}
	var keys []*Key
	for _, r := range readers {
		k := r.key()
		if k == nil {
			return nil, message.Errorf(
				"OpenPGP公開鍵 %X に本人の自己署名がないため、gpg --export --armor で書き出し直してください",
				"the OpenPGP key %X has no valid self-signature, expected the output of gpg --export --armor", r.primary.Fingerprint)
		}
		keys = append(keys, k)
	}
	if len(keys) == 0 {
		return nil, errBlock()
	}
	return keys, nil
}
