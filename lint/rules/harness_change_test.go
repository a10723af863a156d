package rules_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/signature"
)

// splitChange takes what examples of a change consist of from the files: those
// below before/ are the state before, those below past/ existed earlier, and
// commit holds the times of the commit and its parent, and what is to be said of
// its signature, one "key: value" a line;
// push says what a push takes away from a branch.
// A configuration counts for both states unless before/ has its own.
func splitChange(t testing.TB, files map[string]string, s *lint.Session) (map[string]string, *lint.Before) {
	t.Helper()
	after, before, past := map[string]string{}, map[string]string{}, &fakePast{}
	var b lint.Before
	for path, text := range files {
		switch {
		case path == "commit":
			readCommit(t, text, &b, s.Builder().Organization().People)
		case path == "push":
			b.Discarded = readPush(t, text)
		case strings.HasPrefix(path, "before/"):
			before[strings.TrimPrefix(path, "before/")] = text
		case strings.HasPrefix(path, "past/"):
			past.add(s.Builder(), strings.TrimPrefix(path, "past/"), text)
		default:
			after[path] = text
		}
	}
	if len(before) == 0 && b.Commit == nil && b.Discarded == nil {
		return after, nil
	}
	if _, own := before[config.FileName]; !own && after[config.FileName] != "" {
		before[config.FileName] = after[config.FileName]
	}
	b.Snapshot, b.Past = repo.Memory(before), past
	return after, &b
}

func readPush(t testing.TB, text string) *isms.Discarded {
	t.Helper()
	d := &isms.Discarded{Tip: "1234567890abcdef1234567890abcdef12345678"}
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "deletes":
			d.Branch, d.Deleted = value, true
		case "rewrites":
			d.Branch = value
		case "commits":
			n, err := strconv.Atoi(value)
			if err != nil {
				t.Fatalf("push: %v", err)
			}
			d.Commits = n
		}
	}
	return d
}

// verdicts are the verdicts that a commit may have.
var verdicts = map[string]signature.Problem{
	"valid": signature.None, "bad": signature.Bad, "expired": signature.Expired, "revoked": signature.Revoked, "unknown": signature.UnknownKey,
}

func readCommit(t testing.TB, text string, b *lint.Before, people *isms.People) {
	t.Helper()
	c := &isms.Commit{ID: "1234567890abcdef1234567890abcdef12345678", Signature: signature.Result{Problem: signature.NoSignature}}
	b.Commit = c
	for line := range strings.Lines(text) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "signature":
			problem, ok := verdicts[value]
			if !ok {
				t.Fatalf("commit: unknown signature %q", value)
			}
			c.Signature.Problem = problem
		case "signer":
			c.Signer = people.Find(value)
		case "committer":
			c.Committer.Person = people.Find(value)
		default:
			readTime(t, key, value, b)
		}
	}
}

func readTime(t testing.TB, key, value string, b *lint.Before) {
	t.Helper()
	at, err := time.Parse(time.RFC3339, value)
	if err != nil {
		t.Fatalf("commit: %v", err)
	}
	switch key {
	case "committed":
		b.Commit.Committer.When, b.Commit.Day = at, date.Of(at)
	case "authored":
		b.Commit.Author.When = at
	case "parent":
		parent := &isms.Commit{ID: "abcdef1234567890abcdef1234567890abcdef12"}
		parent.Committer.When = at
		b.Parents = append(b.Parents, parent)
	default:
		t.Fatalf("commit: unknown key %q", key)
	}
}

// fakePast is a history of files that are all gone.
type fakePast struct{ files []*isms.File }

func (p *fakePast) add(b *isms.Builder, path, text string) {
	p.files = append(p.files, b.File(path, document.NewParser().Parse([]byte(text)), func(string) ([]byte, error) { return nil, nil }))
}

func (p *fakePast) find(match func(*isms.File) bool) (*isms.File, *isms.Commit, error) {
	for _, f := range p.files {
		if match(f) {
			return f, &isms.Commit{ID: "0123456789abcdef0123456789abcdef01234567"}, nil
		}
	}
	return nil, nil, nil
}

func (p *fakePast) Approved(id string) (*isms.File, *isms.Commit, error) {
	return p.find(func(f *isms.File) bool { return f.ID() == id && f.Meta.Status == isms.Approved })
}

func (p *fakePast) Removed(id string) (*isms.File, *isms.Commit, error) {
	return p.find(func(f *isms.File) bool { return f.ID() == id })
}

func (p *fakePast) Carriers(*isms.File) ([]*isms.Commit, error) { return nil, nil }

func (p *fakePast) Holder(id, digest string) (*isms.Commit, error) {
	_, c, err := p.find(func(f *isms.File) bool { return f.ID() == id && f.Digest() == digest })
	return c, err
}

func (p *fakePast) Gone(int) ([]isms.Gone, error) {
	var all []isms.Gone
	for _, f := range p.files {
		if f.Kind == isms.RecordFile {
			all = append(all, isms.Gone{File: f, Commit: &isms.Commit{ID: "0123456789abcdef0123456789abcdef01234567"}})
		}
	}
	return all, nil
}

func (p *fakePast) Firsts(*isms.File, func(*isms.File) []string) (map[string]*isms.Commit, error) {
	return nil, nil
}

func (p *fakePast) Steps(func(*isms.File) bool, func(isms.Step)) error { return nil }

func (p *fakePast) Brought([]byte) (*isms.Commit, error) { return nil, nil }

func (p *fakePast) Since(*isms.File, func(*isms.File) bool) (*isms.Commit, error) { return nil, nil }
