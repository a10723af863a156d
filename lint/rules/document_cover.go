package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentCover = &lint.Rule{
	Name:         "document/cover",
	Severity:     lint.Error,
	Requirements: []string{"DOC-002", "A03-1"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "表紙やページの見出し欄の記載が、文書情報と異なります",
			EN: "what the cover or page header of a document says differs from its front matter",
		},
		Why: message.Text{
			JA: "読む人は表紙を、道具は文書情報を見ます。両者が異なると、どの版を誰がいつ承認したのかが二通りに読めます",
			EN: "people read the cover and tools read the front matter; when they differ there are two answers to which revision was approved by whom",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMSマニュアル

| 項目 | 内容 |
|---|---|
| 会社名 | 株式会社サンブル |
| 文書番号 | ISMS-A-04 |
| 改訂番号 | 2 |
| 制 定 日 | 2024年4月10日 |
| 承認 | 鈴木 次郎 |
`,
		Right: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# 株式会社サンプル ISMSマニュアル 第1版

| 項目 | 内容 |
|---|---|
| 会社名 | 株式会社サンプル |
| 文書番号 | ＩＳＭＳ－Ａ－０３ |
| 改訂番号 | 第1版 |
| 改訂日 | － |
| 制 定 日 | 令和6年4月1日 |
| 承認 | 代表取締役社長 佐藤　花子 |
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled {
			return
		}
		c := coverCheck{p, f}
		for _, field := range f.Cover {
			if field.Value.Text != "" && !inRevisionTable(f, field.Value) {
				c.compare(field)
			}
		}
		c.heading()
	},
}

// inRevisionTable reports whether a value that looks like one of the cover
// belongs to the revision history, which other rules judge.
func inRevisionTable(f *isms.File, v isms.Value) bool {
	return f.Revisions != nil && f.Doc.Tables[f.Revisions.Table].Span.Contains(v.Span)
}

// coverCheck holds the cover of one document against its front matter.
type coverCheck struct {
	p *lint.Pass
	f *isms.File
}

// compare compares one field. A document that is being worked on gets its
// dates, revision and approval on the cover when it is approved.
func (c coverCheck) compare(field isms.CoverField) {
	m := c.f.Meta
	switch field.Name {
	case "number":
		c.number(field)
	case "title":
		c.title(field)
	case "classification":
		c.text(field, m.Classification)
	case "organization":
		c.organization(field)
	case "edition":
		c.edition(field)
	}
	if unapproved(c.f) {
		return
	}
	switch field.Name {
	case "revision":
		c.revision(field)
	case "established":
		c.established(field)
	case "revised":
		c.revised(field)
	case "approved_on":
		c.day(field, m.ApprovedOn, isms.Day{})
	case "drafted_by":
		c.person(field, m.DraftedBy)
	case "approved_by":
		c.person(field, m.ApprovedBy)
	}
}

// differs reports a field that differs from what head says, unless it is one
// of the marks for nothing.
func (c coverCheck) differs(field isms.CoverField, head isms.Value, expected string) {
	if field.Value.None() {
		return
	}
	at := field.Value.Span
	c.p.Report(lint.Finding{
		File: c.f.Path, Span: &at, Subject: field.Name + " " + field.Value.Text,
		Message: message.Textf("表紙の「%[1]s」が「%[2]s」ですが、文書情報では「%[3]s」です",
			"the cover gives %[2]q as %[1]q, expected %[3]q as in the front matter", field.Label, field.Value.Text, expected),
		Related: related(c.f, head.Place(), "文書情報の値", "value in the front matter"),
	})
}
