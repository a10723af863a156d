package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var registerRow = &lint.Rule{
	Name:         "register/row",
	Severity:     lint.Error,
	Requirements: []string{"FRM-1", "FRM-3", "A03-4", "B10-1", "OBJ-003"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "台帳や記録の行に、必須の欄の空き、選択肢にない値、日付や数値でない値、又はセルの過不足があります",
			EN: "a row of a register or record has an empty mandatory cell, a value outside its enumeration, a date or number that is none, or too few or too many cells",
		},
		Why: message.Text{
			JA: "空欄や書き方の違う値は集計も照合もできず、決めていないのか書き忘れたのかを後から判断できません。承認前の文書では警告にとどめます",
			EN: "what is empty or written in another way can be neither counted nor compared, and later nobody knows whether it was decided; before approval it is a warning only",
		},
		Wrong: registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | | 営業部 | ファイルサーバ | 内緒 | 3 | 2 | 2 | 2024-04-01 | 4月 |
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
			for i := range t.Rows {
				checkRow(p, &t.Rows[i])
			}
			for _, at := range t.Surplus() {
				p.Report(tableFinding(t, at, message.Textf(
					"項目と内容のほかにセルがあります。文中の「|」は「\\|」と書き、余分なセルを除いてください",
					"a cell beyond the item and its value, expected none; write | within a text as \\|")))
			}
		}
	},
}

// checkRow reports the defects of one row. Where its cells are not those of the
// columns nothing more is said about them.
func checkRow(p *lint.Pass, r *isms.Row) {
	if at, ok := r.Superfluous(); ok {
		p.Report(tableFinding(r.Table, at, superfluousCells(r)))
		return
	}
	if missing := r.Missing(); missing > 0 {
		reportShortRow(p, r, missing)
	}
	if r.Shifted() {
		return
	}
	excused := r.Excused()
	columns := r.Table.Schema.Columns
	for i := range columns {
		c, v := &columns[i], r.At(i)
		switch {
		case !v.Present:
		case v.Text == "" || v.None() && !c.NoneAllowed && !takes(c, v.Text):
			if c.Required && !r.Table.Fields && !(excused && !identifies(r, c)) {
				reportEmptyCell(p, r, c, v)
			}
		case !v.None():
			checkCell(p, r, c, v)
			checkWidth(p, r, c, v)
		}
	}
	if !r.Table.Fields && !excused {
		checkAlternatives(p, r)
	}
}

// identifies reports whether the column says what the row is about: its own
// key, or the thing that it refers to.
func identifies(r *isms.Row, c *schema.Column) bool {
	return c.Name == r.Table.Schema.Key[0] || len(c.References) > 0 && !slices.Contains(c.References, "person")
}

// superfluousCells says that a row has too many cells, most likely because of a
// separator within a text.
func superfluousCells(r *isms.Row) message.Text {
	if r.Table.Path != r.Table.File.Path {
		return message.Textf("見出しより%[1]d個多いセルがあります。「,」を含む値は「\"」で囲み、余分なセルを除いてください",
			"cells beyond the columns of the header (%[1]d), expected none; put a text that contains a comma between quotation marks", -r.Missing())
	}
	return message.Textf("見出しより%[1]d個多いセルがあります。文中の「|」は「\\|」と書き、余分なセルを除いてください",
		"cells beyond the columns of the header (%[1]d), expected none; write | within a text as \\|", -r.Missing())
}

// reportShortRow reports a row with fewer cells than the header. The cells that
// it lacks are not reported one by one.
func reportShortRow(p *lint.Pass, r *isms.Row, missing int) {
	text := message.Textf("列は%[2]d列ですが、この行のセルは%[1]d個です。空欄も区切って、列の数をそろえてください",
		"the row has %[1]d of %[2]d cells, expected one for each column, empty or not", len(r.Table.Header)-missing, len(r.Table.Header))
	if r.Shifted() {
		text = message.Textf("列は%[2]d列ですが、この行のセルは%[1]d個で、値が隣の列にずれています。抜けたセルを補ってください",
			"the row has %[1]d of %[2]d cells and its values stand under other columns, expected the cell that was left out, empty or not", len(r.Table.Header)-missing, len(r.Table.Header))
	}
	finding := tableFinding(r.Table, r.Span, text)
	if !r.Shifted() && !lacksMandatory(r) {
		finding.Severity = lint.Warning
	}
	p.Report(finding)
}

// lacksMandatory reports whether a column that must be filled in is among
// those that the row has no cell for.
func lacksMandatory(r *isms.Row) bool {
	for i := range r.Table.Schema.Columns {
		if c := &r.Table.Schema.Columns[i]; c.Required && r.Table.Has(c.Name) && !r.At(i).Present {
			return true
		}
	}
	return false
}

// checkAlternatives reports groups of columns of which none is filled in.
func checkAlternatives(p *lint.Pass, r *isms.Row) {
	for _, group := range r.Table.Schema.Any {
		var first *isms.Value
		filled := false
		for _, name := range group {
			v := r.Written(name)
			if !v.Present {
				continue
			}
			if c := r.Table.Schema.Column(name); v.Text != "" && (!v.None() || c.NoneAllowed) {
				filled = true
			}
			if first == nil {
				first = &v
				filled = filled || isOpenCell(r.Table, v.Text)
			}
		}
		if first != nil && !filled {
			reportEmptyCell(p, r, r.Table.Schema.Column(group[0]), *first)
		}
	}
}
