package rules

import (
	"bytes"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var textEncoding = &lint.Rule{
	Name:     "text/encoding",
	Severity: lint.Error,
	Clauses:  []string{"7.5.2", "7.5.3"},
	Since:    "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "ファイルが UTF-8 の文章として読めないか、大きさや入れ子の上限を超えています",
			EN: "the file cannot be read as text in UTF-8, or exceeds a limit of size or nesting",
		},
		Why: message.Text{
			JA: "読めない文書は、承認した内容を後から示すことも、変更箇所を比べることもできません",
			EN: "what cannot be read can neither be shown as the text that was approved nor be compared with its earlier states",
		},
		Wrong: `# ISMSマニュアル

>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> 転送を重ねた電子メールの貼付け
`,
		Right: `# ISMSマニュアル

> 電子メールの引用は一段にとどめる。
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if reportUnreadable(p, f) {
			return
		}
		src := f.Doc.Source
		if bytes.HasPrefix(src, []byte(byteOrderMark)) {
			at := source.Span{End: len(byteOrderMark)}
			p.Report(lint.Finding{
				Severity: lint.Info, File: f.Path, Span: &at,
				Message: message.Text{
					JA: "ファイルの先頭に目に見えない印（BOM）があります。BOM なしの UTF-8 で保存してください",
					EN: "the file begins with an invisible byte-order mark, expected UTF-8 without one",
				},
				Fix: &lint.Fix{
					Description: message.Text{JA: "BOM を取り除く", EN: "remove the byte-order mark"},
					Edits:       []lint.Edit{{Span: at}},
				},
			})
		}
		reportLineEnds(p, f)
	},
}

const byteOrderMark = "\uFEFF"

// reportUnreadable reports the problems of the file other than those of its
// front matter, and whether they left nothing of it to be read.
func reportUnreadable(p *lint.Pass, f *isms.File) (nothing bool) {
	for i := range f.Doc.Problems {
		problem := &f.Doc.Problems[i]
		finding := lint.Finding{File: f.Path, Span: &problem.Span, Message: problem.Message}
		switch problem.Kind {
		case document.ProblemSize:
			finding.Span, nothing = nil, true
		case document.ProblemEncoding:
			finding.Fix, nothing = transcode(f.Doc.Source, problem.Encoding), true
		case document.ProblemNUL:
			nothing = true
		case document.ProblemNesting, document.ProblemTableCells:
		default:
			continue
		}
		p.Report(finding)
	}
	return nothing
}

// transcode returns the fix that saves the file in UTF-8, or nil where the
// encoding is not known or would lose characters.
func transcode(src []byte, encoding string) *lint.Fix {
	if encoding == "" {
		return nil
	}
	text, err := source.ToUTF8(src, encoding)
	if err != nil {
		return nil
	}
	return &lint.Fix{
		Description: message.Textf("%s から UTF-8 に変換する", "convert from %s to UTF-8", encoding),
		Edits:       []lint.Edit{{Span: source.Span{End: len(src)}, NewText: string(text)}},
	}
}
