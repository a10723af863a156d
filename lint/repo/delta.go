package repo

import "bytes"

// deltaSizes reads the sizes of base and result, with which a delta begins, and
// returns the instructions after them.
func deltaSizes(delta []byte) (base, result int64, rest []byte, err error) {
	if base, rest, err = deltaSize(delta); err == nil {
		result, rest, err = deltaSize(rest)
	}
	return base, result, rest, err
}

func deltaSize(b []byte) (n int64, rest []byte, err error) {
	for i, shift := 0, 0; i < len(b) && shift <= 56; i, shift = i+1, shift+7 {
		n |= int64(b[i]&0x7f) << shift
		if b[i]&0x80 == 0 {
			return n, b[i+1:], nil
		}
	}
	return 0, nil, errPack()
}

// applyDelta builds an object from its base. Memory is taken once, for the size
// that the delta announces, which the caller has found acceptable.
func applyDelta(base, delta []byte) ([]byte, error) {
	from, size, rest, err := deltaSizes(delta)
	if err != nil || from != int64(len(base)) || size < 0 {
		return nil, errPack()
	}
	out := make([]byte, 0, size)
	for len(rest) > 0 {
		op := rest[0]
		rest = rest[1:]
		piece := rest
		switch {
		case op&0x80 != 0:
			piece, rest, err = copiedPiece(base, op, rest)
		case op == 0 || int(op) > len(rest):
			err = errPack()
		default:
			piece, rest = rest[:op], rest[op:]
		}
		if err != nil || int64(len(out)+len(piece)) > size {
			return nil, errPack()
		}
		out = append(out, piece...)
	}
	if int64(len(out)) != size {
		return nil, errPack()
	}
	return out, nil
}

// copiedPiece reads which part of the base a copy instruction means. Its low
// four bits say which bytes of the offset follow, the next three which of the
// length, zero being 64 KiB.
func copiedPiece(base []byte, op byte, rest []byte) (piece, after []byte, err error) {
	r := bytes.NewReader(rest)
	number := func(bits byte, count int) (n int) {
		for i := range count {
			if bits>>i&1 != 0 {
				c, e := r.ReadByte()
				if e != nil {
					err = errPack()
				}
				n |= int(c) << (8 * i)
			}
		}
		return n
	}
	offset, length := number(op, 4), number(op>>4, 3)
	if length == 0 {
		length = 1 << 16
	}
	if err != nil || offset > len(base) || length > len(base)-offset {
		return nil, nil, errPack()
	}
	return base[offset : offset+length], rest[len(rest)-r.Len():], nil
}
