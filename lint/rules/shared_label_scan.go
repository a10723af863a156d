package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/document"
)

// labelBytes has a bit for the last byte, less its two high bits, of each
// Japanese character that a label can begin with.
const labelBytes uint64 = 1<<(0xA5&63) | 1<<(0xBB&63) | 1<<(0x98&63) | 1<<(0x84&63) | 1<<(0x82&63) | 1<<(0xB3&63) | 1<<(0xA8&63)

// nextLabel returns the offset of the next character of t, from i on, that a
// label can begin with, or -1. It walks over every text and must be quick.
func nextLabel(t string, i int) int {
	for i < len(t) {
		c := t[i]
		if c < utf8.RuneSelf {
			if (c == 'A' || c == 'F' || c == 'T') && i+3 < len(t) && strings.IndexByte("ptnia", t[i+1]) >= 0 {
				return i
			}
			i++
			continue
		}
		if c < 0xE0 {
			i += 2
			continue
		}
		if i+3 < len(t) && labelBytes>>(t[i+2]&63)&1 != 0 && beginsLabel(t[i:]) {
			return i
		}
		i += 3 + int(c>>4&1)
	}
	return -1
}

func beginsLabel(t string) bool {
	switch uint(t[0])<<16 | uint(t[1])<<8 | uint(t[2]) {
	case 0xE588A5: // 別
		return hasAnyPrefix(t[3:], "紙", "表", "添", "図")
	case 0xE6B7BB: // 添
		return strings.HasPrefix(t[3:], "付")
	case 0xE4BB98, 0xE99984: // 付附
		return strings.HasPrefix(t[3:], "録")
	case 0xE58F82: // 参
		return strings.HasPrefix(t[3:], "考")
	case 0xE6A798: // 様
		return strings.HasPrefix(t[3:], "式")
	case 0xE59BB3, 0xE8A1A8: // 図表 need a number, which begins like this
		return t[3] < utf8.RuneSelf || t[3] == 0xE2 || t[3] == 0xEF || hasAnyPrefix(t[3:], "　", "第", "（")
	}
	return false
}

// captions reports whether a line of the block can be the caption of what a
// label names. Lists and tables only list attachments.
func captions(b *document.Block, l label) bool {
	return b.Kind == document.Paragraph || b.Kind == document.Cell && b.Row >= 0 && (isPicture(l.word) || l.word == "様式")
}

// pointsToLabel reports whether the words behind a label without a number
// point to the thing.
func pointsToLabel(word, rest string) bool {
	switch word {
	case "図", "表", "様式", "参考資料":
		return false
	}
	return hasAnyPrefix(rest, "のとおり", "の通り", "参照", "を参照", "に示", "による", "に定め", "に記載", "に掲げ")
}

// tailOf returns the end of a sentence, in which a standard is the owner of
// what follows.
func tailOf(sentence string) string {
	const near = 48
	return sentence[max(0, len(sentence)-near):]
}
