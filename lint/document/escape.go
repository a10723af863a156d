package document

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// unescape adds body[start:end] to the text of the current block with its
// backslash escapes and character references resolved.
func (b *builder) unescape(start, end int) {
	run := b.body[start:end]
	if bytes.IndexByte(run, '\\') < 0 && bytes.IndexByte(run, '&') < 0 {
		b.copySource(start, end, false)
		return
	}
	from := start
	for i := start; i < end; {
		switch c := b.body[i]; {
		case c == '\\' && i+1 < end && util.IsPunct(b.body[i+1]):
			b.copySource(from, i, false)
			b.replace(string(b.body[i+1:i+2]), i, i+2, false)
			i += 2
			from = i
		case c == '&':
			characters, length := reference(b.body[i:end])
			if length == 0 {
				i++
				continue
			}
			b.copySource(from, i, false)
			b.replace(characters, i, i+length, false)
			i += length
			from = i
		default:
			i++
		}
	}
	b.copySource(from, end, false)
}

// maxReference is longer than the longest named character reference.
const maxReference = 40

// reference returns the characters of the character reference that s begins
// with (&amp; &#9312; &#x2460;) and its length, or 0.
func reference(s []byte) (characters string, length int) {
	s = s[:min(len(s), maxReference)]
	end := bytes.IndexByte(s, ';')
	if end < 2 {
		return "", 0
	}
	name := s[1:end]
	if name[0] == '#' {
		r, ok := numericReference(name[1:])
		if !ok {
			return "", 0
		}
		return string(r), end + 1
	}
	entity, ok := util.LookUpHTML5EntityByName(string(name))
	if !ok {
		return "", 0
	}
	return string(entity.Characters), end + 1
}

func numericReference(digits []byte) (rune, bool) {
	base, most := 10, 7
	if len(digits) > 0 && digits[0]|0x20 == 'x' {
		base, most, digits = 16, 6, digits[1:]
	}
	if len(digits) == 0 || len(digits) > most {
		return 0, false
	}
	n, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil {
		return 0, false
	}
	if n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return utf8.RuneError, true
	}
	return rune(n), true
}

// unescapeText returns b with its backslash escapes and character references
// resolved, where no positions are needed.
func unescapeText(b []byte) []byte {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 {
		return b
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		if b[i] == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]) {
			out = append(out, b[i+1])
			i += 2
			continue
		}
		if b[i] == '&' {
			if characters, length := reference(b[i:]); length > 0 {
				out = append(out, characters...)
				i += length
				continue
			}
		}
		out = append(out, b[i])
		i++
	}
	return out
}
