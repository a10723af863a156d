package rules

import "strings"

// leaders are the characters that lead the eye from a title to its page.
const leaders = ".．…‥⋯・･·_＿-－─―—~～"

// withoutPage returns what an entry of a table of contents may say: the entry
// as it is, and without leader dots and the mark of its page (P5, … 12,
// 5ページ). certain reports whether the end can only be a page; a number behind
// a single blank may belong to the title (フェーズ 2).
func withoutPage(entry string) (title string, certain bool) {
	rest, marked, ok := cutPage(entry)
	if !ok {
		title = cutLeaders(entry)
		return title, hasLeader(entry[len(title):])
	}
	title = cutLeaders(rest)
	gap := rest[len(title):]
	if !marked && gap == "" { // 適用範囲2: nothing sets the number apart
		return entry, false
	}
	return title, marked || hasLeader(gap)
}

// cutPage cuts the page off the end of an entry. marked reports whether a word
// says that it is a page.
func cutPage(entry string) (rest string, marked, ok bool) {
	rest = entry
	open := ""
	for _, pair := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if cut, found := strings.CutSuffix(rest, pair[1]); found {
			rest, open = cut, pair[0]
		}
	}
	for _, unit := range []string{"ページ", "頁", "p", "P"} {
		if cut, found := strings.CutSuffix(rest, unit); found {
			rest, marked = strings.TrimRight(cut, " "), true
			break
		}
	}
	number := strings.TrimRight(rest, "0123456789０１２３４５６７８９")
	if number == rest {
		if number = strings.TrimRight(rest, "ivxlc"); marked || number == rest || !hasLeader(number[len(cutLeaders(number)):]) {
			return entry, false, false
		}
	}
	for _, mark := range []string{"page", "Page", "pp.", "p.", "P.", "Ｐ．", "p", "P", "ｐ", "Ｐ", "ページ"} {
		if cut, found := strings.CutSuffix(strings.TrimRight(number, " "), mark); found {
			number, marked = cut, true
			break
		}
	}
	if open == "" {
		return number, marked, true
	}
	cut, found := strings.CutSuffix(number, open)
	return cut, found, found
}

func cutLeaders(s string) string { return strings.TrimRight(s, leaders+" \t　") }

// hasLeader reports whether what stands between a title and a number sets them
// apart: leaders, a tab, or more than one blank.
func hasLeader(gap string) bool {
	dots := strings.Trim(gap, " \t　")
	return strings.ContainsAny(gap, "\t　") || len(gap)-len(dots) > 1 || dots != "" && !isHyphen(dots)
}

func isHyphen(s string) bool { return s == "-" || s == "－" || s == "." || s == "_" }
