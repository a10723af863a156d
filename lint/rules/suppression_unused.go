package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var suppressionUnused = &lint.Rule{
	Name:     "suppression/unused",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "抑制する指摘がもうないコメントが残っています",
			EN: "a suppression comment has nothing left to suppress",
		},
		Why: message.Text{
			JA: "不要になった抑制を残すと、同じ行に後から生じた本当の誤りまで隠します",
			EN: "a suppression that is no longer needed hides the next real defect on the same line",
		},
		Wrong: `# ISMSマニュアル

<!-- ismslint:ignore text/width reason="登記上の表記に合わせるため" -->
ISMSの適用範囲を定める。
`,
		Right: `# ISMSマニュアル

ISMSの適用範囲を定める。
`,
	},
	Directive: func(p *lint.Pass, d *lint.Directive) {
		if d.Used || !d.Enabled || defectOf(d) != noDefect {
			return
		}
		p.Report(lint.Finding{
			File: d.File.Path, Span: &d.Span,
			Message: message.Textf(
				"「%s」の抑制は何も抑制していません。コメントを削除してください",
				"the suppression of %q suppresses nothing; remove the comment", d.Rule),
			Fix: &lint.Fix{
				Description: message.Text{JA: "コメントを削除する", EN: "remove the comment"},
				Edits:       []lint.Edit{{Span: withLineEnd(d.File.Doc.Source, d.Span)}},
			},
		})
	},
}

// withLineEnd extends the span of something that stands alone on its lines to
// the whole of them, so that removing it leaves no blank line behind.
func withLineEnd(src []byte, s source.Span) source.Span {
	start, end := s.Start, s.End
	for start > 0 && (src[start-1] == ' ' || src[start-1] == '\t') {
		start--
	}
	for end < len(src) && (src[end] == ' ' || src[end] == '\t' || src[end] == '\r') {
		end++
	}
	alone := (start == 0 || src[start-1] == '\n') && (end == len(src) || src[end] == '\n')
	if !alone {
		return s
	}
	return source.Span{Start: start, End: min(end+1, len(src))}
}
