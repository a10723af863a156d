package rules

import (
	"strings"
	"unicode/utf8"
)

// anchorBytes has a bit for the last byte, less its two high bits, of each
// Japanese character that an anchor begins with.
const anchorBytes uint64 = 1<<(0xB5&63) | 1<<(0x86&63) | 1<<(0xB2&63) | 1<<(0x80&63) | 1<<(0x94&63) | 1<<(0xB3&63) |
	1<<(0x8F&63) | 1<<(0x87&63) | 1<<(0xA1&63) | 1<<(0x8E&63) | 1<<(0x9B&63)

// nextSampleAnchor returns the offset of the next of the words, from i on, that
// every sign holds one of, or -1. It walks over every text and must be quick.
func nextSampleAnchor(t string, i int) int {
	for i < len(t) {
		c := t[i]
		switch {
		case c < utf8.RuneSelf:
			if isLatinAnchor(t[i:]) {
				return i
			}
			for i++; c|0x20 >= 'a' && c|0x20 <= 'z' && i < len(t); i++ {
				c = t[i]
			}
		case c < 0xE0:
			if strings.HasPrefix(t[i:], "©") {
				return i
			}
			i += 2
		default:
			if i+3 < len(t) && anchorBytes>>(t[i+2]&63)&1 != 0 && isWideAnchor(t[i:]) {
				return i
			}
			i += 3 + int(c>>4&1)
		}
	}
	return -1
}

func isWideAnchor(t string) bool {
	switch uint(t[0])<<16 | uint(t[1])<<8 | uint(t[2]) {
	case 0xE382B5:
		return strings.HasPrefix(t, "サンプル")
	case 0xE38386:
		return strings.HasPrefix(t, "テンプレート")
	case 0xE381B2:
		return hasAnyPrefix(t, "ひな形", "ひな型")
	case 0xE38380:
		return strings.HasPrefix(t, "ダウンロード")
	case 0xE38194:
		return strings.HasPrefix(t, "ご購入")
	case 0xE382B3:
		return strings.HasPrefix(t, "コンサル")
	case 0xE5958F:
		return hasAnyPrefix(t, "問い合わせはこちら", "問合せはこちら", "問合わせはこちら")
	case 0xE794B3:
		return hasAnyPrefix(t, "申し込みはこちら", "申込みはこちら", "申込はこちら")
	case 0xE8B387:
		return strings.HasPrefix(t, "資料請求はこちら")
	case 0xE784A1:
		return hasAnyPrefix(t, "無料相談", "無断転載", "無断複製")
	case 0xE7A88E:
		return hasAnyPrefix(t, "税込", "税別", "税抜")
	case 0xE99B9B:
		return hasAnyPrefix(t, "雛形", "雛型")
	}
	return false
}

// isLatinAnchor looks at a word of ASCII.
func isLatinAnchor(t string) bool {
	word := ""
	switch t[0] | 0x20 {
	case 't':
		word = "template"
	case 's':
		word = "sample"
	case 'b':
		word = "buy now"
	case 'd':
		word = "download"
	case 'p':
		word = "purchase"
	case 'f':
		word = "free "
	case 'c':
		if len(t) > 1 && t[1]|0x20 == 'o' {
			return beginsWord(t, "copyright") || beginsWord(t, "consult")
		}
		return false
	case '(' | 0x20:
		return beginsWord(t, "(c) 1") || beginsWord(t, "(c) 2")
	default:
		return false
	}
	return beginsWord(t, word)
}

// beginsWord reports whether t begins with a word, whatever its case.
func beginsWord(t, word string) bool {
	return len(t) >= len(word) && t[1]|0x20 == word[1]|0x20 && strings.EqualFold(t[:len(word)], word)
}
