package rules

import (
	"bytes"
	"strings"
)

// sectionHints say which references a document can hold at all, so that its
// many texts need not be searched for what it has nowhere.
type sectionHints struct{ chapter, widePoint, english bool }

func newSectionHints(src []byte) sectionHints {
	return sectionHints{
		chapter:   bytes.Contains(src, []byte("章")),
		widePoint: bytes.Contains(src, []byte("．")),
		english:   bytes.Contains(src, []byte("ection")) || bytes.Contains(src, []byte("hapter")),
	}
}

// mayRefer is a quick test for what every reference holds: a point between
// digits, 章, or an English word for a section.
func (h sectionHints) mayRefer(t string) bool {
	for i := strings.IndexByte(t, '.'); i >= 0 && i+1 < len(t); {
		if isAnyDigit(runeAfter(t, i+1)) && isAnyDigit(runeBefore(t, i)) {
			return true
		}
		next := strings.IndexByte(t[i+1:], '.')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return h.chapter && strings.Contains(t, "章") || h.widePoint && strings.Contains(t, "．") ||
		h.english && (strings.Contains(t, "ection") || strings.Contains(t, "hapter"))
}

// readPointers sets what the words before and behind a number say of it.
func (r *sectionRef) readPointers(t string) {
	if word := behindEnglish(t, r.start); word != "" {
		r.english, r.points, r.surely, r.clause = true, true, true, word == "clause"
		return
	}
	rest := strings.TrimLeft(t[r.after:], " 　」』）)")
	r.surely = r.after > r.end || hasAnyPrefix(rest, "参照", "を参照")
	if title, quoted := titleBehind(t, r); quoted && title != "" && strings.Contains(r.number, ".") {
		r.surely = true
	}
	r.points = r.surely || hasAnyPrefix(rest, sectionPointers...) ||
		strings.Count(r.number, ".") > 1 && hasAnyPrefix(t[r.after:], "の", "に", "で", "を", "と", "は", "から", "まで", "及び", "又は", "、")
}

// sectionPointers follow the number of a section that a text points to.
var sectionPointers = []string{
	"を見", "に定め", "に規定", "に示", "に従", "に基づ", "に準", "に記載", "に述べ", "に挙げ", "に掲げ", "に記し", "に詳",
	"による", "により", "によって", "のとおり", "の通り", "の規定", "の手順", "の定め", "の基準", "の表", "で定め", "で規定", "で述べ", "で示",
}

// behindEnglish returns the English word for a section that stands before the
// number, in lower case and in the singular, or "".
func behindEnglish(t string, start int) string {
	head := strings.TrimRight(t[:start], " ")
	if strings.HasSuffix(head, "§") {
		return "section"
	}
	if len(head) == start {
		return ""
	}
	i := len(head)
	for i > 0 && (isLatinLetter(rune(head[i-1])) || head[i-1] == '.') {
		i--
	}
	switch word := strings.ToLower(head[i:]); word {
	case "section", "sections", "sec.", "chapter", "chapters", "paragraph", "paragraphs":
		return strings.TrimSuffix(strings.TrimSuffix(word, "s"), ".")
	case "clause", "clauses":
		return "clause"
	}
	return ""
}

// speaksOfStandard reports whether a text names a standard, whose sections it
// then counts.
func speaksOfStandard(text string) bool {
	return holdsAny(text, "JIS", "ISO", "IEC", "ＪＩＳ", "ＩＳＯ", "NIST", "PCI", "RFC", "規格", "箇条", "附属書", "付属書", "Annex", "27001", "27002", "27017", "the standard")
}

// ofStandard reports whether the words behind an English reference make it one
// to another text than the document.
func ofStandard(rest string) bool {
	rest = strings.ToLower(rest[:min(len(rest), longestTitle)])
	of, ok := strings.CutPrefix(strings.TrimLeft(rest, " \n"), "of")
	of = strings.TrimLeft(of, " \n")
	return ok && !hasAnyPrefix(of, "this ", "our ", "the isms", "isms", "the manual", "the policy")
}

// ofThisDocument reports whether the words behind a clause make it one of the
// document itself.
func ofThisDocument(rest string) bool {
	rest = strings.ToLower(rest[:min(len(rest), longestTitle)])
	return hasAnyPrefix(strings.TrimLeft(rest, " \n"), "of this ", "of our ", "above", "below")
}
