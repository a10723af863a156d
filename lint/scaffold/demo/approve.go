package demo

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// notation is how a document writes the dates of its revision history.
func (w *world) notation(id string, d date.Date) string {
	switch {
	case !isPolicy(id):
		return d.String()
	case w.o.Language == message.Japanese:
		return d.Format(date.Kanji)
	}
	return d.Format(date.EnglishLong)
}

func isPolicy(id string) bool { return strings.HasPrefix(id, "ISMS-A-") }

// history is the heading of the revision history.
func (w *world) history() string {
	return message.Text{JA: "改訂履歴", EN: "Revision history"}.In(w.o.Language)
}

// drafter is the part of who drafts a document.
func drafter(id string) string {
	if isPolicy(id) {
		return "manager"
	}
	return secretariat
}

// revise begins the next revision of a document today.
func (w *world) revise(id, piece string, more values) {
	change := w.text("change-"+piece, more)
	by := w.name(drafter(id))
	w.edit(id, func(s string) string {
		next := revisionOf(s) + 1
		s = setField(s, "revision", fmt.Sprint(next), "title")
		s = setField(s, "status", "review", "revision")
		s = setField(s, "revised", w.today().String(), "established")
		s = setField(s, "drafted_by", by, "classification")
		s, _ = addRow(s, w.history(), fmt.Sprintf("| %d | %s | %s | %s | |", next, w.notation(id, w.today()), change, by))
		return s
	})
}

// establish dates a first revision, drafted on another day, today.
func (w *world) establish(id string, drafted date.Date) {
	w.edit(id, func(s string) string {
		return strings.NewReplacer(drafted.String(), w.today().String(),
			drafted.Format(date.Kanji), w.today().Format(date.Kanji),
			drafted.Format(date.EnglishLong), w.today().Format(date.EnglishLong)).Replace(s)
	})
}

// approve has people approve documents and records today, each in the role
// that approves it.
func (w *world) approve(ids ...string) {
	for _, id := range ids {
		role := w.approver(id)
		by := president
		if role == isms.Manager {
			by = "manager"
		}
		w.approveAs(id, by, role)
	}
}

// approver returns the role that approves a document or record.
func (w *world) approver(id string) isms.Role {
	number := id
	if form := field(w.files[w.paths[id]], "form"); form != "" {
		number = form
	}
	entry := w.organizationNow().Organization().Catalogue.Entry(number)
	if entry == nil {
		w.fail(fmt.Errorf("nobody approves %q", id))
		return isms.Manager
	}
	return entry.Approver
}

// approveAs has a person approve a document or record today.
func (w *world) approveAs(id, by string, role isms.Role) {
	p := w.people[w.part(by)]
	w.edit(id, func(s string) string {
		s = setField(s, "status", "approved", "title")
		s = setField(s, "approved_by", p.name, "drafted_by")
		s = setField(s, "approved_on", w.today().String(), "approved_by")
		from, to, ok := section(s, w.history())
		if !ok {
			return s
		}
		end := strings.LastIndex(s[from:to], "| |\n")
		if end < 0 {
			return s
		}
		return s[:from+end] + "| " + p.name + " |\n" + s[from+end+len("| |\n"):]
	})
	if w.err == nil {
		w.state(id, p, role)
	}
}

// state writes the signed statement of an approval.
func (w *world) state(id string, p *person, role isms.Role) {
	path := w.paths[id]
	f := w.organizationNow().File(path, w.parser.Parse([]byte(w.files[path])), nil)
	st := approval.Statement{
		Number: f.ID(), Title: f.Meta.Title.Text, Revision: f.Meta.Revision.Int, Digest: f.Digest(),
		Approver: p.id, Name: p.name, Role: string(role), Day: w.today(),
	}
	text := st.Format()
	armored, err := p.signer.Sign(text, approval.Namespace)
	if err != nil {
		w.fail(err)
		return
	}
	w.put(st.Path(), string(text))
	w.put(st.Path()+approval.SignatureSuffix, string(armored))
}
