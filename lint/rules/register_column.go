package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var registerColumn = &lint.Rule{
	Name:         "register/column",
	Severity:     lint.Error,
	Requirements: []string{"FRM-1", "A03-4"},
	Clauses:      []string{"7.5.1", "7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "台帳や記録の表に、必須の列がありません",
			EN: "a table of a register or record lacks a mandatory column",
		},
		Why: message.Text{
			JA: "列がなければ、どの行についても、その事項を決めたことを示せません。見出しの書き間違いも、列がないものとして扱われます",
			EN: "without the column nothing shows for any row that the matter was decided; a misspelt header counts as a missing column",
		},
		Wrong: registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理者責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2024-04-01 |
`),
		Right: registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2024-04-01 |
`),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Meta.Status == isms.Obsolete {
			return
		}
		for _, t := range f.Tables {
			if !t.Fields {
				checkColumns(p, t)
			}
		}
	},
}

// checkColumns reports the columns that must exist: those whose cells must be
// filled in, and one of each group of alternatives. A column whose header is
// probably misspelt is reported there, the others together at the header row.
func checkColumns(p *lint.Pass, t *isms.Table) {
	var missing []*schema.Column
	for i := range t.Schema.Columns {
		if c := &t.Schema.Columns[i]; c.Required && !t.Has(c.Name) {
			missing = append(missing, c)
		}
	}
	for _, group := range slices.Concat(t.Schema.Any, t.Schema.Present) {
		if !slices.ContainsFunc(group, t.Has) {
			missing = append(missing, t.Schema.Column(group[0]))
		}
	}
	claimed := map[int]bool{}
	for _, cell := range t.Columns {
		claimed[cell] = true
	}
	rest := slices.DeleteFunc(missing, func(c *schema.Column) bool { return reportMisspelt(p, t, c, claimed) })
	if len(rest) == 0 {
		return
	}
	titles := columnTitles(rest)
	finding := tableFinding(t, t.HeaderSpan(), message.Textf(
		"「%[1]s」の表に必須の列%[2]sがありません。見出しに列を加え、全ての行に記入してください",
		"the table %[1]q lacks the mandatory columns %[2]s, expected them in the header row", t.Schema.Title, titles))
	finding.Subject = t.Name + ": " + titles.EN
	p.Report(finding)
}

// reportMisspelt reports a header cell without a meaning that was probably
// meant to name the column, and whether there is one. claimed are the cells
// that mean something already.
func reportMisspelt(p *lint.Pass, t *isms.Table, c *schema.Column, claimed map[int]bool) bool {
	var texts []string
	cells := map[string]int{}
	for i := range t.Header {
		if key := fold.Key(t.Header[i].Text); !claimed[i] && key != "" {
			texts = append(texts, key)
			cells[key] = i
		}
	}
	for _, label := range c.Labels {
		near := schema.Nearest(fold.Key(label), texts)
		if near == "" {
			continue
		}
		cell := &t.Header[cells[near]]
		claimed[cells[near]] = true
		p.Report(tableFinding(t, cell.Span, message.Textf(
			"見出し「%[1]s」は「%[2]s」の誤りではありませんか。必須の列「%[2]s」がありません",
			"unknown column %[1]q, did you mean %[2]q, which is mandatory", cellExcerpt(cell.Text), c.Title)))
		return true
	}
	return false
}
