package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var auditCounts = &lint.Rule{
	Name:         "audit/counts",
	Severity:     lint.Error,
	Requirements: []string{"B23-1"},
	Clauses:      []string{"9.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査報告書の集計が、チェックリストの判定の数と違います",
			EN: "the counts in an audit report differ from the verdicts in the checklist",
		},
		Why: message.Text{
			JA: "報告書の不適合の数がチェックリストより少なければ、指摘が漏れたか、隠されたと疑われます",
			EN: "if the report counts fewer nonconformities than the checklist, a finding was lost or looks hidden",
		},
		Wrong: auditCountsExample("3"),
		Right: auditCountsExample("1"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		items := itemsByAudit(s)
		for _, t := range s.Tables(auditReport, "counts") {
			id := auditOf(t.File)
			if t.File.Meta.Status == isms.Draft || id == "" || len(items[id]) == 0 || len(t.Rows) == 0 {
				continue
			}
			checkCounts(p, t, items[id])
		}
	},
}

func checkCounts(p *lint.Pass, t *isms.Table, items []*isms.Row) {
	actual, first := map[string]int{}, map[string]*isms.Row{}
	for _, item := range items {
		judgement := item.Value("judgement").Text
		actual[judgement]++
		if first[judgement] == nil {
			first[judgement] = item
		}
	}
	counted := map[string]bool{}
	for i := range t.Rows {
		r := &t.Rows[i]
		judgement, count := r.Value("judgement").Text, r.Int("count")
		counted[judgement] = true
		if isBroken(r) || !count.Valid || count.Int == actual[judgement] {
			continue
		}
		at := formRelated(items[0], items[0].Written("judgement"), "チェックリスト", "the checklist")
		if first[judgement] != nil {
			at = formRelated(first[judgement], first[judgement].Written("judgement"), "チェックリストの判定", "the verdict in the checklist")
		}
		reportForm(p, r, count.Value, "", message.Textf(
			"「%[1]s」の件数が %[2]d ですが、チェックリストでは %[3]d 件です。どちらかを直してください",
			"the count of %[1]q is %[2]d, but the checklist has %[3]d; expected the two to agree",
			cellExcerpt(r.Written("judgement").Text), count.Int, actual[judgement]), at)
	}
	for _, judgement := range []string{"nonconforming", "observation", "opportunity"} {
		item := first[judgement]
		if item == nil || counted[judgement] {
			continue
		}
		r := &t.Rows[0]
		reportForm(p, r, r.Written("judgement"), judgement, message.Textf(
			"チェックリストに「%[1]s」が %[2]d 件ありますが、集計にありません。行を加えてください",
			"the counts lack %[1]q, of which the checklist has %[2]d; expected a row for it",
			cellExcerpt(item.Written("judgement").Text), actual[judgement]),
			formRelated(item, item.Written("judgement"), "チェックリストの判定", "the verdict in the checklist"))
	}
}

func auditCountsExample(count string) string {
	return checklistExample(`| 1 | 5.2 | 経営 | 基本方針が周知されているか | 掲示板の公開日 | - | 適合 | 伊藤 美咲 | 2026-10-13 | - |
`) + auditReportExample("2026-10-21", "| 判定 | 件数 |\n|---|---|\n| 適合 | "+count+" |\n")
}
