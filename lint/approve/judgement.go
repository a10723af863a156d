package approve

import (
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// State is what an approval is worth today.
type State string

// The states of approvals.
const (
	// Valid proves the approval of the content that the document has.
	Valid State = "valid"
	// Earlier proves the approval of a content that the document once had.
	Earlier State = "earlier"
	// Stale proves the approval of another content of the present revision: the
	// document was changed afterwards.
	Stale State = "stale"
	// Elsewhere proves the approval of a content that is not to be found.
	Elsewhere State = "not-found"
	// Declared is what the document says of itself, where no more is demanded.
	Declared State = "declared"
	// Refused proves nothing.
	Refused State = "refused"
	// Missing is an approved document without the evidence that is demanded.
	Missing State = "no-evidence"
	// Unknown is an approved document of which the history cannot be read.
	Unknown State = "not-evaluated"
	// Unapproved is a document that is not approved, Withdrawn one out of use.
	Unapproved State = "not-approved"
	Withdrawn  State = "obsolete"
)

// Failed reports whether a state makes verification fail.
func (s State) Failed() bool { return s == Refused || s == Missing }

// Judgement is what one statement, or one approver whom a document names, is
// worth.
type Judgement struct {
	// Path is that of the statement, or of the document.
	Path          string
	Number, Title string
	// Revision is 0 for what has none.
	Revision int
	// Approver is the name, Role the id of the role or "".
	Approver string
	Role     isms.Role
	Day      date.Date
	// Fingerprint is that of the signing key, as claimed.
	Fingerprint string
	// Grade is what was found, "" for a statement that proves nothing about the
	// document as it is; Demanded is what the configuration demands, "" where no
	// document is approved.
	Grade, Demanded config.Grade
	State           State
	// Reason explains the state where it needs to be.
	Reason message.Text
	// Unread reports that the history, which may know more, could not be read.
	Unread bool
	// Commit is what proves the approval, or brought the content that was
	// approved; nil otherwise.
	Commit *isms.Commit
}
