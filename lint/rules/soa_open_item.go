package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var soaOpenItem = &lint.Rule{
	Name:         "soa/open-item",
	Severity:     lint.Warning,
	Requirements: []string{"A02-5"},
	Clauses:      []string{"6.1.3", "8.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "採用したのに未実施の管理策が、リスク対応計画書に載っていません",
			EN: "a control that is applicable but not implemented has no open item in the risk treatment plan",
		},
		Why: message.Text{
			JA: "いつまでに誰が実施するのかが決まっていない管理策は、採用したとはいえません。承認前の適用宣言書は判定しません",
			EN: "a control that nobody is to implement by any day is not adopted; drafts of the statement are not judged",
		},
		Wrong: openItemExample("A.8.14"),
		Right: openItemExample("A.8.13"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		st := s.Statement()
		if st == nil || unapproved(st.File) || judgedStatement(st.File) == nil {
			return
		}
		items := planItems(p, s)
		var unplanned []*isms.StatementRow
		for i := range st.Rows {
			r := &st.Rows[i]
			if r.Applicable != isms.Applicable || r.ID == "" || r.Row.Value("status").Text != "not-implemented" {
				continue
			}
			if !isPlanned(p, r, items) {
				unplanned = append(unplanned, r)
			}
		}
		reportWithoutItem(p, unplanned)
	},
}

// reportWithoutItem reports controls that no item is about: each of them, or all
// at once when the plan is not made yet.
func reportWithoutItem(p *lint.Pass, rows []*isms.StatementRow) {
	const most = 10
	if len(rows) > most {
		first := rows[0]
		reportControl(p, first, lint.Default, first.Row.Written("status").Span, message.Textf(
			"採用した管理策のうち「%[1]s」など%[2]d件が未実施ですが、リスク対応計画書に実施の計画がありません。実施したものは実施状況を改め、残りは計画を立ててください",
			"%[2]d applicable controls, such as %[1]q, are not implemented, expected open items for them in the risk treatment plan, or another status", controlName(first), len(rows)))
		return
	}
	for _, r := range rows {
		reportControl(p, r, lint.Default, r.Row.Written("status").Span, message.Textf(
			"採用した「%[1]s」が未実施ですが、リスク対応計画書に実施の計画がありません",
			"%[1]q is applicable but not implemented, expected an open item for it in the risk treatment plan", controlName(r)))
	}
}

// isPlanned reports whether an item of the plan is about a control, be it one
// that is closed, which it reports.
func isPlanned(p *lint.Pass, r *isms.StatementRow, items []planItem) bool {
	var named []string
	for i := range r.Table.Schema.Columns {
		for _, token := range idTokens(r.At(i).Text) {
			named = append(named, fold.Key(token.text))
		}
	}
	risks := foldedList(r.Row, "risks")
	var closed *planItem
	for i := range items {
		if items[i].about(r, named, risks) {
			if items[i].open {
				return true
			}
			closed = &items[i]
		}
	}
	if closed == nil {
		return false
	}
	id := closed.row.Written("id")
	reportControl(p, r, lint.Default, r.Row.Written("status").Span, message.Textf(
		"採用した「%[1]s」が未実施ですが、リスク対応計画書の %[2]s は終了しています。実施状況を改めるか、新しい計画を立ててください",
		"%[1]q is not implemented, but %[2]s of the risk treatment plan is closed, expected another status or an open item", controlName(r), cellExcerpt(id.Text)),
		lint.Related{File: closed.row.Table.Path, Span: &id.Span, Message: message.Text{JA: "終了した計画", EN: "closed item"}})
	return true
}

// openItemExample is a statement with A.8.13 not implemented beside a plan for
// the given control.
func openItemExample(control string) string {
	return `-- policies/ISMS-A-02-適用宣言書.md --
` + soaExample(`| A.8.13 | 情報のバックアップ | ○ | 障害からの復旧に必要なため | 未実施 | - | R-001 |
`) + `-- registers/ISMS-B-03-リスク対応計画書.md --
---
number: ISMS-B-03
title: リスク対応計画書
revision: 1
status: approved
established: 2024-04-01
drafted_by: suzuki
approved_by: sato
approved_on: 2024-04-01
---
# リスク対応計画書

| 計画番号 | リスク番号 | 具体的な方法 | 実施責任者 | 開始予定日 | 完了期限 | 管理策 | 状況 |
|---|---|---|---|---|---|---|---|
| RTP-001 | R-001 | 毎日の取得を自動で行う | 田中 一郎 | 2026-05-01 | 2026-12-25 | ` + control + ` | 着手 |
`
}
