package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var textSplitTable = &lint.Rule{
	Name:         "text/split-table",
	Severity:     lint.Warning,
	Requirements: []string{"FRM-1", "DOC-004"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "表が、途中にある空行、コメント、HTMLのタグ、区切り線（---）、引用（>）または本文で分かれています",
			EN: "a blank line, a comment or tag of HTML, a break such as ---, a quotation or text splits a table",
		},
		Why: message.Text{
			JA: "Markdownの表はそこで終わり、続きの行は縦棒の並んだただの文字として表示されます。検査では、間に本文や見出しがなければ、続きの行も表の行として扱います",
			EN: "a Markdown table ends there, and readers see the rows below as a line of bars and words; checks take them for rows of the table all the same unless text or a heading is between",
		},
		Wrong: `# ISMSマニュアル

| 用語 | 意味 |
|---|---|
| 情報資産 | 業務で扱う情報と、それを扱う機器 |

| リスク | 目的に対する不確かさの影響 |
`,
		Right: `# ISMSマニュアル

| 用語 | 意味 |
|---|---|
| 情報資産 | 業務で扱う情報と、それを扱う機器 |
| リスク | 目的に対する不確かさの影響 |

| 部門 | 責任者 |
|---|---|
| 営業部 | 部門長 |
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		for i := range f.Doc.Tables {
			if t := &f.Doc.Tables[i]; isSplit(f.Doc, t) {
				reportSplit(p, f, splitsOf(f.Doc, t))
			}
		}
		for _, rows := range strayRowsOf(f.Doc) {
			reportStray(p, f, rows)
		}
	},
}

// reportSplit reports all the places at which a table is split as one finding
// at the first row that is cut off.
func reportSplit(p *lint.Pass, f *isms.File, splits []tableSplit) {
	first := splits[0]
	finding := lint.Finding{File: f.Path, Span: &first.row, Fix: joinFix(f.Doc, splits)}
	others := message.Text{}
	if n := len(splits) - 1; n > 0 {
		others = message.Textf("（この表にほか %d か所）", " (and %d more in this table)", n)
	}
	switch {
	case first.quoted:
		finding.Message = message.Textf(
			"表が引用（>）の行で分かれ、この行から下が表として表示されません。引用を表の上か下に移してください%[1]s",
			"a quotation splits the table, and readers see this row and those below as plain text; expected the quotation above or below the table%[1]s", others)
	case first.divided:
		finding.Message = message.Textf(
			"表が区切り線（--- など）かHTMLのタグで分かれ、この行から下が表として表示されません。間の行を取り除くか、別の表にする場合は、この行の上に見出しの行とその区切りの行（|---|）を加えてください%[1]s",
			"a break such as --- or a tag of HTML splits the table, and readers see this row and those below as plain text; expected no such line above, or the header of another table%[1]s", others)
	case len(first.comments) > 0:
		finding.Message = message.Textf(
			"表がコメントだけの行で分かれ、この行から下が表として表示されません。コメントをこの行のセルの中に移してください%[1]s",
			"a comment on a line of its own splits the table, and readers see this row and those below as plain text; expected the comment in a cell of this row%[1]s", others)
	default:
		finding.Message = message.Textf(
			"表が空行で分かれ、この行から下が表として表示されません。上の空行を取り除いてください%[1]s",
			"a blank line splits the table, and readers see this row and those below as plain text; expected no blank line above%[1]s", others)
	}
	p.Report(finding)
}

// reportStray reports the rows that text or a heading cuts off from a table.
func reportStray(p *lint.Pass, f *isms.File, rows strayRows) {
	others := message.Text{}
	if rows.more > 0 {
		others = message.Textf("（ほか %d か所）", " (and %d more places)", rows.more)
	}
	p.Report(lint.Finding{
		File: f.Path, Span: &rows.first,
		Related: related(f, rows.table.Header[0].Span, "上の表", "the table above"),
		Message: message.Textf(
			"この行は表の外にあり、表として表示も検査もされません。上の表の続きであれば、間にある本文などを表の上か下に移してください。別の表であれば、この行の上に見出しの行とその区切りの行（|---|）を加えてください%[1]s",
			"this row belongs to no table, and is neither shown nor checked as one; expected it right below the rows of the table above, or below a header of its own%[1]s",
			others),
	})
}

// joinFix takes the blank lines out of a table and puts comments into the row
// that they stand above; nil where that is not possible everywhere, or at more
// places than anybody typed by hand.
func joinFix(d *document.Document, splits []tableSplit) *lint.Fix {
	const most = 1000
	if len(splits) > most {
		return nil
	}
	fix := &lint.Fix{Description: message.Text{JA: "表をつなげる", EN: "join the table"}}
	for i := range splits {
		edits, ok := splits[i].edits(d)
		if !ok {
			return nil
		}
		fix.Edits = append(fix.Edits, edits...)
	}
	return fix
}
