package signature

import (
	"bytes"
	"crypto"
	"fmt"
	"hash"
	"time"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/packet"

	"github.com/ismslint/ismslint/lint/message"
)

const (
	pgpBegin = "-----BEGIN PGP SIGNATURE-----"
	pgpEnd   = "-----END PGP SIGNATURE-----"
)

func verifyOpenPGP(text, armored []byte, keys []*Key, at time.Time) Result {
	r := Result{Kind: OpenPGP}
	var s *packet.Signature
	if s, r.Problem, r.Detail = readPGPSignature(armored); r.Problem != None {
		return r
	}
	r.Created, r.Fingerprint = s.CreationTime, issuer(s)
	r.Problem = UnknownKey
	var all []Result
	for _, k := range keys {
		if k.pgp == nil {
			continue
		}
		part := k.pgp.part(s)
		if part == nil {
			continue
		}
		one := r
		one.Fingerprint = fmt.Sprintf("%X", part.public.Fingerprint)
		one.Problem = checkPGP(part, s, text)
		if one.Problem == None {
			one.Key, one.Problem = k, k.judgePGP(part, s, at)
		}
		all = append(all, one)
	}
	if len(all) == 0 {
		return r
	}
	return best(all)
}

// readPGPSignature reads an armoured block with one signature of a text.
func readPGPSignature(armored []byte) (*packet.Signature, Problem, message.Text) {
	end := bytes.Index(armored, []byte("\n"+pgpEnd))
	if end < 0 || end+1+len(pgpEnd) != len(armored) {
		return nil, Malformed, message.Text{}
	}
	raw, ok := dearmorPGP(string(armored))
	if !ok {
		return nil, Malformed, message.Text{}
	}
	packets, ok := splitPackets(raw)
	switch {
	case !ok || len(packets) == 0 || packets[0].tag != tagSignature:
		return nil, Malformed, message.Text{}
	case len(packets) > 1:
		return nil, Malformed, message.Textf(
			"1つのブロックに複数の署名が含まれているため、署名を1つだけにしてください",
			"the block holds several signatures, expected one")
	case len(packets[0].body) > 0 && packets[0].body[0] != pgpVersion:
		return nil, Unsupported, message.Textf(
			"対応していないバージョンのOpenPGP署名のため、GnuPGの標準設定（バージョン4）で署名し直してください",
			"the OpenPGP signature is of version %d, expected 4", packets[0].body[0])
	}
	if !isPlainSignature(packets[0].body, false) {
		return nil, Malformed, message.Text{}
	}
	s := packets[0].signature()
	if s == nil {
		return nil, Unsupported, message.Text{}
	}
	if s.SigType != packet.SigTypeBinary && s.SigType != packet.SigTypeText {
		return nil, Unsupported, message.Text{}
	}
	for _, n := range s.Notations {
		if n.IsCritical {
			return nil, Unsupported, message.Textf(
				"必ず解釈すべき注記「%s」に対応していないため、注記を付けずに署名し直してください",
				"the signature depends on the notation %q, which is not known, expected none", short(n.Name))
		}
	}
	return s, None, message.Text{}
}

// issuer returns what the signature says of its key.
func issuer(s *packet.Signature) string {
	switch {
	case len(s.IssuerFingerprint) > 0:
		return fmt.Sprintf("%X", s.IssuerFingerprint)
	case s.IssuerKeyId != nil:
		return fmt.Sprintf("%016X", *s.IssuerKeyId)
	}
	return ""
}

// checkPGP verifies the signature as mathematics.
func checkPGP(part *pgpPart, s *packet.Signature, text []byte) Problem {
	if s.Hash == crypto.SHA1 || part.isWeak() {
		return Weak
	}
	h, err := s.PrepareVerify()
	if err != nil {
		return Unsupported
	}
	to := hash.Hash(h)
	if s.SigType == packet.SigTypeText {
		to = openpgp.NewCanonicalTextHash(h)
	}
	to.Write(text)
	if part.public.VerifySignature(h, s) != nil {
		return Bad
	}
	return None
}

// judgePGP returns what forbids a genuine signature by a part of the key.
func (k *Key) judgePGP(part *pgpPart, s *packet.Signature, at time.Time) Problem {
	problem := k.pgp.judge(s.CreationTime, at)
	if part != &k.pgp.pgpPart {
		problem = first(problem, part.judge(s.CreationTime, at))
	}
	if !part.canSign {
		problem = first(problem, NotForSigning)
	}
	ends := expiry(s.CreationTime, s.SigLifetimeSecs)
	if !ends.IsZero() && !at.Before(ends) {
		problem = first(problem, Expired)
	}
	return problem
}

// first returns the graver of two problems.
func first(a, b Problem) Problem {
	if a == None || b != None && b < a {
		return b
	}
	return a
}
