package approve

import (
	"cmp"
	"path"
	"slices"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// Judge judges the statements and the approved documents of a system: those
// with the given numbers, or all. An error is one of numbers that do not exist.
func Judge(s *isms.System, numbers []string) ([]Judgement, error) {
	j := &judge{system: s}
	if err := j.known(numbers); err != nil {
		return nil, err
	}
	for _, a := range s.AllApprovals() {
		switch about := statedNumber(a); {
		case len(numbers) > 0 && !slices.ContainsFunc(numbers, about):
		case a.Statement == nil:
			j.out = append(j.out, Judgement{Path: a.File.Path, State: Refused, Reason: a.Problem})
		default:
			j.statement(a)
		}
	}
	for _, f := range s.Files() {
		if approvable(f) && f.Meta.Status == isms.Approved && (len(numbers) == 0 || slices.Contains(numbers, f.ID())) {
			j.document(f, s.Demanded(f), false)
		}
	}
	j.sort()
	return j.out, nil
}

// Survey returns for every document and record, and each approver that it
// names, the best evidence that there is.
func Survey(s *isms.System) []Judgement {
	j := &judge{system: s}
	for _, f := range s.Files() {
		if !approvable(f) {
			continue
		}
		switch f.Meta.Status {
		case isms.Approved:
			j.document(f, config.Signed, true)
		case isms.Obsolete:
			j.add(f, Withdrawn)
		default:
			j.add(f, Unapproved)
		}
	}
	j.sort()
	return j.out
}

// statedNumber reports whether a statement is about a number. One that cannot
// be read is about the number whose folder it lies in.
func statedNumber(a *isms.Approval) func(number string) bool {
	return func(number string) bool {
		if a.Statement != nil {
			return a.Statement.Number == number
		}
		return path.Dir(a.File.Path) == path.Dir((&approval.Statement{Number: number}).Path())
	}
}

func approvable(f *isms.File) bool { return f.Kind == isms.Controlled || f.Kind == isms.RecordFile }

type judge struct {
	system *isms.System
	out    []Judgement
}

func (j *judge) sort() {
	slices.SortStableFunc(j.out, func(a, b Judgement) int {
		return cmp.Or(cmp.Compare(a.Number, b.Number), cmp.Compare(a.Revision, b.Revision), a.Day.Compare(b.Day), cmp.Compare(a.Path, b.Path))
	})
}

func (j *judge) known(numbers []string) error {
	d := &Desk{System: j.system}
	for _, n := range numbers {
		if n != config.FileName && len(j.system.Documents(n)) == 0 && len(j.system.Record(n)) == 0 && len(j.system.Approvals(n)) == 0 {
			return d.unknown(n)
		}
	}
	return nil
}

// statement judges one statement.
func (j *judge) statement(a *isms.Approval) {
	st := a.Statement
	out := Judgement{
		Path: a.File.Path, Number: st.Number, Title: st.Title, Revision: st.Revision, Approver: st.Name,
		Role: isms.Role(st.Role), Day: st.Day, Fingerprint: a.Signature.Fingerprint,
	}
	if a.Person != nil {
		out.Approver = a.Person.Name
	}
	if out.Approver == "" {
		out.Approver = st.Approver
	}
	f, digest := j.subject(st.Number)
	if f != nil {
		out.Demanded = j.system.Demanded(f)
	}
	switch {
	case !a.Proven():
		out.State, out.Reason = Refused, a.Problem
	case digest == st.Digest && (f == nil || st.Revision == 0 || st.Revision == f.Meta.Revision.Int):
		out.State, out.Grade = Valid, config.Signed
	default:
		j.earlier(&out, st.Digest, f != nil && f.Meta.Status == isms.Approved && st.Revision == f.Meta.Revision.Int)
	}
	j.out = append(j.out, out)
}

// earlier looks for another content than that of today.
func (j *judge) earlier(out *Judgement, digest string, current bool) {
	out.State = Elsewhere
	if current {
		out.State = Stale
		out.Reason = message.Textf("承認の後で内容が変更されています", "the content was changed after this approval")
	}
	if j.system.Past == nil {
		if !current {
			out.Reason = message.Textf("git の履歴がないため、承認された内容を確かめられません", "there is no history of git to look for the approved content in")
		}
		return
	}
	c, err := j.system.Past.Holder(out.Number, digest)
	switch {
	case err != nil:
		out.Reason, out.Unread = message.Of(err), true
	case c == nil && !current:
		out.Reason = message.Textf("承認された内容は、この履歴のどのコミットにもありません", "no commit of this history holds the content that was approved")
	case c != nil:
		out.Commit = c
		if !current {
			out.State, out.Grade = Earlier, config.Signed
		}
	}
}

// subject returns the document or record that a statement is about, nil for
// the configuration, and the digest of its content.
func (j *judge) subject(number string) (*isms.File, string) {
	if number == config.FileName {
		return nil, j.system.ConfigDigest
	}
	f := j.system.Document(number)
	if records := j.system.Record(number); f == nil && len(records) > 0 {
		f = records[0]
	}
	if all := j.system.Documents(number); f == nil && len(all) > 0 {
		f = all[0]
	}
	if f == nil {
		return nil, ""
	}
	return f, f.Digest()
}

// add adds a line about a document as a whole.
func (j *judge) add(f *isms.File, state State) *Judgement {
	out := Judgement{Path: f.Path, Number: f.ID(), Title: f.Meta.Title.Text, State: state}
	if f.Meta.Revision.Valid {
		out.Revision = f.Meta.Revision.Int
	}
	if state != Unapproved {
		out.Day = f.Meta.ApprovedOn.Date
		out.Demanded = j.system.Demanded(f)
	}
	j.out = append(j.out, out)
	return &j.out[len(j.out)-1]
}

// document judges the approval of a document by each approver that it names.
// Those proven by a statement are left out unless all are wanted.
func (j *judge) document(f *isms.File, want config.Grade, all bool) {
	evidence, err := j.system.Evidence(f, want)
	demanded := j.system.Demanded(f)
	if len(evidence) == 0 {
		if demanded == config.Declared {
			j.add(f, Declared)
			return
		}
		j.add(f, Missing).Reason = message.Textf("承認者が書かれていません", "it names no approver")
	}
	for i := range evidence {
		e := &evidence[i]
		if e.Approval != nil && !all {
			continue
		}
		out := j.add(f, Valid)
		out.Approver, out.Grade, out.Commit = e.Approver.Text, e.Grade, e.Commit
		if e.Person != nil {
			out.Approver = e.Person.Name
		}
		if e.Approval != nil {
			out.Day, out.Role, out.Fingerprint = e.Approval.Statement.Day, isms.Role(e.Approval.Statement.Role), e.Approval.Signature.Fingerprint
		}
		if e.Commit != nil {
			out.Fingerprint = e.Commit.Signature.Fingerprint
		}
		j.weigh(out, e, err)
	}
}

// weigh holds the evidence that was found against what is demanded.
func (j *judge) weigh(out *Judgement, e *isms.Evidence, err error) {
	switch {
	case isms.Rank(e.Grade) >= isms.Rank(out.Demanded) && e.Grade == config.Declared:
		out.State = Declared
	case isms.Rank(e.Grade) >= isms.Rank(out.Demanded):
	case err != nil:
		out.State, out.Reason, out.Unread = Unknown, message.Of(err), true
		return
	default:
		out.State, out.Reason = Missing, why(e)
		return
	}
	if len(e.Stale) > 0 && e.Approval == nil {
		out.State, out.Reason = Stale, why(e)
	}
}

// why says why there is no better evidence.
func why(e *isms.Evidence) message.Text {
	switch {
	case e.Person == nil:
		return message.Textf("承認者「%s」が ismslint.toml の [[people]] にいません", "the approver %q is not among [[people]] of ismslint.toml", e.Approver.Text)
	case len(e.Refused) > 0:
		return e.Refused[0].Problem
	case len(e.Stale) > 0:
		return message.Textf("承認の後で内容が変更されています", "the content was changed after this approval")
	}
	return message.Textf("承認者の署名がありません。ismslint approve で承認してください", "the approver has not signed it; ismslint approve does that")
}
