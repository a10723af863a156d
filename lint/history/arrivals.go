package history

import (
	"bytes"
	"strings"
	"sync"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// arrivals are the commits that brought each content of a statement's
// signature, wherever the ISMS was in the repository then. The pasts of many
// commits ask for the same, so that every commit is looked at once.
type arrivals struct {
	mu     sync.Mutex
	differ *repo.Differ
	last   string          // the tip that was asked for last
	walked map[string]bool // commits
	byBlob map[string][]*repo.CommitInfo
}

// Brought implements [isms.Past]. Git may have converted the line ends.
func (p *Past) Brought(content []byte) (*isms.Commit, error) {
	if p.tip == "" {
		return nil, nil
	}
	if reason := p.reader.repository.Incomplete(); !reason.IsZero() {
		return nil, &message.Error{Text: reason}
	}
	a := &p.reader.arrivals
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := p.arrive(a); err != nil {
		return nil, err
	}
	all := a.byBlob[repo.BlobID(content)]
	if unix := bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n")); len(unix) != len(content) {
		all = append(all[:len(all):len(all)], a.byBlob[repo.BlobID(unix)]...)
	}
	first, err := p.firstOf(all)
	if first == nil || err != nil {
		return nil, err
	}
	return p.reader.Commit(first), nil
}

// arrive takes in the commits up to the tip that were not looked at before.
func (p *Past) arrive(a *arrivals) error {
	if a.last == p.tip {
		return nil
	}
	if a.walked == nil {
		a.differ = p.reader.repository.NewDiffer("")
		a.walked, a.byBlob = map[string]bool{}, map[string][]*repo.CommitInfo{}
	}
	var known []string
	if a.last != "" {
		known = []string{a.last}
	}
	commits, err := p.reader.repository.Walk(p.ctx, []string{p.tip}, known)
	if err != nil {
		return err
	}
	byID := make(map[string]*repo.CommitInfo, len(commits))
	for _, c := range commits {
		byID[c.ID] = c
	}
	for _, c := range commits {
		if a.walked[c.ID] {
			continue
		}
		if err := p.takeIn(a, c, byID[firstParent(c)]); err != nil {
			return err
		}
		a.walked[c.ID] = true
	}
	a.last = p.tip
	return nil
}

func (p *Past) takeIn(a *arrivals, c, parent *repo.CommitInfo) error {
	if id := firstParent(c); parent == nil && id != "" {
		var err error
		if parent, err = p.reader.repository.Commit(id); err != nil {
			return err
		}
	}
	changes, err := a.differ.Diff(p.ctx, parent, c)
	if err != nil {
		return err
	}
	for _, change := range changes {
		if change.After != "" && strings.HasSuffix(change.Path, approval.SignatureSuffix) {
			a.byBlob[change.After] = append(a.byBlob[change.After], c)
		}
	}
	return nil
}

// firstOf returns the earliest of the commits that are part of this past; nil
// when none is.
func (p *Past) firstOf(all []*repo.CommitInfo) (*repo.CommitInfo, error) {
	var first *repo.CommitInfo
	for _, c := range all {
		if first != nil && !c.Committer.When.Before(first.Committer.When) {
			continue
		}
		own, err := p.reader.repository.IsAncestor(p.ctx, c.ID, p.tip)
		if err != nil {
			return nil, err
		}
		if own {
			first = c
		}
	}
	return first, nil
}
