package isms

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
)

// Change is a step of the ISMS from one state to the next: a commit, what is
// staged, the working tree, or a branch since it left another.
type Change struct {
	// AsOf is the day of judgement of the state after the change.
	AsOf date.Date
	// Today is the day on which the change is judged, whatever AsOf says; zero
	// where it is not known.
	Today date.Date
	// Commit made the change; it is nil for what is not committed. Parents are
	// the commits that it builds on.
	Commit  *Commit
	Parents []*Commit
	// Commits are those that make up the change, parents first, where it is a
	// branch, which is judged as one; see [Change.Recorded].
	Commits []Recorded
	// Initial reports whether there was no document before, as in the commit
	// that brings an ISMS into git.
	Initial bool
	// After is the ISMS after the change.
	After *System
	// Pairs are the documents and records that the change touched, those that
	// were added or removed included, in the order of their ids.
	Pairs []*Pair
	// Replaced are all files that the change touched, as they were before,
	// Replacing as they are after it; those that were removed or added are in
	// one of them alone.
	Replaced, Replacing []*File
	// Withdrawn are the statements of approval that the change took away, in the
	// order of their paths; see [System.Withdrawn].
	Withdrawn []*Approval
	// Config is what became of the configuration, or nil when it is the same.
	Config *ConfigChange
	// Discarded is what the change takes away from the branch that it is made
	// to; nil when the branch only grows.
	Discarded *Discarded

	// Past is what is known of the time before the change.
	Past Past
}

// Recorded is a commit and what it builds on.
type Recorded struct {
	Commit  *Commit
	Parents []*Commit
}

// Recorded returns the commits of the change: that which made it, or those of
// the branch. What is not committed has none.
func (c *Change) Recorded() []Recorded {
	if c.Commit != nil {
		return []Recorded{{c.Commit, c.Parents}}
	}
	return c.Commits
}

// Pair is one document or record before and after a change. It is followed by
// its number, not by its path (EVD-013).
type Pair struct {
	// ID is the document number or the record's id; a file that has neither
	// goes by its path.
	ID string
	// Before is nil where there was none, After where there is none any more.
	Before, After *File
}

// Discarded is history that a branch had and is to lose.
type Discarded struct {
	// Branch is the short name of the branch, Tip the id of its last commit.
	Branch, Tip string
	// Commits is the number of commits that are lost, 0 when it is not known.
	Commits int
	// Deleted reports whether the branch itself is lost.
	Deleted bool
}

// ConfigChange is a change of the configuration file.
type ConfigChange struct {
	Path string
	// Before and After are the contents; nil where there was or is none.
	Before, After []byte
	// KeyFiles are the files of keys, named by one of the configurations, that
	// were changed, added or removed.
	KeyFiles []string
	// Digest is that of the configuration after the change.
	Digest string
	// People and Keys are those of the rules that the change is judged by,
	// which are never those that it brings itself.
	People *People
	Keys   *Keyring
	// Approval proves that the holder of the role that keeps the configuration
	// approved what it says now; nil when nothing does.
	Approval *Approval
}

// Past answers what was before a change. An error says why it cannot be told.
type Past interface {
	// Approved returns the last approved state of a document or record before
	// the change and the commit that brought it, or nil when it never was
	// approved.
	Approved(id string) (*File, *Commit, error)
	// Removed returns the last state of a document or record that existed once
	// but not right before the change, or nil when there never was one.
	Removed(id string) (*File, *Commit, error)
	// Carriers returns the commits and signed tags that brought a document to
	// the state at hand with the approved content that it has, the newest first.
	Carriers(f *File) ([]*Commit, error)
	// Since returns the oldest commit in which the document or record had a
	// property that it still has, or nil when none has it yet.
	Since(f *File, has func(*File) bool) (*Commit, error)
	// Holder returns the first commit that brought a text with a digest under a
	// document number, a record's id or the name of the configuration file; nil
	// when none did.
	Holder(id, digest string) (*Commit, error)
	// Brought returns the first commit that brought the signature of a statement
	// of approval, by its content; nil when none did.
	Brought(signature []byte) (*Commit, error)
	// Gone returns the records that the main line of the history held once and
	// that a commit removed, each as it was last, the latest removal first. They
	// may be back under another path. It is empty where the history is not
	// looked at for them. A main line of more than most commits is an error;
	// with a most of 0 it may be of any length.
	Gone(most int) ([]Gone, error)
	// Firsts returns the oldest commit in which the document or record had each
	// of the keys that keys finds in it, as far as one has it.
	Firsts(f *File, keys func(*File) []string) (map[string]*Commit, error)
	// Steps calls visit with what each commit changed in the files that match,
	// parents first, a merge once for each of its parents. The last step has no
	// commit and, in Before, the files that match as the history leaves them.
	Steps(match func(*File) bool, visit func(Step)) error
}

// Step is what a commit made of some files; those that it added or removed are
// in one of the lists alone.
type Step struct {
	Commit        *Commit
	Before, After []*File
}

// Gone is a record that was removed.
type Gone struct {
	File   *File
	Commit *Commit
}

// Approved returns the approved state that a pair is to be compared with: the
// state before, or the last approved one when that was no approved one or when
// the file is back after it was removed. It is nil when there is none. What
// takes the number of something else (see history/reused-number) has none.
func (c *Change) Approved(p *Pair) (*File, *Commit, error) {
	switch {
	case p.Before != nil && p.Before.Meta.Status == Approved:
		return p.Before, nil, nil
	case c.Past == nil || p.Before == nil && (c.Initial || p.After == nil || p.ID == p.After.Path):
		return nil, nil, nil
	}
	f, commit, err := c.Past.Approved(p.ID)
	if f != nil && p.Before == nil && !fold.Equal(f.Meta.Title.Text, p.After.Meta.Title.Text) {
		return nil, nil, nil
	}
	return f, commit, err
}

// RecordedOn returns the day on which a property of a document or record came
// into the repository: that of the oldest commit that has it, or that of the
// change itself.
func (c *Change) RecordedOn(f *File, has func(*File) bool) (date.Date, error) {
	if c.After != nil && c.After.Past != nil {
		if first, err := c.After.Past.Since(f, has); err != nil || first != nil && first.Committer.Problem.IsZero() {
			if err != nil {
				return date.Date{}, err
			}
			return first.Day, nil
		}
	}
	if c.Commit != nil {
		return c.Commit.Day, nil
	}
	return c.AsOf, nil
}
