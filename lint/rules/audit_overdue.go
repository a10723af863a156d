package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var auditOverdue = &lint.Rule{
	Name:         "audit/overdue",
	Severity:     lint.Error,
	Requirements: []string{"CAL-012"},
	Clauses:      []string{"9.2.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "最後の内部監査から12か月を過ぎています（13か月までは警告）",
			EN: "the last internal audit was more than 12 months ago; a warning up to 13 months",
		},
		Why: message.Text{
			JA: "内部監査はあらかじめ定めた間隔で行います。年1回が一般的で、これより空くとISMSの適合と有効性を示せません",
			EN: "internal audits are held at planned intervals, commonly once a year; after a longer gap nothing shows that the ISMS conforms and is effective",
		},
		Wrong: auditPlanExample("2025-10-02", "| 2025-10-13 | 全部門 | 伊藤 美咲 | 箇条4〜10 |\n"),
		Right: auditPlanExample("2026-10-02", "| 2026-10-13 | 全部門 | 伊藤 美咲 | 箇条4〜10 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		audits := heldAudits(s)
		for i := 1; i < len(audits); i++ {
			before, now := audits[i-1], audits[i]
			reportAuditGap(p, now, before.last, now.first, message.Textf(
				"前回の内部監査 %[1]s から12か月を過ぎて行っています。遅れた理由を記録し、次回は12か月以内に計画してください",
				"the audit is held more than 12 months after the one that ended on %[1]s, expected at most 12; record the reason and plan the next one within 12 months", before.last))
		}
		if n := len(audits); n > 0 && !audits[n-1].first.After(s.AsOf()) {
			last := audits[n-1]
			reportAuditGap(p, last, last.last, s.AsOf(), message.Textf(
				"最後の内部監査 %[1]s から12か月を過ぎています。内部監査を計画し、実施してください",
				"the last internal audit ended on %[1]s, more than 12 months ago; expected one within 12 months", last.last))
		}
	},
}

// heldAudit is an audit by its plan, with its first and last day.
type heldAudit struct {
	plan        *isms.Row
	first, last date.Date
}

// heldAudits returns the audits in the order of their days. A plan that is
// still a draft counts: it shows that the next audit is being prepared.
func heldAudits(s *isms.System) []heldAudit {
	var audits []heldAudit
	for r := range s.Rows(auditPlanForm, schema.RecordTable) {
		if first, last := auditDays(r); !first.IsZero() {
			audits = append(audits, heldAudit{r, first, last})
		}
	}
	slices.SortStableFunc(audits, func(a, b heldAudit) int { return a.first.Compare(b.first) })
	return audits
}

func reportAuditGap(p *lint.Pass, a heldAudit, from, to date.Date, text message.Text) {
	severity, late := lateness(from, to)
	if !late {
		return
	}
	f := tableFinding(a.plan.Table, riskPlace(a.plan, a.plan.Written("dates")), text)
	f.Severity, f.Subject = severity, from.String()
	p.Report(f)
}
