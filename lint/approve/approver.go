package approve

import (
	"slices"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/schema"
)

// approver finds who approves: the person named, else the one whose address
// git commits with, else the owner of the key.
func (d *Desk) approver(r Request) (*config.Person, error) {
	people := d.System.People
	if r.Person != "" {
		for _, find := range []func(string) *config.Person{people.Find, people.Mailer} {
			if person := find(r.Person); person != nil {
				return person, nil
			}
		}
		return nil, d.nobody(r.Person)
	}
	email := repo.UserEmail(d.user.Repository, d.user.Getenv)
	if person := people.Mailer(email); person != nil {
		return person, nil
	}
	for _, c := range d.candidates(r.Key) {
		if key, err := c.key(); err == nil {
			if owner := d.owner(key); owner != nil {
				return owner, nil
			}
		}
	}
	if email != "" {
		return nil, refuse(
			"承認者が分かりません。git の user.email「%s」は ismslint.toml の [[people]] にありません。emails に登録するか、--as で承認者を指定してください",
			"cannot tell who approves: user.email %q of git is not among [[people]] of ismslint.toml; add it to emails or name the approver with --as", email)
	}
	return nil, refuse(
		"承認者が分かりません。--as で承認者を指定するか、git config user.email を設定してください",
		"cannot tell who approves; name the approver with --as or set git config user.email")
}

func (d *Desk) nobody(name string) error {
	var known []string
	for _, p := range d.System.People.All() {
		known = append(known, p.ID, p.Name)
	}
	if near := schema.Nearest(name, known); near != "" {
		return usage("「%s」は ismslint.toml の [[people]] にいません。「%s」のことですか",
			"%q is not among [[people]] of ismslint.toml; did you mean %q?", name, near)
	}
	return usage("「%s」は ismslint.toml の [[people]] にいません", "%q is not among [[people]] of ismslint.toml", name)
}

// role returns the role in which a person approves.
func (d *Desk) role(p *Plan, wanted string) (isms.Role, error) {
	allowed := d.System.ApproverRoles(p.Statement.Number)
	if wanted != "" {
		role, known := d.System.Roles.ByName(wanted)
		if !known {
			return "", usage("役割「%s」はありません", "there is no role %q", wanted)
		}
		if !slices.Contains(allowed, role) {
			return "", refuse("「%[1]s」を承認するのは%[3]sで、%[2]sではありません", "%[1]q is approved by the %[3]s, not by the %[2]s",
				p.Statement.Number, d.System.Roles.Name(role), d.System.Roles.Name(allowed[0]))
		}
		return role, nil
	}
	for _, role := range allowed {
		if d.System.People.Holds(p.Person.ID, role, p.Statement.Day) {
			return role, nil
		}
	}
	return allowed[0], nil
}

// authorize refuses whoever may not approve, or is not meant to.
func (d *Desk) authorize(p *Plan) error {
	if problem := d.System.Authority(p.Statement, p.Person); !problem.IsZero() {
		return &Refusal{Reason: d.withHolders(problem, p)}
	}
	if p.File == nil || d.named(p.File, p.Person, p.Statement.Day) {
		return nil
	}
	return refuse(
		"「%[1]s」の承認者は「%[2]s」と書かれており、「%[3]s」ではありません。承認者が変わった場合は、先に承認者の項目を直してください",
		"the approver of %[1]q is given as %[2]q, not %[3]q; if the approver has changed, correct approved_by first",
		p.Statement.Number, p.File.Meta.ApprovedBy.Text, p.Person.Name)
}

// withHolders adds who could approve.
func (d *Desk) withHolders(problem message.Text, p *Plan) message.Text {
	ids := d.System.People.Holders(p.Role, p.Statement.Day)
	if len(ids) == 0 || slices.Contains(ids, p.Person.ID) {
		return problem
	}
	name := ids[0]
	if person := d.System.People.Find(name); person != nil {
		name = person.Name
	}
	return message.Textf("%[1]s。「%[2]s」を承認できるのは%[3]sの「%[4]s」です", "%[1]s; %[2]q is approved by the %[3]s, %[4]s",
		problem, p.Statement.Number, d.System.Roles.Name(p.Role), name)
}

// named reports whether a document names the person as approver, or nobody who
// could approve it: a draft still names those who approved it last time.
func (d *Desk) named(f *isms.File, person *config.Person, day date.Date) bool {
	able := false
	for _, v := range f.Meta.ApprovedBy.Each {
		named := d.System.People.Signed(v.Text)
		if named == person {
			return true
		}
		able = able || named != nil && slices.ContainsFunc(d.System.ApproverRoles(f.ID()), func(role isms.Role) bool {
			return d.System.People.Holds(named.ID, role, day)
		})
	}
	if f.Meta.Status == isms.Approved {
		return f.Meta.ApprovedBy.Empty()
	}
	return !able
}
