package signature

import (
	"fmt"
	"time"

	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

// pgpKey is an OpenPGP key: a primary key and its subkeys.
type pgpKey struct {
	pgpPart
	subkeys []pgpPart
}

// pgpPart is a primary key or a subkey with what its owner last said of it.
type pgpPart struct {
	public      *packet.PublicKey
	expires     time.Time // the last second at which it is valid, as for gpg; zero for never
	canSign     bool
	revocations []revocation
}

// revocation is a statement of the owner that a key is no longer to be used.
type revocation struct {
	at   time.Time
	hard bool // earlier signatures do not count either
}

// newRevocation judges the reason that is given: a key that was merely replaced
// or retired, or a user ID that is no longer used, leaves earlier signatures
// valid; any other reason, or none, may mean that somebody else has the key
// (RFC 4880, section 5.2.3.23).
func newRevocation(s *packet.Signature) revocation {
	r := revocation{at: s.CreationTime, hard: true}
	if s.RevocationReason != nil {
		switch *s.RevocationReason {
		case packet.KeySuperseded, packet.KeyRetired, packet.UserIDNotValid:
			r.hard = false
		}
	}
	return r
}

// expiry returns when a key ends whose owner gave it a lifetime.
func expiry(created time.Time, seconds *uint32) time.Time {
	if seconds == nil || *seconds == 0 {
		return time.Time{}
	}
	return created.Add(time.Duration(*seconds) * time.Second)
}

// isWeak reports whether the algorithm or the length proves nothing.
func (p *pgpPart) isWeak() bool {
	switch p.public.PubKeyAlgo {
	case packet.PubKeyAlgoDSA, packet.PubKeyAlgoElGamal:
		return true
	case packet.PubKeyAlgoRSA, packet.PubKeyAlgoRSASignOnly:
		bits, err := p.public.BitLength()
		return err != nil || bits < minRSA
	}
	return false
}

// judge returns what forbids a signature made at one time and judged at
// another by this part of the key.
func (p *pgpPart) judge(created, at time.Time) Problem {
	for _, r := range p.revocations {
		if r.hard || !created.Before(r.at) || !at.Before(r.at) {
			return Revoked
		}
	}
	switch born := p.public.CreationTime; {
	case created.Before(born), at.Unix() < born.Unix():
		return NotYetValid
	case !p.expires.IsZero() && (created.After(p.expires) || at.Unix() > p.expires.Unix()):
		return Expired
	}
	return None
}

// part returns the primary key or subkey that a signature names.
func (k *pgpKey) part(s *packet.Signature) *pgpPart {
	if s.CheckKeyIdOrFingerprint(k.public) {
		return &k.pgpPart
	}
	for i := range k.subkeys {
		if s.CheckKeyIdOrFingerprint(k.subkeys[i].public) {
			return &k.subkeys[i]
		}
	}
	return nil
}

// newPGPKey returns the key as it is known outside.
func newPGPKey(k *pgpKey, user string) *Key {
	return &Key{
		kind: OpenPGP, fingerprint: fmt.Sprintf("%X", k.public.Fingerprint), comment: user,
		after: k.public.CreationTime, before: k.expires, pgp: k,
	}
}
