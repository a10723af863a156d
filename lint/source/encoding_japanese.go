package source

import "unicode/utf8"

// detectJapanese tells Shift_JIS from EUC-JP in a text that is not UTF-8, or
// returns "". Text of one encoding that does not break the rules of the other
// makes mostly half-width katakana there.
func detectJapanese(b []byte) string {
	if isDamagedUTF8(b) {
		return ""
	}
	sjis, euc := evidence(b, shiftJISCharacter), evidence(b, eucJPCharacter)
	switch {
	case sjis > euc:
		return ShiftJIS
	case euc > 0:
		return EUCJP
	}
	return ""
}

// isDamagedUTF8 reports whether nearly all characters beyond ASCII are valid
// UTF-8 and only few bytes are not: converting such a text from another
// encoding would destroy it.
func isDamagedUTF8(b []byte) bool {
	valid, invalid := 0, 0
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size <= 1:
			invalid++
		case size >= 3:
			valid++
		}
		b = b[size:]
	}
	return invalid*8 < valid
}

// evidence returns the number of characters by which a text of ASCII and the
// characters of an encoding is known to be Japanese: kana, and kanji that
// follow another one. A western text in Windows-1252 may have single letters
// that look like kanji (the quote and s of it’s), but no words of them. It is
// 0 where b holds anything else. character returns the length of the character
// at the start of b, 0 for none, and whether it is kana.
func evidence(b []byte, character func(b []byte) (size int, kana bool)) int {
	count, previous := 0, 0
	for len(b) > 0 {
		size, kana := 1, false
		if b[0] >= utf8.RuneSelf {
			size, kana = character(b)
		} else if b[0] < ' ' && b[0] != '\t' && b[0] != '\n' && b[0] != '\r' && b[0] != '\f' {
			return 0
		}
		if size == 0 {
			return 0
		}
		if kana || size > 1 && previous > 1 {
			count++
		}
		previous = size
		b = b[size:]
	}
	return count
}

// shiftJISCharacter counts half-width katakana as characters of one byte, which
// are no evidence: accented letters of western encodings look like them.
func shiftJISCharacter(b []byte) (size int, kana bool) {
	lead := b[0]
	if lead >= 0xA1 && lead <= 0xDF {
		return 1, false
	}
	if lead == 0x80 || lead == 0xA0 || lead > 0xFC || len(b) < 2 {
		return 0, false
	}
	trail := b[1]
	if trail < 0x40 || trail == 0x7F || trail > 0xFC {
		return 0, false
	}
	return 2, lead == 0x82 && trail >= 0x9F || lead == 0x83 && trail <= 0x96
}

func eucJPCharacter(b []byte) (size int, kana bool) {
	within := func(i int, from, to byte) bool { return len(b) > i && b[i] >= from && b[i] <= to }
	switch {
	case b[0] == 0x8E && within(1, 0xA1, 0xDF): // half-width katakana
		return 2, false
	case b[0] == 0x8F && within(1, 0xA1, 0xFE) && within(2, 0xA1, 0xFE):
		return 3, false
	case within(0, 0xA1, 0xFE) && within(1, 0xA1, 0xFE):
		return 2, b[0] == 0xA4 || b[0] == 0xA5
	}
	return 0, false
}
