package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var continuityContact = &lint.Rule{
	Name:         "continuity/contact",
	Severity:     lint.Warning,
	Requirements: []string{"B06-3"},
	Clauses:      []string{"5.3"},
	Controls:     []string{"A.5.5", "A.5.29"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "事業継続計画書の連絡先の担当が、退職した人か、どこにもない役割です",
			EN: "who is to make a contact of the business continuity plan has left, or is a role that does not exist",
		},
		Why: message.Text{
			JA: "非常時に連絡する人がいなければ、計画は最初の電話で止まります。役割は文書と ismslint.toml の役割、計画の体制の表、部門及び人の名前で確かめます",
			EN: "with nobody to make the call the plan stops at once; names are looked up among the roles, the people, the departments and the organisation of the plan",
		},
		Wrong: continuityContactExample("防災総括員"),
		Right: continuityContactExample("システム管理責任者"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		if !p.People.Declared() {
			return
		}
		eachContinuityPlan(s, func(f *isms.File) {
			names := contactNames(p)
			known := slices.Clip(names) // and the roles that the plan itself sets up
			tablesNamed(f, "roles", func(r *isms.Row) {
				if role := fold.Key(isms.WithoutRemark(r.Written("role").Text)); role != "" {
					known = append(known, role)
				}
				for _, column := range []string{"person", "deputy"} {
					for _, v := range isms.SplitList(r.Written(column)) {
						checkStillThere(p, s, r, column, v)
					}
				}
			})
			tablesNamed(f, "contacts", func(r *isms.Row) {
				for _, column := range []string{"responsible", "deputy"} {
					for _, v := range isms.SplitList(r.Written(column)) {
						if !checkStillThere(p, s, r, column, v) && !isKnownContact(v.Text, known) {
							reportUnknownContact(p, r, column, v)
						}
					}
				}
			})
		})
	},
}

// checkStillThere reports a person who has left. It reports whether the text
// names a person at all.
func checkStillThere(p *lint.Pass, s *isms.System, r *isms.Row, column string, v isms.Value) bool {
	person := p.People.Signed(isms.WithoutRemark(v.Text))
	if person == nil {
		return false
	}
	if !person.Left.IsZero() && s.AsOf().After(person.Left) {
		reportForm(p, r, v, "", message.Textf(
			"%[1]s「%[2]s」の%[3]sさんは %[4]s に退職しています。引き継いだ人又は役割に改めてください",
			"%[2]q%[1]s is %[3]s, who left on %[4]s, expected the person or role that took over",
			ofRow(r), riskTitle(r, column), person.Name, person.Left))
	}
	return true
}

// contactNames are the names of roles and departments in the form of [fold.Key].
func contactNames(p *lint.Pass) []string {
	var names []string
	add := func(name string) {
		if key := fold.Key(name); key != "" && !slices.Contains(names, key) {
			names = append(names, key)
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
		add(person.Department)
	}
	return names
}

// isKnownContact reports whether a text names a role or a department, alone or
// within it (営業部の部門長). People of the other side, who are written with a
// title, are left alone.
func isKnownContact(text string, known []string) bool {
	key := fold.Key(text)
	return containsOneOf(key, known...) || endsWithAny(key, units) ||
		endsWithAny(key, []string{"様", "殿", "氏", "御中", "窓口", "受付"}) || isOpenText(text)
}

// isOpenText reports whether a text holds a placeholder, which text/placeholder
// reports.
func isOpenText(text string) bool {
	var s standInScan
	s.scan(text)
	return len(s.hits) > 0
}

func reportUnknownContact(p *lint.Pass, r *isms.Row, column string, v isms.Value) {
	var known []string
	for _, info := range p.Roles.All() {
		known = append(append(known, info.Name.JA, info.Name.EN), info.Aliases...)
	}
	text := message.Textf("%[1]s「%[2]s」の「%[3]s」は、役割でも部門でも人でもありません。体制の表に加えるか、ある役割に改めてください",
		"%[2]q%[1]s is %[3]q, which is no role, department or person, expected one, or an entry in the organization of the plan",
		ofRow(r), riskTitle(r, column), cellExcerpt(v.Text))
	if near := schema.Nearest(isms.WithoutRemark(v.Text), known); near != "" {
		text = message.Textf("%[1]s「%[2]s」の「%[3]s」は、役割でも部門でも人でもありません。「%[4]s」の誤りではありませんか",
			"%[2]q%[1]s is %[3]q, which is no role, department or person; did you mean %[4]q",
			ofRow(r), riskTitle(r, column), cellExcerpt(v.Text), near)
	}
	warnForm(p, r, v, "", text)
}

// continuityContactExample is a plan with one contact and who makes it.
func continuityContactExample(responsible string) string {
	return continuityPlanExample("2026-05-21", `| シナリオ番号 | 計画番号 | 目標復旧時間 | 手順 |
|---|---|---|---|
| BCS-001 | BCP-001 | 48時間 | 4.1 |

| 相手 | 連絡する場面 | 窓口 | 当社側で連絡する役割 |
|---|---|---|---|
| 通信事業者 | 回線の停止 | 法人向け故障受付 | `+responsible+" |\n")
}
