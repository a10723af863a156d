package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var registerRowsFile = &lint.Rule{
	Name:     "register/rows-file",
	Severity: lint.Error,
	Clauses:  []string{"7.5.3"},
	Since:    "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "台帳の行を書いたCSVファイル（情報欄の rows）がないか、読み取れません",
			EN: "the CSV file that holds the rows of a register (rows in the front matter) is missing or cannot be read",
		},
		Why: message.Text{
			JA: "行を読み取れない台帳は、空の台帳と同じです。表計算ソフトは Shift_JIS で保存することが多いため、文字コードに気を付けます",
			EN: "a register whose rows cannot be read is an empty one; spreadsheet programs in Japan often save as Shift_JIS, so mind the encoding",
		},
		Wrong: `-- registers/ISMS-B-01-情報資産台帳.md --
---
number: ISMS-B-01
title: 情報資産台帳
revision: 1
status: approved
established: 2024-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2024-04-01
rows: assets.csv
---
# 情報資産台帳

行は別のファイルに記載する。
`,
		Right: `-- registers/ISMS-B-01-情報資産台帳.md --
---
number: ISMS-B-01
title: 情報資産台帳
revision: 1
status: approved
established: 2024-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2024-04-01
rows: assets.csv
---
# 情報資産台帳

行は別のファイルに記載する。
-- registers/assets.csv --
資産番号,部門,資産名,種類,管理責任者,利用者,保管場所,分類,機密性,完全性,可用性,登録日,最終見直し日
AS-001,営業部,顧客名簿,情報,伊藤 美咲,営業部,ファイルサーバ,部外秘,3,2,2,2024-04-01,2024-04-01
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		r := f.RowsFile
		switch {
		case r == nil && f.Form == nil && f.Kind != isms.Unidentified:
			reportUselessRows(p, f)
		case r == nil || r.Problem.IsZero():
		case r.At != nil:
			p.Report(lint.Finding{File: r.Path, Span: r.At, Message: r.Problem})
		default:
			at := r.Value.Place()
			p.Report(lint.Finding{File: f.Path, Span: &at, Message: r.Problem})
		}
	},
}

// reportUselessRows reports a document that names a file of rows, but whose
// rows nobody reads: a text, or a form kept as records.
func reportUselessRows(p *lint.Pass, f *isms.File) {
	field, ok := f.Meta.Root.Field("rows")
	if !ok {
		return
	}
	p.Reportf(f, field.KeySpan, "この文書は行を読み取る台帳ではないため、行のファイル（rows）は使えません。rows を除いてください",
		"rows has no meaning here because this document is no register, expected no such key")
}
