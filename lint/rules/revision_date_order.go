package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var revisionDateOrder = &lint.Rule{
	Name:           "revision/date-order",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-004", "DOC-007"},
	Clauses:        []string{"7.5.2", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "改訂履歴の改訂日が空か、日付でないか、前の版より前の日になっています",
			EN: "a date of the revision history is empty, is no date, or lies before that of the revision before it",
		},
		Why: message.Text{
			JA: "後の版の日付が前の版より古いと、履歴を後から作ったのではないかと疑われます",
			EN: "a later revision with an earlier date makes the history look as if it had been written afterwards",
		},
		Wrong: `# ISMSマニュアル

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2023-10-01 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
`,
		Right: `# ISMSマニュアル

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2023-10-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2024-04-01 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled {
			return
		}
		rows := f.Revisions.Ordered()
		var before isms.Revision
		for i, row := range rows {
			day := row.Date
			switch {
			case day.None() && awaitsApproval(f, rows, i):
			case day.None():
				p.Reportf(f, placeIn(day.Value, row.Span), "改訂番号 %s の改訂日が空です。日付を記入してください",
					"revision %s has no date, expected one", numberIn(row))
			case day.Format == "" && !isPlaceholder(day.Text):
				p.Reportf(f, day.Span, "改訂日「%s」は日付ではありません。2025-04-01 の形で記入してください",
					"%q is not a date, expected one such as 2025-04-01", day.Text)
			case day.Valid() && before.Date.Valid() && day.Date.Before(before.Date.Date) && follows(before, row):
				p.Report(lint.Finding{
					File: f.Path, Span: &day.Span,
					Message: message.Textf("改訂番号 %s の改訂日 %s が、前の版（改訂番号 %s）の %s より前です",
						"revision %s is dated %s, before revision %s of %s", numberIn(row), day.Date, numberIn(before), before.Date.Date),
					Related: related(f, before.Date.Span, "前の版の改訂日", "date of the revision before"),
				})
			}
			if day.Valid() {
				before = row
			}
		}
	},
}

// follows reports whether the number of a row does not say that it belongs
// above the other one, which revision/sequence reports.
func follows(before, row isms.Revision) bool {
	return !before.Revision.Valid || !row.Revision.Valid || before.Revision.Int <= row.Revision.Int
}
