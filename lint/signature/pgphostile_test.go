package signature

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
)

// pgpSample returns the packets of a sample.
func pgpSample(t *testing.T, name string) []pgpPacket {
	t.Helper()
	raw, ok := dearmorPGP(string(samples(t, name)[name]))
	if !ok {
		t.Fatal("no armour")
	}
	packets, ok := splitPackets(raw)
	if !ok {
		t.Fatal("no packets")
	}
	return packets
}

// joined writes packets with lengths of one form: 1, 2 or 5 bytes.
func joined(packets []pgpPacket) []byte {
	var b []byte
	for _, p := range packets {
		b = append(b, 0xC0|p.tag)
		switch n := len(p.body); {
		case n < 192:
			b = append(b, byte(n))
		case n < 8384:
			b = append(b, byte((n-192)>>8)+192, byte(n-192))
		default:
			b = binary.BigEndian.AppendUint32(append(b, 255), uint32(n))
		}
		b = append(b, p.body...)
	}
	return b
}

func TestPacketForms(t *testing.T) {
	packets := pgpSample(t, "pgp.keys")
	want := slices.DeleteFunc(sampleKeys(t), func(k *Key) bool { return k.Kind() != OpenPGP })
	big := pgpPacket{tag: tagAttribute, body: make([]byte, 9000)}
	odd := pgpPacket{tag: 60, body: []byte("private or experimental")}
	damaged := pgpPacket{tag: tagSignature, body: []byte{4, 0x10, 1}}
	keys, err := readPGPKeys(joined(append(slices.Clone(packets), big, odd, damaged)))
	if err != nil || len(keys) != len(want) {
		t.Fatalf("got %d keys, %v, want %d", len(keys), err, len(want))
	}
	for i, k := range keys {
		if k.Fingerprint() != want[i].Fingerprint() || len(k.pgp.subkeys) != 1 || k.pgp.canSign || !k.pgp.subkeys[0].canSign {
			t.Errorf("key %d: got %+v", i, k)
		}
	}
	for name, raw := range map[string][]byte{
		"not a packet":       []byte("hello"),
		"longer than all":    {0xC6, 200, 200, 4},
		"4 GB":               {0xC6, 255, 255, 255, 255, 255, 4},
		"no length":          {0xC6},
		"partial length":     {0xC6, 0xE1, 4, 4},
		"indeterminate":      {0x9B, 4, 4},
		"no primary key":     joined(packets[1:2]),
		"version 6":          joined([]pgpPacket{{tagPublicKey, []byte{6, 0, 0, 0, 0, 27}}}),
		"without statements": joined(slices.DeleteFunc(slices.Clone(packets), func(p pgpPacket) bool { return p.tag == tagSignature })),
		"secret key":         joined([]pgpPacket{{tagSecretKey, packets[0].body}}),
	} {
		if keys, err := readPGPKeys(raw); err == nil {
			t.Errorf("%s: got %v, want an error", name, keys)
		}
	}
}

// TestStolenStatements gives a key what is said of others: nothing of it may
// count.
func TestStolenStatements(t *testing.T) {
	var keys [][]pgpPacket
	for _, p := range pgpSample(t, "pgp.keys") {
		if p.tag == tagPublicKey {
			keys = append(keys, nil)
		}
		keys[len(keys)-1] = append(keys[len(keys)-1], p)
	}
	sub := slices.IndexFunc(keys[1], func(p pgpPacket) bool { return p.tag == tagPublicSub })
	mixed, err := readPGPKeys(joined(append(slices.Clone(keys[0]), keys[1][sub:]...)))
	if err != nil || len(mixed) != 1 {
		t.Fatalf("got %v, %v", mixed, err)
	}
	for name, sig := range samples(t, "pgp-*.sig") {
		want := UnknownKey
		if name == "pgp-ed25519.sig" {
			want = None
		}
		if r := Verify([]byte(statement), sig, mixed, "", noon()); r.Problem != want {
			t.Errorf("%s: got %d, want %d", name, r.Problem, want)
		}
	}
}

// TestEmbeddedSignatures refuses what makes the library allocate or recurse.
func TestEmbeddedSignatures(t *testing.T) {
	wrap := func(version byte, inner []byte) []byte {
		sub := append([]byte{255, 0, 0, 0, 0, subpacketSign}, inner...)
		binary.BigEndian.PutUint32(sub[1:], uint32(len(inner)+1))
		body := []byte{version, 0, 22, 8, 0, 0}
		body = binary.BigEndian.AppendUint16(body, uint16(len(sub)))
		return append(append(body, sub...), 0, 0)
	}
	plain := []byte{4, 0x19, 22, 8, 0, 0, 0, 0, 0, 0}
	huge := []byte{6, 0, 27, 10, 255, 255, 255, 255}
	for name, c := range map[string]struct {
		body []byte
		want bool
	}{
		"plain":                {plain, true},
		"one level":            {wrap(4, plain), true},
		"two levels":           {wrap(4, wrap(4, plain)), false},
		"huge of version 6":    {huge, false},
		"huge within":          {wrap(4, huge), false},
		"empty within":         {wrap(4, nil), false},
		"areas cut off":        {plain[:5], false},
		"area too long":        {[]byte{4, 0, 22, 8, 255, 255, 0, 0}, false},
		"subpacket too long":   {[]byte{4, 0, 22, 8, 0, 2, 9, 2, 0, 0}, false},
		"subpacket of nothing": {[]byte{4, 0, 22, 8, 0, 1, 0, 0, 0}, false},
	} {
		if got := isPlainSignature(c.body, false); got != c.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
	armored := armorPGP(t, joined([]pgpPacket{{tagSignature, huge}}))
	if r := Verify(nil, armored, sampleKeys(t), "", noon()); r.Problem != Unsupported || !strings.Contains(r.Text().EN, "version 6") {
		t.Errorf("version 6: got %d, %q", r.Problem, r.Text().EN)
	}
	armored = armorPGP(t, joined([]pgpPacket{{tagSignature, wrap(4, huge)}}))
	if r := Verify(nil, bytes.TrimSpace(armored), sampleKeys(t), "", noon()); r.Problem != Malformed {
		t.Errorf("version 6 within: got %d", r.Problem)
	}
}
