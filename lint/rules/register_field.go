package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var registerField = &lint.Rule{
	Name:         "register/field",
	Severity:     lint.Error,
	Requirements: []string{"FRM-1", "B09-4", "B24-6"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "記録に、様式の必須の項目がないか、空のままです",
			EN: "a record lacks a mandatory field of its form, or leaves it empty",
		},
		Why: message.Text{
			JA: "項目は、先頭の情報欄、「項目 | 内容」の表、見出しの下の文章のどこに書いても構いませんが、抜けていれば、そのことを行った証拠になりません。起案中の記録では、残っている項目を1件の警告にまとめます",
			EN: "a field may stand in the front matter, in a table of items or under a heading, but without it the record is no evidence; of a draft, all that is still open is one warning",
		},
		Wrong: registerFieldExample("原因", ""),
		Right: registerFieldExample("原因", "退職の連絡が情報システム部に届いていなかった。"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Meta.Status == isms.Obsolete || !tablesReadable(f) {
			return
		}
		for _, t := range f.Tables {
			if t.Fields && (t.Name == schema.RecordTable || hasKey(t)) {
				checkFields(p, t)
			}
		}
	},
}

// openField is a mandatory field of a record without a value.
type openField struct {
	column *schema.Column
	value  isms.Value
}

// checkFields reports every field that is there but empty at its place, and
// those that are missing together at the head of the record. Of a draft both
// are one finding.
func checkFields(p *lint.Pass, t *isms.Table) {
	var missing []*schema.Column
	for _, o := range openFields(t) {
		if !o.value.Present || unapproved(t.File) {
			missing = append(missing, o.column)
			continue
		}
		p.Report(tableFinding(t, o.value.Span, message.Textf("「%[1]s」が空です。記録として必ず記入してください",
			"%[1]q is empty, expected a value because it is mandatory", o.column.Title)))
	}
	if len(missing) == 0 {
		return
	}
	titles := columnTitles(missing)
	text := message.Textf("記録に必須の項目%[1]sがありません。先頭の情報欄、表又は見出しの下に記入してください",
		"the record lacks the mandatory fields %[1]s, expected them in the front matter, in a table or under a heading", titles)
	if unapproved(t.File) {
		text = message.Textf("起案中の記録に、まだ記入していない必須の項目%[1]sがあります",
			"the draft still lacks the mandatory fields %[1]s, expected them before approval", titles)
	}
	finding := tableFinding(t, t.File.Head(), text)
	finding.Subject = t.Name + ": " + titles.EN
	p.Report(finding)
}

// openFields returns the mandatory fields without a value, and of each group of
// alternatives without any the first one.
func openFields(t *isms.Table) []openField {
	var open []openField
	r := &t.Rows[0]
	for i := range t.Schema.Columns {
		c, v := &t.Schema.Columns[i], r.At(i)
		if c.Required && !isFilled(c, v) {
			open = append(open, openField{c, v})
		}
	}
	for _, group := range t.Schema.Any {
		given := slices.ContainsFunc(group, func(name string) bool {
			if c := t.Schema.Column(name); c != nil {
				return isFilled(c, r.Written(name))
			}
			return slices.ContainsFunc(t.File.Tables, func(o *isms.Table) bool { return o.Name == name && len(o.Rows) > 0 })
		})
		if !given {
			open = append(open, openField{t.Schema.Column(group[0]), r.Written(group[0])})
		}
	}
	return open
}

func isFilled(c *schema.Column, v isms.Value) bool {
	return v.Text != "" && (!v.None() || c.NoneAllowed || takes(c, v.Text))
}

// registerFieldExample is a corrective action report with the given section.
func registerFieldExample(heading, text string) string {
	return `---
form: ISMS-B-24
record: CAR-2026-001
title: アカウントの削除漏れ
status: approved
approved_by: tanaka
approved_on: 2026-06-01
source: 内部監査
found: 2026-04-20
---
# アカウントの削除漏れ

| 項目 | 内容 |
|---|---|
| 不適合の内容 | 退職者のアカウントが残っていた |
| 修正の内容 | アカウントを削除した |
| 影響と対処 | 使われた形跡はなく、対処は不要である |
| 処置の必要性と理由 | 再発のおそれがあるため必要 |
| 処置の内容 | 退職の手続に連絡票を加えた |
| 変更の要否 | 不要 |

## 類似の不適合

ほかのサービスを調べ、残っているものはなかった。

## ` + heading + `

` + text + `
`
}
