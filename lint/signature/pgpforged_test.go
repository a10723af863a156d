package signature

import (
	"bytes"
	"crypto"
	"slices"
	"testing"
	"time"

	"github.com/ProtonMail/go-crypto/openpgp"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

// TestForgedStatements gives a key statements that name its owner as their
// author and are not the owner's.
func TestForgedStatements(t *testing.T) {
	all := pgpSample(t, "pgp.keys")
	end := 1 + slices.IndexFunc(all[1:], func(p pgpPacket) bool { return p.tag == tagPublicKey })
	key := all[:end] // primary, user ID, certification, subkey, binding
	of := func(tag byte, nth int) int {
		for i, p := range key {
			if p.tag == tag {
				if nth--; nth == 0 {
					return i
				}
			}
		}
		t.Fatal("the sample lacks a packet")
		return 0
	}
	certify, binding := of(tagSignature, 1), of(tagSignature, 2)
	changed := func(i int, change func(body []byte)) []pgpPacket {
		out := slices.Clone(key)
		out[i].body = slices.Clone(out[i].body)
		change(out[i].body)
		return out
	}
	typed := func(from int, kind packet.SignatureType) pgpPacket {
		return changed(from, func(b []byte) { b[1] = byte(kind) })[from]
	}
	sig := samples(t, "pgp-ed25519.sig")["pgp-ed25519.sig"]
	for name, c := range map[string]struct {
		packets []pgpPacket
		want    Problem
	}{
		"untouched":                 {key, None},
		"revocation of the key":     {slices.Insert(slices.Clone(key), 1, typed(certify, packet.SigTypeKeyRevocation)), None},
		"direct statement":          {slices.Insert(slices.Clone(key), 1, typed(binding, packet.SigTypeDirectSignature)), None},
		"revocation of the user ID": {slices.Insert(slices.Clone(key), certify+1, typed(certify, packet.SigTypeCertificationRevocation)), None},
		"revocation of the subkey":  {append(slices.Clone(key), typed(binding, packet.SigTypeSubkeyRevocation)), None},
		"altered binding":           {changed(binding, func(b []byte) { b[len(b)-1] ^= 1 }), UnknownKey},
	} {
		keys, err := readPGPKeys(joined(c.packets))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if keys[0].pgp.canSign || keys[0].Revoked() {
			t.Errorf("%s: the primary key took it on", name)
		}
		if r := Verify([]byte(statement), sig, keys, "", noon()); r.Problem != c.want {
			t.Errorf("%s: got %d, want %d", name, r.Problem, c.want)
		}
	}
	other := changed(of(tagUserID, 1), func(b []byte) { b[0] ^= 1 })
	if keys, err := readPGPKeys(joined(other)); err == nil {
		t.Errorf("altered user ID: got %v, want an error", keys)
	}
}

// madeKey is a key with one signing subkey that gpg would not make.
type madeKey struct {
	t      *testing.T
	entity *openpgp.Entity
	config *packet.Config
}

func newMadeKey(t *testing.T, born time.Time, lifetime uint32) madeKey {
	t.Helper()
	config := &packet.Config{Algorithm: packet.PubKeyAlgoEdDSA, KeyLifetimeSecs: lifetime, Time: func() time.Time { return born }}
	e, err := openpgp.NewEntity("sato", "", "", config)
	if err == nil {
		err = e.AddSigningSubkey(config)
	}
	if err != nil {
		t.Fatal(err)
	}
	return madeKey{t, e, config}
}

// signed signs the statement at any time, with the primary key or the subkey.
func (m madeKey) signed(key *packet.PrivateKey, created time.Time) []byte {
	m.t.Helper()
	s := &packet.Signature{
		Version: 4, SigType: packet.SigTypeBinary, PubKeyAlgo: key.PubKeyAlgo, Hash: crypto.SHA256,
		CreationTime: created, IssuerKeyId: &key.KeyId,
	}
	h, err := s.PrepareSign(m.config)
	if err != nil {
		m.t.Fatal(err)
	}
	h.Write([]byte(statement))
	if err := s.Sign(h, key, m.config); err != nil {
		m.t.Fatal(err)
	}
	var b bytes.Buffer
	if err := s.Serialize(&b); err != nil {
		m.t.Fatal(err)
	}
	return armorPGP(m.t, b.Bytes())
}

func (m madeKey) keys() []*Key {
	m.t.Helper()
	var b bytes.Buffer
	if err := m.entity.Serialize(&b); err != nil {
		m.t.Fatal(err)
	}
	keys, err := readPGPKeys(b.Bytes())
	if err != nil {
		m.t.Fatal(err)
	}
	return keys
}

// TestBackdated judges signatures whose own time contradicts their key, though
// the time at which they are judged does not.
func TestBackdated(t *testing.T) {
	const day = 24 * time.Hour
	born := noon().Add(-10 * day)
	m := newMadeKey(t, born, uint32(20*day/time.Second))
	for name, c := range map[string]struct {
		created time.Time
		want    Problem
	}{
		"within":         {noon(), None},
		"before its key": {born.Add(-day), NotYetValid},
		"after its end":  {born.Add(21 * day), Expired},
	} {
		r := Verify([]byte(statement), m.signed(m.entity.PrivateKey, c.created), m.keys(), "", noon())
		if r.Problem != c.want || !r.Created.Equal(c.created) {
			t.Errorf("%s: got %d at %v, want %d", name, r.Problem, r.Created, c.want)
		}
	}
}

// TestOnlyUserRevoked is about a key whose owner revoked its only user ID.
func TestOnlyUserRevoked(t *testing.T) {
	m := newMadeKey(t, noon().AddDate(-1, 0, 0), 0)
	sig := m.signed(m.entity.PrivateKey, noon())
	reason := packet.UserIDNotValid
	for name, user := range m.entity.Identities {
		revoke := &packet.Signature{
			Version: 4, SigType: packet.SigTypeCertificationRevocation, PubKeyAlgo: m.entity.PrimaryKey.PubKeyAlgo, Hash: crypto.SHA256,
			CreationTime: noon().Add(time.Hour), IssuerKeyId: &m.entity.PrimaryKey.KeyId, RevocationReason: &reason,
		}
		if err := revoke.SignUserId(name, m.entity.PrimaryKey, m.entity.PrivateKey, m.config); err != nil {
			t.Fatal(err)
		}
		user.Signatures = append(user.Signatures, revoke)
	}
	for at, want := range map[time.Time]Problem{noon(): None, noon().Add(time.Hour): Revoked} {
		if r := Verify([]byte(statement), sig, m.keys(), "", at); r.Problem != want {
			t.Errorf("at %v: got %d, want %d", at, r.Problem, want)
		}
	}
}

// TestSubkeyWithoutConsent is about a subkey that its own key does not
// acknowledge: anyone can claim a stranger's key as a subkey.
func TestSubkeyWithoutConsent(t *testing.T) {
	m := newMadeKey(t, noon().AddDate(-1, 0, 0), 0)
	sub := &m.entity.Subkeys[len(m.entity.Subkeys)-1]
	sig := m.signed(sub.PrivateKey, noon())
	if r := Verify([]byte(statement), sig, m.keys(), "", noon()); r.Problem != None {
		t.Fatalf("acknowledged: got %d", r.Problem)
	}
	sub.Sig = &packet.Signature{
		Version: 4, SigType: packet.SigTypeSubkeyBinding, PubKeyAlgo: m.entity.PrimaryKey.PubKeyAlgo, Hash: crypto.SHA256,
		CreationTime: noon().AddDate(-1, 0, 0), IssuerKeyId: &m.entity.PrimaryKey.KeyId,
	}
	if err := sub.Sig.SignKey(sub.PublicKey, m.entity.PrivateKey, m.config); err != nil {
		t.Fatal(err)
	}
	if r := Verify([]byte(statement), sig, m.keys(), "", noon()); r.Problem != NotForSigning {
		t.Errorf("not acknowledged: got %d, want %d", r.Problem, NotForSigning)
	}
}
