package scaffold

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// Resolve returns the entry of the catalogue that a text names: by its number,
// whole or without what all numbers begin with and with or without hyphens
// (ISMS-B-24, B-24, b24), by a title, or by the letters that the ids of its
// records or rows begin with (CAR).
func Resolve(s *isms.System, set *schema.Set, text string) (*isms.Entry, error) {
	text = strings.TrimSpace(text)
	key := numberKey(text)
	if key == "" {
		return nil, message.Errorf("様式が指定されていません。番号、名称又は番号の英字（CAR など）を指定してください",
			"no form was given, expected a number, a title or the letters of an id such as CAR")
	}
	for _, tail := range []bool{false, true} {
		for _, e := range s.Catalogue.Entries {
			number := numberKey(e.Number)
			if number == key || tail && len(number) > len(key) && strings.HasSuffix(number, key) && isTail(e.Number, key) {
				return e, nil
			}
		}
	}
	if e := s.Catalogue.ByTitle(text); e != nil {
		return e, nil
	}
	found := byPrefix(s, set, fold.Key(text))
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return nil, unknownForm(s, set, text)
	}
	names := make([]string, len(found))
	for i, e := range found {
		names[i] = e.Number
	}
	return nil, message.Errorf("「%[1]s」で始まる番号は複数の様式（%[2]s）で使われています。様式の番号で指定してください",
		"ids beginning with %[1]q belong to several forms (%[2]s), expected the number of one of them", text, strings.Join(names, ", "))
}

// numberKey returns a number without hyphens, blanks and differences of width
// and case.
func numberKey(s string) string {
	return strings.ReplaceAll(fold.Key(s), "-", "")
}

// isTail reports whether the key of a text is that of whole last parts of a
// number, at least two of them: b24 of ISMS-B-24, but not 24.
func isTail(number, key string) bool {
	parts := strings.Split(fold.Key(number), "-")
	for i := 1; i < len(parts)-1; i++ {
		if strings.Join(parts[i:], "") == key {
			return true
		}
	}
	return false
}

// byPrefix returns the entries whose ids begin with the letters: those that
// exist and, where there are none, those that the schemas give as examples.
func byPrefix(s *isms.System, set *schema.Set, letters string) []*isms.Entry {
	var used, example []*isms.Entry
	for _, e := range s.Catalogue.Entries {
		m := maker{System: s, set: set, entry: e}
		if e.Form != "" {
			m.form = form(set, e.Form)
		}
		if slices.ContainsFunc(m.ids(), func(id string) bool { return prefixOf(id) == letters }) {
			used = append(used, e)
		}
		if prefixOf(m.exampleID()) == letters {
			example = append(example, e)
		}
	}
	if len(used) > 0 {
		// Records are what people mean by an id that a register shares.
		records := slices.DeleteFunc(slices.Clone(used), func(e *isms.Entry) bool { return !e.Records })
		if len(records) == 1 {
			return records
		}
		return used
	}
	return example
}

// prefixOf returns the letters that an id begins with, folded.
func prefixOf(id string) string {
	id = fold.Key(id)
	if i := strings.IndexAny(id, "-_0123456789"); i >= 0 {
		return id[:i]
	}
	return ""
}

// unknownForm suggests the nearest number, title or prefix.
func unknownForm(s *isms.System, set *schema.Set, text string) error {
	var known []string
	for _, e := range s.Catalogue.Entries {
		known = append(known, e.Number, e.Title)
		if e.TitleEN != "" {
			known = append(known, e.TitleEN)
		}
	}
	for _, name := range FormNames(s, set) {
		known = append(known, name, strings.ToLower(name))
	}
	hint := message.Text{}
	if nearest := schema.Nearest(text, known); nearest != "" {
		hint = message.Textf("（「%[1]s」の誤りではありませんか）", "; did you mean %[1]q", nearest)
	}
	return message.Errorf("「%[1]s」という様式はありません。ismslint new で一覧を確認してください%[2]s",
		"there is no form %[1]q, expected one that ismslint new lists%[2]s", text, hint)
}

// FormNames returns short names of the entries of the catalogue for completion:
// the numbers, and the letters of the ids where only one form has them.
func FormNames(s *isms.System, set *schema.Set) []string {
	var names []string
	count := map[string]int{}
	for _, e := range s.Catalogue.Entries {
		names = append(names, e.Number)
		m := maker{System: s, set: set, entry: e, form: form(set, e.Form)}
		count[prefixOf(m.exampleID())]++
	}
	var letters []string
	for l, n := range count {
		if l != "" && n == 1 {
			letters = append(letters, strings.ToUpper(l))
		}
	}
	slices.Sort(letters)
	return append(names, letters...)
}

// form returns the schema of a form, nil when there is none.
func form(set *schema.Set, number string) *schema.Form {
	f, err := set.Form(number)
	if err != nil {
		return nil
	}
	return f
}
