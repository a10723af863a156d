package history

import (
	"context"
	"sync"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Past answers what was before a state: that of a commit and of what is built
// on it. It reads the history when it is first asked.
type Past struct {
	ctx    context.Context
	reader *Reader
	tip    string
	steps  func() (*steps, error)
	// holders are the commits that brought each text, read when first asked for.
	holders func() (map[holding]*repo.CommitInfo, error)
}

// NewPast returns the past of a commit, that commit included. A tip of "" is a
// repository without commits. The context ends the reading.
func NewPast(ctx context.Context, r *Reader, tip string) *Past {
	p := &Past{ctx: ctx, reader: r, tip: tip}
	p.steps = sync.OnceValues(p.read)
	p.holders = sync.OnceValues(p.readHolders)
	return p
}

// step is a file that a commit changed against its first parent.
type step struct {
	commit *repo.CommitInfo
	repo.FileChange
}

// steps are the changes of the whole history, the newest first.
type steps struct {
	mainline []step // of the first parents alone
	byPath   map[string][]step
	byBlob   map[string][]step   // by the content that a commit brought
	removed  map[string][]string // paths that a commit removed
	tags     []*repo.TagInfo
}

func (p *Past) read() (*steps, error) {
	s := &steps{byPath: map[string][]step{}, byBlob: map[string][]step{}, removed: map[string][]string{}}
	if p.tip == "" {
		return s, nil
	}
	if reason := p.reader.repository.Incomplete(); !reason.IsZero() {
		return nil, &message.Error{Text: reason}
	}
	commits, err := p.reader.repository.Walk(p.ctx, []string{p.tip}, nil)
	if err != nil {
		return nil, err
	}
	if err := s.collect(p, commits); err != nil {
		return nil, err
	}
	s.tags, err = p.reader.repository.Tags(p.ctx)
	return s, err
}

func (s *steps) collect(p *Past, commits []*repo.CommitInfo) error {
	byID := make(map[string]*repo.CommitInfo, len(commits))
	for _, c := range commits {
		byID[c.ID] = c
	}
	main := map[string]bool{}
	for c := byID[p.tip]; c != nil; c = byID[firstParent(c)] {
		main[c.ID] = true
	}
	configuration := p.configFiles()
	for i := len(commits) - 1; i >= 0; i-- {
		c := commits[i]
		changes, err := p.reader.changes(p.ctx, byID[firstParent(c)], c)
		if err != nil {
			return err
		}
		for _, change := range changes {
			if !lint.IsMarkdown(change.Path) && !configuration[change.Path] {
				continue
			}
			st := step{c, change}
			s.byPath[change.Path] = append(s.byPath[change.Path], st)
			s.byBlob[change.After] = append(s.byBlob[change.After], st)
			if change.After == "" {
				s.removed[c.ID] = append(s.removed[c.ID], change.Path)
			}
			if main[c.ID] && lint.IsMarkdown(change.Path) {
				s.mainline = append(s.mainline, st)
			}
		}
	}
	return nil
}

func firstParent(c *repo.CommitInfo) string {
	if len(c.Parents) == 0 || c.Boundary {
		return ""
	}
	return c.Parents[0]
}

// Approved implements [isms.Past].
func (p *Past) Approved(id string) (*isms.File, *isms.Commit, error) {
	return p.find(func(st step) string { return st.After }, func(f *isms.File) bool {
		return f.ID() == id && f.Meta.Status == isms.Approved
	})
}

// Removed implements [isms.Past].
func (p *Past) Removed(id string) (*isms.File, *isms.Commit, error) {
	return p.find(func(st step) string { return st.Before }, func(f *isms.File) bool { return f.ID() == id })
}

// find returns the newest file of the mainline that matches, of those that
// blob chooses.
func (p *Past) find(blob func(step) string, match func(*isms.File) bool) (*isms.File, *isms.Commit, error) {
	s, err := p.steps()
	if err != nil {
		return nil, nil, err
	}
	for _, st := range s.mainline {
		if blob(st) == "" || !lint.Selected(p.reader.builder.Organization().Config, st.Path) {
			continue
		}
		f, err := p.reader.file(p.ctx, st.Path, blob(st), p.beside(st.commit))
		if err != nil {
			return nil, nil, err
		}
		if f != nil && match(f) {
			return f, p.reader.Commit(st.commit), nil
		}
	}
	return nil, nil, nil
}

// Since implements [isms.Past].
func (p *Past) Since(f *isms.File, has func(*isms.File) bool) (*isms.Commit, error) {
	s, err := p.steps()
	if err != nil {
		return nil, err
	}
	oldest := (*repo.CommitInfo)(nil)
	for _, st := range s.lineage(f) {
		if st.After == "" {
			continue
		}
		then, err := p.reader.file(p.ctx, st.Path, st.After, p.beside(st.commit))
		if err != nil {
			return nil, err
		}
		if then == nil || then.ID() != f.ID() || !has(then) {
			continue
		}
		if oldest == nil || !st.commit.Committer.When.After(oldest.Committer.When) {
			oldest = st.commit
		}
	}
	if oldest == nil {
		return nil, nil
	}
	return p.reader.Commit(oldest), nil
}

// lineage returns the changes of a file, under the paths that it had before as
// well: a commit that adds a file and removes another of the same name or
// number may have renamed it, and whoever reads what was there will see.
func (s *steps) lineage(f *isms.File) []step {
	var all []step
	seen := map[string]bool{}
	for paths := []string{f.Path}; len(paths) > 0; paths = paths[1:] {
		if seen[paths[0]] {
			continue
		}
		seen[paths[0]] = true
		for _, st := range s.byPath[paths[0]] {
			all = append(all, st)
			if st.Before == "" {
				paths = append(paths, s.removed[st.commit.ID]...)
			}
		}
	}
	return all
}

// Carriers implements [isms.Past].
func (p *Past) Carriers(f *isms.File) ([]*isms.Commit, error) {
	s, err := p.steps()
	if err != nil {
		return nil, err
	}
	digest := f.Digest()
	var commits []*isms.Commit
	seen := map[string]bool{}
	for _, st := range append(s.lineage(f), s.byBlob[repo.BlobID(f.Doc.Source)]...) {
		if seen[st.commit.ID] || st.After == "" {
			continue
		}
		seen[st.commit.ID] = true
		carried, err := p.carries(f, digest, st)
		if err != nil {
			return nil, err
		}
		if carried {
			commits = append(commits, p.reader.Commit(st.commit))
		}
	}
	tagged, err := p.taggers(f, digest, s)
	return append(commits, tagged...), err
}

// carries reports whether a step brought the approved content of a file.
func (p *Past) carries(f *isms.File, digest string, st step) (bool, error) {
	then, err := p.reader.file(p.ctx, st.Path, st.After, p.beside(st.commit))
	if err != nil || then == nil {
		return false, err
	}
	return then.ID() == f.ID() && then.Meta.Status == isms.Approved && then.Digest() == digest, nil
}

// taggers returns the signed tags of states that hold the approved content.
func (p *Past) taggers(f *isms.File, digest string, s *steps) ([]*isms.Commit, error) {
	var tags []*isms.Commit
	for _, t := range s.tags {
		if t.Signature == nil {
			continue
		}
		blob, err := p.blobAt(t.Target, f.Path)
		if err != nil || blob == "" {
			continue // a tag of another part of the repository
		}
		c, err := p.reader.repository.Commit(t.Target)
		if err != nil {
			return nil, err
		}
		carried, err := p.carries(f, digest, step{c, repo.FileChange{Path: f.Path, After: blob}})
		if err != nil {
			return nil, err
		}
		if carried {
			tags = append(tags, p.reader.Tag(t))
		}
	}
	return tags, nil
}

// blobAt returns the content of a file in a commit, "" when it is not there.
func (p *Past) blobAt(commit, path string) (string, error) {
	s, err := p.snapshot(commit, func(name string) bool { return name == path })
	if err != nil || len(s.Entries) == 0 {
		return "", err
	}
	return s.Entries[0].ID, nil
}

func (p *Past) snapshot(commit string, match func(string) bool) (*repo.Snapshot, error) {
	return p.reader.repository.CommitSnapshot(commit, p.reader.prefix, repo.Options{Match: match})
}

// beside reads the files that a document of a commit names.
func (p *Past) beside(c *repo.CommitInfo) func(string) ([]byte, error) {
	return func(path string) ([]byte, error) {
		blob, err := p.blobAt(c.ID, path)
		if err == nil && blob == "" {
			err = message.Errorf("ファイルがありません", "no such file")
		}
		if err != nil {
			return nil, err
		}
		return p.reader.repository.ReadBlob(blob, maxRows)
	}
}

// maxRows is the size above which the rows of a register are not read, in bytes.
const maxRows = 8 << 20
