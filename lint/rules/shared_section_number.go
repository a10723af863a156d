package rules

import (
	"strings"
	"unicode/utf8"
)

// sectionRef is a number in a text that may refer to a section.
type sectionRef struct {
	// start and end are the bounds of the number in the text; after is the
	// offset behind its unit (項, 章).
	start, end, after int
	// number has the form of sectionKey.
	number string
	// points reports whether words around the number say that it is that of a
	// section; surely that they leave no doubt: a unit, 参照, section; clause
	// that they speak of a clause, which most often is one of the standard.
	points, surely, clause bool
	// english reports whether an English word for a section stands before the
	// number, linked whether only a comma or the like does, behind another one.
	english, linked bool
}

// sectionRefs returns the numbers of a text that can be those of sections.
func sectionRefs(t string) []sectionRef {
	var refs []sectionRef
	for i := 0; i < len(t); {
		at := nextNumber(t, i)
		if at < 0 {
			break
		}
		r, ok := numberAt(t, at)
		i = max(r.end, at+1)
		if !ok {
			continue
		}
		r.readPointers(t)
		if n := len(refs); n > 0 {
			r.linked = isListGap(t[refs[n-1].after:r.start])
		}
		refs = append(refs, r)
	}
	for i := len(refs) - 2; i >= 0; i-- {
		if next := &refs[i+1]; next.linked {
			refs[i].points = refs[i].points || next.points
			refs[i].surely = refs[i].surely || next.surely
		}
	}
	for i := 1; i < len(refs); i++ {
		if before := &refs[i-1]; refs[i].linked && before.english {
			refs[i].english, refs[i].points, refs[i].surely, refs[i].clause = true, true, true, before.clause
		}
	}
	return refs
}

// nextNumber returns the offset of the next digit or Roman numeral, or -1.
func nextNumber(t string, i int) int {
	for ; i < len(t); i++ {
		switch c := t[i]; {
		case '0' <= c && c <= '9', c == 0xEF && isAnyDigit(runeAfter(t, i)), c == 0xE2 && isRomanNumeral(runeAfter(t, i)):
			return i
		}
	}
	return -1
}

func isRomanNumeral(r rune) bool { return 'Ⅰ' <= r && r <= 'Ⅻ' }

// numberAt reads the number at i. ok is false when it is no number of a
// section: a part of a version, an amount, a date.
func numberAt(t string, i int) (r sectionRef, ok bool) {
	r.start, r.end = i, i
	groups, longest := 0, 0
	for {
		from := r.end
		for isAnyDigit(runeAfter(t, r.end)) {
			r.end += widthAt(t, r.end)
		}
		longest = max(longest, utf8.RuneCountInString(t[from:r.end]))
		for groups == 0 && longest == 0 && isRomanNumeral(runeAfter(t, r.end)) {
			r.end += widthAt(t, r.end)
		}
		groups++
		next := runeAfter(t, r.end)
		if next != '.' && next != '．' || !isAnyDigit(runeAfter(t, r.end+widthAt(t, r.end))) {
			break
		}
		r.end += widthAt(t, r.end)
	}
	r.after = r.end
	if longest > 2 || groups > 5 || !startsApart(t, &r) || !endsApart(t, &r, groups) {
		return r, false
	}
	r.number = sectionKey(t[r.start:r.end])
	return r, true
}

// startsApart reports whether the number is no part of a longer token.
func startsApart(t string, r *sectionRef) bool {
	before := runeBefore(t, r.start)
	if isLatinLetter(before) || isAnyDigit(before) || strings.ContainsRune(".-_/:：,，=<>+*×±¥￥$#全約計各", orSpace(before)) {
		return false
	}
	head := strings.TrimRight(t[:r.start], " 　")
	if isLatinLetter(runeBefore(head, len(head))) && behindEnglish(t, r.start) == "" && !hasAnySuffix(head, " and", " or", " to") {
		return false // TLS 1.2
	}
	return !hasAnySuffix(head, "バージョン", "リリース", "版", "ver.", "Ver.", "約", "平均", "図", "表", "式", "例", "別紙", "付録", "別添")
}

// endsApart reads the unit behind the number and reports whether it makes the
// number that of a section. A number without points needs a unit.
func endsApart(t string, r *sectionRef, groups int) bool {
	rest := t[r.end:]
	blanks := len(rest) - len(strings.TrimLeft(rest, " 　"))
	word := rest[blanks:]
	switch {
	case strings.HasPrefix(word, "章") && !hasAnyPrefix(word, "章立て", "章構成", "章から", "章で構成"):
		r.after = r.end + blanks + len("章")
		return true
	case groups == 1:
		return behindEnglish(t, r.start) != ""
	case strings.HasPrefix(word, "項") && !strings.HasPrefix(word, "項目"), strings.HasPrefix(word, "節") && !hasAnyPrefix(word, "節電", "節約"):
		r.after = r.end + blanks + len("項")
		return true
	}
	next := runeAfter(rest, 0)
	return !isLatinLetter(next) && !strings.ContainsRune("%％‰℃°-－_/:：×倍度点版年月日時分秒人名円万億件回本台枚個社か", orSpace(next)) &&
		!hasAnyPrefix(word, "以上", "以下", "未満", "以内", "程度", "GB", "MB", "TB", "GHz", "Gbps", "Mbps", "km", "kg", "mm", "cm", "ポイント", "パーセント", "インチ", "ヶ月", "ヵ月", "カ月")
}

// isListGap reports whether a text only joins the items of a list.
func isListGap(gap string) bool {
	switch strings.Trim(gap, " 　") {
	case "、", "，", ",", "・", "及び", "および", "並びに", "又は", "または", "若しくは", "と", "や", "～", "〜", "~", "-", "－", "–", "から", "and", "or", "to", ", and", "第", "、第", "及び第", "から第", "・第", "と第", "又は第":
		return true
	}
	return false
}
