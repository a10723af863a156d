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
	annals func() (*annals, error)
	// holders are the commits that brought each text, read when first asked for.
	holders func() (map[holding]*repo.CommitInfo, error)
}

// NewPast returns the past of a commit, that commit included. A tip of "" is a
// repository without commits. The context ends the reading.
func NewPast(ctx context.Context, r *Reader, tip string) *Past {
	p := &Past{ctx: ctx, reader: r, tip: tip}
	p.annals = sync.OnceValues(p.read)
	p.holders = sync.OnceValues(p.readHolders)
	return p
}

// read returns the history, nil where there is none.
func (p *Past) read() (*annals, error) {
	if p.tip == "" {
		return nil, nil
	}
	if reason := p.reader.repository.Incomplete(); !reason.IsZero() {
		return nil, &message.Error{Text: reason}
	}
	return p.reader.annalsOf(p.ctx, p.tip)
}

func firstParent(c *repo.CommitInfo) string {
	if len(c.Parents) == 0 || c.Boundary {
		return ""
	}
	return c.Parents[0]
}

// Approved implements [isms.Past].
func (p *Past) Approved(id string) (*isms.File, *isms.Commit, error) {
	return p.find(func(st step) string { return st.After }, func(s *summary) bool { return s.id == id && s.approved })
}

// Removed implements [isms.Past].
func (p *Past) Removed(id string) (*isms.File, *isms.Commit, error) {
	return p.find(func(st step) string { return st.Before }, func(s *summary) bool { return s.id == id })
}

// find returns the newest file of the mainline that matches, of those that
// blob chooses.
func (p *Past) find(blob func(step) string, match func(*summary) bool) (*isms.File, *isms.Commit, error) {
	a, err := p.annals()
	if a == nil {
		return nil, nil, err
	}
	for st := range a.mainline() {
		if blob(st) == "" || !lint.Selected(p.reader.builder.Organization().Config, st.Path) {
			continue
		}
		s, err := p.summary(st, blob(st))
		if err != nil {
			return nil, nil, err
		}
		if s == nil || !match(s) {
			continue
		}
		f, err := p.reader.file(p.ctx, st.Path, blob(st), p.beside(st.commit))
		return f, p.reader.Commit(st.commit), err
	}
	return nil, nil, nil
}

// summary reads what a step made of a file, or what it took away.
func (p *Past) summary(st step, blob string) (*summary, error) {
	return p.reader.summary(p.ctx, st.Path, blob, p.beside(st.commit))
}

// Since implements [isms.Past].
func (p *Past) Since(f *isms.File, has func(*isms.File) bool) (*isms.Commit, error) {
	a, err := p.annals()
	if a == nil {
		return nil, err
	}
	oldest := (*repo.CommitInfo)(nil)
	steps, _ := a.lineage(f.Path)
	for _, st := range steps {
		if st.After == "" || oldest != nil && st.commit.Committer.When.After(oldest.Committer.When) {
			continue
		}
		s, err := p.summary(st, st.After)
		if err != nil {
			return nil, err
		}
		if s == nil || s.id != f.ID() {
			continue
		}
		then, err := p.reader.file(p.ctx, st.Path, st.After, p.beside(st.commit))
		if err != nil {
			return nil, err
		}
		if has(then) {
			oldest = st.commit
		}
	}
	if oldest == nil {
		return nil, nil
	}
	return p.reader.Commit(oldest), nil
}

// blobAt returns the content of a file in a commit, "" when it is not there.
func (p *Past) blobAt(commit, path string) (string, error) {
	id := fileID{path, commit}
	p.reader.mu.Lock()
	blob, known := p.reader.blobs[id]
	p.reader.mu.Unlock()
	if known {
		return blob, nil
	}
	s, err := p.snapshot(commit, func(name string) bool { return name == path })
	if err != nil {
		return "", err
	}
	if len(s.Entries) > 0 {
		blob = s.Entries[0].ID
	}
	p.reader.mu.Lock()
	defer p.reader.mu.Unlock()
	p.reader.blobs[id] = blob
	return blob, nil
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
