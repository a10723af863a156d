// Package history joins the history of a repository with the ISMS that is kept
// in it: who made and signed a commit, what a document said when it was last
// approved, and which commits brought it there.
package history

import (
	"context"
	"sync"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/signature"
)

// Reader reads the history of one ISMS by what one configuration says of its
// people, keys and documents. It is safe for concurrent use.
type Reader struct {
	repository *repo.Repository
	prefix     string
	builder    *isms.Builder
	keys       *isms.Keyring

	mu     sync.Mutex
	parser *document.Parser
	files  map[fileID]*isms.File
	differ *repo.Differ
	diffs  map[string][]repo.FileChange // by commit, against the first parent

	arrivals arrivals
	complete bool // see Complete
}

// fileID is a content under a path.
type fileID struct{ path, blob string }

// NewReader returns a reader of the history of the ISMS below prefix.
func NewReader(r *repo.Repository, prefix string, b *isms.Builder, keys *isms.Keyring) *Reader {
	return &Reader{repository: r, prefix: prefix, builder: b, keys: keys,
		parser: document.NewParser(), files: map[fileID]*isms.File{},
		differ: r.NewDiffer(prefix), diffs: map[string][]repo.FileChange{}}
}

// changes returns the files in which a commit differs from its first parent.
// The pasts of many commits ask for the same.
func (r *Reader) changes(ctx context.Context, parent, c *repo.CommitInfo) ([]repo.FileChange, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if changes, known := r.diffs[c.ID]; known {
		return changes, nil
	}
	changes, err := r.differ.Diff(ctx, parent, c)
	if err == nil {
		r.diffs[c.ID] = changes
	}
	return changes, err
}

// Commit says who made a commit and whether the signature is theirs.
func (r *Reader) Commit(c *repo.CommitInfo) *isms.Commit {
	out := &isms.Commit{
		ID: c.ID, Subject: firstLine(c.Message), Author: r.identity(c.Author), Committer: r.identity(c.Committer),
	}
	out.Day = r.day(c.Committer)
	r.verify(out, c.Payload, c.Signature)
	return out
}

// Tag says who made a tag and whether the signature is theirs.
func (r *Reader) Tag(t *repo.TagInfo) *isms.Commit {
	tagger := r.identity(t.Tagger)
	out := &isms.Commit{ID: t.Target, Tag: t.Name, Subject: firstLine(t.Message), Author: tagger, Committer: tagger}
	out.Day = r.day(t.Tagger)
	r.verify(out, t.Payload, t.Signature)
	return out
}

func (r *Reader) verify(c *isms.Commit, payload func() []byte, armored []byte) {
	c.Signature = signature.Result{Problem: signature.NoSignature}
	if armored == nil {
		return
	}
	c.Signature = signature.Verify(payload(), armored, r.keys.Keys, signature.NamespaceGit, c.Committer.When)
	c.Signer = r.keys.Owner(c.Signature)
	c.Forge = r.keys.IsForge(c.Signature)
}

func (r *Reader) identity(i repo.Ident) isms.Identity {
	return isms.Identity{
		Name: i.Name, Email: i.Email, When: i.When, Problem: i.Problem,
		Person: r.builder.Organization().People.Mailer(i.Email),
	}
}

// day is the day of a time in the time zone of the organisation.
func (r *Reader) day(i repo.Ident) date.Date {
	t := i.When
	if zone := r.builder.Organization().Config.Organization.Timezone; zone != nil {
		t = t.In(zone)
	}
	return date.Of(t)
}

// file reads a file as it was under a path in some commit; nil when it is too
// large to be a document.
func (r *Reader) file(ctx context.Context, path, blob string, beside func(string) ([]byte, error)) (*isms.File, error) {
	id := fileID{path, blob}
	r.mu.Lock()
	f, known := r.files[id]
	r.mu.Unlock()
	if known {
		return f, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	src, err := r.repository.ReadBlob(blob, document.MaxSize)
	if err != nil && err != repo.ErrTooLarge {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if err == nil {
		f = r.builder.File(path, r.parser.Parse(src), beside)
	}
	r.files[id] = f
	return f, nil
}

func firstLine(s string) string {
	for i, c := range s {
		if c == '\n' || c == '\r' {
			return s[:i]
		}
	}
	return s
}
