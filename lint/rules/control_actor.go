package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var controlActor = &lint.Rule{
	Name:         "control/actor",
	Severity:     lint.Warning,
	Requirements: []string{"CTL-003"},
	Clauses:      []string{"5.3", "8.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "管理策の節に、実施する役割がありません",
			EN: "a section about a control names no role that carries it out",
		},
		Why: message.Text{
			JA: "担当が決まっていない管理策は、誰も実施しないまま残ります。役割は、ISMSの役割、従業員又は部門名で示します",
			EN: "a control that is nobody's task is done by nobody; name a role of the ISMS, the employees or a department",
		},
		Wrong: rulesExample("## A.8.13 情報のバックアップ\n\n毎日バックアップを取得し、半年に一度は復元を試す。\n"),
		Right: rulesExample("## A.8.13 情報のバックアップ\n\nシステム管理責任者は、毎日バックアップを取得し、半年に一度は復元を試す。\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if !isms.IsControlRules(f) || f.Meta.Status == isms.Obsolete {
			return
		}
		var names []string
		for _, c := range knownSections(p, f) {
			text := strings.ToLower(sectionText(f.Doc, c.Heading))
			if names == nil {
				names = actorNames(p)
			}
			if text == "" || containsAny(text, names) || saysExcluded(text) || refersOnly(text) {
				continue
			}
			at := c.Head().TextSpan
			p.Report(lint.Finding{File: f.Path, Span: &at, Subject: c.ID, Message: message.Textf(
				"「%[1]s」の節に、実施する役割がありません。誰が行うのかを役割の名称で書いてください",
				"the section %[1]q names no role, expected who carries the control out", titled(c.ID, &c.Control.Titles))})
		}
	},
}

// actorNames are what texts call those who may act, in lower case.
func actorNames(p *lint.Pass) []string {
	var out []string
	add := func(name string) {
		if utf8.RuneCountInString(name) > 1 {
			out = append(out, strings.ToLower(name))
		}
	}
	for _, info := range p.Roles.All() {
		add(info.Name.JA)
		add(info.Name.EN)
		for _, a := range info.Aliases {
			add(a)
		}
	}
	for _, person := range p.People.All() {
		add(person.Name)
		add(person.Department)
	}
	return append(out, "利用者", "役員", "employee", "department head", "personnel", "user")
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// refersOnly reports whether a section is short and leaves the matter to
// another document or section.
func refersOnly(text string) bool {
	const short = 100
	return utf8.RuneCountInString(text) <= short && containsAny(text, []string{
		"による", "に従", "に準じ", "に同じ", "を参照", "に定め", "のとおり", "に含め", "see ", "refer", "according to", "as laid down", "as described", "covered by"})
}
