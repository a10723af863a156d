package config

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// forms reads what the organisation adds to registers and records. Forms are
// known by their numbers in the built-in catalogue, or by those that the
// organisation gives them in [[documents.catalogue]].
func (r *reader) forms(n *source.Node, set *schema.Set) {
	if n == nil {
		return
	}
	for _, f := range n.Fields {
		number := r.formNumber(f.Key, set)
		form, err := set.Form(number)
		if form == nil || err != nil {
			r.problem(f.KeySpan,
				"「%[1]s」という台帳や記録の様式はないため、番号を確認してください%[2]s",
				"there is no register or record form %[1]q, expected the number of one%[2]s",
				excerpt(f.Key), meant(f.Key, r.formNumbers(set)))
			continue
		}
		if f.Value == nil || f.Value.Get("values") == nil {
			continue
		}
		s := FormSetting{Number: f.Key, Form: number, Span: f.KeySpan}
		for _, field := range f.Value.Get("values").Fields {
			if values, ok := strs(field.Value); ok && r.enumeration(form, f.Key, field) {
				s.Values = append(s.Values, FieldValues{Field: field.Key, Values: values, Span: field.KeySpan})
			}
		}
		r.Forms = append(r.Forms, s)
	}
}

// enumeration reports whether the key names an enumeration of the form, and a
// problem where it does not.
func (r *reader) enumeration(form *schema.Form, number string, f source.Field) bool {
	if _, ok := form.WithValues(f.Key, nil); ok {
		return true
	}
	var closed []string
	for name, isEnumeration := range form.Fields() {
		if isEnumeration {
			closed = append(closed, name)
		}
	}
	slices.Sort(closed)
	switch _, known := form.Fields()[f.Key]; {
	case len(closed) == 0:
		r.problem(f.KeySpan, "%[1]sには決まった値だけを書く欄がないため、この設定は使えません",
			"%[1]s has no field with a closed list of values, so none can be added", number)
	case known:
		r.problem(f.KeySpan,
			"%[2]sの「%[1]s」には任意の値を書けるため、値を加える必要はありません（値を加えられる欄: %[3]s）",
			"field %[1]q of %[2]s takes any value, expected one with a closed list of values: %[3]s",
			excerpt(f.Key), number, choice(closed))
	default:
		r.problem(f.KeySpan,
			"%[2]sには「%[1]s」という欄がないため、欄の名前を確認してください（値を加えられる欄: %[3]s）%[4]s",
			"%[2]s has no field %[1]q, expected one with a closed list of values: %[3]s%[4]s",
			excerpt(f.Key), number, choice(closed), meant(f.Key, closed))
	}
	return false
}

// formNumber returns the number in the built-in catalogue of the form with the
// given number, which may be one that the organisation gives.
func (r *reader) formNumber(number string, set *schema.Set) string {
	for _, e := range r.Documents.Catalogue {
		if e.Number != number || e.Title == "" && e.TitleEN == "" {
			continue
		}
		for _, builtin := range slices.Sorted(slices.Values(set.FormNumbers())) {
			form, err := set.Form(builtin)
			if err == nil && (fold.Equal(form.Title.JA, e.Title) || e.TitleEN != "" && fold.Equal(form.Title.EN, e.TitleEN)) {
				return builtin
			}
		}
		if r.Documents.ReplaceCatalogue {
			return ""
		}
	}
	return strings.TrimSpace(number)
}

// formNumbers returns the numbers under which forms are known, sorted.
func (r *reader) formNumbers(set *schema.Set) []string {
	numbers := set.FormNumbers()
	for _, e := range r.Documents.Catalogue {
		numbers = append(numbers, e.Number)
	}
	slices.Sort(numbers)
	return numbers
}
