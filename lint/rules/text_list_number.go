package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var textListNumber = &lint.Rule{
	Name:         "text/list-number",
	Severity:     lint.Warning,
	Requirements: []string{"DOC-010", "A03-1"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "手で付けた箇条の番号（(1)、①、ア、a) など）が、重複しているか抜けています",
			EN: "hand-typed marks of a list, such as (1) ① a), have a duplicate or a gap",
		},
		Why: message.Text{
			JA: "「(3)による」がどの項を指すのか分からなくなります。番号への言及がほかにあり得るため、自動では振り直しません",
			EN: "nobody can tell which point (3) means; since other texts may refer to the numbers, they are not renumbered automatically",
		},
		Wrong: `# ISMSマニュアル

(1) 利用者は、離席のときに画面を施錠する。
(2) 利用者は、机の上に書類を残さない。
(2) 管理者は、実施の状況を確かめる。
`,
		Right: `# ISMSマニュアル

(1) 利用者は、離席のときに画面を施錠する。
  ① 事務所の端末
  ② 持ち出した端末
(2) 利用者は、机の上に書類を残さない。
(3) 管理者は、実施の状況を確かめる。
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if len(f.Doc.Marks) == 0 {
			return
		}
		n := numbering{doc: f.Doc, section: -1, asked: -1}
		for i := range f.Doc.Marks {
			m := &f.Doc.Marks[i]
			if !n.counts(m) {
				continue
			}
			if fault, before := n.next(i); fault != noFault {
				reportMark(p, f, m, fault, before)
			}
		}
	},
}

func reportMark(p *lint.Pass, f *isms.File, m *document.Mark, fault markFault, before *document.Mark) {
	finding := lint.Finding{File: f.Path, Span: &m.Span}
	if fault == startsLate {
		finding.Message = message.Textf("箇条の番号が「%[1]s」から始まっています。%[2]sから始めてください",
			"the list begins with %[1]q, expected %[2]s", m.Text, markOf(m, 1))
		p.Report(finding)
		return
	}
	finding.Related = related(f, before.Span, "一つ前の番号", "the mark before")
	want := markOf(m, before.Value+1)
	switch fault {
	case repeats:
		finding.Message = message.Textf("箇条の番号「%[1]s」が重複しています。%[2]sのはずです",
			"the mark %[1]q is used twice in a row, expected %[2]s", m.Text, want)
	case skips:
		finding.Message = message.Textf("箇条の番号が「%[3]s」から「%[1]s」に飛んでいます。%[2]sのはずです",
			"the mark %[1]q follows %[3]q, expected %[2]s", m.Text, want, before.Text)
	case goesBack:
		finding.Message = message.Textf("箇条の番号が「%[3]s」から「%[1]s」に戻っています。%[2]sのはずです",
			"the mark %[1]q follows %[3]q, expected %[2]s", m.Text, want, before.Text)
	}
	p.Report(finding)
}
