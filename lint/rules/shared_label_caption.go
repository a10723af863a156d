package rules

import (
	"strings"
	"unicode/utf8"
)

// longestCaption is the number of characters beyond which a line is a sentence.
const longestCaption = 80

// captionAt reads the label of a line that is a caption, such as 図1 体制図,
// 【別紙2】 or Table 3: Roles, and no sentence about it.
func captionAt(line string) (label, bool) {
	line = strings.TrimLeft(line, " \t　【（([［〔<＜《「『■●◆◇□・")
	l, ok := labelAt(line, 0)
	if !ok || l.number == "" && l.end == len("図") { // 図 and 表 alone are words
		return label{}, false
	}
	if utf8.RuneCountInString(line) > longestCaption || hasAnySuffix(strings.TrimRight(line, " "), "。", "．", ".", "参照", "参照）", "参照)") {
		return label{}, false
	}
	rest := line[l.end:]
	if rest == "" || !hasAnyPrefix(rest, citing...) {
		return l, l.number != "" || captionEnds(rest)
	}
	return label{}, false
}

// citing are what follows a label that a sentence speaks of.
var citing = []string{
	"に", "の", "を", "は", "が", "で", "と", "も", "へ", "から", "より", "及び", "および", "又は", "または", "並びに", "若しくは", "参照",
	"、", "，", ",", "・", "～", "〜", "－", "/", "／", " and ", " or ", " to ", " shows ", " lists ", " is ", " below", " above", " gives ",
}

// captionEnds reports whether a word without a number stands apart from what
// follows it, as a title does.
func captionEnds(rest string) bool {
	return rest == "" || strings.ContainsRune(" 　：:】）)]］〕>＞》」』", runeAfter(rest, 0))
}
