// Package fold compares texts the way that readers do: full-width and
// half-width forms, blanks between Japanese characters, kinds of dashes,
// brackets and middle dots make no difference (domain requirement DOC-002 ff.,
// "normalisation before comparison").
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key returns the form of s that two texts share when they mean the same name:
// NFKC, lower case, without blanks and zero-width characters, with one kind of
// dash and of middle dot.
func Key(s string) string {
	switch inspect(s) {
	case isKey:
		return s
	case isNormal:
		return squeeze(s, true)
	}
	key := squeeze(norm.NFKC.String(s), true)
	if !norm.NFKC.IsNormalString(key) {
		// A mark that stood behind a blank has met the letter before it.
		key = squeeze(norm.NFKC.String(key), true)
	}
	return key
}

// Text returns s in NFKC with one kind of dash, blanks between Japanese
// characters dropped and other runs of blanks reduced to one. Unlike [Key] it
// keeps case and words apart.
func Text(s string) string {
	if isPlain(s) {
		return strings.Join(strings.Fields(s), " ")
	}
	return squeeze(norm.NFKC.String(s), false)
}

// Equal reports whether a and b have the same [Key].
func Equal(a, b string) bool { return a == b || Key(a) == Key(b) }

// state says how far a text is from its key.
type state uint8

const (
	isKey    state = iota // the text is its own key
	isNormal              // NFKC would change nothing, but blanks and case would
	isOther
)

// inspect is the fast path: labels and titles of Japanese documents are mostly
// ideographs, kana and ASCII, which NFKC leaves alone.
func inspect(s string) state {
	found := isKey
	for _, r := range s {
		switch {
		case r > ' ' && r < utf8.RuneSelf && (r < 'A' || r > 'Z') && r != 0x7F:
		case r < utf8.RuneSelf:
			found = isNormal
		case r >= 0x4E00 && r <= 0x9FFF, r >= 0x3041 && r <= 0x3096, r >= 0x30A1 && r <= 0x30FC:
		case r >= 0x3001 && r <= 0x3003, r >= 0x3005 && r <= 0x3011:
		default:
			return isOther
		}
	}
	return found
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func squeeze(s string, key bool) string {
	var b strings.Builder
	b.Grow(len(s))
	var last rune
	blank := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			blank = true
			continue
		case isInvisible(r):
			continue
		case isDash(r):
			r = '-'
		case r == '･' || r == '•' || r == '·':
			r = '・'
		}
		if key {
			r = unicode.ToLower(r)
		} else if blank && b.Len() > 0 && !(isWide(last) && isWide(r)) {
			b.WriteByte(' ')
		}
		blank = false
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// isWide reports whether blanks next to r carry no meaning in Japanese text.
func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r == 'ー'
}

func isInvisible(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F || r == 0x00AD
}

func isDash(r rune) bool {
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹣', '－', '─':
		return true
	}
	return false
}
