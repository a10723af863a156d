package signature

import (
	"strings"

	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

// pgpReader reads the packets of one OpenPGP key. Statements that its owner did
// not sign, and those that are damaged, do not count: anyone may add such. A
// revocation by somebody else whom the owner named for it is not known.
type pgpReader struct {
	primary     *packet.PublicKey
	direct      *packet.Signature // the newest statement about the key itself
	users       []*pgpUser
	subkeys     []*pgpSubkey
	revocations []revocation

	user *pgpUser   // the statements that follow are about it
	sub  *pgpSubkey // or about this
}

type pgpUser struct {
	id      string
	certify *packet.Signature // the newest one that binds it
	revoke  *packet.Signature // the newest one that revokes it
}

type pgpSubkey struct {
	public      *packet.PublicKey
	binding     *packet.Signature // the newest one
	revocations []revocation
}

func (r *pgpReader) read(p pgpPacket) {
	switch p.tag {
	case tagUserID:
		r.user, r.sub = &pgpUser{id: string(p.body)}, nil
		r.users = append(r.users, r.user)
	case tagAttribute:
		r.user, r.sub = nil, nil
	case tagPublicSub:
		r.user, r.sub = nil, nil
		if k := p.publicKey(); k != nil {
			r.sub = &pgpSubkey{public: k}
			r.subkeys = append(r.subkeys, r.sub)
		}
	case tagSignature:
		if s := p.signature(); s != nil && s.CheckKeyIdOrFingerprint(r.primary) {
			r.statement(s)
		}
	}
}

// statement takes what the owner says.
func (r *pgpReader) statement(s *packet.Signature) {
	switch s.SigType {
	case packet.SigTypeKeyRevocation:
		if r.primary.VerifyRevocationSignature(s) == nil {
			r.revocations = append(r.revocations, newRevocation(s))
		}
	case packet.SigTypeDirectSignature:
		if r.primary.VerifyDirectKeySignature(s) == nil {
			r.direct = newer(r.direct, s)
		}
	case packet.SigTypeGenericCert, packet.SigTypePersonaCert, packet.SigTypeCasualCert, packet.SigTypePositiveCert:
		if r.user != nil && r.primary.VerifyUserIdSignature(r.user.id, r.primary, s) == nil {
			r.user.certify = newer(r.user.certify, s)
		}
	case packet.SigTypeCertificationRevocation:
		if r.user != nil && r.primary.VerifyUserIdSignature(r.user.id, r.primary, s) == nil {
			r.user.revoke = newer(r.user.revoke, s)
		}
	case packet.SigTypeSubkeyBinding:
		// This verifies the subkey's own statement within as well.
		if r.sub != nil && r.primary.VerifyKeySignature(r.sub.public, s) == nil {
			r.sub.binding = newer(r.sub.binding, s)
		}
	case packet.SigTypeSubkeyRevocation:
		if r.sub != nil && r.primary.VerifySubkeyRevocationSignature(s, r.sub.public) == nil {
			r.sub.revocations = append(r.sub.revocations, newRevocation(s))
		}
	}
}

func newer(a, b *packet.Signature) *packet.Signature {
	if a == nil || !b.CreationTime.Before(a.CreationTime) {
		return b
	}
	return a
}

// key returns what was read, nil where the owner vouches for none of it.
func (r *pgpReader) key() *Key {
	k := &pgpKey{pgpPart: pgpPart{public: r.primary, revocations: r.revocations}}
	name, self, withdrawn := r.self()
	if self == nil && r.direct == nil {
		return nil
	}
	if withdrawn != nil && r.direct == nil {
		k.revocations = append(k.revocations, newRevocation(withdrawn))
	}
	k.canSign = r.primary.PubKeyAlgo.CanSign()
	// What the owner says of the key goes before what is said of a user ID.
	for _, s := range []*packet.Signature{self, r.direct} {
		if s == nil {
			continue
		}
		if s.KeyLifetimeSecs != nil {
			k.expires = expiry(r.primary.CreationTime, s.KeyLifetimeSecs)
		}
		if s.FlagsValid {
			k.canSign = s.FlagSign && r.primary.PubKeyAlgo.CanSign()
		}
	}
	for _, s := range r.subkeys {
		if s.binding == nil {
			continue
		}
		k.subkeys = append(k.subkeys, pgpPart{
			public: s.public, revocations: s.revocations,
			expires: expiry(s.public.CreationTime, s.binding.KeyLifetimeSecs),
			// Without the flag nobody verified the subkey's own statement.
			canSign: s.binding.FlagsValid && s.binding.FlagSign && s.public.PubKeyAlgo.CanSign(),
		})
	}
	return newPGPKey(k, strings.ToValidUTF8(name, "\uFFFD"))
}

// self returns the first user ID that is in use and the newest statement that
// binds one. Where all of them were revoked, it returns the newest of the
// former and the newest revocation.
func (r *pgpReader) self() (name string, self, withdrawn *packet.Signature) {
	var formerName string
	var former, revoked *packet.Signature
	for _, u := range r.users {
		switch {
		case u.certify == nil:
		case u.revoke != nil && !u.revoke.CreationTime.Before(u.certify.CreationTime):
			former, revoked = newer(former, u.certify), newer(revoked, u.revoke)
			if formerName == "" {
				formerName = u.id
			}
		default:
			self = newer(self, u.certify)
			if name == "" {
				name = u.id
			}
		}
	}
	if self == nil {
		return formerName, former, revoked
	}
	return name, self, nil
}
