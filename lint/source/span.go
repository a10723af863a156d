// Package source is the ground that positions stand on: byte spans, lines and
// columns, and the value trees that YAML and TOML are read into, where every
// key and every value knows where in the file it was written.
package source

// Span is a half-open range of bytes [Start, End) of one file. Offsets count
// from the first byte of the file, byte-order mark and front matter included.
type Span struct {
	Start, End int
}

// Len returns the number of bytes that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies wholly within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Of returns the bytes of src that the span covers, as text. A span outside
// src is clipped to it.
func (s Span) Of(src []byte) string {
	start, end := min(max(s.Start, 0), len(src)), min(max(s.End, 0), len(src))
	if start >= end {
		return ""
	}
	return string(src[start:end])
}
