package rules

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// label is the name of an attachment, figure or table: 別紙1, 図3-2, Appendix B.
type label struct {
	// word is the kind of thing in its usual spelling, number its number in
	// ASCII ("1", "3-2", "B"), or "" when it has none.
	word, number string
	// end is the offset behind the label.
	end int
}

// labelWords are the words that labels begin with; a longer one stands before
// the shorter one that it begins with.
var labelWords = []struct{ written, word string }{
	{"別紙", "別紙"}, {"別表", "別表"}, {"別添", "別添"}, {"別図", "別図"},
	{"添付資料", "添付資料"}, {"添付書類", "添付書類"}, {"添付", "添付"},
	{"付録", "付録"}, {"附録", "付録"}, {"参考図", "参考図"}, {"参考資料", "参考資料"},
	{"様式", "様式"}, {"図", "図"}, {"表", "表"},
	{"Appendix", "Appendix"}, {"Attachment", "Attachment"}, {"Annex", "Annex"},
	{"Figure", "Figure"}, {"Fig.", "Figure"}, {"Table", "Table"},
}

// labelAt reads the label that begins at t[i]. Words that count things (表3枚)
// and parts of longer words are no labels.
func labelAt(t string, i int) (label, bool) {
	for _, w := range labelWords {
		if i >= len(t) || t[i] != w.written[0] || !strings.HasPrefix(t[i:], w.written) {
			continue
		}
		l := label{word: w.word, end: i + len(w.written)}
		latin := w.word[0] < utf8.RuneSelf
		if latin && isLatinLetter(runeBefore(t, i)) {
			return label{}, false
		}
		number, end := labelNumber(t, l.end, latin)
		if number == "" {
			return l, !latin
		}
		l.number, l.end = number, end
		return l, !countsThings(t[end:])
	}
	return label{}, false
}

// labelNumber reads the number of a label behind its word: digits in groups, a
// letter, a Roman or circled number, in brackets or behind 第, a blank or a
// hyphen. Behind an English word a blank must come first.
func labelNumber(t string, i int, latin bool) (number string, end int) {
	start := i
	i = skipBlanks(t, i)
	if latin && i == start {
		return "", start
	}
	if i == start {
		for _, mark := range []string{"第", "-", "－", "‐", "―", "−", "No.", "(", "（", "["} {
			if rest, ok := strings.CutPrefix(t[i:], mark); ok {
				i = skipBlanks(t, len(t)-len(rest))
				break
			}
		}
	}
	number, end = numeral(t, i)
	switch {
	case number == "":
		return "", start
	case strings.HasSuffix(t[:i], "(") && strings.HasPrefix(t[end:], ")"), strings.HasSuffix(t[:i], "[") && strings.HasPrefix(t[end:], "]"):
		end++
	case strings.HasSuffix(t[:i], "（") && strings.HasPrefix(t[end:], "）"):
		end += len("）")
	case strings.HasSuffix(t[:i], "第") && strings.HasPrefix(t[end:], "号"):
		end += len("号")
	}
	return number, end
}

// numeral reads the number itself.
func numeral(t string, i int) (number string, end int) {
	r := runeAfter(t, i)
	switch {
	case isAnyDigit(r):
		return digitGroups(t, i)
	case isLatinLetter(r):
		end = i + widthAt(t, i)
		if next := runeAfter(t, end); isLatinLetter(next) || isAnyDigit(next) || r >= 'a' && r <= 'z' {
			return "", i
		}
		if r >= 'Ａ' {
			r -= 'Ａ' - 'A'
		}
		return string(r), end
	case '①' <= r && r <= '⑳':
		return strconv.Itoa(int(r-'①') + 1), i + len("①")
	case 'Ⅰ' <= r && r <= 'Ⅻ':
		return strconv.Itoa(int(r-'Ⅰ') + 1), i + len("Ⅰ")
	}
	if n := strings.IndexRune("一二三四五六七八九", r); n >= 0 && !isKanji(runeAfter(t, i+len("一"))) { // not 一覧
		return strconv.Itoa(n/len("一") + 1), i + len("一")
	}
	return "", i
}

// digitGroups reads 3, 3-1 or 3.1 in any width.
func digitGroups(t string, i int) (number string, end int) {
	var b strings.Builder
	for end = i; ; {
		group := 0
		for isAnyDigit(runeAfter(t, end)) {
			r := runeAfter(t, end)
			if r >= '０' {
				r -= '０' - '0'
			}
			b.WriteRune(r)
			end += widthAt(t, end)
			group++
		}
		next := runeAfter(t, end)
		joined := next == '-' || next == '－' || next == '.' || next == '．'
		if !joined || !isAnyDigit(runeAfter(t, end+widthAt(t, end))) {
			return strings.TrimLeft(b.String(), "0"), end
		}
		b.WriteByte('-')
		end += widthAt(t, end)
	}
}

// countsThings reports whether what follows a number counts: 1部, 3枚.
func countsThings(rest string) bool {
	return hasAnyPrefix(strings.TrimLeft(rest, " 　"), "部", "通", "枚", "件", "個", "人", "名", "ページ", "頁", "点", "つ", "種", "回", "年", "月", "日", "行", "列", "か所", "箇所", "ファイル", "%", "％")
}
