package signature

import (
	"bytes"
	"encoding/binary"
	"io"

	"github.com/ProtonMail/go-crypto/openpgp/packet"
)

// The OpenPGP packets are cut apart here and not by the library, because it
// allocates what the length fields of version 6 ask for, up to 4 GB, before it
// reads. What it is given here is of version 4 and of its true length.

const (
	tagSignature  = 2
	tagSecretKey  = 5
	tagPublicKey  = 6
	tagSecretSub  = 7
	tagUserID     = 13
	tagPublicSub  = 14
	tagAttribute  = 17
	pgpVersion    = 4
	subpacketSign = 32 // an embedded signature
)

// pgpPacket is one packet; its header is left out.
type pgpPacket struct {
	tag  byte
	body []byte
}

// splitPackets cuts a sequence of packets apart.
func splitPackets(raw []byte) ([]pgpPacket, bool) {
	var out []pgpPacket
	for len(raw) > 0 {
		head := raw[0]
		if head&0x80 == 0 {
			return nil, false
		}
		var tag byte
		var size, used int
		if head&0x40 != 0 {
			tag = head & 0x3F
			size, used = newLength(raw[1:])
		} else {
			tag = head >> 2 & 0x0F
			size, used = oldLength(raw[1:], head&3)
		}
		raw = raw[1:]
		if used == 0 || size > len(raw)-used {
			return nil, false
		}
		out = append(out, pgpPacket{tag, raw[used : used+size]})
		raw = raw[used+size:]
	}
	return out, true
}

// oldLength reads a length of the old form and returns how many bytes it takes,
// 0 where there is none.
func oldLength(b []byte, form byte) (size, used int) {
	const indeterminate = 3
	n := 1 << form
	if form == indeterminate || len(b) < n {
		return 0, 0
	}
	for _, c := range b[:n] {
		size = size<<8 | int(c)
	}
	return size, n
}

// newLength is oldLength for the new form; partial lengths are for streams and
// never stand in keys and signatures.
func newLength(b []byte) (size, used int) {
	switch {
	case len(b) > 0 && b[0] < 192:
		return int(b[0]), 1
	case len(b) > 1 && b[0] < 224:
		return int(b[0]-192)<<8 + int(b[1]) + 192, 2
	case len(b) > 4 && b[0] == 255:
		return int(binary.BigEndian.Uint32(b[1:])), 5
	}
	return 0, 0
}

// parse has the library read the packet.
func (p pgpPacket) parse() (packet.Packet, error) {
	head := []byte{0xC0 | p.tag, 255}
	head = binary.BigEndian.AppendUint32(head, uint32(len(p.body)))
	return packet.Read(io.MultiReader(bytes.NewReader(head), bytes.NewReader(p.body)))
}

// signature reads a signature of version 4; nil where the packet is another or
// cannot be read.
func (p pgpPacket) signature() *packet.Signature {
	if p.tag != tagSignature || !isPlainSignature(p.body, false) {
		return nil
	}
	parsed, err := p.parse()
	if err != nil {
		return nil
	}
	s, _ := parsed.(*packet.Signature)
	return s
}

// publicKey reads a key of version 4; nil where the packet is another or cannot
// be read.
func (p pgpPacket) publicKey() *packet.PublicKey {
	if p.tag != tagPublicKey && p.tag != tagPublicSub || len(p.body) == 0 || p.body[0] != pgpVersion {
		return nil
	}
	parsed, err := p.parse()
	if err != nil {
		return nil
	}
	k, _ := parsed.(*packet.PublicKey)
	return k
}

// isPlainSignature reports whether a signature is of version 4 with at most one
// level of embedded ones, which are so too.
func isPlainSignature(body []byte, embedded bool) bool {
	const fixed = 4 // version, type, key algorithm, hash algorithm
	if len(body) < fixed || body[0] != pgpVersion {
		return false
	}
	rest := body[fixed:]
	for range 2 { // hashed, unhashed
		if len(rest) < 2 {
			return false
		}
		n := int(binary.BigEndian.Uint16(rest))
		if n > len(rest)-2 || !plainSubpackets(rest[2:2+n], embedded) {
			return false
		}
		rest = rest[2+n:]
	}
	return true
}

func plainSubpackets(b []byte, embedded bool) bool {
	for len(b) > 0 {
		size, used := subpacketLength(b)
		if used == 0 || size == 0 || size > len(b)-used {
			return false
		}
		content := b[used : used+size]
		if content[0]&0x7F == subpacketSign && (embedded || !isPlainSignature(content[1:], true)) {
			return false
		}
		b = b[used+size:]
	}
	return true
}

// subpacketLength differs from newLength in that it knows no partial lengths.
func subpacketLength(b []byte) (size, used int) {
	if len(b) > 1 && b[0] >= 192 && b[0] < 255 {
		return int(b[0]-192)<<8 + int(b[1]) + 192, 2
	}
	return newLength(b)
}
