package isms

import (
	"time"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/signature"
)

// Commit is a commit, or a signed tag, as evidence of who did what and when.
type Commit struct {
	// ID is the full id of the commit, Tag the name of the tag, if it is one.
	ID, Tag string
	// Subject is the first line of the message.
	Subject           string
	Author, Committer Identity
	// Day is the committer's day in the time zone of the organisation.
	Day date.Date
	// Signature is the verdict on the signature; its problem is
	// [signature.NoSignature] where there is none.
	Signature signature.Result
	// Signer is the person to whom the signing key belongs, nil when it is
	// nobody's; Forge reports whether it is the key of a forge.
	Signer *config.Person
	Forge  bool
}

// Proven reports whether a person whose key is known signed the commit.
func (c *Commit) Proven() bool { return c.Signature.Problem == signature.None && c.Signer != nil }

// Identity is what a commit says of its author or committer. Anyone can write
// anything there.
type Identity struct {
	Name, Email string
	When        time.Time
	// Problem says why the time cannot be believed or read; it is zero
	// otherwise.
	Problem message.Text
	// Person is the person with that address, or nil.
	Person *config.Person
}

// Name returns what people call the commit: its tag, or the beginning of its
// id.
func (c *Commit) Name() string {
	const short = 10 // digits, as git abbreviates in larger repositories
	if c.Tag != "" {
		return c.Tag
	}
	return c.ID[:min(short, len(c.ID))]
}

// Mailer returns the person with an e-mail address, or nil.
func (p *People) Mailer(address string) *config.Person { return p.byEmail[emailKey(address)] }
