package repo

import (
	"bytes"
	"crypto/sha1"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"

	"github.com/ismslint/ismslint/lint/message"
)

// indexEntry is one file of the index, or one folder of a sparse index.
type indexEntry struct {
	path  string
	mode  filemode.FileMode
	id    plumbing.Hash
	stage int // not 0 for a conflict
	added bool
}

// Layout of the index: a header, entries of stat data, mode, id, flags and
// path, extensions, a hash over it all.
const (
	indexHeader   = 12
	modeAt        = 24
	idAt          = 40
	flagsAt       = idAt + idSize
	pathAt        = flagsAt + 2
	extensionHead = 8

	flagExtended    = 0x4000
	flagNameLength  = 0x0fff
	flagIntentToAdd = 0x2000 // in the extended flags
)

// readIndexFile reads the entries of an index of version 2, 3 or 4 in their
// order. A missing file is an empty index. It stands in for go-git's decoder,
// which refuses sparse indexes and those without a checksum (index.skipHash).
func readIndexFile(file string) ([]indexEntry, error) {
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil {
		var entries []indexEntry
		if entries, err = parseIndex(b); err == nil {
			return entries, nil
		}
	}
	return nil, message.Wrap(err,
		"gitのインデックス「%s」を読み込めません",
		"cannot read the git index %q", file)
}

func parseIndex(b []byte) ([]indexEntry, error) {
	if len(b) < indexHeader+idSize || string(b[:4]) != "DIRC" {
		return nil, errIndex()
	}
	body, sum := b[:len(b)-idSize], b[len(b)-idSize:]
	if want := sha1.Sum(body); !bytes.Equal(sum, want[:]) && !bytes.Equal(sum, make([]byte, idSize)) {
		return nil, errIndex()
	}
	version := binary.BigEndian.Uint32(b[4:])
	if version < 2 || version > 4 {
		return nil, message.Errorf(
			"インデックスのバージョン %d には対応していません（対応: 2〜4）。git update-index --index-version 4 を実行してください",
			"index version %d is not supported, only 2 to 4; run git update-index --index-version 4", version)
	}
	count := binary.BigEndian.Uint32(b[8:])
	if int64(count)*pathAt > int64(len(b)) {
		return nil, errIndex()
	}
	entries := make([]indexEntry, count)
	at, previous := indexHeader, ""
	for i := range entries {
		size := entries[i].parse(body[at:], version, previous)
		if size == 0 {
			return nil, errIndex()
		}
		at += size
		previous = entries[i].path
	}
	return entries, checkExtensions(body[at:])
}

// parse reads the entry at the beginning of b and returns its length, 0 when
// it is malformed. In version 4 a path shares its beginning with the previous.
func (e *indexEntry) parse(b []byte, version uint32, previous string) int {
	if len(b) < pathAt+3 {
		return 0
	}
	e.mode = filemode.FileMode(binary.BigEndian.Uint32(b[modeAt:]))
	e.id = plumbing.Hash(b[idAt:flagsAt])
	flags := binary.BigEndian.Uint16(b[flagsAt:])
	e.stage = int(flags>>12) & 3
	at := pathAt
	if flags&flagExtended != 0 {
		e.added = binary.BigEndian.Uint16(b[at:])&flagIntentToAdd != 0
		at += 2
	}
	if version == 4 {
		cut, n := readCut(b[at:])
		end := bytes.IndexByte(b[at+n:], 0)
		if n == 0 || end < 0 || cut > len(previous) {
			return 0
		}
		e.path = previous[:len(previous)-cut] + string(b[at+n:at+n+end])
		return at + n + end + 1
	}
	length := int(flags & flagNameLength)
	if length == flagNameLength { // too long to be told
		length = bytes.IndexByte(b[at:], 0)
	}
	// At least one byte of padding follows, up to a multiple of eight.
	size := (at + length + 8) &^ 7
	if length < 0 || size > len(b) {
		return 0
	}
	e.path = string(b[at : at+length])
	return size
}

// readCut reads how many bytes to cut off the previous path, and the length of
// that number; the length is 0 where there is none.
func readCut(b []byte) (cut, n int) {
	d, err := readDistance(bytes.NewReader(b))
	if err != nil || d > int64(len(b))<<12 {
		return 0, 0
	}
	for b[n]&0x80 != 0 {
		n++
	}
	return int(d), n + 1
}

// checkExtensions refuses extensions without which the entries mean something
// else. The name of one that may be ignored begins with a capital letter.
func checkExtensions(b []byte) error {
	for len(b) >= extensionHead {
		name, size := string(b[:4]), int64(binary.BigEndian.Uint32(b[4:]))
		if extensionHead+size > int64(len(b)) {
			return errIndex()
		}
		switch {
		case name == "link":
			return message.Errorf(
				"分割インデックス（core.splitIndex）には対応していません。git update-index --no-split-index を実行してください",
				"split indexes (core.splitIndex) are not supported; run git update-index --no-split-index")
		case name == "sdir": // sparse: folders stand for what is below them
		case name[0] < 'A' || name[0] > 'Z':
			return message.Errorf(
				"インデックスの拡張「%s」には対応していません。gitの設定を見直してください",
				"the index extension %q is not supported; review the git configuration", name)
		}
		b = b[extensionHead+size:]
	}
	return nil
}

func errIndex() error {
	return message.Errorf(
		"インデックスが壊れています。gitディレクトリの中の index ファイルを削除し、git reset を実行して作り直してください",
		"the index is damaged; delete the file named index in the git folder and run git reset to rebuild it")
}
