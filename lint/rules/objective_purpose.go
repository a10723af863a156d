package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var objectivePurpose = &lint.Rule{
	Name:         "objective/purpose",
	Severity:     lint.Error,
	Requirements: []string{"OBJ-001", "OBJ-002"},
	Clauses:      []string{"6.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "有効な情報セキュリティ目的がないか、1つの目標が複数の目的に付いています",
			EN: "no information security objective is in force, or one target stands under several objectives",
		},
		Why: message.Text{
			JA: "情報セキュリティ目的は少なくとも1つ必要です。期限の切れた目標しかないときは、新しい目標を立てます。目標は1つの目的に結び付けます",
			EN: "there must be at least one objective; where all targets have expired, new ones are set, and each belongs to one objective",
		},
		Wrong: objectiveExample("2026-03-31", "達成", ""),
		Right: objectiveExample("2027-03-31", "-", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		tables := s.Tables(objectiveForm, objectivesTable)
		if len(tables) == 0 {
			return // that there is no table at all is for register/missing-table
		}
		for _, t := range tables {
			if unapproved(t.File) {
				return
			}
			checkSharedTargets(p, t)
		}
		checkInForce(p, s, tables)
	},
}

// checkInForce looks for one target that is not yet due. A target without a
// readable due date counts: register/field judges it.
func checkInForce(p *lint.Pass, s *isms.System, tables []*isms.Table) {
	var last *isms.Row
	var until date.Date
	for _, t := range tables {
		for i := range t.Rows {
			r := &t.Rows[i]
			due := r.Day("due")
			if isBroken(r) || !due.Valid() || r.Value("status").Text != "cancelled" && due.Date.DaysUntil(s.AsOf()) <= p.Config.Periods.Trigger {
				return
			}
			if due.Date.After(until) {
				last, until = r, due.Date
			}
		}
	}
	if last == nil {
		f := tables[0].File
		p.Reportf(f, f.Head(), "情報セキュリティ目的が1つもありません。目的と目標を少なくとも1つ記入してください",
			"there is no information security objective, expected at least one with its target")
		return
	}
	reportForm(p, last, last.Day("due").Value, "expired", message.Textf(
		"現在の目標がありません（最後の達成期限は %[1]s）。新しい年度の目的と目標を立ててください",
		"no target is still to be reached, the last one was due on %[1]s; expected objectives and targets for the new year", until))
}

// checkSharedTargets compares the targets of one table.
func checkSharedTargets(p *lint.Pass, t *isms.Table) {
	first := map[string]*isms.Row{}
	for i := range t.Rows {
		r := &t.Rows[i]
		target := r.Written("target")
		if isBroken(r) || target.None() || target.Ditto() || r.Written("purpose").None() {
			continue
		}
		key := fold.Key(target.Text) + "\x00" + fold.Key(r.Written("department").Text) + "\x00" + fold.Key(r.Written("year").Text)
		other := first[key]
		if other == nil {
			first[key] = r
			continue
		}
		if fold.Equal(other.Written("purpose").Text, r.Written("purpose").Text) {
			continue
		}
		warnForm(p, r, target, other.Name(), message.Textf(
			"%[1]s目標が %[2]s と同じですが、目的が違います。目標を1つの目的に結び付けてください",
			"the target%[1]s is that of %[2]s, but under another objective; expected each target to belong to one objective",
			ofRow(r), cellExcerpt(other.Name())), formRelated(other, other.Written("target"), "同じ目標", "the same target"))
	}
}
