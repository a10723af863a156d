package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
)

// makesListItem reports whether the run in half width would begin an item of a
// Markdown list where there is none (１. 目的).
func makesListItem(t string, run widthRun) bool {
	return strings.TrimLeft(t[lineStart(t, run.start):run.start], " 　") == "" &&
		hasAnyPrefix(t[run.end:], ".", ")") && strings.Trim(run.normal, "0123456789") == ""
}

// allowedWidths leaves out the runs that are right as they are, or that
// another rule reports: code; a name that the configuration spells so; a
// document number, which is document/number-mention's; and ＸＸ, which is
// text/placeholder's.
func allowedWidths(p *lint.Pass, d *document.Document, block int, runs []widthRun) []widthRun {
	b := &d.Blocks[block]
	kept := runs[:0]
	for _, run := range runs {
		text := b.Text[run.start:run.end]
		if b.CodeAt(run.start) || strings.Contains(text, "ＸＸ") || strings.Contains(text, "ｘｘ") ||
			inDocumentNumber(p, d, block, run) || inConfiguredName(p, b.Text, run.start, run.end) {
			continue
		}
		kept = append(kept, run)
	}
	return kept
}

// inDocumentNumber reports whether the run is part of a document number.
func inDocumentNumber(p *lint.Pass, d *document.Document, block int, run widthRun) bool {
	id := identifierAt(d, d.Blocks[block].Source(run.start, run.end))
	return id != nil && (p.Catalogue.Pattern.MatchString(id.Text) || strings.HasPrefix(strings.ToUpper(id.Text), "ISMS-"))
}
