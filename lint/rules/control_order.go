package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var controlOrder = &lint.Rule{
	Name:         "control/order",
	Severity:     lint.Warning,
	Requirements: []string{"CTL-004"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "管理策の節が番号の順に並んでいないか、重複しています",
			EN: "the sections about controls are not in the order of their ids, or one occurs twice",
		},
		Why: message.Text{
			JA: "順に並んでいないと、抜けや重複に気付けず、適用宣言書との突き合わせにも手間がかかります",
			EN: "out of order, a section that is missing or doubled goes unnoticed, and the comparison with the Statement of Applicability takes long",
		},
		Wrong: rulesExample("## A.8.14 情報処理施設の冗長性\n\n二重にする。\n\n## A.8.13 情報のバックアップ\n\n取得する。\n\n## A.8.15 ログ取得\n\n記録する。\n"),
		Right: rulesExample("## A.8.13 情報のバックアップ\n\n取得する。\n\n## A.8.14 情報処理施設の冗長性\n\n二重にする。\n\n## A.8.15 ログ取得\n\n記録する。\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled || f.Meta.Status == isms.Obsolete {
			return
		}
		sections := knownSections(p, f)
		place := map[string]int{}
		for i, c := range p.Standard.Controls(p.EditionOf(f)) {
			place[c.ID] = i
		}
		first := map[string]isms.ControlSection{}
		var single []isms.ControlSection
		var order []int
		for _, c := range sections {
			if earlier, twice := first[c.ID]; twice {
				reportSecondSection(p, c, earlier)
				continue
			}
			first[c.ID] = c
			single, order = append(single, c), append(order, place[c.ID])
		}
		inOrder := longestRising(order)
		for i, c := range single {
			if !inOrder[i] {
				reportDisorder(p, c, single, order, i)
			}
		}
	},
}

// knownSections returns the sections about controls of the document's edition.
func knownSections(p *lint.Pass, f *isms.File) []isms.ControlSection {
	return slices.DeleteFunc(p.ControlSections(f), func(c isms.ControlSection) bool { return c.Control == nil })
}

func reportSecondSection(p *lint.Pass, c, earlier isms.ControlSection) {
	at := numberPlace(c.File.Doc, c.Head())
	p.Report(lint.Finding{File: c.File.Path, Span: &at, Subject: c.ID, Message: message.Textf(
		"「%[1]s」の節が2つ以上あります。1つにまとめてください",
		"%[1]q has more than one section, expected exactly one", titled(c.ID, &c.Control.Titles)),
		Related: related(c.File, numberPlace(c.File.Doc, earlier.Head()), "最初の節", "the first section")})
}

// reportDisorder says next to which section the one at i belongs.
func reportDisorder(p *lint.Pass, c isms.ControlSection, all []isms.ControlSection, order []int, i int) {
	before := ""
	for k, o := range order {
		if o < order[i] && (before == "" || o > order[slices.IndexFunc(all, func(s isms.ControlSection) bool { return s.ID == before })]) {
			before = all[k].ID
		}
	}
	at := numberPlace(c.File.Doc, c.Head())
	text := message.Textf("「%[1]s」の節が番号の順に並んでいません。最初に置いてください",
		"the section %[1]q is out of order, expected it to come first", c.Head().Number)
	if before != "" {
		text = message.Textf("「%[1]s」の節が番号の順に並んでいません。「%[2]s」の次に置いてください",
			"the section %[1]q is out of order, expected it behind %[2]q", c.Head().Number, before)
	}
	p.Report(lint.Finding{File: c.File.Path, Span: &at, Subject: c.ID, Message: text})
}

// longestRising marks the members of a longest rising part of a sequence, so
// that one section that moved is told from all those that it passed.
func longestRising(seq []int) []bool {
	length, previous := make([]int, len(seq)), make([]int, len(seq))
	best := -1
	for i := range seq {
		length[i], previous[i] = 1, -1
		for k := range i {
			if seq[k] < seq[i] && length[k] >= length[i] {
				length[i], previous[i] = length[k]+1, k
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	marked := make([]bool, len(seq))
	for i := best; i >= 0; i = previous[i] {
		marked[i] = true
	}
	return marked
}
