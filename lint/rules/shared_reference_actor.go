package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// actors are the persons, roles and departments that can be responsible for
// something.
type actors struct {
	pass *lint.Pass
	*actorWords
	known map[string]bool // what texts were found to be
}

// actorWords are the names that actors have besides those of the people.
type actorWords struct {
	// words are the names of roles and departments as fold.Key gives them.
	words []string
	// registered are the names in the register of internal auditors, who may
	// come from outside.
	registered map[string]bool
}

func newActors(p *lint.Pass, s *isms.System) *actors {
	return &actors{pass: p, actorWords: actorWordsOf(s), known: map[string]bool{}}
}

// in returns the same for another view of the system.
func (a *actors) in(s *isms.System) *actors {
	return &actors{pass: a.pass, actorWords: actorWordsOf(s), known: a.known}
}

type actorWordsKey struct{}

func actorWordsOf(s *isms.System) *actorWords {
	return isms.Derived(s, actorWordsKey{}, readActorWords)
}

func readActorWords(s *isms.System) *actorWords {
	a := &actorWords{registered: map[string]bool{}}
	words := []string{"部門", "部署", "全社", "全員", "当社", "社外", "外部", "department", "external", "everyone", "all "}
	for _, info := range s.Roles.All() {
		words = append(append(words, info.Name.JA, info.Name.EN, string(info.Role)), info.Aliases...)
	}
	for _, person := range s.People.All() {
		words = append(words, person.Department)
	}
	for _, w := range words {
		if key := fold.Key(w); key != "" {
			a.words = append(a.words, key)
		}
	}
	for r := range s.Rows("ISMS-B-21", "auditors") {
		a.registered[fold.Key(r.Written("person").Text)] = true
	}
	return a
}

// judges reports whether the column names somebody who is responsible, so that
// the configuration should know them.
func (a *actors) judges(c *schema.Column) bool {
	return a.pass.People.Declared() && slices.Contains(c.References, "person")
}

func (a *actors) check(r *isms.Row, c *schema.Column, v isms.Value) {
	for _, item := range isms.SplitList(v) {
		if a.isKnown(item.Text) {
			continue
		}
		text := message.Textf(
			"%[1]s「%[2]s」の「%[3]s」は、ismslint.toml の人（people）にも役割にもありません。氏名又は役割の名前を確かめてください",
			"%[3]q in %[2]q%[1]s is neither a person nor a role of ismslint.toml, expected one of them",
			ofRow(r), columnTitle(r.Table, c), cellExcerpt(item.Text))
		if near := a.nearest(item.Text); near != "" {
			text = message.Textf(
				"%[1]s「%[2]s」の「%[3]s」は、ismslint.toml の人（people）にも役割にもありません。「%[4]s」の誤りではありませんか",
				"%[3]q in %[2]q%[1]s is neither a person nor a role of ismslint.toml, did you mean %[4]q",
				ofRow(r), columnTitle(r.Table, c), cellExcerpt(item.Text), near)
		}
		finding := tableFinding(r.Table, item.Span, text)
		finding.Severity = lint.Warning
		a.pass.Report(finding)
	}
}

// hasUnknown reports whether check has anything to report about a cell.
func (a *actors) hasUnknown(v isms.Value) bool {
	return slices.ContainsFunc(isms.SplitList(v), func(item isms.Value) bool { return !a.isKnown(item.Text) })
}

// isKnown reports whether a text names a person, or contains the name of a
// role, a department or a registered auditor.
func (a *actors) isKnown(text string) bool {
	known, asked := a.known[text]
	if !asked {
		key := fold.Key(text)
		known = a.pass.People.Signed(text) != nil || a.registered[fold.Key(isms.WithoutRemark(text))] ||
			a.pass.People.Signed(isms.WithoutRemark(text)) != nil ||
			slices.ContainsFunc(a.words, func(w string) bool { return strings.Contains(key, w) })
		a.known[text] = known
	}
	return known
}

func (a *actors) nearest(text string) string {
	var names []string
	for _, person := range a.pass.People.All() {
		names = append(names, person.Name)
	}
	for _, info := range a.pass.Roles.All() {
		names = append(names, info.Name.JA, info.Name.EN)
	}
	return schema.Nearest(isms.WithoutRemark(text), names)
}
