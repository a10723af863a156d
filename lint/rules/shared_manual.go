package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

const manualForm = "ISMS-A-03"

// isManual reports whether a file is the manual in force, as far as it can be read.
func isManual(f *isms.File) bool {
	return f.Kind == isms.Controlled && f.Entry != nil && f.Entry.Form == manualForm && f.Meta.Status != isms.Obsolete && tablesReadable(f)
}

// scopePlace returns the heading in the manual under which the scope belongs:
// that of clause 4.3, else one that speaks of the scope, else the head.
func scopePlace(f *isms.File) source.Span {
	at := f.Head()
	for i := range f.Doc.Headings {
		h := &f.Doc.Headings[i]
		if key := fold.Key(h.Title); containsOneOf(key, "適用範囲", "scope") {
			at = h.TextSpan
			if strings.Trim(fold.Text(h.Number), ".") == "4.3" {
				return at
			}
		}
	}
	return at
}

// manualExample is a manual with text below its title.
func manualExample(body string) string { return "# ISMSマニュアル\n\n" + body }
