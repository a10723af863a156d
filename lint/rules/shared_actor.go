package rules

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/document"
)

// actorEndings are what Japanese names of roles end with that a text may make
// up.
var actorEndings = []string{"責任者", "管理者", "委員会", "事務局", "監査員", chairEnding}

// actorMarks follow a role that acts, decides or is reported to.
var actorMarks = []string{"は", "が", "の承認を", "の許可を", "の指示", "の確認を", "に報告", "に連絡", "に申請", "に届け", "へ報告", "へ連絡"}

// actorsIn finds the words in a document that end as names of roles do and act.
func actorsIn(d *document.Document) []actor {
	var out []actor
	for _, i := range blocksWith(d, actorEndings, mayAct) {
		if b := &d.Blocks[i]; isProse(b) {
			for _, ending := range actorEndings {
				out = append(out, japaneseActors(b, ending)...)
			}
		}
	}
	for _, i := range blocksWith(d, englishEndings, func(after []byte) bool { return len(after) > 0 && (after[0] == ' ' || after[0] == '\n') }) {
		if b := &d.Blocks[i]; isProse(b) {
			out = append(out, englishActors(b)...)
		}
	}
	return append(out, labelledActors(d)...)
}

// mayAct reports whether what follows a name can be a mark of an actor, markup
// between the two aside.
func mayAct(after []byte) bool {
	after = bytes.TrimLeft(after, "*_")
	return slices.ContainsFunc([]string{"は", "が", "の", "に", "へ"}, func(mark string) bool { return bytes.HasPrefix(after, []byte(mark)) })
}

func japaneseActors(b *document.Block, ending string) []actor {
	var out []actor
	for from := 0; ; {
		i := strings.Index(b.Text[from:], ending)
		if i < 0 {
			return out
		}
		end := from + i + len(ending)
		start := wordStart(b.Text, from+i)
		from = end
		if startsWithAny(b.Text[end:], actorMarks) && !b.CodeAt(start) && ownRole(b.Text[:start]) {
			out = append(out, actor{name: b.Text[start:end], block: b, start: start, end: end})
		}
	}
}

func startsWithAny(s string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

// wordStart returns where the word of kanji, katakana and letters begins that
// goes on at i. A blank between ISMS and the rest does not end it.
func wordStart(text string, i int) int {
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if !isWordRune(r) && !isWideAlnum(r) {
			break
		}
		i -= size
	}
	if before, ok := strings.CutSuffix(text[:i], "ISMS "); ok {
		return len(before)
	}
	return i
}

// ownRole reports whether what stands before a role does not give it to
// someone else, as in 委託先の教育責任者 or 「教育責任者.
func ownRole(before string) bool {
	if strings.HasSuffix(before, "「") || strings.HasSuffix(before, "『") {
		return false
	}
	of, ok := strings.CutSuffix(before, "の")
	if !ok {
		return true
	}
	for _, own := range []string{"当社", "弊社", "自社", "全社", "社内", "ISMS"} {
		if strings.HasSuffix(of, own) {
			return true
		}
	}
	return false
}

// englishEndings are the last words of English names of roles.
var englishEndings = []string{"Manager", "Officer", "Committee", "Secretariat", "Auditor", "Owner"}

// englishVerbs follow a role that acts.
var englishVerbs = []string{"shall", "must", "will", "should", "is", "has", "approves", "reviews", "reports", "appoints", "ensures", "decides", "maintains", "keeps", "drafts"}

// englishActors finds capitalised names such as Information Security Officer
// before a verb.
func englishActors(b *document.Block) []actor {
	var out []actor
	for _, ending := range englishEndings {
		for from := 0; ; {
			i := strings.Index(b.Text[from:], " "+ending)
			if i < 0 {
				break
			}
			end := from + i + len(" ") + len(ending)
			start, rest := capitalStart(b.Text, from+i), strings.TrimLeft(b.Text[end:], " \n")
			verb, _, _ := strings.Cut(strings.ReplaceAll(rest[:min(len(rest), 12)], "\n", " "), " ")
			from = end
			if slices.Contains(englishVerbs, strings.TrimRight(verb, ".,;:")) && start < end-len(" ")-len(ending) && !strings.HasSuffix(b.Text[:start], "'s ") && !b.CodeAt(start) {
				out = append(out, actor{name: b.Text[start:end], block: b, start: start, end: end, english: true})
			}
		}
	}
	return out
}

// capitalStart returns where the capitalised words begin that end at i.
func capitalStart(text string, i int) int {
	start := i
	for {
		before := strings.TrimRight(text[:start], " ")
		at := strings.LastIndexAny(before, " \n(\"") + 1
		word := before[at:]
		if word == "" || start < i && len(before) == start || word[0] < 'A' || word[0] > 'Z' || strings.ContainsAny(word, ".,;:)") ||
			slices.Contains([]string{"The", "Our", "A", "An", "Each", "Every", "This", "If", "When", "All", "Any", "No"}, word) {
			return start
		}
		start = at
	}
}
