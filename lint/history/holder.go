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
	s, err := p.steps()
	if err != nil {
		return nil, err
	}
	if id == config.FileName {
		return p.configHolder(s, digest)
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
	s, err := p.steps()
	if err != nil {
		return nil, err
	}
	found, approved := map[holding]*repo.CommitInfo{}, map[holding]*repo.CommitInfo{}
	for path, all := range s.byPath {
		if !lint.IsMarkdown(path) {
			continue
		}
		for _, st := range all { // the newest first
			if st.After == "" {
				continue
			}
			f, err := p.reader.file(p.ctx, st.Path, st.After, p.beside(st.commit))
			if err != nil {
				return nil, err
			}
			if f == nil {
				continue
			}
			h := holding{f.ID(), f.Digest()}
			keepFirst(found, h, st.commit)
			if f.Meta.Status == isms.Approved {
				keepFirst(approved, h, st.commit)
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
func (p *Past) configHolder(s *steps, digest string) (*isms.Commit, error) {
	set, err := schema.Load()
	if err != nil {
		return nil, err
	}
	var first *repo.CommitInfo
	for path := range p.configFiles() {
		for _, st := range s.byPath[path] {
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

// configFiles are the paths of the configuration and of the files of keys that
// it names.
func (p *Past) configFiles() map[string]bool {
	files := map[string]bool{config.FileName: true}
	for _, path := range isms.KeyFiles(p.reader.builder.Organization().Config) {
		files[path] = true
	}
	return files
}
