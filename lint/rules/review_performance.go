package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var reviewPerformance = &lint.Rule{
	Name:         "review/performance",
	Severity:     lint.Warning,
	Requirements: []string{"ROL-007"},
	Clauses:      []string{"5.3", "9.3.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "マネジメントレビューの議事録に、ISMS管理責任者によるパフォーマンスの報告がありません",
			EN: "the minutes of a management review do not show that the ISMS manager reported on the performance of the ISMS",
		},
		Why: message.Text{
			JA: "ISMSのパフォーマンスを社長に報告することは、ISMS管理責任者に割り当てた責任です。誰の報告を基に決定したかを議事録に残します",
			EN: "reporting on performance to top management is a responsibility assigned to the ISMS manager; the minutes say whose report the decisions rest on",
		},
		Wrong: reviewExample("", "## インプット\n\nISMSの状況について説明を受けた。\n"),
		Right: reviewExample("", "## インプット\n\nISMS管理責任者は、ISMSが有効に働いていることを報告した。\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		r := reviewOf(f)
		if r == nil || !r.Day("date").Valid() || len(f.Doc.Blocks) == 0 {
			return
		}
		if reportsPerformance(f.Doc, managerNames(p, r)) {
			return
		}
		warnForm(p, r, r.Written("inputs"), "", message.Textf(
			"議事録に、%[1]sによるISMSのパフォーマンスの報告がありません。誰が何を報告したかを記録してください",
			"the minutes do not say that the %[1]s reported on the performance of the ISMS, expected who reported what",
			p.Roles.Name(isms.Manager)))
	},
}

// managerNames returns what the ISMS manager may be called in the minutes, in
// the form of [fold.Key]: the names of the role, and the person who held it.
func managerNames(p *lint.Pass, review *isms.Row) []string {
	var names []string
	if info, ok := p.Roles.Info(isms.Manager); ok {
		for _, n := range append([]string{info.Name.JA, info.Name.EN}, info.Aliases...) {
			names = append(names, fold.Key(n))
		}
	}
	for _, id := range p.People.Holders(isms.Manager, review.Day("date").Date) {
		person := p.People.Find(id)
		if person == nil {
			continue
		}
		names = append(names, fold.Key(person.Name))
		if words := strings.Fields(person.Name); len(words) > 1 {
			for _, w := range []string{words[0], words[len(words)-1]} {
				if utf8.RuneCountInString(w) > 1 {
					names = append(names, fold.Key(w))
				}
			}
		}
	}
	return names
}

// reportsPerformance reports whether a heading, a paragraph below it, or a row
// of a table says that one of the names reported.
func reportsPerformance(d *document.Document, names []string) bool {
	row, cells := -1, ""
	for i := range d.Blocks {
		b := &d.Blocks[i]
		text := fold.Key(b.Text)
		if b.Kind == document.Cell {
			if i > 0 && d.Blocks[i-1].Table == b.Table && row == b.Row {
				cells += " " + text
			} else {
				row, cells = b.Row, text
			}
			text = cells
			if b.Row >= 0 && b.Column < len(d.Tables[b.Table].Header) {
				text += " " + fold.Key(d.Tables[b.Table].Header[b.Column].Text)
			}
		} else if b.Section >= 0 && b.Kind != document.HeadingText {
			text += " " + fold.Key(d.Headings[b.Section].Title)
		}
		if containsOneOf(text, names...) && containsOneOf(text, "報告", "説明", "report", "presented") {
			return true
		}
	}
	return false
}
