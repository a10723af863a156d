package repo

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"sort"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// Layout of a pack index of version 2: magic and version, the fan-out table
// (how many ids begin with a byte up to N), the sorted ids, a checksum and an
// offset for each, offsets beyond 2 GiB, two trailing hashes.
const (
	idSize       = 20
	fanoutStart  = 8
	namesStart   = fanoutStart + 256*4
	crcSize      = 4
	offsetSize   = 4
	trailersSize = 2 * idSize

	// maxIndexInMemory is the size up to which an index is read at once; larger
	// ones are searched on disk, so that memory does not grow with the history.
	maxIndexInMemory = 32 << 20
)

// packIndex finds the objects of a pack.
type packIndex struct {
	r      io.ReaderAt
	file   *os.File // nil when the index is in memory
	fanout [256]uint32
	size   int64
}

// openPackIndex opens an index. A file of at most inMemory bytes is read and
// closed; a larger one stays open.
func openPackIndex(name string, inMemory int64) (*packIndex, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	x, err := readPackIndex(f, inMemory)
	if err != nil {
		f.Close()
		return nil, err
	}
	if x.file == nil {
		err = f.Close()
	}
	return x, err
}

func readPackIndex(f *os.File, inMemory int64) (*packIndex, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	x := &packIndex{r: f, file: f, size: info.Size()}
	if x.size <= inMemory {
		b := make([]byte, x.size)
		if _, err := io.ReadFull(f, b); err != nil {
			return nil, err
		}
		x.r, x.file = bytes.NewReader(b), nil
	}
	return x, x.readFanout()
}

func (x *packIndex) close() error {
	if x.file == nil {
		return nil
	}
	return x.file.Close()
}

func (x *packIndex) readFanout() error {
	head := make([]byte, namesStart)
	if _, err := x.r.ReadAt(head, 0); err != nil {
		return err
	}
	if string(head[:fanoutStart]) != "\xfftOc\x00\x00\x00\x02" {
		return errPackIndex()
	}
	last := uint32(0)
	for i := range x.fanout {
		n := binary.BigEndian.Uint32(head[fanoutStart+4*i:])
		if n < last {
			return errPackIndex()
		}
		x.fanout[i], last = n, n
	}
	if x.size < namesStart+int64(last)*(idSize+crcSize+offsetSize)+trailersSize {
		return errPackIndex()
	}
	return nil
}

func errPackIndex() error {
	return message.Errorf("パックファイルの索引が不正です。git index-pack で作り直してください",
		"the index of a pack is malformed; rebuild it with git index-pack")
}

func (x *packIndex) count() int64 { return int64(x.fanout[255]) }

// bucket returns the range of the ids that begin with a byte.
func (x *packIndex) bucket(first byte) (from, to int64) {
	if first > 0 {
		from = int64(x.fanout[first-1])
	}
	return from, int64(x.fanout[first])
}

func (x *packIndex) id(i int64) (id plumbing.Hash, err error) {
	_, err = x.r.ReadAt(id[:], namesStart+i*idSize)
	return id, err
}

// search returns the position of the first id that is not less than id.
func (x *packIndex) search(id plumbing.Hash) (int64, error) {
	from, to := x.bucket(id[0])
	var failed error
	i := sort.Search(int(to-from), func(i int) bool {
		at, err := x.id(from + int64(i))
		if err != nil {
			failed = err
		}
		return bytes.Compare(at[:], id[:]) >= 0
	})
	return from + int64(i), failed
}

// find returns the offset of an object in the pack.
func (x *packIndex) find(id plumbing.Hash) (offset int64, ok bool, err error) {
	i, err := x.search(id)
	if err != nil || i >= x.count() {
		return 0, false, err
	}
	if at, err := x.id(i); err != nil || at != id {
		return 0, false, err
	}
	var b [8]byte
	offsets := namesStart + x.count()*(idSize+crcSize)
	if _, err := x.r.ReadAt(b[:offsetSize], offsets+i*offsetSize); err != nil {
		return 0, false, err
	}
	short := binary.BigEndian.Uint32(b[:])
	if short < 1<<31 {
		return int64(short), true, nil
	}
	at := offsets + x.count()*offsetSize + int64(short&^(1<<31))*8
	if _, err := x.r.ReadAt(b[:], at); err != nil {
		return 0, false, err
	}
	return int64(binary.BigEndian.Uint64(b[:])), true, nil
}

// withPrefix returns the ids that begin with digits; low is the least of them.
func (x *packIndex) withPrefix(low plumbing.Hash, digits string) []plumbing.Hash {
	var found []plumbing.Hash
	i, err := x.search(low)
	for ; err == nil && i < x.count(); i++ {
		var id plumbing.Hash
		if id, err = x.id(i); err != nil || !strings.HasPrefix(id.String(), digits) {
			break
		}
		found = append(found, id)
	}
	return found
}
