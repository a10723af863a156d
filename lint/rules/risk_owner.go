package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var riskOwner = &lint.Rule{
	Name:         "risk/owner",
	Severity:     lint.Error,
	Requirements: []string{"RSK-009"},
	Clauses:      []string{"6.1.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスク所有者が登録された人や役割でないか、評価日にリスク所有者の役割にありません",
			EN: "the risk owner is no person or role that is known, or did not hold the role of a risk owner on the day of the assessment",
		},
		Why: message.Text{
			JA: "リスク所有者は、対応計画と残留リスクを承認する責任と権限をもつ人です。部門名や役割のない人では、誰が責任を負うのか決まりません",
			EN: "the risk owner has the accountability and authority to approve the treatment plan and the residual risk, which a department, or someone without the role, has not",
		},
		Wrong: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 暗号化している | 保有 | - | 2 | 2 | 2 | 8 | 高橋 三郎 | 2026-04-20 | 2026-04-10 | - |"),
		Right: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 暗号化している | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if !p.People.Declared() {
			return
		}
		eachRisk(f, func(r *isms.Risk) {
			if v := r.Written("owner"); !v.None() && !v.Ditto() && !isOpenCell(r.Table, v.Text) {
				checkOwner(p, r.Row, v)
			}
		})
	},
}

func checkOwner(p *lint.Pass, r *isms.Row, v isms.Value) {
	for _, owner := range signersIn(p, v.Text) {
		switch {
		case owner.role != "":
		case owner.person == nil && isDepartment(p, owner.text):
			warnRisk(p, r, v, message.Textf(
				"%[1]s「%[2]s」が部門「%[3]s」です。責任と権限をもつ人か役割を記入してください",
				"%[2]q%[1]s is the department %[3]q, expected a person or role with the accountability and authority",
				ofRow(r), riskTitle(r, "owner"), cellExcerpt(owner.text)))
		case owner.person == nil && isHeadOfDepartment(p, owner.text):
			// 製造課長 says who, as long as there is a 製造課
		case owner.person == nil:
			reportUnknownOwner(p, r, v, owner.text)
		default:
			checkOwnerRole(p, r, v, owner)
		}
	}
}

func reportUnknownOwner(p *lint.Pass, r *isms.Row, v isms.Value, name string) {
	var known []string
	for _, person := range p.People.All() {
		known = append(known, person.Name)
	}
	text := message.Textf("%[1]s「%[2]s」の「%[3]s」は、ismslint.toml に登録された人でも役割でもありません。登録するか、書き直してください",
		"%[2]q%[1]s is %[3]q, who is neither a person nor a role that is known, expected one of ismslint.toml",
		ofRow(r), riskTitle(r, "owner"), cellExcerpt(name))
	if near := schema.Nearest(name, known); near != "" {
		text = message.Textf("%[1]s「%[2]s」の「%[3]s」は、ismslint.toml に登録された人でも役割でもありません。「%[4]s」の誤りではありませんか",
			"%[2]q%[1]s is %[3]q, who is neither a person nor a role that is known; did you mean %[4]q",
			ofRow(r), riskTitle(r, "owner"), cellExcerpt(name), near)
	}
	reportRisk(p, r, v, text)
}

// checkOwnerRole asks for the role of a risk owner where the configuration
// gives it to anybody.
func checkOwnerRole(p *lint.Pass, r *isms.Row, v isms.Value, owner signer) {
	day := r.Day("assessed").Date
	declared := false
	for _, h := range p.People.Holdings() {
		declared = declared || isms.Role(h.Role) == isms.RiskOwner
	}
	if !declared || day.IsZero() || heldWithin(p, owner.person.ID, isms.RiskOwner, day.AddDays(-leeway), day.AddDays(leeway)) {
		return
	}
	reportRisk(p, r, v, message.Textf(
		"%[1]s「%[2]s」の%[3]sさんは、評価日%[4]sにリスク所有者の役割にありません。[[roles]] に登録するか、所有者を見直してください",
		"%[2]q%[1]s is %[3]s, who was no risk owner on %[4]s, the day of the assessment, expected a holder of the role in [[roles]]",
		ofRow(r), riskTitle(r, "owner"), owner.person.Name, day))
}

func isDepartment(p *lint.Pass, text string) bool {
	for _, person := range p.People.All() {
		if person.Department != "" && p.People.Same(person.Department, text) {
			return true
		}
	}
	return false
}

// isHeadOfDepartment reports whether a title is that of the head of a
// department of the people: 製造課長, 営業部の部長, Head of Sales, Sales manager.
func isHeadOfDepartment(p *lint.Pass, text string) bool {
	key := fold.Key(text)
	for _, person := range p.People.All() {
		department := fold.Key(person.Department)
		if department == "" {
			continue
		}
		for _, title := range []string{department + "長", department + "の課長", department + "課長", department + "の部長", department + "部長", department + "室長", department + "の責任者", department + "責任者",
			"headof" + department, "headofthe" + department + "department", department + "manager", department + "director", "directorof" + department} {
			if key == title {
				return true
			}
		}
	}
	return false
}
