package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var auditUnreported = &lint.Rule{
	Name:         "audit/unreported",
	Severity:     lint.Error,
	Requirements: []string{"CAL-012"},
	Clauses:      []string{"9.2.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "計画した内部監査の日が過ぎましたが、チェックリスト又は報告書がありません",
			EN: "the days of a planned audit have passed, but it has no checklist or no report",
		},
		Why: message.Text{
			JA: "計画だけでは、監査を行った証拠になりません。チェックリストと報告書を残し、結果を社長に報告します。猶予の日数は ismslint.toml の periods.trigger_days です",
			EN: "a plan is no evidence of an audit; the checklist and the report are. The days of grace are periods.trigger_days",
		},
		Wrong: auditPlanExample("2026-10-02", "| 2026-10-13 | 経営 | 伊藤 美咲 | 箇条5.2 |\n") +
			checklistExample("| 1 | 5.2 | 経営 | 基本方針が周知されているか | 掲示板の公開日 | - | 適合 | 伊藤 美咲 | 2026-10-13 | - |\n"),
		Right: auditPlanExample("2026-10-02", "| 2026-10-13 | 経営 | 伊藤 美咲 | 箇条5.2 |\n") +
			checklistExample("| 1 | 5.2 | 経営 | 基本方針が周知されているか | 掲示板の公開日 | - | 適合 | 伊藤 美咲 | 2026-10-13 | - |\n") +
			auditReportExample("2026-10-21", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		kept := map[string]map[string]bool{checklistForm: {}, auditReport: {}}
		for form := range kept {
			for _, f := range s.OfForm(form) {
				if f.Meta.Status != isms.Obsolete {
					kept[form][auditOf(f)] = true
				}
			}
		}
		eachAuditRow(s, auditPlanForm, schema.RecordTable, func(plan *isms.Row) {
			_, last := auditDays(plan)
			if last.IsZero() || !last.AddDays(p.Config.Periods.Trigger).Before(s.AsOf()) {
				return
			}
			id := fold.Key(plan.Table.File.Meta.Record.Text)
			missing := message.Text{JA: "チェックリストと報告書", EN: "neither a checklist nor a report"}
			switch checklist, report := kept[checklistForm][id], kept[auditReport][id]; {
			case checklist && report:
				return
			case checklist:
				missing = message.Text{JA: "報告書", EN: "no report"}
			case report:
				missing = message.Text{JA: "チェックリスト", EN: "no checklist"}
			}
			reportForm(p, plan, plan.Written("dates"), "", message.Textf(
				"%[1]s に終わった内部監査の%[2]sがありません。作成し、監査番号を %[3]s としてください",
				"the audit ended on %[1]s but has %[2]s, expected it with the audit ID %[3]s", last, missing, plan.Name()))
		})
	},
}
