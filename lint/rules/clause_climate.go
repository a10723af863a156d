package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
)

var clauseClimate = &lint.Rule{
	Name:         "clause/climate",
	Severity:     lint.Warning,
	Requirements: []string{"GAP-001", "B27-4"},
	Clauses:      []string{"4.1", "4.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "気候変動が関連する課題かどうかの判断が、どこにもありません",
			EN: "nothing says whether climate change is a relevant issue",
		},
		Why: message.Text{
			JA: "2024年の追補により、4.1で気候変動が関連する課題かどうかを決めることが求められています。関連しないと決めた場合も、その判断を残します",
			EN: "since the amendment of 2024 the organisation has to determine whether climate change is relevant (4.1); so it records the decision even when it is not",
		},
		Wrong: "## 4.1 組織及びその状況の理解\n\n法令の改正と人手の不足を、外部及び内部の課題とする。\n",
		Right: "## 4.1 組織及びその状況の理解\n\n法令の改正と人手の不足を、外部及び内部の課題とする。気候変動は、拠点が水害の想定区域にないため、関連する課題ではないと判断した。\n",
	},
	System: func(p *lint.Pass, s *isms.System) {
		if !s.Config.Standard.ClimateAmendment || s.Config.Standard.Edition != string(standard.Edition2022) {
			return
		}
		c := climateCheck{std: s.Standard}
		for _, f := range s.OfKind(isms.Controlled) {
			if f.Meta.Status != isms.Obsolete && tablesReadable(f) && c.file(f) {
				return
			}
		}
		if c.place == nil {
			return // there is no document that would say so; other rules miss it
		}
		p.Report(lint.Finding{File: c.place.Path, Span: &c.at, Message: message.Textf(
			"気候変動が関連する課題かどうかの判断がありません。4.1の課題かリスク一覧表に、関連するか否かとその理由を書いてください",
			"nothing determines whether climate change is a relevant issue, expected the decision and its reason under 4.1 or in the list of issues")})
	},
}

// climateCheck looks for the decision where it belongs, and remembers the best
// place to ask for it.
type climateCheck struct {
	std   *standard.Standard
	place *isms.File
	at    source.Span
	rank  int
}

// file reports whether a document holds the decision: the list of issues, the
// sections for 4.1 and 4.2 of any document, or another document for 4.1.
func (c *climateCheck) file(f *isms.File) bool {
	if f.Entry != nil && f.Entry.Form == "ISMS-B-27" {
		c.suggest(f, f.Head(), 2)
		return climateRows(f)
	}
	sections := false
	for i := range f.Doc.Headings {
		h := &f.Doc.Headings[i]
		number := strings.Trim(fold.Text(h.Number), ".")
		if number != "4.1" && number != "4.2" {
			continue
		}
		if clause, ok := c.std.Clause(standard.Edition2022, number); !ok || !clause.Accepts(h.Title) && !carries(f, number) {
			continue
		}
		sections = true
		if number == "4.1" {
			c.suggest(f, h.TextSpan, 3)
		}
		if namesClimate(h.Title) || namesClimate(sectionText(f.Doc, i)) {
			return true
		}
	}
	if sections || !carries(f, "4.1") {
		return false
	}
	c.suggest(f, f.Head(), 1)
	for i := range f.Doc.Blocks {
		if namesClimate(f.Doc.Blocks[i].Text) {
			return true
		}
	}
	return false
}

func (c *climateCheck) suggest(f *isms.File, at source.Span, rank int) {
	if rank > c.rank {
		c.place, c.at, c.rank = f, at, rank
	}
}

// climateRows reports whether the list of issues has a decision or a row about
// climate change.
func climateRows(f *isms.File) bool {
	for _, t := range f.Tables {
		for i := range t.Rows {
			r := &t.Rows[i]
			if t.Name == "climate" || !r.Written("climate").None() {
				return true
			}
			for k := range t.Schema.Columns {
				if namesClimate(r.At(k).Text) {
					return true
				}
			}
		}
	}
	return false
}

func namesClimate(text string) bool {
	return strings.Contains(text, "気候") || strings.Contains(text, "limate")
}
