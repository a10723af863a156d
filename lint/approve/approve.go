// Package approve prepares, signs and writes approvals, and judges those that
// exist: it finds what is to be approved and by whom, refuses what the rules
// forbid, fills in the front matter and puts the signed statement beside it
// (EVD-002, EVD-003). It asks nobody anything; the command does.
package approve

import (
	"context"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/signature"
)

// Refusal is why an approval may not be given. Nothing has been written then.
type Refusal struct {
	Reason message.Text
	// Report holds the findings that forbid the approval, or is nil.
	Report *lint.Report
}

// Error returns the reason in English.
func (r *Refusal) Error() string { return r.Reason.EN }

// In returns the reason in the given language.
func (r *Refusal) In(lang message.Language) string { return r.Reason.In(lang) }

func refuse(ja, en string, args ...any) error {
	return &Refusal{Reason: message.Textf(ja, en, args...)}
}

// UsageError is a request that names what does not exist.
type UsageError struct{ Reason message.Text }

// Error returns the reason in English.
func (e *UsageError) Error() string { return e.Reason.EN }

// In returns the reason in the given language.
func (e *UsageError) In(lang message.Language) string { return e.Reason.In(lang) }

func usage(ja, en string, args ...any) error {
	return &UsageError{message.Textf(ja, en, args...)}
}

// Request is what a user asks for.
type Request struct {
	// Number is a document number, the id of a record or the name of the
	// configuration file.
	Number string
	// Person is the approver by id, name or e-mail address; "" finds the user.
	Person string
	// Role is the role in which the person approves, by id or name; "" is the
	// one that the catalogue demands.
	Role string
	// Key is the path of a key; "" finds one.
	Key string
	// Day is the day of approval; zero is the day of judgement.
	Day date.Date
}

// Desk is where approvals of one ISMS are given.
type Desk struct {
	// System is the state of the working tree.
	System *isms.System

	options lint.Options
	root    string
	user    User
}

// User is what the environment knows of the user.
type User struct {
	// Repository is the one around the ISMS, or nil.
	Repository *repo.Repository
	// Getenv returns a variable of the environment.
	Getenv repo.Env
	// Passphrase asks for that of a key file; nil when nobody can be asked.
	Passphrase func(path string) ([]byte, error)
}

// Open reads the state that the options describe, which is that of the files
// below root.
func Open(ctx context.Context, o lint.Options, root string, u User) (*Desk, error) {
	if o.Session == nil {
		o.Session = lint.NewSession(o.Config, o.Schemas, o.Standard, o.Rules)
	}
	system, unread, err := lint.Load(ctx, o)
	if err != nil {
		return nil, err
	}
	for _, n := range unread {
		return nil, message.Errorf("「%s」を読み込めないため、承認できません: %s", "cannot read %q, so nothing can be approved: %s", n.File, n.Reason)
	}
	return &Desk{System: system, options: o, root: root, user: u}, nil
}

// Plan is an approval that may be given.
type Plan struct {
	// File is the document or record; nil for the configuration.
	File   *isms.File
	Path   string
	Person *config.Person
	Role   isms.Role
	// Statement is what the person signs.
	Statement *approval.Statement
	// Content is the document with its front matter filled in; nil when
	// nothing needs to be filled in.
	Content []byte
	// Already is the person's proven approval of this content, or nil.
	Already *isms.Approval

	base   *base // nil before it was looked for
	by     *Desk // by whose people, keys and roles it is judged
	key    string
	signer func() (signature.Signer, error) // of the key that was chosen
}

// Bound returns the paths of the files that the approval binds to: the document
// and the file with its rows, or the configuration and its files of keys.
func (p *Plan) Bound() []string {
	if p.File == nil {
		return append([]string{config.FileName}, isms.KeyFiles(p.by.options.Config)...)
	}
	paths := []string{p.File.Path}
	if rows := p.File.RowsFile; rows != nil {
		paths = append(paths, rows.Path)
	}
	return paths
}

// Idle reports whether there is nothing left to do.
func (p *Plan) Idle() bool { return p.Already != nil && p.Content == nil }

// Plan finds what a request is about and who may grant it. The error is a
// [*Refusal] or a [*UsageError].
func (d *Desk) Plan(ctx context.Context, r Request) (*Plan, error) {
	file, err := d.find(r.Number)
	if err != nil {
		return nil, err
	}
	day := r.Day
	if day.IsZero() {
		day = d.System.AsOf()
	}
	p := &Plan{File: file, Path: config.FileName, key: r.Key, by: d}
	if file == nil {
		if p.by, err = d.beforeConfig(ctx); err != nil {
			return nil, err
		}
	}
	if p.Person, err = p.by.approver(r); err != nil {
		return nil, err
	}
	p.Statement = &approval.Statement{Number: config.FileName, Approver: p.Person.ID, Name: p.Person.Name, Day: day}
	if file == nil {
		p.Statement.Digest = d.System.ConfigDigest
	} else {
		p.Path = file.Path
		p.Statement.Number, p.Statement.Title = file.ID(), file.Meta.Title.Text
		p.Statement.Digest = d.signRow(file, p.Person).Digest()
		if file.Meta.Revision.Valid {
			p.Statement.Revision = file.Meta.Revision.Int
		}
	}
	if p.Role, err = p.by.role(p, r.Role); err != nil {
		return nil, err
	}
	p.Statement.Role = string(p.Role)
	if err := p.by.authorize(p); err != nil {
		return nil, err
	}
	if p.Already = d.already(p); p.Already != nil {
		day = p.Already.Statement.Day
	}
	if file != nil {
		if p.Content, err = d.fill(file, p.Person, day); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// already finds the person's proven approval of the same content.
func (d *Desk) already(p *Plan) *isms.Approval {
	for _, a := range d.System.Approvals(p.Statement.Number) {
		if a = p.by.System.Judge(a.File); a.Proven() && a.Person == p.Person && a.Statement.Digest == p.Statement.Digest && a.Statement.Revision == p.Statement.Revision {
			return a
		}
	}
	return nil
}

// parse reads a changed text of a file.
func (d *Desk) parse(f *isms.File, src []byte) *isms.File {
	read := func(path string) ([]byte, error) { return d.options.Snapshot.ReadFile(path, document.MaxSize) }
	return d.options.Session.Builder().File(f.Path, document.NewParser().Parse(src), read)
}
