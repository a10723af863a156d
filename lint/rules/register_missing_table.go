package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var registerMissingTable = &lint.Rule{
	Name:         "register/missing-table",
	Severity:     lint.Error,
	Requirements: []string{"FRM-1"},
	Clauses:      []string{"7.5.1", "7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "台帳や記録に、行を書くための表がありません",
			EN: "a register or record lacks the table that its rows belong in",
		},
		Why: message.Text{
			JA: "表の見出しを手掛かりに行を読み取るため、表がないと、登録の漏れも期限切れも確かめられません",
			EN: "rows are read by the headers of their table; without it nobody can check what is missing or overdue",
		},
		Wrong: registerExample(`顧客名簿は本社のファイルサーバで管理する。
`),
		Right: registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2024-04-01 |
`),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Form == nil || f.Meta.Status == isms.Obsolete || !tablesReadable(f) || f.RowsFile != nil && !f.RowsFile.Problem.IsZero() {
			return
		}
		for _, group := range f.Form.Required {
			if !slices.ContainsFunc(group, func(name string) bool { return hasTable(f, name) }) {
				reportMissingTable(p, f, f.Form.Table(group[0]))
			}
		}
	},
}

// hasTable reports whether the file has a table, or a record its fields.
func hasTable(f *isms.File, name string) bool {
	return slices.ContainsFunc(f.Tables, func(t *isms.Table) bool {
		return t.Name == name && (!t.Fields || hasKey(t))
	})
}

func hasKey(t *isms.Table) bool { return t.Has(t.Schema.Key[0]) }

func reportMissingTable(p *lint.Pass, f *isms.File, s *schema.Table) {
	at := f.Head()
	finding := lint.Finding{
		Severity: registerSeverity(f), File: f.Path, Span: &at, Subject: s.Name,
		Message: message.Textf("「%[1]s」の表がありません。%[2]sを見出しとする表を作ってください",
			"the table %[1]q is missing, expected one with the columns %[2]s", s.Title, mandatoryTitles(s)),
	}
	for i := range f.Doc.Tables {
		for _, cell := range f.Doc.Tables[i].Header {
			column, ok := s.Match(fold.Key(cell.Text))
			if ok && column == s.Index(s.Key[0]) && !isBound(f, i) {
				finding.Related = append(finding.Related, related(f, cell.Span, "この表は、必要な列の多くがないため、別の表とみなしました",
					"this table lacks most of the columns and was not taken for it")...)
			}
		}
	}
	finding.Related = append(finding.Related, brokenTable(f)...)
	p.Report(finding)
}

// brokenTable returns the first lines that look like a table to their author
// but are none.
func brokenTable(f *isms.File) []lint.Related {
	for i := range f.Doc.Blocks {
		if b := &f.Doc.Blocks[i]; b.Kind == document.Paragraph && strings.HasPrefix(b.Text, "|") {
			line, _, _ := strings.Cut(b.Text, "\n")
			return related(f, b.Source(0, len(line)), "この行は表の見出しになっていません。すぐ下に、見出しと同じ列数の区切り行（|---|---|）を置いてください",
				"this line heads no table, expected a line of as many columns right below it, such as |---|---|")
		}
	}
	return nil
}

func isBound(f *isms.File, index int) bool {
	return slices.ContainsFunc(f.Tables, func(t *isms.Table) bool { return t.Index == index })
}

// mandatoryTitles lists the columns that must be there.
func mandatoryTitles(s *schema.Table) message.Text {
	var columns []*schema.Column
	for i := range s.Columns {
		if c := &s.Columns[i]; c.Required {
			columns = append(columns, c)
		}
	}
	return columnTitles(columns)
}
