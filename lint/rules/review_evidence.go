package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var reviewEvidence = &lint.Rule{
	Name:         "review/evidence",
	Severity:     lint.Warning,
	Requirements: []string{"B25-2"},
	Clauses:      []string{"9.3.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "マネジメントレビューのインプットに、根拠となる記録の番号がありません",
			EN: "an input of a management review cites no record",
		},
		Why: message.Text{
			JA: "監査結果、是正処置、目的の達成及びリスク対応計画の状況は、どの記録に基づく報告かを番号で示します。番号がなければ、後から確かめられません",
			EN: "audit results, corrective actions, objectives and the status of the risk treatment plan name the records that they rest on; otherwise nobody can verify them later",
		},
		Wrong: reviewExample("", "## インプット\n\n| インプット | 報告の内容 | 根拠となる記録 |\n|---|---|---|\n| 監査結果 | 不適合1件 | - |\n"),
		Right: reviewExample("", "## インプット\n\n| インプット | 報告の内容 | 根拠となる記録 |\n|---|---|---|\n| 監査結果 | 不適合1件 | IAR-2026-01 |\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		r := reviewOf(f)
		if r == nil {
			return
		}
		for _, input := range provenInputs() {
			areas := inputAreas(f, input.words)
			if len(areas) == 0 || slices.ContainsFunc(areas, func(a inputArea) bool { return a.cites(p, f) || a.nothing() }) {
				continue // that the input is not there at all is for review/inputs
			}
			at := areas[0].label
			p.Report(lint.Finding{File: f.Path, Span: &at, Subject: input.name.EN, Message: message.Textf(
				"インプット「%[1]s」に、根拠となる記録の番号がありません。報告の基になった記録又は文書の番号を記入してください",
				"the input %[1]q cites no record, expected the id of the record or document that the report rests on", input.name)})
		}
	},
}

// provenInputs returns the inputs that rest on records.
func provenInputs() []requiredInput {
	return slices.DeleteFunc(requiredInputs(), func(in requiredInput) bool {
		return !containsOneOf(in.name.EN, "corrective", "audit", "objectives", "risk treatment")
	})
}

// inputArea is a part of the minutes that reports on an input.
type inputArea struct {
	// label is where the input is named, span the whole part, text what is
	// reported in the form of [fold.Key].
	label, span source.Span
	text        string
}

// cites reports whether the part names a record, a row or a document.
func (a inputArea) cites(p *lint.Pass, f *isms.File) bool {
	within := func(s source.Span) bool { return a.span.Start <= s.Start && s.End <= a.span.End }
	return slices.ContainsFunc(f.Doc.Identifiers, func(id document.Identifier) bool { return within(id.Span) }) ||
		slices.ContainsFunc(f.Doc.Mentions, func(m document.Mention) bool {
			return within(m.Span) && p.Catalogue.ByTitle(m.Text) != nil
		})
}

// nothing reports whether the part is not filled in, or says that there was
// nothing to report on.
func (a inputArea) nothing() bool {
	const short = 40 // characters; a longer report has something to prove
	return a.text == "" || utf8.RuneCountInString(a.text) <= short &&
		containsOneOf(a.text, "なし", "ない", "ありません", "0件", "初めて", "none", "notyet", "noaudit", "first", "nothing")
}

// inputAreas returns the parts of the minutes that report on an input: rows of
// tables that begin with it and sections under it, or else paragraphs.
func inputAreas(f *isms.File, words [][]string) []inputArea {
	d := f.Doc
	var areas []inputArea
	for i := range d.Blocks {
		b := &d.Blocks[i]
		switch {
		case b.Kind == document.HeadingText && !isOutput(d, b.Section) && hasInput([]string{fold.Key(b.Text)}, words):
			span := d.SectionSpan(b.Section)
			text := string(d.Source[b.Span.End:max(span.End, b.Span.End)])
			areas = append(areas, inputArea{label: b.Span, span: span, text: fold.Key(text)})
		case b.Kind == document.Cell && b.Row >= 0 && b.Column == 0 && !isDecided(f, i) && hasInput([]string{fold.Key(b.Text)}, words):
			areas = append(areas, rowArea(d, b))
		}
	}
	if len(areas) > 0 {
		return areas
	}
	const longest = 90 // bytes that may name the input at the beginning
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != document.Paragraph && b.Kind != document.ListItem || isDecided(f, i) || underInput(d, b.Section) {
			continue
		}
		begin := strings.ToValidUTF8(b.Text[:min(len(b.Text), longest)], "")
		if end := strings.IndexAny(begin, "はが、：:,"); end > 0 {
			begin = begin[:end]
		}
		if hasInput([]string{fold.Key(begin)}, words) {
			areas = append(areas, inputArea{label: b.Span, span: b.Span, text: fold.Key(b.Text)})
		}
	}
	return areas
}

// underInput reports whether a section is under the heading of an input, so
// that what a paragraph there mentions is no other one.
func underInput(d *document.Document, section int) bool {
	for s := section; s >= 0; s = d.Headings[s].Parent {
		title := []string{fold.Key(d.Headings[s].Title)}
		if slices.ContainsFunc(requiredInputs(), func(in requiredInput) bool { return hasInput(title, in.words) }) {
			return true
		}
	}
	return false
}

// rowArea is the row of a table that begins with the cell.
func rowArea(d *document.Document, b *document.Block) inputArea {
	cells := d.Tables[b.Table].Rows[b.Row].Cells
	area := inputArea{label: b.Span, span: b.Span}
	var text strings.Builder
	for _, c := range cells[1:] {
		area.span.End = max(area.span.End, c.Span.End)
		text.WriteString(fold.Key(c.Text))
		text.WriteByte(' ')
	}
	area.text = strings.Trim(text.String(), " -")
	return area
}
