package repo

import (
	"bufio"
	"compress/zlib"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

func loosePath(dir string, id plumbing.Hash) string {
	name := id.String()
	return filepath.Join(dir, name[:2], name[2:])
}

// readLoose reads the object in a file of its own. The type is InvalidObject
// where there is no such file.
func readLoose(file string, limit int64) (plumbing.ObjectType, []byte, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return plumbing.InvalidObject, nil, nil
	}
	if err != nil {
		return plumbing.InvalidObject, nil, err
	}
	defer f.Close()
	z, err := zlib.NewReader(bufio.NewReader(f))
	if err != nil {
		return plumbing.InvalidObject, nil, err
	}
	r := bufio.NewReader(z)
	typ, size, err := looseHeader(r)
	if err != nil {
		return plumbing.InvalidObject, nil, err
	}
	if size > limit {
		return plumbing.InvalidObject, nil, ErrTooLarge
	}
	content, err := readExactly(r, size)
	return typ, content, err
}

// looseHeader reads the type and the size that stand before the content, as in
// "blob 12\x00".
func looseHeader(r *bufio.Reader) (plumbing.ObjectType, int64, error) {
	head, err := r.ReadSlice(0)
	if err != nil {
		return plumbing.InvalidObject, 0, err
	}
	name, digits, _ := strings.Cut(string(head[:len(head)-1]), " ")
	typ, typErr := plumbing.ParseObjectType(name)
	size, sizeErr := strconv.ParseInt(digits, 10, 64)
	if typErr != nil || sizeErr != nil || size < 0 {
		return plumbing.InvalidObject, 0, message.Errorf("先頭部分が不正です", "its header is malformed")
	}
	return typ, size, nil
}
