package report

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

// details returns the message of a finding, followed by a line for each
// related place and for its fix, for formats that have no fields for them.
// Every line is clean.
func details(r *lint.Report, f *lint.Finding, o Options) string {
	lines := []string{clean(f.Message.In(o.Language))}
	for _, rel := range f.Related {
		lines = append(lines, relatedLine(r, rel, o))
	}
	if f.Fix != nil {
		lines = append(lines, message.Textf("修正：%s", "fix: %s", clean(fixText(f.Fix, o.Language))).In(o.Language))
	}
	return strings.Join(lines, "\n")
}

func relatedLine(r *lint.Report, rel lint.Related, o Options) string {
	where := clean(forgePath(r, rel.File))
	if p, ok := locate(r, rel.File, rel.Span, rel.Commit); ok {
		where = fmt.Sprintf("%s:%d:%d", where, p.Line, p.Column)
	}
	if rel.Commit != "" {
		where += " @ " + clean(shortCommit(rel.Commit))
	}
	return where + ": " + clean(rel.Message.In(o.Language))
}
