package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// controlRules returns the control operation rules in force.
func controlRules(s *isms.System) []*isms.File {
	var out []*isms.File
	for _, f := range s.OfEntry(isms.RulesForm) {
		if isms.IsControlRules(f) && f.Meta.Status != isms.Obsolete && tablesReadable(f) {
			out = append(out, f)
		}
	}
	return out
}

// sectionText returns the text under a heading, that of sections below
// included, one block to a line.
func sectionText(d *document.Document, heading int) string {
	h := &d.Headings[heading]
	var b strings.Builder
	for i := h.Block + 1; i < len(d.Blocks) && d.Blocks[i].Span.Start < h.End; i++ {
		if t := strings.TrimSpace(d.Blocks[i].Text); t != "" {
			b.WriteString(t)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// saysExcluded reports whether the text of a section says that the control
// does not apply.
func saysExcluded(text string) bool {
	for _, words := range []string{"適用除外", "適用しない", "採用しない", "除外する", "除外した", "適用対象外", "該当しない", "適用外"} {
		if strings.Contains(text, words) {
			return true
		}
	}
	lower := strings.ToLower(text)
	return strings.Contains(lower, "not applicable") || strings.Contains(lower, "excluded") || strings.Contains(lower, "does not apply")
}

// numberPlace returns the place of the id at the beginning of a heading.
func numberPlace(d *document.Document, h *document.Heading) source.Span {
	return within(d, h.TextSpan, h.Number)
}

// within returns the place of a text inside a span, or the span where it is
// not written as it reads.
func within(d *document.Document, at source.Span, text string) source.Span {
	i := strings.Index(at.Of(d.Source), text)
	if i < 0 || text == "" {
		return at
	}
	return source.Span{Start: at.Start + i, End: at.Start + i + len(text)}
}

// rulesExample puts a text below the head of the control operation rules.
func rulesExample(body string) string { return rulesHead + body }

// soaAndRules is a statement with the given rows beside control operation rules.
func soaAndRules(rows, body string) string {
	return "-- policies/ISMS-A-02-適用宣言書.md --\n" + soaExample(rows) +
		"-- policies/ISMS-A-04-ISMS管理策運用規定.md --\n" + rulesHead + body
}
