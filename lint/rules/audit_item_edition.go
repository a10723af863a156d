package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

var auditItemEdition = &lint.Rule{
	Name:         "audit/item-edition",
	Severity:     lint.Error,
	Requirements: []string{"B22-4"},
	Clauses:      []string{"9.2.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査のチェックリストの箇条又は管理策の番号が、監査の基準とする規格の版にありません",
			EN: "a clause or control of an audit checklist does not exist in the edition that the audit is held against",
		},
		Why: message.Text{
			JA: "旧版のチェックリストを使い回すと、新しい要求事項の監査が漏れます。版は、文書情報の edition、計画の「基準」、組織の設定の順に決まります",
			EN: "a checklist carried over from an old edition leaves out the new requirements. The edition is that of the front matter, of the plan's criteria or of the organisation, in this order",
		},
		Wrong: checklistExample("| 1 | A.12.3.1 | 経営 | バックアップを取得しているか | 復元試験の記録 | - | 適合 | 伊藤 美咲 | 2026-10-13 | - |\n"),
		Right: checklistExample("| 1 | A.8.13 | 経営 | バックアップを取得しているか | 復元試験の記録 | - | 適合 | 伊藤 美咲 | 2026-10-13 | - |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		editions := map[string]standard.Edition{}
		for r := range s.Rows(auditPlanForm, schema.RecordTable) {
			editions[fold.Key(r.Table.File.Meta.Record.Text)] = auditEdition(p, r)
		}
		eachAuditRow(s, checklistForm, checklistItems, func(r *isms.Row) {
			edition := standard.Edition(p.Config.Standard.Edition)
			if e, ok := editions[auditOf(r.Table.File)]; ok {
				edition = e
			}
			if r.Table.File.Meta.Edition.Present {
				edition = p.EditionOf(r.Table.File)
			}
			checkItemEdition(p, r, edition)
		})
	},
}

func checkItemEdition(p *lint.Pass, r *isms.Row, edition standard.Edition) {
	v := r.Written("clause")
	var a auditSubjects
	a.addColumn(v.Text)
	for _, control := range a.controls {
		for _, number := range [][]int{control.first, control.last} {
			if id := "A." + subjectID(number); !inAnnex(p.Standard, edition, id) {
				reportItem(p, r, v, id, edition, becameOf(p.Standard, id, edition))
				return
			}
		}
	}
	for _, clause := range a.clauses {
		for _, number := range [][]int{clause.first, clause.last} {
			if id := subjectID(number); !isClauseOf(p.Standard, edition, id) {
				reportItem(p, r, v, id, edition, message.Textf("番号を確かめてください", "expected a clause of that edition"))
				return
			}
		}
	}
}

func reportItem(p *lint.Pass, r *isms.Row, v isms.Value, id string, edition standard.Edition, remedy message.Text) {
	reportForm(p, r, v, id, message.Textf(
		"項番 %[1]s の「%[2]s」は%[3]sにありません。%[4]s",
		"%[2]q of item %[1]s does not exist in %[3]s; %[4]s",
		cellExcerpt(r.Name()), id, editionName(edition), remedy))
}

// inAnnex reports whether an edition has a control or a group with the id.
func inAnnex(std *standard.Standard, e standard.Edition, id string) bool {
	_, control := std.Control(e, id)
	_, group := std.Group(e, id)
	return control || group
}

// isClauseOf reports whether an edition has a clause, or the clause that a
// lower number such as 7.5.3.1 is in.
func isClauseOf(std *standard.Standard, e standard.Edition, number string) bool {
	for {
		if _, ok := std.Clause(e, number); ok {
			return true
		}
		i := strings.LastIndexByte(number, '.')
		if i < 0 || strings.Count(number, ".") < 3 {
			return false
		}
		number = number[:i]
	}
}

// becameOf says what the control is in the edition, where another one has it.
func becameOf(std *standard.Standard, id string, edition standard.Edition) message.Text {
	if other := otherEdition(std, edition, id); other != "" {
		return became(std, other, id, edition)
	}
	return message.Textf("番号を確かめてください", "expected a control of that edition")
}
