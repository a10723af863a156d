package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// draftSeverity returns the severity of a finding about a part that a
// half-finished document may still lack.
func draftSeverity(f *isms.File) lint.Severity {
	if unapproved(f) {
		return lint.Warning
	}
	return lint.Default
}

// contentsHeading returns the index of the heading of the table of contents,
// or -1 (design §10.9).
func contentsHeading(d *document.Document) int {
	for i := range d.Headings {
		if namesContents(d.Headings[i].Title) {
			return i
		}
	}
	return -1
}

func namesContents(title string) bool {
	if len(title) > 40 || !hasAnySuffix(title, "次", "じ", "s", "S", "ｓ", "Ｓ", "c", "C") {
		return false
	}
	switch fold.Key(title) {
	case "目次", "もくじ", "contents", "tableofcontents", "toc":
		return true
	}
	return false
}

// contentsSpan returns the span of the table of contents without its heading,
// up to the next heading of any level; it is empty when there is none.
func contentsSpan(d *document.Document, heading int) source.Span {
	if heading < 0 {
		return source.Span{}
	}
	end := d.Body.End
	if heading+1 < len(d.Headings) {
		end = d.Headings[heading+1].Span.Start
	}
	return source.Span{Start: d.Headings[heading].Span.End, End: end}
}

// prose tells the blocks of a file that speak of other places from those that
// only list or date them: headings, contents and the revision history, which
// names sections by the numbers of their time.
type prose struct {
	contents  source.Span
	revisions int
}

func newProse(f *isms.File) *prose {
	p := &prose{contents: contentsSpan(f.Doc, contentsHeading(f.Doc)), revisions: -1}
	if f.Revisions != nil {
		p.revisions = f.Revisions.Table
	}
	return p
}

func (p *prose) has(b *document.Block) bool {
	if b.Text == "" || b.Kind == document.HeadingText || b.Table >= 0 && b.Table == p.revisions {
		return false
	}
	return !p.contents.Overlaps(b.Span)
}

// longestSentence is the number of bytes before a place that are looked at.
const longestSentence = 400

// sentenceBefore returns the part of the sentence of t that stands before i. It
// may go over several lines.
func sentenceBefore(t string, i int) string {
	start := max(0, i-longestSentence)
	for start > 0 && start < i && !utf8.RuneStart(t[start]) {
		start++
	}
	t = t[start:i]
	if n := strings.LastIndex(t, "。"); n >= 0 {
		t = t[n+len("。"):]
	}
	if n := strings.LastIndex(t, ". "); n >= 0 {
		t = t[n+2:]
	}
	return t
}

// inOneLine returns a text as messages quote it: in one line, with plain blanks.
func inOneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
