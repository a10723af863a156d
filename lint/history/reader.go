// Package history joins the history of a repository with the ISMS that is kept
// in it: who made and signed a commit, what a document said when it was last
// approved, and which commits brought it there.
package history

import (
	"context"
	"slices"
	"sync"

	"github.com/ismslint/ismslint/lint/config"
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

	parser *document.Parser
	// configFiles are the paths of the configuration and of the files of keys
	// that it names.
	configFiles map[string]bool
	diffs       *diffs
	chronicle   *chronicle

	mu         sync.Mutex
	young, old map[fileID]*isms.File // the older are dropped when the younger are many
	summaries  map[fileID]*summary
	carriages  map[fileID]*carriage
	blobs      map[fileID]string // by path and commit
	commits    map[string]*isms.Commit
	tags       []*repo.TagInfo // that are signed; nil before they were read

	arrivals arrivals
	complete bool // see Complete
}

// NewReader returns a reader of the history of the ISMS below prefix.
func NewReader(r *repo.Repository, prefix string, b *isms.Builder, keys *isms.Keyring) *Reader {
	out := &Reader{
		repository: r, prefix: prefix, builder: b, keys: keys, parser: document.NewParser(),
		configFiles: map[string]bool{config.FileName: true},
		diffs:       &diffs{differ: r.NewDiffer(prefix), known: map[string][]repo.FileChange{}}, chronicle: newChronicle(),
		summaries: map[fileID]*summary{}, carriages: map[fileID]*carriage{}, blobs: map[fileID]string{}, commits: map[string]*isms.Commit{},
	}
	for _, path := range isms.KeyFiles(b.Organization().Config) {
		out.configFiles[path] = true
	}
	return out
}

// Commit says who made a commit and whether the signature is theirs. Nobody may
// change what it returns.
func (r *Reader) Commit(c *repo.CommitInfo) *isms.Commit {
	r.mu.Lock()
	known := r.commits[c.ID]
	r.mu.Unlock()
	if known != nil {
		return known
	}
	out := &isms.Commit{
		ID: c.ID, Subject: firstLine(c.Message), Author: r.identity(c.Author), Committer: r.identity(c.Committer),
	}
	out.Day = r.day(c.Committer)
	r.verify(out, c.Payload, c.Signature)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.commits[c.ID] = out
	return out
}

// signedTags returns the signed tags of the repository.
func (r *Reader) signedTags(ctx context.Context) ([]*repo.TagInfo, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.tags == nil {
		all, err := r.repository.Tags(ctx)
		if err != nil {
			return nil, err
		}
		r.tags = slices.DeleteFunc(append([]*repo.TagInfo{}, all...), func(t *repo.TagInfo) bool { return t.Signature == nil })
	}
	return r.tags, nil
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

func firstLine(s string) string {
	for i, c := range s {
		if c == '\n' || c == '\r' {
			return s[:i]
		}
	}
	return s
}
