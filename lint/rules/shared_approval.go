package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// leeway is the number of days that may pass between a revision and the acts
// that belong to it where only the day of the revision is written down: an
// earlier drafter may have written it, a later approver signed it. It is the
// number of days that holds where nothing else is given (design decision 10).
const leeway = 30

// unapproved reports whether the file is still being worked on. What its front
// matter says about approval is then still that of the revision before.
func unapproved(f *isms.File) bool {
	return f.Meta.Status == isms.Draft || f.Meta.Status == isms.Review
}

// isFirstDraft reports whether the file is being worked on and has not been in
// force before. What a plan asked for by now it asks for as well while its next
// revision is being written.
func isFirstDraft(p *lint.Pass, f *isms.File) bool {
	n := f.Meta.Revision
	return unapproved(f) && (f.Kind != isms.Controlled || !n.Valid || n.Int <= p.Config.Documents.InitialRevision)
}

// selfApprovalAllowed reports whether the configuration allows the drafter of
// a document to approve it on a day.
func selfApprovalAllowed(p *lint.Pass, f *isms.File, day date.Date) bool {
	number := f.Meta.Number.Text
	if f.Kind == isms.RecordFile {
		number = f.Meta.Form.Text
	}
	for _, e := range p.Config.Approval.SelfApproval {
		if e.Number == number && (e.Until.IsZero() || day.IsZero() || !day.After(e.Until)) {
			return true
		}
	}
	return false
}

// heldWithin reports whether a person held a role on any day from first to last.
func heldWithin(p *lint.Pass, person string, role isms.Role, first, last date.Date) bool {
	return slices.ContainsFunc(p.People.Holdings(), func(h config.Holding) bool {
		return h.Person == person && isms.Role(h.Role) == role &&
			!h.From.After(last) && (h.Until.IsZero() || !h.Until.Before(first))
	})
}

// wrongRole says that persons did not hold a role on a day, and who did.
func wrongRole(p *lint.Pass, who message.Text, role isms.Role, day date.Date, number string) message.Text {
	holders := message.Text{JA: "該当者なし", EN: "nobody"}
	if ids := p.People.Holders(role, day); len(ids) > 0 {
		holders = listNames(p.People, ids)
	}
	return message.Textf(
		"「%[1]s」は %[2]s に%[3]sではありませんでした。%[4]s を承認するのは%[3]s（%[2]s 時点: %[5]s）です",
		"%[1]s did not hold the role %[3]s on %[2]s; %[4]s is approved by the %[3]s (on that day: %[5]s)",
		who, day, p.Roles.Name(role), number, holders)
}

// listNames lists persons, given by their ids, by name.
func listNames(people *isms.People, ids []string) message.Text {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = id
		if person := people.Find(id); person != nil {
			out[i] = person.Name
		}
	}
	return listed(out)
}

// listed joins names as either language does.
func listed(names []string) message.Text {
	return message.Text{JA: strings.Join(names, "、"), EN: strings.Join(names, ", ")}
}

// names lists persons, given by their ids, by name in one line.
func names(people *isms.People, ids []string) string { return listNames(people, ids).EN }
