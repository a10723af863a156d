package source

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What messages quote of a user's text and of a library's message, in
// characters.
const (
	excerptLength = 40
	libraryLength = 120
)

// lineAt returns the span of the line of src that offset lies in, clipped to
// at, without the blanks around it.
func lineAt(src []byte, at Span, offset int) Span {
	offset = min(max(offset, at.Start), at.End)
	start, end := at.Start, at.End
	if i := bytes.LastIndexAny(src[at.Start:offset], "\r\n"); i >= 0 {
		start += i + 1
	}
	if i := bytes.IndexAny(src[offset:at.End], "\r\n"); i >= 0 {
		end = offset + i
	}
	return trimSpan(src, Span{start, end})
}

// lineBefore returns the last line before offset that is neither blank nor a
// comment, and false if there is none.
func lineBefore(src []byte, at Span, offset int) (Span, bool) {
	for {
		i := bytes.LastIndexAny(src[at.Start:offset], "\r\n")
		if i < 0 {
			return Span{}, false
		}
		offset = at.Start + i
		if line := lineAt(src, at, offset); line.Len() > 0 && src[line.Start] != '#' {
			return line, true
		}
	}
}

// restOfLine returns the span from offset to the last visible character of its
// line, or the whole line where nothing visible follows.
func restOfLine(src []byte, at Span, offset int) Span {
	line := lineAt(src, at, offset)
	if offset < line.Start || offset >= line.End {
		return line
	}
	return Span{offset, line.End}
}

func trimSpan(src []byte, s Span) Span {
	for s.Start < s.End && isBlank(src[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && isBlank(src[s.End-1]) {
		s.End--
	}
	return s
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// excerpt shortens a user's text to a length that fits into a message.
func excerpt(s string) string { return shorten(s, excerptLength) }

func shorten(s string, length int) string {
	s = strings.TrimSpace(s)
	n := 0
	for i := range s {
		if n == length {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// quoted returns the excerpt of s in the quotes of English messages.
func quoted(s string) string { return strconv.Quote(excerpt(s)) }

// firstRune returns the character at offset, as text.
func firstRune(src []byte, at Span, offset int) string {
	if offset < at.Start || offset >= at.End {
		return ""
	}
	_, size := utf8.DecodeRune(src[offset:at.End])
	return string(src[offset : offset+size])
}
