package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// isBlankForm reports whether the file is a form to be copied and filled in,
// rather than a record or a text that states rules.
func isBlankForm(f *isms.File) bool {
	return f.Kind == isms.Controlled && f.Entry != nil && f.Entry.Kind == isms.KindRecord
}

// statesRules reports whether the file is a text that people must follow, not
// a register or a record of what happened.
func statesRules(f *isms.File) bool {
	switch {
	case f.Kind == isms.RecordFile || f.Kind == isms.CertificationFile:
		return false
	case f.Entry == nil:
		return true
	}
	return f.Entry.Kind == isms.KindDocument || f.Entry.Kind == isms.KindPlan
}

// intended reports whether a stand-in of the block says what its author meant
// to say: it is code, an example, what the text speaks about, a rating, or a
// field of a blank form.
func (c *placeholderCheck) intended(b *document.Block, hit standIn) bool {
	f, t := c.file, b.Text
	if b.CodeAt(hit.start) || isQuotedWhole(t, hit) || c.inCover(b.Source(hit.start, hit.end)) {
		return true
	}
	switch hit.kind {
	case templateField:
		return inExample(f.Doc, b, hit.start)
	case sampleText:
		return inExample(f.Doc, b, hit.start) || isRating(f.Doc, b, t[hit.start:hit.end])
	case toBeFilled:
		return isBlankForm(f) || inExample(f.Doc, b, hit.start)
	case lazyPointer:
		return !statesRules(f) || pointsSomewhere(f.Doc, b, hit)
	}
	return false
}

// inCover reports whether the place is the value of a cover field that differs
// from the front matter by what it says, which document/cover reports.
func (c *placeholderCheck) inCover(at source.Span) bool {
	const most = 50 // fields of a cover
	f := c.file
	for _, field := range f.Cover[:min(len(f.Cover), most)] {
		if f.Kind != isms.Controlled || !field.Value.Span.Contains(at) {
			continue
		}
		switch field.Name {
		case "number":
			return !f.Meta.Number.Empty()
		case "title":
			return !f.Meta.Title.Empty() && !sameTitle(f, field.Value.Text)
		case "organization":
			return c.pass.Config.Organization.Name != "" || !f.Meta.Organization.Empty()
		case "classification":
			return !f.Meta.Classification.Empty()
		}
	}
	return false
}

// isQuotedWhole reports whether the stand-in is a quotation by itself: the
// text speaks about the word instead of using it.
func isQuotedWhole(t string, hit standIn) bool {
	switch runeBefore(t, hit.start) {
	case '「':
		return runeAfter(t, hit.end) == '」'
	case '『':
		return runeAfter(t, hit.end) == '』'
	case '“':
		return runeAfter(t, hit.end) == '”'
	case '"':
		return runeAfter(t, hit.end) == '"'
	}
	return false
}

// inExample reports whether the text before the offset, or the column of the
// table, introduces an example.
func inExample(d *document.Document, b *document.Block, at int) bool {
	before := b.Text[lineStart(b.Text, at):at]
	if holdsAny(before, "例：", "例:", "例）", "例)", "例】", "例えば", "たとえば", "（例", "(例", "e.g.", "for example", "For example") {
		return true
	}
	if b.Table < 0 || b.Row < 0 || b.Column >= len(d.Tables[b.Table].Header) {
		return false
	}
	header := d.Tables[b.Table].Header[b.Column].Text
	return hasAnySuffix(header, "Example", "example", "Examples") ||
		strings.HasSuffix(header, "例") && !hasAnySuffix(header, "凡例", "事例", "条例", "判例", "慣例")
}

// isRating reports whether a cell of nothing but marks is a grade: another cell
// of the column holds another number of the same mark (○ against ○○), or a
// gauge (●●○).
func isRating(d *document.Document, b *document.Block, marks string) bool {
	if b.Kind != document.Cell || b.Row < 0 || strings.TrimSpace(b.Text) != marks {
		return false
	}
	const nearby = 100 // rows; keeps a long table linear
	class, rows := markClass(runeAfter(marks, 0)), d.Tables[b.Table].Rows
	for _, row := range rows[max(b.Row-nearby, 0):min(b.Row+nearby, len(rows))] {
		if b.Column < len(row.Cells) {
			text := strings.TrimSpace(row.Cells[b.Column].Text)
			if text != "" && len(text) != len(marks) && onlyMarks(text, class) ||
				strings.Contains(text, "○") && strings.Contains(text, "●") && strings.Trim(text, "○●") == "" {
				return true
			}
		}
	}
	return false
}

func onlyMarks(text string, class rune) bool {
	for _, r := range text {
		if markClass(r) != class {
			return false
		}
	}
	return true
}

// pointsSomewhere reports whether the sentence around the stand-in names a
// document.
func pointsSomewhere(d *document.Document, b *document.Block, hit standIn) bool {
	from := max(hit.start-lookAround, 0)
	start := from + strings.LastIndex(b.Text[from:hit.start], "。") + 1
	sentence, _, _ := strings.Cut(b.Text[hit.end:min(hit.end+lookAround, len(b.Text))], "。")
	end := hit.end + len(sentence)
	if strings.Contains(b.Text[start:hit.start], "「") || holdsAny(sentence, "「", "『") || holdsAny(b.Text[start:end], "別紙", "別表", "附属書") {
		return true
	}
	return identifierAt(d, b.Source(start, end)) != nil
}
