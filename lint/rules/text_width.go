package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var textWidth = &lint.Rule{
	Name:         "text/width",
	Severity:     lint.Info,
	Requirements: []string{"DOC-016"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "全角の英数字や％、又は半角のカタカナがあります",
			EN: "letters, digits or percent signs are full-width, or katakana is half-width",
		},
		Why: message.Text{
			JA: "同じ番号や用語が検索で見つからず、表記がそろいません。かっこや句読点の全角、設定ファイルに書いた組織名は対象外です",
			EN: "a search misses numbers and words that look the same; full-width brackets and punctuation, and the organisation's name as configured, are fine",
		},
		Wrong: `# ISMSマニュアル

パスワードは１２文字以上とし、ｱｸｾｽ権の見直しを年２回行う。
`,
		Right: `# ISMSマニュアル

パスワードは12文字以上とし、アクセス権の見直しを年2回（4月、10月）行う。
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		for i := range f.Doc.Blocks {
			b := &f.Doc.Blocks[i]
			for at := 0; at < len(b.Text); {
				var line []widthRun
				line, at = nextWidthLine(b.Text, at)
				if line = allowedWidths(p, f, i, line); len(line) > 0 {
					reportWidths(p, f, b, line)
				}
			}
		}
	},
}

// reportWidths reports the runs of one line as one finding at the first of
// them: a line that is typed in full width throughout is one slip.
func reportWidths(p *lint.Pass, f *isms.File, b *document.Block, runs []widthRun) {
	first := runs[0]
	span := b.Source(first.start, first.end)
	text, normal := b.Text[first.start:first.end], first.normal
	finding := lint.Finding{File: f.Path, Span: &span}
	others := message.Text{}
	if n := len(runs) - 1; n > 0 {
		others = message.Textf("（この行にほか %d か所）", " (and %d more in this line)", n)
	}
	if first.kana {
		finding.Message = message.Textf("半角カタカナ「%[1]s」があります。全角の「%[2]s」にしてください%[3]s",
			"half-width katakana %[1]q, expected %[2]q%[3]s", text, normal, others)
	} else {
		finding.Message = message.Textf("全角の英数字「%[1]s」があります。半角の「%[2]s」にしてください%[3]s",
			"full-width %[1]q, expected %[2]q%[3]s", text, normal, others)
	}
	var edits []lint.Edit
	for _, run := range runs {
		at := b.Source(run.start, run.end)
		if at.Of(f.Doc.Source) == b.Text[run.start:run.end] && !makesListItem(b.Text, run) {
			edits = append(edits, lint.Edit{Span: at, NewText: run.normal})
		}
	}
	if len(edits) > 0 {
		finding.Fix = &lint.Fix{Description: message.Text{JA: "全角・半角をそろえる", EN: "normalise the widths"}, Edits: edits}
	}
	p.Report(finding)
}
