package rules

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// person compares who drafted or approved. Seals, roles and remarks that name
// nobody say nothing.
func (c coverCheck) person(field isms.CoverField, head isms.Names) {
	if len(head.Each) == 0 || namesOneOf(c.p, field.Value.Text, head) {
		return
	}
	signed := c.p.People.Signed(field.Value.Text)
	if signed == nil && !looksLikeName(c.p.Roles, field.Value.Text) {
		return
	}
	if last, ok := c.f.Revisions.Latest(); ok && field.Name == "approved_by" && signed != nil && c.p.People.Signed(last.Approved.Text) == signed {
		return // revision/mismatch reports the front matter
	}
	c.differs(field, head.Value, headNames(c.p, head))
}

// namesOneOf reports whether a text contains the name of one of the persons.
func namesOneOf(p *lint.Pass, text string, head isms.Names) bool {
	var spellings []string
	for _, v := range head.Each {
		spellings = append(spellings, v.Text)
		if person := p.People.Find(v.Text); person != nil {
			spellings = append(append(spellings, person.Name), person.Aliases...)
		}
	}
	if containsOneOf(text, spellings...) {
		return true
	}
	key, signed := fold.Key(text), p.People.Signed(text)
	return slices.ContainsFunc(spellings, func(s string) bool {
		return strings.Contains(key, fold.Key(s)) || signed != nil && p.People.Find(s) == signed
	})
}

// headNames lists the persons of the front matter by name.
func headNames(p *lint.Pass, head isms.Names) string {
	var ids []string
	for _, v := range head.Each {
		id := v.Text
		if person := p.People.Find(v.Text); person != nil {
			id = person.ID
		}
		ids = append(ids, id)
	}
	return names(p.People, ids)
}

// looksLikeName reports whether a text that names nobody we know is a name all
// the same: family and given name apart from each other, in Japanese or in
// capitalised Latin letters, and no role, company or remark.
func looksLikeName(roles *isms.Roles, text string) bool {
	words := strings.Fields(text)
	if _, role := roles.ByName(text); role || len(words) != 2 {
		return false
	}
	for _, w := range words {
		if _, role := roles.ByName(w); role || isRemark(w) || !isNamePart(w) {
			return false
		}
	}
	return true
}

// isRemark reports words that stand in the cell of a signature without being
// part of a name: seals, remarks, functions, companies.
func isRemark(w string) bool {
	for _, end := range []string{"印", "済", "承認", "署名", "参照", "別紙", "省略", "電子", "原本", "未", "欄", "部", "課", "長", "者", "会", "局", "室"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	switch strings.ToLower(strings.Trim(w, ".,")) {
	case "see", "signed", "sign", "signature", "approved", "approval", "digital", "digitally", "electronic", "electronically",
		"inc", "corp", "ltd", "llc", "gmbh", "company", "team", "group", "office", "department", "committee", "board":
		return true
	}
	return false
}

// isNamePart reports whether a word is written like a family or given name.
func isNamePart(w string) bool {
	runes := []rune(w)
	if unicode.Is(unicode.Latin, runes[0]) {
		return len(runes) > 1 && len(runes) <= 20 && unicode.IsUpper(runes[0]) && unicode.IsLower(runes[1])
	}
	return len(runes) <= 5 && !strings.ContainsFunc(w, func(r rune) bool {
		return !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) && r != 'ー'
	})
}
