package config

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/source"
)

func (r *reader) people(n *source.Node) {
	seen := r.unique("識別名", "id")
	for _, t := range items(n) {
		id, name := t.Get("id"), t.Get("name")
		seen(id)
		if s := str(name); s != "" && strings.TrimSpace(s) == "" {
			r.problem(name.Span, "氏名が空白だけのため、記入してください", "name is blank, expected a text")
		}
		r.People = append(r.People, Person{
			ID: str(id), Name: str(name), Aliases: list(t.Get("aliases")),
			Emails: list(t.Get("emails")), Keys: keys(t.Get("keys")),
			Department: str(t.Get("department")), Left: day(t.Get("left")),
			Span: r.head(t), IDSpan: place(id),
		})
	}
}

func (r *reader) roles(n *source.Node) {
	for _, t := range items(n) {
		h := Holding{
			Role: str(t.Get("role")), Person: str(t.Get("person")),
			From: day(t.Get("from")), Until: day(t.Get("until")),
			AppointedBy: str(t.Get("appointed_by")), AppointedOn: day(t.Get("appointed_on")),
			Record: str(t.Get("record")),
			Span:   r.head(t), RoleSpan: place(t.Get("role")), PersonSpan: place(t.Get("person")),
		}
		if !h.Until.IsZero() && h.Until.Before(h.From) {
			r.problem(t.Get("until").Span,
				"終了日（%[1]s）が開始日（%[2]s）より前になっているため、日付を確認してください",
				"until %[1]s is before from %[2]s, expected the same or a later day", h.Until, h.From)
		}
		r.Roles = append(r.Roles, h)
	}
}

func (r *reader) roleNames(n *source.Node) {
	if n == nil {
		return
	}
	for _, f := range n.Fields {
		if names, ok := strs(f.Value); ok {
			r.RoleNames[f.Key] = names
		}
	}
}

func (r *reader) terms(n *source.Node) {
	for _, t := range items(n) {
		term := Term{Use: str(t.Get("use")), InsteadOf: list(t.Get("instead_of")), Span: r.head(t)}
		if term.Use != "" && slices.Contains(term.InsteadOf, term.Use) {
			r.problem(t.Get("instead_of").Span,
				"使う表記「%[1]s」が使わない表記にも含まれているため、どちらか一方から削除してください",
				"instead_of holds %[1]q, which is the spelling to use, expected other spellings only", excerpt(term.Use))
		}
		r.Terms = append(r.Terms, term)
	}
}
