package signature

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"

	"golang.org/x/crypto/ssh"

	"github.com/ismslint/ismslint/lint/message"
)

// The binary key revocation list of PROTOCOL.krl in OpenSSH.

const krlMagic = "SSHKRL\n\x00"

// The types of sections.
const (
	krlCertificates = 1
	krlKeys         = 2
	krlSHA1         = 3
	krlSignature    = 4
	krlSHA256       = 5
	krlExtension    = 255
)

type krlHead struct {
	Format    uint32
	Version   uint64
	Generated uint64
	Flags     uint64
	Reserved  []byte
	Comment   []byte
	Rest      []byte `ssh:"rest"`
}

type krlSection struct {
	Type byte
	Data []byte
	Rest []byte `ssh:"rest"`
}

type krlItem struct {
	Data []byte
	Rest []byte `ssh:"rest"`
}

// parseKRL reads a list behind its magic word.
func parseKRL(body []byte) (revokedKeys, error) {
	r := revokedKeys{sha256: map[string]bool{}, sha1: map[string]bool{}}
	var head krlHead
	if err := ssh.Unmarshal(body, &head); err != nil || head.Format != 1 {
		return r, errKRL()
	}
	for rest := head.Rest; len(rest) > 0; {
		var s krlSection
		if err := ssh.Unmarshal(rest, &s); err != nil {
			return r, errKRL()
		}
		rest = s.Rest
		switch s.Type {
		case krlCertificates:
		case krlKeys, krlSHA1, krlSHA256:
			if !r.add(s.Type, s.Data) {
				return r, errKRL()
			}
		case krlExtension:
			var e struct {
				Name     string
				Critical bool
				Content  []byte
			}
			if err := ssh.Unmarshal(s.Data, &e); err != nil || e.Critical {
				return r, errKRL()
			}
		case krlSignature: // OpenSSH does not verify them either; nothing may follow but others
			return r, nil
		default:
			return r, errKRL()
		}
	}
	return r, nil
}

// add keeps the items of a section; it returns false where one is damaged.
func (r *revokedKeys) add(section byte, data []byte) bool {
	for len(data) > 0 {
		var item krlItem
		if ssh.Unmarshal(data, &item) != nil {
			return false
		}
		data = item.Rest
		digest := item.Data
		if section == krlKeys {
			h := sha256.Sum256(item.Data)
			digest = h[:]
		}
		if section == krlSHA1 {
			r.sha1[string(digest)] = true
		} else {
			r.sha256["SHA256:"+base64.RawStdEncoding.EncodeToString(digest)] = true
		}
	}
	return true
}

// has reports whether the list names the key.
func (r *revokedKeys) has(k *Key) bool {
	if r.sha256[k.fingerprint] {
		return true
	}
	h := sha1.Sum(k.ssh.blob)
	return r.sha1[string(h[:])]
}

func errKRL() error {
	return message.Errorf(
		"失効リスト（KRL）が壊れているか対応していない内容を含むため、ssh-keygen -k で作成し直してください",
		"the key revocation list is damaged or holds what is not supported, expected one made by ssh-keygen -k")
}
