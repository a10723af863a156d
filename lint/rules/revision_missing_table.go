package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var revisionMissingTable = &lint.Rule{
	Name:           "revision/missing-table",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-004"},
	Clauses:        []string{"7.5.2", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "管理文書に改訂履歴の表がないか、必要な列や行が欠けています",
			EN: "a controlled document has no revision history, or the history lacks a column or its rows",
		},
		Why: message.Text{
			JA: "いつ、何を、誰の承認で変えたかを示せないと、文書の管理（7.5.3）を審査で説明できません",
			EN: "without a record of what changed, when, and on whose approval, control of documents (7.5.3) cannot be shown to an auditor",
		},
		Wrong: `# ISMSマニュアル

## 1 適用範囲

全社の業務に適用する。
`,
		Right: `# ISMSマニュアル

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
`,
	},
	Document: checkRevisionTable,
}

func checkRevisionTable(p *lint.Pass, f *isms.File) {
	if f.Kind != isms.Controlled {
		return
	}
	t := f.Revisions
	if t == nil {
		reportNoTable(p, f)
		return
	}
	var missing, missingEN []string
	for _, c := range revisionColumns {
		if _, ok := t.Columns[c.column]; !ok {
			missing, missingEN = append(missing, "「"+c.name.JA+"」"), append(missingEN, c.name.EN)
		}
	}
	if len(missing) > 0 {
		p.Reportf(f, t.Header, "改訂履歴の表に%sの列がありません", "the revision history lacks a column for %s",
			message.Text{JA: strings.Join(missing, ""), EN: strings.Join(missingEN, " and ")})
	}
	if len(t.Ordered()) == 0 {
		p.Reportf(f, t.Header, "改訂履歴に行がありません。制定の行から書いてください", "the revision history has no rows; expected one for the first issue")
	}
}

// reportNoTable says that there is no history, at the table that stands where
// it should be, if there is one.
func reportNoTable(p *lint.Pass, f *isms.File) {
	for _, problem := range f.Doc.Problems {
		if problem.Kind == document.ProblemNesting || problem.Kind == document.ProblemTableCells {
			return // the table may be in what was not read
		}
	}
	for i := range f.Doc.Tables {
		t := &f.Doc.Tables[i]
		if n := len(t.Header); t.Section >= 0 && n > 0 && isms.IsRevisionHeading(f.Doc.Headings[t.Section].Title) {
			p.Reportf(f, source.Span{Start: t.Header[0].Span.Start, End: t.Header[n-1].Span.End},
				"改訂履歴の表の列が読み取れません。改訂番号・改訂日・改訂内容・作成・承認の列を置いてください",
				"the columns of the revision history are not understood; expected revision, date, change, drafted and approved")
			return
		}
	}
	p.Reportf(f, f.Head(),
		"改訂履歴の表がありません。「改訂履歴」の見出しの下に、改訂番号・改訂日・改訂内容・作成・承認の列を持つ表を置いてください",
		"the revision history is missing; expected a table with the columns revision, date, change, drafted and approved under a heading \"Revision history\"")
}

// revisionColumns are the columns of the history beyond revision and date,
// without which a table is not taken for one.
var revisionColumns = []struct {
	column isms.RevisionColumn
	name   message.Text
}{
	{isms.ColumnChange, message.Text{JA: "改訂内容", EN: "the change"}},
	{isms.ColumnDrafted, message.Text{JA: "作成", EN: "the drafter"}},
	{isms.ColumnApproved, message.Text{JA: "承認", EN: "the approver"}},
}
