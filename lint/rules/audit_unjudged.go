package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var auditUnjudged = &lint.Rule{
	Name:         "audit/unjudged",
	Severity:     lint.Error,
	Requirements: []string{"B22-1"},
	Clauses:      []string{"9.2.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査の計画で対象とした箇条又は管理策が、チェックリストで判定されていません",
			EN: "a clause or control in the scope of an audit is not judged in its checklist",
		},
		Why: message.Text{
			JA: "計画した範囲を全て判定していなければ、監査は終わっていません。チェックリストが起案中の間と、計画が箇条や管理策を挙げていないものは判定しません",
			EN: "an audit is not complete until all of its scope is judged; nothing is said while the checklist is a draft, nor of kinds that the plan does not list",
		},
		Wrong: auditPlanExample("2026-10-02", "| 2026-10-13 | 経営 | 伊藤 美咲 | 箇条5.1、5.2 |\n") +
			checklistExample("| 1 | 5.2 | 経営 | 基本方針が周知されているか | 掲示板の公開日 | - | 適合 | 伊藤 美咲 | 2026-10-13 | - |\n"),
		Right: auditPlanExample("2026-10-02", "| 2026-10-13 | 経営 | 伊藤 美咲 | 箇条5.1、5.2 |\n") +
			checklistExample("| 1 | 5.1、5.2 | 経営 | 社長が関与し、基本方針が周知されているか | 掲示板の公開日 | - | 適合 | 伊藤 美咲 | 2026-10-13 | - |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		items := itemsByAudit(s)
		drafts := draftChecklists(s)
		eachAuditRow(s, auditPlanForm, schema.RecordTable, func(plan *isms.Row) {
			id := fold.Key(plan.Table.File.Meta.Record.Text)
			if len(items[id]) > 0 && !drafts[id] {
				checkJudged(p, s, plan, items[id])
			}
		})
	},
}

// draftChecklists returns the audits with a checklist that is still a draft.
func draftChecklists(s *isms.System) map[string]bool {
	drafts := map[string]bool{}
	for _, f := range s.OfForm(checklistForm) {
		if unapproved(f) {
			drafts[auditOf(f)] = true
		}
	}
	return drafts
}

// checkJudged reports what the plan of an audit names and no item judges, in
// the first checklist.
func checkJudged(p *lint.Pass, s *isms.System, plan *isms.Row, items []*isms.Row) {
	y := &auditYear{}
	y.add(plan)
	var judged auditSubjects
	for _, r := range items {
		if !r.Written("judgement").None() {
			judged.addColumn(r.Written("clause").Text)
		}
	}
	edition := auditEdition(p, plan)
	var missing []string
	for _, c := range p.Standard.Clauses(edition) {
		number := subjectOf(c.Number)
		if len(number) == 2 && (y.subjects.allClauses || coversSubject(y.subjects.clauses, number)) && !coversSubject(judged.clauses, number) {
			missing = append(missing, c.Number)
		}
	}
	missing = append(missing, unjudgedControls(s, y, judged, edition)...)
	if len(missing) == 0 {
		return
	}
	f := items[0].Table.File
	at := f.Head()
	p.Report(lint.Finding{File: f.Path, Span: &at, Message: message.Textf(
		"計画 %[1]s で対象とした次の箇条・管理策が判定されていません: %[2]s。確認した証拠と判定を加えてください",
		"not judged of the audit plan %[1]s: %[2]s; expected an item with evidence and judgement for each",
		plan.Name(), fewOf(missing)),
		Related: []lint.Related{formRelated(plan, plan.Written("scope"), "監査の範囲", "scope of the audit")}})
}
