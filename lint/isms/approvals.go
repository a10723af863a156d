package isms

import (
	"bytes"
	"slices"
	"time"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/signature"
)

// StatementFile is a statement of approval as it is kept in the ISMS, with the
// signature beside it; the latter is nil when there is none.
type StatementFile struct {
	Path              string
	Source, Signature []byte
}

// About reports whether the file may hold a statement about a number. It reads
// no more than is needed to leave out what is about others.
func (f StatementFile) About(number string) bool {
	return bytes.Contains(f.Source, []byte("number: "+number))
}

// Approval is a statement of approval and what became of checking it.
type Approval struct {
	File StatementFile
	// Statement is nil when the file could not be read as one.
	Statement *approval.Statement
	// Person is the approver, nil when the configuration knows nobody of that id.
	Person *config.Person
	// Signature is the verdict on the signature, Signer the owner of its key.
	Signature signature.Result
	Signer    *config.Person
	// Problem says why the statement proves nothing; it is zero when it proves
	// that the person, then in the role, approved the text with the digest.
	Problem message.Text
	late    bool // Problem is that the key had expired when the statement came
	// Unsure says why it cannot be told whether the statement was there before
	// its key expired; it is zero otherwise.
	Unsure message.Text
}

// Proven reports whether the signature is that of the approver, who held the
// role on the day.
func (a *Approval) Proven() bool { return a.Problem.IsZero() }

// Binds reports whether the statement is about the content that a file has.
func (a *Approval) Binds(f *File) bool {
	s := a.Statement
	return s != nil && s.Number == f.ID() && (s.Revision == 0 || s.Revision == f.Meta.Revision.Int) && s.Digest == f.Digest()
}

// Statements are the statements of approval that a state holds.
type Statements struct {
	files []StatementFile
	// byNumber are those that can be read, by what they are about.
	byNumber map[string][]StatementFile
}

// NewStatements returns the statements that the files hold, which are in the
// order of their paths.
func NewStatements(files []StatementFile) *Statements {
	s := &Statements{files: files, byNumber: map[string][]StatementFile{}}
	for _, f := range files {
		if statement, err := approval.Parse(f.Source); err == nil {
			s.byNumber[statement.Number] = append(s.byNumber[statement.Number], f)
		}
	}
	return s
}

// touches calls visit with the keys of what differs between two states.
func (s *Statements) touches(other *Statements, visit func(key string)) {
	visit(ReadApprovals)
	for _, pair := range [][2]*Statements{{s, other}, {other, s}} {
		for number, files := range pair[0].byNumber {
			if !slices.EqualFunc(files, pair[1].byNumber[number], StatementFile.equal) {
				visit(readApprovalsOf + number)
			}
		}
	}
}

func (f StatementFile) equal(other StatementFile) bool {
	return f.Path == other.Path && bytes.Equal(f.Source, other.Source) && bytes.Equal(f.Signature, other.Signature)
}

// SetStatements gives the system the statements of approval that its state
// holds, and the keys to check them with.
func (s *System) SetStatements(statements *Statements, keys *Keyring) {
	s.statements, s.Keys = statements, keys
}

type (
	approvalsOf  string
	allApprovals struct{}
)

// Approvals returns the statements of approval about a document number, a
// record's id or the configuration's path, in the order of their paths.
func (s *System) Approvals(id string) []*Approval {
	if s.statements == nil {
		return nil
	}
	return Derived(s, approvalsOf(id), func(s *System) []*Approval {
		s.note(readApprovalsOf, id)
		return s.judgeAll(s.statements.byNumber[id])
	})
}

// AllApprovals returns all statements of approval in the order of their paths.
func (s *System) AllApprovals() []*Approval {
	if s.statements == nil {
		return nil
	}
	return Derived(s, allApprovals{}, func(s *System) []*Approval {
		s.note(ReadApprovals, "")
		return s.judgeAll(s.statements.files)
	})
}

func (s *System) judgeAll(files []StatementFile) []*Approval {
	all := make([]*Approval, 0, len(files))
	for _, f := range files {
		judged := s.judge(f, s.Keys)
		if all = append(all, judged); judged.late || !judged.Unsure.IsZero() {
			// The history refused it, or could not answer: another one may
			// say otherwise.
			s.note(ReadPast, "")
		}
	}
	return all
}

// Judge checks a statement of approval that need not be part of the state.
func (s *System) Judge(f StatementFile) *Approval { return s.judge(f, s.Keys) }

// judge checks one statement of approval.
func (s *System) judge(f StatementFile, keys *Keyring) *Approval {
	a := &Approval{File: f}
	statement, err := approval.Parse(f.Source)
	if err != nil {
		a.Problem = message.Of(err)
		return a
	}
	a.Statement = statement
	a.Person = s.People.Find(statement.Approver)
	a.Signature = signature.Result{Problem: signature.NoSignature}
	if f.Signature != nil {
		a.Signature = keys.verify(f.Source, f.Signature, s.noon(statement.Day))
		// Git may have converted the line ends since it was signed.
		if text := unixLines(f.Source); a.Signature.Problem != signature.None && len(text) != len(f.Source) {
			a.Signature = keys.verify(text, f.Signature, s.noon(statement.Day))
		}
		a.Signer = keys.Owner(a.Signature)
	}
	a.Problem = judgeSignature(a)
	if a.Problem.IsZero() {
		a.Problem = s.Authority(statement, a.Person)
	}
	if a.Problem.IsZero() {
		s.judgeArrival(a, keys)
	}
	return a
}

// noon is the instant of a day at which the validity of a key is judged.
func (s *System) noon(d date.Date) time.Time {
	location := s.Config.Organization.Timezone
	if location == nil {
		location = time.UTC
	}
	const noon = 12
	return time.Date(d.Year, d.Month, d.Day, noon, 0, 0, 0, location)
}

func judgeSignature(a *Approval) message.Text {
	switch {
	case a.Person == nil:
		return message.Textf("承認者「%s」が ismslint.toml の [[people]] にいません", "the approver %q is not among [[people]] of ismslint.toml", a.Statement.Approver)
	case a.Signature.Problem != signature.None:
		return a.Signature.Text()
	case a.Signer == nil:
		return message.Textf("署名の鍵 %s は承認者「%s」のものではありません", "the signing key %s does not belong to the approver %q", a.Signature.Fingerprint, a.Person.Name)
	case a.Signer != a.Person:
		return message.Textf("署名の鍵は承認者「%s」ではなく「%s」のものです", "the signing key belongs not to the approver %q but to %q", a.Person.Name, a.Signer.Name)
	}
	return message.Text{}
}

// Authority says why a person could not give an approval on its day and in its
// role. It is zero for one that the person could give.
func (s *System) Authority(st *approval.Statement, person *config.Person) message.Text {
	role := Role(st.Role)
	name := s.Roles.Name(role)
	switch {
	case !person.Left.IsZero() && st.Day.After(person.Left):
		return message.Textf("「%s」は承認日（%s）より前に退職しています", "%q had left before the day of approval, %s", person.Name, st.Day)
	case !s.People.Holds(person.ID, role, st.Day):
		return message.Textf("「%s」は承認日（%s）に「%s」ではありません", "%q did not hold the role %[3]q on the day of approval, %[2]s", person.Name, st.Day, name)
	case s.Follows(st.Day):
		return message.Textf("承認日（%s）が判定日（%s）より後です", "the day of approval, %s, is after the day of judgement, %s", st.Day, s.AsOf())
	case !slices.Contains(s.ApproverRoles(st.Number), role):
		return message.Textf("「%s」は「%s」の承認者ではありません", "the role %q does not approve %q", name, st.Number)
	}
	return message.Text{}
}

// ApproverRoles returns the roles that may approve a document, a record or the
// configuration, which is the ISMS manager's to approve.
func (s *System) ApproverRoles(number string) []Role {
	if number == config.FileName {
		return []Role{Manager}
	}
	var entry *Entry
	if entry = s.Catalogue.Entry(number); entry == nil {
		if records := s.Record(number); len(records) > 0 {
			entry = records[0].Entry
		}
	}
	if entry == nil {
		return []Role{President, Manager}
	}
	return []Role{entry.Approver}
}
