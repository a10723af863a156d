package repo

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

const (
	// maxChain is the longest chain of deltas that git writes.
	maxChain = 4096
	// maxBase bounds what is unpacked on the way to an object, in bytes.
	maxBase = 256 << 20
	// keepEvery is the distance, in deltas, of the bases that are kept.
	keepEvery = 8
)

// pack is a pack file with its index.
type pack struct {
	name    string // of the index
	index   *packIndex
	file    *os.File
	decoder *packDecoder
}

func openPack(indexName string, d *packDecoder) (*pack, error) {
	f, err := os.Open(strings.TrimSuffix(indexName, ".idx") + ".pack")
	if err != nil {
		return nil, err
	}
	x, err := openPackIndex(indexName, maxIndexInMemory)
	if err != nil {
		f.Close()
		return nil, err
	}
	return &pack{name: indexName, index: x, file: f, decoder: d}, nil
}

func (p *pack) close() error { return errors.Join(p.index.close(), p.file.Close()) }

// packEntry is one object as it is stored: whole, or as a delta to a base.
type packEntry struct {
	typ     plumbing.ObjectType
	base    int64 // offset of the base of a delta
	depth   int   // deltas between a built object and a whole one
	content []byte
}

// object returns the object at an offset. It follows a chain of deltas down to
// a whole object or a base unpacked before, and builds it up again.
func (p *pack) object(offset, limit int64) (plumbing.ObjectType, []byte, error) {
	var deltas []packEntry
	var offsets []int64
	base, known := packEntry{}, false
	for at := offset; ; {
		if base, known = p.decoder.bases.get(p, at); known {
			break
		}
		bound := int64(maxBase)
		if at == offset {
			bound = limit
		}
		e, err := p.entry(at, bound)
		if err != nil {
			return plumbing.InvalidObject, nil, err
		}
		offsets = append(offsets, at)
		if !e.typ.IsDelta() {
			base = e
			break
		}
		if deltas = append(deltas, e); len(deltas) > maxChain {
			return plumbing.InvalidObject, nil, errPack()
		}
		at = e.base
	}
	if known && len(deltas) == 0 {
		if int64(len(base.content)) > limit {
			return plumbing.InvalidObject, nil, ErrTooLarge
		}
		return base.typ, bytes.Clone(base.content), nil
	}
	return p.build(base, known, deltas, offsets)
}

// build applies deltas, the last of which is that to the base. Of the objects
// on the way it keeps the one next to the result, which a walk through history
// asks for next, and one in every few: all of them would drive one another out.
func (p *pack) build(base packEntry, known bool, deltas []packEntry, offsets []int64) (plumbing.ObjectType, []byte, error) {
	for i := len(deltas) - 1; i >= 0; i-- {
		if !known && (i == 0 || base.depth%keepEvery == 0) {
			p.decoder.bases.put(p, offsets[i+1], base)
		}
		known = false
		content, err := applyDelta(base.content, deltas[i].content)
		if err != nil {
			return plumbing.InvalidObject, nil, err
		}
		base = packEntry{typ: base.typ, depth: base.depth + 1, content: content}
	}
	return base.typ, base.content, nil
}

// entry reads what is stored at an offset; the object that it stands for may
// have at most limit bytes.
func (p *pack) entry(offset, limit int64) (packEntry, error) {
	in := p.decoder.inflaters.Get().(*inflater)
	defer p.decoder.inflaters.Put(in)
	r := in.reset(p.file, offset)
	e, size, err := p.header(r, offset)
	if err != nil {
		return e, err
	}
	if e.typ.IsDelta() {
		// How large the result is stands in the delta itself.
		if size > maxBase {
			return e, ErrTooLarge
		}
		if e.content, err = in.inflate(size); err == nil {
			err = checkDelta(e.content, limit)
		}
		return e, err
	}
	if size > limit {
		return e, ErrTooLarge
	}
	e.content, err = in.inflate(size)
	return e, err
}

// header reads type, size and base: the low four bits of the size beside the
// type, then seven in each byte while the high bit is set.
func (p *pack) header(r *bufio.Reader, offset int64) (e packEntry, size int64, err error) {
	c, err := r.ReadByte()
	if err != nil {
		return e, 0, err
	}
	e.typ, size = plumbing.ObjectType(c>>4&7), int64(c&15)
	for shift := 4; c&0x80 != 0; shift += 7 {
		if c, err = r.ReadByte(); err != nil || shift > 56 {
			return e, 0, errPack()
		}
		size |= int64(c&0x7f) << shift
	}
	switch e.typ {
	case plumbing.OFSDeltaObject:
		var distance int64
		if distance, err = readDistance(r); err == nil && (distance <= 0 || distance >= offset) {
			err = errPack()
		}
		e.base = offset - distance
	case plumbing.REFDeltaObject:
		var id plumbing.Hash
		if _, err = io.ReadFull(r, id[:]); err != nil {
			break
		}
		var ok bool
		if e.base, ok, err = p.index.find(id); err == nil && !ok {
			err = errPack()
		}
	case plumbing.CommitObject, plumbing.TreeObject, plumbing.BlobObject, plumbing.TagObject:
	default:
		err = errPack()
	}
	return e, size, err
}

// readDistance reads how far before a delta its base is: seven bits in each
// byte, most significant first, each continuation adding one.
func readDistance(r io.ByteReader) (int64, error) {
	c, err := r.ReadByte()
	n := int64(c & 0x7f)
	for err == nil && c&0x80 != 0 {
		if c, err = r.ReadByte(); n > 1<<55 {
			return 0, errPack()
		}
		n = (n+1)<<7 | int64(c&0x7f)
	}
	return n, err
}

// checkDelta refuses a delta whose result is larger than limit.
func checkDelta(delta []byte, limit int64) error {
	_, size, _, err := deltaSizes(delta)
	if err == nil && size > limit {
		err = ErrTooLarge
	}
	return err
}

func errPack() error {
	return message.Errorf("パックファイルの内容が不正です", "the pack is malformed")
}
