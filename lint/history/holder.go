package history

import (
	"maps"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/schema"
)

// holding is a text that some document once had.
type holding struct{ id, digest string }

// Holder implements [isms.Past].
func (p *Past) Holder(id, digest string) (*isms.Commit, error) {
	a, err := p.annals()
	if a == nil {
		return nil, err
	}
	if id == config.FileName {
		return p.configHolder(a, digest)
	}
	holders, err := p.holders()
	if c := holders[holding{id, digest}]; c != nil {
		return p.reader.Commit(c), nil
	}
	return nil, err
}

// readHolders reads every text that the history holds and returns the commit
// that first brought it as an approved one, else the one that brought it first.
func (p *Past) readHolders() (map[holding]*repo.CommitInfo, error) {
	a, err := p.annals()
	if err != nil {
		return nil, err
	}
	found, approved := map[holding]*repo.CommitInfo{}, map[holding]*repo.CommitInfo{}
	for at := a.tip; at >= 0; at-- { // the newest first
		if !a.has(at) {
			continue
		}
		for _, st := range a.at(at).steps {
			if st.After == "" || !lint.IsMarkdown(st.Path) {
				continue
			}
			s, err := p.summary(st, st.After)
			if err != nil {
				return nil, err
			}
			if s == nil {
				continue
			}
			digest, err := p.digest(st, s)
			if err != nil {
				return nil, err
			}
			keepFirst(found, holding{s.id, digest}, st.commit)
			if s.approved {
				keepFirst(approved, holding{s.id, digest}, st.commit)
			}
		}
	}
	maps.Copy(found, approved)
	return found, nil
}

// keepFirst keeps the earlier commit. Those of one path come the newest first.
func keepFirst(m map[holding]*repo.CommitInfo, h holding, c *repo.CommitInfo) {
	if known := m[h]; known == nil || !known.Committer.When.Before(c.Committer.When) {
		m[h] = c
	}
}

// configHolder finds the first commit that brought a text of the configuration
// together with the files of keys that it names.
func (p *Past) configHolder(a *annals, digest string) (*isms.Commit, error) {
	set, err := schema.Load()
	if err != nil {
		return nil, err
	}
	var first *repo.CommitInfo
	for path := range p.reader.configFiles {
		for st := range a.own(a.ofPath(path)) {
			read := p.beside(st.commit)
			src, err := read(config.FileName)
			if err != nil {
				continue // removed, or a commit before there was one
			}
			c, _ := config.Parse(config.FileName, src, set)
			if isms.ConfigDigest(c, src, read) == digest && (first == nil || !first.Committer.When.Before(st.commit.Committer.When)) {
				first = st.commit
			}
		}
	}
	if first == nil {
		return nil, nil
	}
	return p.reader.Commit(first), nil
}
