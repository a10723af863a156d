package repo

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"io"
	"math"
	"sync"

	"github.com/ismslint/ismslint/lint/message"
)

// maxBases bounds the memory for bases of deltas, in bytes.
const maxBases = 16 << 20

// packDecoder is what the packs of a repository share.
type packDecoder struct {
	inflaters sync.Pool
	bases     baseCache
}

func newPackDecoder() *packDecoder {
	return &packDecoder{inflaters: sync.Pool{New: func() any {
		return &inflater{buf: bufio.NewReader(nil)}
	}}}
}

// inflater unpacks one entry of a pack after the other, with one set of buffers.
type inflater struct {
	buf *bufio.Reader
	z   io.ReadCloser
}

// reset makes the inflater read from an offset of a file.
func (in *inflater) reset(f io.ReaderAt, offset int64) *bufio.Reader {
	in.buf.Reset(io.NewSectionReader(f, offset, math.MaxInt64-offset))
	return in.buf
}

// inflate unpacks the size bytes that begin at the place of reading.
func (in *inflater) inflate(size int64) ([]byte, error) {
	var err error
	if in.z == nil {
		in.z, err = zlib.NewReader(in.buf)
	} else {
		err = in.z.(zlib.Resetter).Reset(in.buf, nil)
	}
	if err != nil {
		return nil, err
	}
	return readExactly(in.z, size)
}

// readExactly reads size bytes, after which there must be no more. Memory is
// taken only for bytes that are really there.
func readExactly(r io.Reader, size int64) ([]byte, error) {
	const step = 1 << 20
	content := make([]byte, min(size, step))
	if _, err := io.ReadFull(r, content); err != nil {
		return nil, err
	}
	if size > step {
		b := bytes.NewBuffer(content)
		if _, err := io.CopyN(b, r, size-step); err != nil {
			return nil, err
		}
		content = b.Bytes()
	}
	// The end must be read as well: there zlib compares its checksum.
	var more [1]byte
	if n, err := io.ReadFull(r, more[:]); n > 0 {
		return nil, message.Errorf("内容が記録された長さより長くなっています", "its content is longer than its header says")
	} else if err != io.EOF {
		return nil, err
	}
	return content, nil
}

type baseKey struct {
	pack   *pack
	offset int64
}

// baseCache keeps unpacked bases of deltas: neighbouring revisions of a
// document share most of their chain. The older of two generations is dropped
// when the younger has filled its half.
type baseCache struct {
	mu         sync.Mutex
	young, old map[baseKey]packEntry
	size       int // bytes in the younger generation
}

func (c *baseCache) get(p *pack, offset int64) (packEntry, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	k := baseKey{p, offset}
	if e, ok := c.young[k]; ok {
		return e, true
	}
	e, ok := c.old[k]
	if ok {
		c.add(k, e)
	}
	return e, ok
}

func (c *baseCache) put(p *pack, offset int64, e packEntry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.add(baseKey{p, offset}, e)
}

func (c *baseCache) add(k baseKey, e packEntry) {
	if len(e.content) > maxBases/4 {
		return
	}
	if c.young == nil || c.size+len(e.content) > maxBases/2 {
		c.old, c.young, c.size = c.young, make(map[baseKey]packEntry), 0
	}
	c.young[k] = e
	c.size += len(e.content)
}
