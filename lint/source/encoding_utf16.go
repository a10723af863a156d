package source

import "unicode/utf16"

// detectUTF16 returns the byte order of UTF-16 text without a byte-order mark,
// or "". Text has line breaks and blanks, whose NUL bytes stand on one side of
// the pairs only; that and the characters decide.
func detectUTF16(b []byte) string {
	if len(b)%2 != 0 {
		return ""
	}
	big, little := 0, 0
	for i := 0; i < len(b); i += 2 {
		if b[i] == 0 {
			big++
		}
		if b[i+1] == 0 {
			little++
		}
	}
	switch {
	case little > big && isUTF16Text(b, 0, 1):
		return UTF16LE
	case big > little && isUTF16Text(b, 1, 0):
		return UTF16BE
	}
	return ""
}

// isUTF16Text reports whether the pairs of b, with the low and high byte at the
// given places, are nearly all characters of Japanese or English text. Two
// ASCII letters make a kanji, so that a good part must be something else: kana,
// their punctuation, or ASCII with its NUL byte.
func isUTF16Text(b []byte, low, high int) bool {
	plain, other, pairs := 0, 0, len(b)/2
	for i := 0; i < len(b); i += 2 {
		c := rune(b[i+low]) | rune(b[i+high])<<8
		switch {
		case c == '\t', c == '\r', c == '\n', c >= 0x20 && c < 0x7F,
			c >= 0x3000 && c < 0x3100:
			plain++
		case c >= 0x2000 && c < 0x2700, // punctuation, arrows, circled numbers, shapes
			c >= 0x3100 && c < 0xA000, // kanji
			c >= 0xFF00 && c < 0xFFF0, // full-width and half-width forms
			utf16.IsSurrogate(c):
			other++
		}
	}
	return (plain+other)*10 >= pairs*9 && plain*4 >= pairs
}
