package history

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Finding is what the history keeps of a finding.
type Finding struct {
	Rule     string        `json:"r"`
	Severity lint.Severity `json:"s"`
	// Document is the number or record id of the file, or its path.
	Document    string `json:"d"`
	File        string `json:"f"`
	Line        int    `json:"l,omitempty"` // 0 without a place
	JA          string `json:"j"`
	EN          string `json:"e"`
	Fingerprint string `json:"p"`
	// Place is that of the finding in the document, "" where it has none.
	Place string `json:"w,omitempty"`
}

// Message returns the message of the finding.
func (f *Finding) Message() message.Text { return message.Text{JA: f.JA, EN: f.EN} }

// record is what is kept of one commit: the findings on its state, those on
// the change that it makes, and why there are none if it could not be checked.
type record struct {
	State   []Finding
	Change  []Finding
	Failure *failure
	// stateIDs are the ids of State in the store, as one text; "" where the
	// store was not asked.
	stateIDs string
}

type failure struct {
	JA string `json:"j"`
	EN string `json:"e"`
}

func (r *record) add(rep *lint.Report, changes map[string]bool) {
	for i := range rep.Findings {
		f := &rep.Findings[i]
		if !f.Active() {
			continue
		}
		kept := Finding{Rule: f.Rule, Severity: f.Severity, Document: f.Document, File: f.File,
			JA: f.Message.JA, EN: f.Message.EN, Fingerprint: f.Fingerprint, Place: f.Place}
		if text := rep.Sources[f.File]; text != nil && f.Span != nil {
			kept.Line = text.Position(f.Span.Start).Line
		}
		if changes[f.Rule] {
			r.Change = append(r.Change, kept)
		} else {
			r.State = append(r.State, kept)
		}
	}
}

// changeRules are the names of the rules that judge changes.
func changeRules(rules []*lint.Rule) map[string]bool {
	names := map[string]bool{}
	for _, r := range rules {
		if r.Change != nil {
			names[r.Name] = true
		}
	}
	return names
}

// cached returns the record of a key, computing it where the store has none.
func (c *checker) cached(key string, compute func() (*record, error)) (*record, error) {
	if c.records == nil {
		return compute()
	}
	if r, ok := c.records.load(key); ok {
		return r, nil
	}
	r, err := compute()
	if err == nil {
		c.records.save(key, r)
	}
	return r, err
}

// record checks a commit or looks up what became of it. A commit that seems to
// come from the future is judged anew each day.
func (c *checker) record(info, parent *repo.CommitInfo) (*record, error) {
	compute := func() (*record, error) {
		result, err := c.check(info, parent)
		if err != nil {
			return nil, err
		}
		return c.recordOf(result), nil
	}
	if DayOf(info, c.Zone).After(c.Today) {
		return compute()
	}
	return c.cached(info.ID, compute)
}

// isKnown reports whether the store has the record of a commit.
func (c *checker) isKnown(info *repo.CommitInfo) bool {
	if c.records == nil {
		return false
	}
	_, known := c.records.Get(info.ID)
	return known
}

func (c *checker) recordOf(result *Result) *record {
	r := &record{}
	if result.Failure != nil {
		text := message.Of(result.Failure)
		r.Failure = &failure{text.JA, text.EN}
		return r
	}
	r.add(result.Report, c.changes)
	return r
}

// stateAt judges the state of a commit as of a later day.
func (c *checker) stateAt(info *repo.CommitInfo, day date.Date) (*record, error) {
	return c.cached(info.ID+"@"+day.String(), func() (*record, error) {
		result, err := c.checkState(info, day)
		if err != nil {
			return nil, err
		}
		return c.recordOf(result), nil
	})
}
