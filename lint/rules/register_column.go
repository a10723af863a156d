package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
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
// filled in, and one of each group of alternatives.
func checkColumns(p *lint.Pass, t *isms.Table) {
	s := t.Schema
	for i := range s.Columns {
		if c := &s.Columns[i]; c.Required && !t.Has(c.Name) {
			reportColumn(p, t, c)
		}
	}
	for _, groups := range [][][]string{s.Any, s.Present} {
		for _, group := range groups {
			if !slices.ContainsFunc(group, t.Has) {
				reportColumn(p, t, s.Column(group[0]))
			}
		}
	}
}

// reportColumn reports at the header cell that was probably meant, or else at
// the header row.
func reportColumn(p *lint.Pass, t *isms.Table, c *schema.Column) {
	if cell := misspeltHeader(t, c); cell != nil {
		p.Report(tableFinding(t, cell.Span, message.Textf(
			"見出し「%[1]s」は「%[2]s」の誤りではありませんか。必須の列「%[2]s」がありません",
			"unknown column %[1]q, did you mean %[2]q, which is mandatory", cellExcerpt(cell.Text), c.Title)))
		return
	}
	finding := tableFinding(t, t.HeaderSpan(), message.Textf(
		"「%[1]s」の表に必須の列「%[2]s」がありません。見出しに列を加え、全ての行に記入してください",
		"the table %[1]q lacks the mandatory column %[2]q, expected it in the header row", t.Schema.Title, c.Title))
	finding.Subject = c.Name
	p.Report(finding)
}

// misspeltHeader returns the header cell without a meaning whose text is
// nearest to a label of the column, or nil.
func misspeltHeader(t *isms.Table, c *schema.Column) *document.TableCell {
	used := map[int]bool{}
	for _, cell := range t.Columns {
		used[cell] = true
	}
	var texts []string
	cells := map[string]*document.TableCell{}
	for i := range t.Header {
		if text := t.Header[i].Text; !used[i] && text != "" {
			texts = append(texts, fold.Key(text))
			cells[fold.Key(text)] = &t.Header[i]
		}
	}
	for _, label := range c.Labels {
		if near := schema.Nearest(fold.Key(label), texts); near != "" {
			return cells[near]
		}
	}
	return nil
}
