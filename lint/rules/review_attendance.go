package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var reviewAttendance = &lint.Rule{
	Name:         "review/attendance",
	Severity:     lint.Error,
	Requirements: []string{"B25-4"},
	Clauses:      []string{"5.1", "9.3.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "社長がマネジメントレビューに出席していないか、主宰していません",
			EN: "the president did not attend or chair the management review",
		},
		Why: message.Text{
			JA: "マネジメントレビューはトップマネジメントが自ら行うものです。社長のいない会議では、規格の求めるレビューになりません",
			EN: "it is top management that reviews the ISMS; a meeting without the president is not the review that the standard requires",
		},
		Wrong: reviewExample("| 主宰 | 田中 一郎 |\n| 出席者 | 田中 一郎、鈴木 次郎 |\n", ""),
		Right: reviewExample("| 主宰 | 佐藤 花子 |\n| 出席者 | 佐藤 花子、田中 一郎、鈴木 次郎 |\n", ""),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		r := reviewOf(f)
		if r == nil {
			return
		}
		day := r.Day("date")
		if !day.Valid() {
			return
		}
		presidents := p.People.Holders(isms.President, day.Date)
		chair, attendees := r.Written("chair"), r.Written("attendees")
		if len(presidents) == 0 || chair.None() && attendees.None() {
			return // who was president is not known, or nothing is filled in yet
		}
		president := listNames(p.People, presidents)
		switch {
		case namesPresident(p, chair, presidents):
		case namesPresident(p, attendees, presidents):
			if !chair.None() {
				warnForm(p, r, chair, "", message.Textf(
					"「%[1]s」が「%[2]s」です。マネジメントレビューは社長（%[3]s）が主宰してください",
					"%[1]q is %[2]q, expected the president (%[3]s)", riskTitle(r, "chair"), cellExcerpt(chair.Text), president))
			}
		default:
			reportForm(p, r, attendees, "", message.Textf(
				"「%[1]s」に社長（%[2]s）がいません。社長が出席してレビューを行い、記録してください",
				"%[1]q does not name the president (%[2]s), expected the president to hold the review", riskTitle(r, "attendees"), president))
		}
	},
}

// namesPresident reports whether a cell names one of the persons, or the role.
func namesPresident(p *lint.Pass, v isms.Value, presidents []string) bool {
	key := fold.Key(v.Text)
	if key == "" {
		return false
	}
	for _, part := range isms.SplitList(v) {
		if person := p.People.Signed(isms.WithoutRemark(part.Text)); person != nil {
			for _, id := range presidents {
				if person.ID == id {
					return true
				}
			}
			continue
		}
		if names, ok := p.Roles.ByName(isms.WithoutRemark(part.Text)); ok && names == isms.President {
			return true
		}
	}
	for _, id := range presidents {
		if person := p.People.Find(id); person != nil && strings.Contains(key, fold.Key(person.Name)) {
			return true
		}
	}
	return false
}
