package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/signature"
)

// Evidence is what proves that one of the approvers whom a document names
// approved the content that it has (EVD-002 to EVD-004).
type Evidence struct {
	// Approver is the name as written, Person who is meant, or nil.
	Approver Value
	Person   *config.Person
	// Grade is the best grade that was found; [config.Declared] where there is
	// nothing but the document's own word.
	Grade config.Grade
	// Approval is the signed statement, Commit the signed commit or tag that
	// proves it; at most one is set.
	Approval *Approval
	Commit   *Commit
	// Stale are statements of the person about this revision that are proven
	// but about another content: the document was changed afterwards.
	Stale []*Approval
	// Refused are statements about this content that prove nothing.
	Refused []*Approval
	// Uncommitted reports that the history was asked and that no commit holds
	// the approved content yet.
	Uncommitted bool
}

// Rank returns the strength of a grade, from 0.
func Rank(g config.Grade) int {
	switch g {
	case config.Forge:
		return 1
	case config.Committed:
		return 2
	case config.Signed:
		return 3
	}
	return 0
}

// Demanded returns the grade of evidence that the configuration demands for a
// document or record.
func (o *Organization) Demanded(f *File) config.Grade {
	number := f.Meta.Number.Text
	if f.Kind == RecordFile {
		number = f.Meta.Form.Text
	}
	if g := o.Config.Approval.Series[seriesOf(number)]; g != "" {
		return g
	}
	if g := o.Config.Approval.Evidence; g != "" {
		return g
	}
	return config.Declared
}

// seriesOf returns the letter that names the series in a document number:
// the part before the last hyphen, as in ISMS-A-03.
func seriesOf(number string) string {
	rest, _, ok := cutLast(number, "-")
	if !ok {
		return ""
	}
	if _, series, ok := cutLast(rest, "-"); ok {
		return series
	}
	return rest
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// Evidence returns what proves the approval of a document or record, for each
// approver that it names. The history is asked only where statements do not
// reach the wanted grade, and a lower one would; an error says why it could
// not be.
func (s *System) Evidence(f *File, want config.Grade) ([]Evidence, error) {
	var all []Evidence
	digest := f.Digest()
	for _, approver := range f.Meta.ApprovedBy.Each {
		e := Evidence{Approver: approver, Person: s.People.Signed(approver.Text), Grade: config.Declared}
		s.statementsOf(f, digest, &e)
		all = append(all, e)
	}
	for i := range all {
		e := &all[i]
		if Rank(e.Grade) >= Rank(want) || e.Person == nil || s.Past == nil {
			continue
		}
		s.note(ReadPast, "")
		carriers, err := s.Past.Carriers(f)
		if err != nil {
			return all, err
		}
		e.Uncommitted = len(carriers) == 0
		for _, c := range carriers {
			s.weigh(f, c, e)
		}
	}
	return all, nil
}

func (s *System) statementsOf(f *File, digest string, e *Evidence) {
	for _, a := range s.Approvals(f.ID()) {
		switch st := a.Statement; {
		case a.Person == nil || a.Person != e.Person || st.Revision != 0 && st.Revision != f.Meta.Revision.Int:
		case st.Digest != digest && a.Proven():
			e.Stale = append(e.Stale, a)
		case st.Digest == digest && a.Proven():
			e.Grade, e.Approval = config.Signed, a
		case st.Digest == digest:
			e.Refused = append(e.Refused, a)
		}
	}
}

// weigh takes a commit or tag for evidence if it is better than what there is.
func (s *System) weigh(f *File, c *Commit, e *Evidence) {
	grade := config.Declared
	switch {
	case c.Signature.Problem != signature.None:
	case c.Signer == e.Person && s.mayApprove(f, e.Person, c):
		grade = config.Committed
	case c.Forge:
		grade = config.Forge
	}
	if Rank(grade) > Rank(e.Grade) {
		e.Grade, e.Commit = grade, c
	}
}

// mayApprove reports whether a person held the approving role on the day of a
// commit.
func (s *System) mayApprove(f *File, person *config.Person, c *Commit) bool {
	for _, role := range s.ApproverRoles(f.ID()) {
		if s.People.Holds(person.ID, role, c.Day) {
			return true
		}
	}
	return false
}
