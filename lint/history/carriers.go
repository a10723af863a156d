package history

import (
	"math"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// Carriers implements [isms.Past].
func (p *Past) Carriers(f *isms.File) ([]*isms.Commit, error) {
	a, err := p.annals()
	if a == nil {
		return nil, err
	}
	carried, err := p.carriage(a, f)
	if err != nil {
		return nil, err
	}
	var commits []*isms.Commit
	seen := map[int]bool{}
	for _, st := range carried {
		if a.has(st.at) && !seen[st.at] {
			seen[st.at] = true
			commits = append(commits, p.reader.Commit(st.commit))
		}
	}
	tagged, err := p.taggers(f)
	return append(commits, tagged...), err
}

// carriage are the steps that brought the approved content of a file, whether
// or not they are part of one history.
type carriage struct {
	paths  []string
	length int // of the lists of steps that were looked through
	steps  []step
}

type blobFact struct{}

// carriage finds the steps that brought the approved content of a file. They
// are kept until another commit changes a file under one of its paths.
func (p *Past) carriage(a *annals, f *isms.File) ([]step, error) {
	blob := isms.Fact(f, blobFact{}, func(f *isms.File) string { return repo.BlobID(f.Doc.Source) })
	id := fileID{f.Path, blob}
	p.reader.mu.Lock()
	known := p.reader.carriages[id]
	p.reader.mu.Unlock()
	length := func(paths []string) int {
		n := len(a.ofBlob(blob))
		for _, path := range paths {
			n += len(a.ofPath(path))
		}
		return n
	}
	if known != nil && known.length == length(known.paths) {
		return known.steps, nil
	}
	all := annals{chronicle: a.chronicle, tip: math.MaxInt}
	fresh := &carriage{}
	steps, paths := all.lineage(f.Path)
	fresh.paths, fresh.length = paths, length(paths)
	for st := range all.own(a.ofBlob(blob)) {
		steps = append(steps, st)
	}
	digest := f.Digest()
	for _, st := range steps {
		if st.After == "" {
			continue
		}
		carried, err := p.carries(f, digest, st)
		if err != nil {
			return nil, err
		}
		if carried {
			fresh.steps = append(fresh.steps, st)
		}
	}
	p.reader.mu.Lock()
	defer p.reader.mu.Unlock()
	p.reader.carriages[id] = fresh
	return fresh.steps, nil
}

// carries reports whether a step brought the approved content of a file.
func (p *Past) carries(f *isms.File, digest string, st step) (bool, error) {
	s, err := p.summary(st, st.After)
	if err != nil || s == nil || s.id != f.ID() || !s.approved {
		return false, err
	}
	own, err := p.digest(st, s)
	return own == digest, err
}

// digest returns the digest of what a step made of a file.
func (p *Past) digest(st step, s *summary) (string, error) {
	return s.digest(func() (*isms.File, error) {
		return p.reader.file(p.ctx, st.Path, st.After, p.beside(st.commit))
	})
}

// taggers returns the signed tags of states that hold the approved content.
func (p *Past) taggers(f *isms.File) ([]*isms.Commit, error) {
	all, err := p.reader.signedTags(p.ctx)
	if err != nil {
		return nil, err
	}
	var tags []*isms.Commit
	for _, t := range all {
		blob, err := p.blobAt(t.Target, f.Path)
		if err != nil || blob == "" {
			continue // a tag of another part of the repository
		}
		c, err := p.reader.repository.Commit(t.Target)
		if err != nil {
			return nil, err
		}
		carried, err := p.carries(f, f.Digest(), step{commit: c, FileChange: repo.FileChange{Path: f.Path, After: blob}})
		if err != nil {
			return nil, err
		}
		if carried {
			tags = append(tags, p.reader.Tag(t))
		}
	}
	return tags, nil
}
