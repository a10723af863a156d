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
	if key, ok := asciiKey(s); ok {
		return key
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

// asciiKey is the fast path for texts of ASCII.
func asciiKey(s string) (string, bool) {
	clean := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return "", false
		}
		if c <= ' ' || 'A' <= c && c <= 'Z' {
			clean = false
		}
	}
	if clean {
		return s, true
	}
	return squeeze(s, true), true
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
