package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
)

// namedDocuments are the documents of the catalogue that a sentence names in
// one place, as in 「A」及び「B」.
type namedDocuments []*isms.Entry

// namedRoles are the roles that a sentence names in one place, and where in the
// block's text.
type namedRoles struct {
	roles      []isms.Role
	start, end int
}

// joiners stand between names of one list.
var joiners = []string{"", "、", "及び", "および", "並びに", "又は", "または", "若しくは", "と", "・", "/", ", ", " and ", ", and ", " or ", " / ", " & "}

// nameRoles finds the roles in a text by their longest names.
func nameRoles(roles *isms.Roles, text string) []token {
	english := isEnglish(text)
	if english {
		text = asciiLower(text)
	}
	var found []token
	for _, info := range roles.All() {
		add := func(name string) {
			if english {
				name = asciiLower(name)
			}
			for from := 0; name != ""; {
				i := strings.Index(text[from:], name)
				if i < 0 {
					return
				}
				start, end := from+i, from+i+len(name)
				if standsAlone(text, start, end) && !(english && isCompound(text[:start], name)) {
					found = append(found, token{start: withISMS(text, start), end: end, roles: namedRoles{roles: []isms.Role{info.Role}}})
				}
				from = end
			}
		}
		add(info.Name.JA)
		if english {
			add(info.Name.EN)
		}
		for _, alias := range info.Aliases {
			add(alias)
		}
	}
	return longest(found)
}

// isCompound reports whether an English name of one word is the end of a
// longer one, as committee in "audit committee".
func isCompound(before, name string) bool {
	words := strings.FieldsFunc(before, func(r rune) bool { return r == ' ' || r == ',' })
	if len(words) == 0 || strings.Contains(name, " ") {
		return false
	}
	return !slices.Contains([]string{"the", "our", "a", "an", "by", "and", "or", "of", "from", "when", "while"}, words[len(words)-1])
}

// standsAlone reports whether text[start:end] is no part of a longer word.
func standsAlone(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:withISMS(text, start)])
	if isWordRune(before) {
		return false
	}
	rest := text[end:]
	for _, joiner := range []string{"及び", "又は", "並びに", "若しくは", "等"} {
		if strings.HasPrefix(rest, joiner) {
			return true
		}
	}
	after, _ := utf8.DecodeRuneInString(rest)
	return !isWordRune(after)
}

// withISMS extends the place of a role to the left over ISMS.
func withISMS(text string, start int) int {
	if before, ok := strings.CutSuffix(strings.TrimSuffix(text[:start], " "), "ISMS"); ok {
		return len(before)
	}
	return start
}

// isWordRune reports whether a rune goes on with a word of kanji, katakana or
// Latin letters.
func isWordRune(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Katakana) || r == 'ー' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// longest drops the tokens that lie within or across longer ones and puts the
// rest in order.
func longest(tokens []token) []token {
	slices.SortStableFunc(tokens, func(a, b token) int { return cmp.Compare(b.end-b.start, a.end-a.start) })
	var kept []token
	for _, t := range tokens {
		if !slices.ContainsFunc(kept, func(k token) bool { return t.start < k.end && k.start < t.end }) {
			kept = append(kept, t)
		}
	}
	slices.SortFunc(kept, func(a, b token) int { return cmp.Compare(a.start, b.start) })
	return kept
}

// joinLists joins tokens of one kind that only a joiner parts into one.
func joinLists(text string, tokens []token) []token {
	var out []token
	for _, t := range tokens {
		n := len(out)
		if n > 0 && out[n-1].document == t.document && isJoiner(text[out[n-1].end:t.start]) {
			out[n-1].end = t.end
			out[n-1].entries = append(out[n-1].entries, t.entries...)
			out[n-1].roles.roles = append(out[n-1].roles.roles, t.roles.roles...)
			continue
		}
		out = append(out, t)
	}
	return out
}

func isJoiner(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "the "), "The ")
	return slices.Contains(joiners, s)
}

// readPhrase analyses one sentence of a block: which documents and roles it
// names.
func readPhrase(p *lint.Pass, self *isms.Entry, text string, start, end int) phrase {
	ph := normalPhrase(text, start, end)
	tokens := nameDocuments(p.Catalogue, self, ph.text)
	if len(tokens) == 0 {
		return ph
	}
	tokens = longest(append(tokens, nameRoles(p.Roles, ph.text)...))
	ph.replace(joinLists(ph.text, tokens))
	return ph
}
