package document

import (
	"strings"
	"unicode/utf8"
)

// token is what is known of a run of letters, digits and dashes: whether it is
// shaped like an identifier so far, and where its groups lie.
type token struct {
	groups     int
	letters    bool // the first character is a letter
	digit      bool // the last character is a digit
	anyDigit   bool
	wide       bool // not all is ASCII
	underscore bool
	lastGroup  int // offset of the last group
}

// identifier reports whether the run is shaped like an identifier.
func (k token) identifier() bool {
	return k.groups >= 2 && k.letters && k.digit && !k.underscore
}

// word passes over the run of letters, digits and dashes at t[i] and adds the
// identifier that it is.
func (s *scanner) word(t string, i int) int {
	start := i
	k := token{letters: isLetterAt(t, i)}
	for {
		end := k.group(t, i)
		dash := dashAt(t, end)
		next := end + dash
		last := dash == 0 || !wordAt(t, next)
		if last || isRangeDash(t, end) && k.identifier() && endsRange(t, next, end-k.lastGroup) {
			s.hasDigit = s.hasDigit || k.anyDigit
			s.identifier(t, start, end, k)
			return next
		}
		k.wide = k.wide || t[end] != '-'
		i = next
	}
}

// group passes over the letters and digits at t[i].
func (k *token) group(t string, i int) int {
	k.groups++
	k.lastGroup = i
	for i < len(t) {
		c := t[i]
		switch {
		case isDigit(c):
			k.digit = true
			i++
		case isWordByte(c):
			k.digit = false
			k.underscore = k.underscore || c == '_'
			i++
		case c == 0xEF && wideWordByte(t, i):
			k.wide = true
			k.digit = t[i+1] == 0xBC && t[i+2] < 0x9A
			i += 3
		default:
			return i
		}
		k.anyDigit = k.anyDigit || k.digit
	}
	return i
}

// identifier adds t[start:end] if it is an identifier and no part of an
// address, a version or code.
func (s *scanner) identifier(t string, start, end int, k token) {
	if !k.identifier() || s.isCode(start, end) {
		return
	}
	if end < len(t) && (t[end] == '@' || t[end] == '.' && end+1 < len(t) && isDigit(t[end+1])) {
		return
	}
	text := t[start:end]
	if k.wide {
		text = asciiToken(text)
	}
	s.identifiers = append(s.identifiers, Identifier{
		Span: s.block.Source(start, end), Text: text, Block: s.index,
	})
}

// endsRange reports whether what follows a dash at the end of an identifier is
// the other end of a range: another identifier, or a number of as many bytes
// as the last group (ISMS-A-01–05).
func endsRange(t string, i, width int) bool {
	start := i
	k := token{letters: isLetterAt(t, i)}
	for {
		end := k.group(t, i)
		dash := dashAt(t, end)
		if dash == 0 || !wordAt(t, end+dash) || isRangeDash(t, end) {
			return k.identifier() || k.groups == 1 && !k.letters && k.digit && end-start == width
		}
		i = end + dash
	}
}

// asciiToken returns the token with full-width characters and dashes of any
// kind in their ASCII forms.
func asciiToken(t string) string {
	return strings.Map(func(r rune) rune {
		if '！' <= r && r <= '～' {
			r = r - '！' + '!'
		}
		if r >= utf8.RuneSelf {
			return '-'
		}
		return r
	}, t)
}

// dashAt returns the length of the dash at t[i], or 0. The long vowel mark of
// katakana is often typed for one.
func dashAt(t string, i int) int {
	if i >= len(t) {
		return 0
	}
	if t[i] == '-' {
		return 1
	}
	if t[i] < utf8.RuneSelf {
		return 0
	}
	switch r, n := utf8.DecodeRuneInString(t[i:]); {
	case '\u2010' <= r && r <= '\u2015', r == '−', r == '－', r == '﹣', r == '﹘', r == 'ー', r == 'ｰ':
		return n
	}
	return 0
}

// isRangeDash reports whether the dash at t[i] is one that people type between
// the ends of a range: – — ―.
func isRangeDash(t string, i int) bool {
	return strings.HasPrefix(t[i:], "–") || strings.HasPrefix(t[i:], "—") || strings.HasPrefix(t[i:], "―")
}

func wordAt(t string, i int) bool {
	return i < len(t) && (isWordByte(t[i]) || wideWordByte(t, i))
}

// isWordByte reports whether c is an ASCII letter, digit or underscore.
func isWordByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || isDigit(c) || c == '_'
}

// wideWordByte reports whether a full-width letter or digit is at t[i].
func wideWordByte(t string, i int) bool {
	if i+2 >= len(t) || t[i] != 0xEF {
		return false
	}
	switch c := t[i+2]; t[i+1] {
	case 0xBC: // ０ to ９, Ａ to Ｚ
		return 0x90 <= c && c <= 0x99 || 0xA1 <= c && c <= 0xBA
	case 0xBD: // ａ to ｚ
		return 0x81 <= c && c <= 0x9A
	}
	return false
}

// isLetterAt reports whether the letter, digit or underscore at t[i] is a letter.
func isLetterAt(t string, i int) bool {
	if t[i] < utf8.RuneSelf {
		return 'a' <= t[i]|0x20 && t[i]|0x20 <= 'z'
	}
	return !(t[i+1] == 0xBC && t[i+2] <= 0x99)
}
