package isms

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
)

// doubts says what the register of a kind may hold besides the ids that were
// read from it.
type doubts struct {
	// rows counts the rows whose id is empty, given twice or not readable, any
	// of which may have been meant to have another id.
	rows int
	// unread reports whether rows are kept in a file that could not be read.
	unread bool
	// repeated are the ids that several rows have, in the form of fold.Key.
	repeated map[string]bool
	// highest is the highest number of the ids that begin alike.
	highest map[string]int
}

func (d *doubts) repeat(key string) {
	d.rows++
	if d.repeated == nil {
		d.repeated = map[string]bool{}
	}
	d.repeated[key] = true
}

// MayDefine reports whether a row that other rules report may have been meant
// to define an id that no row has: one without an id, one with the id of
// another row, one whose cells are out of place, or one in a file that could
// not be read. The id must continue those that there are; "" asks whether any id
// may be missing of rows that are all without one, or not read.
func (s *System) MayDefine(kind, id string) bool {
	k := s.kind(kind)
	switch {
	case k == nil || !k.doubts.unread && k.doubts.rows == 0:
		return false
	case k.doubts.unread:
		return true
	case len(k.ids) == 0:
		return id == ""
	}
	prefix, n, ok := numbered(id)
	highest, known := k.doubts.highest[prefix]
	return ok && known && n <= highest+k.doubts.rows
}

// Repeats reports whether several rows define the id, so that nobody can tell
// which of them is meant.
func (s *System) Repeats(kind, id string) bool {
	k := s.kind(kind)
	return k != nil && k.doubts.repeated[fold.Key(id)]
}

// count notes the numbers of the ids, where there is any doubt.
func (k *kind) count() {
	if k.doubts.rows == 0 {
		return
	}
	k.doubts.highest = map[string]int{}
	for _, id := range k.ids {
		if prefix, n, ok := numbered(id); ok {
			k.doubts.highest[prefix] = max(k.doubts.highest[prefix], n)
		}
	}
}

// numbered splits an id into what stands before its last group of digits, and
// the number.
func numbered(id string) (prefix string, n int, ok bool) {
	key := fold.Key(id)
	prefix = strings.TrimRight(key, "0123456789")
	n, err := strconv.Atoi(key[len(prefix):])
	return prefix, n, err == nil && prefix != ""
}

// unreadRows notes whether a file names rows of the kind that could not be
// read.
func (k *kind) unreadRows(name string, f *File) {
	if f.RowsFile == nil || f.RowsFile.Problem.IsZero() || f.Form == nil {
		return
	}
	for _, s := range f.Form.Tables {
		if _, defines := s.Defines[name]; defines {
			k.doubts.unread = true
		}
	}
}
