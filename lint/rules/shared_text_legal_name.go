package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
)

// legalName is the name of an organisation, taken apart.
type legalName struct {
	// cores are the spellings of the name without its legal form; none where
	// the name has no legal form to be written in several ways.
	cores []string
	// latin reports whether the legal form is an English one, behind the name.
	latin bool
}

// legalForms are legal forms and their abbreviations in Japanese.
var legalForms = [...]string{
	"株式会社", "（株）", "(株)", "㈱", "有限会社", "（有）", "(有)", "㈲", "合同会社", "（同）", "(同)", "合資会社", "合名会社",
	"一般社団法人", "（一社）", "(一社)", "公益社団法人", "（公社）", "(公社)", "一般財団法人", "（一財）", "(一財)", "公益財団法人", "（公財）", "(公財)",
	"社会福祉法人", "（福）", "(福)", "医療法人社団", "医療法人", "（医）", "(医)", "学校法人", "（学）", "(学)", "特定非営利活動法人", "NPO法人",
}

// latinForms are legal forms in English, longer ones first.
var latinForms = [...]string{
	" Co., Ltd.", " Co., Ltd", " Co.,Ltd.", " Co. Ltd.", " Corporation", " Corp.", " Corp", ", Inc.", ", Inc", " Inc.", " Inc", " Incorporated",
	" Limited", ", Ltd.", ", Ltd", " Ltd.", " Ltd", ", LLC", " LLC", " K.K.", " KK", " GmbH", " PLC", " plc",
}

// splitLegalName takes the name of the configuration apart.
func splitLegalName(name string) legalName {
	for _, form := range latinForms {
		if core, ok := strings.CutSuffix(name, form); ok && core != "" {
			return legalName{cores: []string{core}, latin: true}
		}
	}
	for _, form := range legalForms {
		core, ok := strings.CutPrefix(name, form)
		if !ok {
			core, ok = strings.CutSuffix(name, form)
		}
		core = strings.Trim(core, " 　")
		if !ok || core == "" {
			continue
		}
		cores := []string{core}
		const wide = "\xEF" // the first byte of all full-width letters
		if strings.Contains(core, wide) {
			cores = append(cores, fold.Text(core))
		}
		return legalName{cores: cores}
	}
	return legalName{}
}

// extent returns the extent of the name around its core at t[start:end] with
// the legal form that stands before or behind it; without one, or where the
// core is part of another name, it is the core alone.
func (n legalName) extent(t string, start, end int) (from, until int) {
	if n.latin {
		return n.latinExtent(t, start, end)
	}
	before := t[:skipBlanksBack(t, start)]
	for _, form := range legalForms {
		if strings.HasSuffix(before, form) && !joinsName(runeAfter(t, end), true) {
			return len(before) - len(form), end
		}
	}
	if joinsName(runeBefore(t, start), false) && !strings.HasPrefix(t[lineStart(t, start):], "・"+t[start:end]) {
		return start, end
	}
	behind := skipBlanks(t, end)
	for _, form := range legalForms {
		if strings.HasPrefix(t[behind:], form) && !joinsName(runeAfter(t, behind+len(form)), true) {
			return start, behind + len(form)
		}
	}
	return start, end
}

func (n legalName) latinExtent(t string, start, end int) (from, until int) {
	if isLatinWord(runeBefore(t, start)) || followsName(t[:start]) {
		return start, end
	}
	for _, form := range latinForms {
		if strings.HasPrefix(t[end:], form) && !isLatinWord(runeAfter(t, end+len(form))) {
			return start, end + len(form)
		}
	}
	return start, end
}

// followsName reports whether the text ends with a word in capitals or a sign
// that makes the next word part of a longer name (Big Example Inc.).
func followsName(before string) bool {
	if hasAnySuffix(before, "-", "&", "& ") {
		return true
	}
	word := strings.TrimSuffix(before, " ")
	word = word[strings.LastIndexAny(word, " \n(\"")+1:]
	if word == "" || word[0] < 'A' || word[0] > 'Z' || word[len(word)-1] == '.' {
		return false
	}
	switch word {
	case "The", "A", "An", "At", "By", "For", "From", "In", "Of", "On", "To", "With", "And", "Company", "Organization", "Organisation":
		return false
	}
	return strings.HasSuffix(before, " ")
}

// joinsName reports whether the character beside a name makes it part of a
// longer one. Behind a name, a title or the word for an office may follow.
func joinsName(r rune, behind bool) bool {
	if behind && strings.ContainsRune("様殿内代本各社御及並又", orSpace(r)) {
		return false
	}
	return isKatakanaRune(r) || isKanji(r) || isLatinWord(r) || r == '・'
}
