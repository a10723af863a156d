// Package wire writes plain data as bytes and reads it again, fast and without
// copying texts. What is written has no form of its own: it is read by the same
// build of the program, in the order in which it was written.
package wire

import (
	"encoding/binary"
	"math"
)

// Writer appends values to Bytes.
type Writer struct {
	Bytes []byte
	last  int // offset that was written last
}

// Uint appends a number.
func (w *Writer) Uint(n uint64) { w.Bytes = binary.AppendUvarint(w.Bytes, n) }

// Count appends a number that is not negative.
func (w *Writer) Count(n int) { w.Uint(uint64(n)) }

// Int appends a number that may be negative.
func (w *Writer) Int(n int64) { w.Bytes = binary.AppendVarint(w.Bytes, n) }

// Offset appends an offset, which takes little room near the one before.
func (w *Writer) Offset(n int) {
	w.Int(int64(n - w.last))
	w.last = n
}

// Bool appends a truth value.
func (w *Writer) Bool(v bool) {
	n := uint64(0)
	if v {
		n = 1
	}
	w.Uint(n)
}

// Float appends a number of any kind, NaN included.
func (w *Writer) Float(v float64) { w.Uint(math.Float64bits(v)) }

// Text appends a text.
func (w *Writer) Text(s string) {
	w.Count(len(s))
	w.Bytes = append(w.Bytes, s...)
}

// Reader reads values. After a value that is not there, which Failed reports,
// all others are zero.
type Reader struct {
	all    string
	next   int
	failed bool
	last   int // offset that was read last
}

// NewReader returns a reader of what a [Writer] wrote. Texts that it reads are
// parts of the given one.
func NewReader(s string) *Reader { return &Reader{all: s} }

// Failed reports whether something could not be read.
func (r *Reader) Failed() bool { return r.failed }

// Done reports whether all was read and nothing is left.
func (r *Reader) Done() bool { return !r.failed && r.next == len(r.all) }

// Fail makes all further values zero.
func (r *Reader) Fail() { r.failed, r.next = true, len(r.all) }

// Uint reads a number.
func (r *Reader) Uint() uint64 {
	if r.next < len(r.all) && r.all[r.next] < 0x80 { // most are small
		r.next++
		return uint64(r.all[r.next-1])
	}
	return r.long()
}

func (r *Reader) long() uint64 {
	var n uint64
	for i, shift := r.next, 0; i < len(r.all) && shift < 64; i, shift = i+1, shift+7 {
		c := r.all[i]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			r.next = i + 1
			return n
		}
	}
	r.Fail()
	return 0
}

// Count reads a number of things each of which takes at least one byte, so
// that memory may be taken for them.
func (r *Reader) Count() int {
	n := r.Uint()
	if n > uint64(len(r.all)-r.next) {
		r.Fail()
		return 0
	}
	return int(n)
}

// Int reads a number that may be negative.
func (r *Reader) Int() int64 {
	n := r.Uint()
	return int64(n>>1) ^ -int64(n&1)
}

// Offset reads an offset.
func (r *Reader) Offset() int {
	r.last += int(r.Int())
	return r.last
}

// Bool reads a truth value.
func (r *Reader) Bool() bool { return r.Uint() == 1 }

// Float reads a number of any kind.
func (r *Reader) Float() float64 { return math.Float64frombits(r.Uint()) }

// Text reads a text.
func (r *Reader) Text() string {
	n := r.Count()
	r.next += n
	return r.all[r.next-n : r.next]
}
