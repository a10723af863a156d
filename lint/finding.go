package lint

import (
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// Finding is one defect that a rule found.
type Finding struct {
	// Rule names the rule; Run fills it in.
	Rule string
	// Severity is the severity of the rule unless the check sets another;
	// the configuration overrides both.
	Severity Severity
	// File is the path below the root of the ISMS, or "." for the ISMS as a
	// whole. Span is nil when the finding has no place within the file.
	File string
	Span *source.Span
	// Message is one sentence that names the offending value and what was
	// expected.
	Message message.Text
	// Subject names what is meant when the text at Span does not, such as the
	// number of a missing document. It is part of the fingerprint.
	Subject string
	// Related are other places that the message speaks of.
	Related []Related
	// Requirements, Clauses and Controls are those of the rule, unless the
	// check sets others.
	Requirements, Clauses, Controls []string
	// Fix is a mechanical remedy, or nil.
	Fix *Fix

	// Document is the document number or the record's id of the file, or its
	// path when it has neither. Run fills it in.
	Document string
	// Fingerprint identifies the finding across edits of other parts of the
	// ISMS. It never depends on line numbers. Run fills it in.
	Fingerprint string
	// Place names the field of the front matter, the section or the cell of a
	// table that the finding points into, whatever is written there. It is ""
	// without a span, and where Subject says what is meant. Run fills it in.
	Place string
	// Suppressed is set when a comment in the document suppresses the finding.
	Suppressed *Suppression
	// Baselined reports whether the baseline accepts the finding.
	Baselined bool
	// Commit is the id of the commit that the finding was made in, or "". Run
	// fills it in where the check does not name one of several.
	Commit string

	identity *identity // shared by the copies that a session keeps
}

// Active reports whether the finding counts: it is neither suppressed nor
// accepted by the baseline.
func (f *Finding) Active() bool { return f.Suppressed == nil && !f.Baselined }

// Related is another place that a finding speaks of.
type Related struct {
	File    string
	Span    *source.Span
	Message message.Text
	Commit  string
}

// Fix is a mechanical remedy. It normalises form; it never creates evidence.
// The edits of one fix belong to the finding's file and do not overlap; fixes
// of different findings are independent of one another.
type Fix struct {
	Description message.Text
	Edits       []Edit
}

// Edit replaces the bytes of a span.
type Edit struct {
	Span    source.Span
	NewText string
}

// Suppression is the comment that suppresses a finding.
type Suppression struct {
	Reason string
	// Until is the last day on which the suppression holds, as 2006-01-02, or "".
	Until string
	Span  source.Span
}

// NotEvaluated says that a rule could not run, wholly or for one file.
type NotEvaluated struct {
	Rule   string
	File   string // "" for the ISMS as a whole
	Reason message.Text
	// Required reports whether the configuration demands that the rule runs;
	// then the check ends with the exit code for an unfit environment.
	Required bool
}
