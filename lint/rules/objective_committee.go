package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var objectiveCommittee = &lint.Rule{
	Name:         "objective/committee",
	Severity:     lint.Warning,
	Requirements: []string{"OBJ-011"},
	Clauses:      []string{"5.2", "6.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "基本方針は委員会が目標の達成状況を確かめると定めていますが、その記録がありません",
			EN: "the policy promises that the committee verifies the objectives, but nothing shows that it did",
		},
		Why: message.Text{
			JA: "基本方針で約束したことを行っていないのは不適合です。確かめた委員会の開催日か議事録の番号を、目標管理表か有効性レビューに記録します。制定から6か月までは猶予します",
			EN: "a policy that is not kept is a nonconformity; the table of objectives or the effectiveness review names the date or the minutes of the committee; not reported in the first six months",
		},
		Wrong: objectiveCommitteeExample(""),
		Right: objectiveCommitteeExample("\n2026-07-16のISMS推進委員会（COM-2026-04）で達成の状況を確かめた。\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		sheet := s.Document(objectiveForm)
		policy := s.Document(policyForm)
		if sheet == nil || policy == nil || unapproved(sheet) || unapproved(policy) || !tablesReadable(sheet) {
			return
		}
		promise := committeePromise(policy.Doc)
		established := sheet.Meta.Established
		tables := s.Tables(objectiveForm, objectivesTable)
		if promise == nil || len(tables) == 0 || len(tables[0].Rows) == 0 || !established.Valid() || !established.Date.AddMonths(6).Before(s.AsOf()) || namesMeeting(sheet.Doc) {
			return
		}
		for _, f := range s.Records(effectivenessForm) {
			if namesMeeting(f.Doc) {
				return
			}
		}
		at, there := sheet.Head(), promise.Span
		p.Report(lint.Finding{File: sheet.Path, Span: &at, Message: message.Textf(
			"基本方針に、目標の達成状況を委員会で確かめるとありますが、その記録がありません。確かめた委員会の開催日又は議事録の番号を記入してください",
			"the policy says that the committee verifies the objectives, but nothing shows it; expected the date or the minutes of the meeting"),
			Related: []lint.Related{{File: policy.Path, Span: &there, Message: message.Text{JA: "基本方針の約束", EN: "what the policy promises"}}}})
	},
}

const policyForm = "ISMS-A-01"

// committeePromise returns the block of the policy that says that the committee
// verifies objectives, or nil.
func committeePromise(d *document.Document) *document.Block {
	for i := range d.Blocks {
		key := fold.Key(d.Blocks[i].Text)
		if containsOneOf(key, "目的", "目標", "objective", "target") && containsOneOf(key, "委員会", "committee") &&
			containsOneOf(key, "確かめ", "確認", "検証", "評価", "レビュー", "verif", "review", "check", "assess", "monitor") {
			return &d.Blocks[i]
		}
	}
	return nil
}

// namesMeeting reports whether a paragraph or cell names a meeting of the
// committee by its day or its minutes.
func namesMeeting(d *document.Document) bool {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == document.HeadingText || !containsOneOf(fold.Key(b.Text), "委員会", "committee", "com-") {
			continue
		}
		if hasDate(b.Text) || len(idTokens(b.Text)) > 0 {
			return true
		}
	}
	return false
}

func hasDate(text string) bool {
	found := false
	date.Scan(text, func(_, _ int, _ date.Format, d date.Date) bool {
		found = !d.IsZero()
		return !found
	})
	return found
}

func objectiveCommitteeExample(verified string) string {
	return `-- policies/ISMS-A-01-情報セキュリティ基本方針.md --
---
number: ISMS-A-01
title: 情報セキュリティ基本方針
revision: 1
status: approved
established: 2025-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2025-04-01
---
# 情報セキュリティ基本方針

情報セキュリティ目標の達成の状況は、ISMS推進委員会が確かめる。
` + "-- registers/ISMS-B-26-情報セキュリティ目標管理表.md --\n" + objectiveExample("2027-03-31", "-", "") + verified
}
