package history

import (
	"github.com/ismslint/ismslint/lint/isms"
)

// chain is what is known of the past from having checked commit after commit,
// each the first parent of the next, so that nothing has to be looked up in
// the history again.
type chain struct {
	// tip is the last commit that was taken in, "" before the first one.
	tip string
	// base is the past of the commit before the chain; nil when the chain
	// begins with the first commit of the history.
	base     isms.Past
	approved map[string]state
	removed  map[string]state
}

// state is a file and the commit that brought or removed it.
type state struct {
	file   *isms.File
	commit *isms.Commit
}

func newChain() *chain {
	return &chain{approved: map[string]state{}, removed: map[string]state{}}
}

// follow takes in the change that a commit made, if the commit continues the
// chain. parent is "" for the first commit of a history.
func (c *chain) follow(change *isms.Change, parent string) {
	if c.tip != parent && c.tip != "" {
		return // a branch
	}
	c.tip = change.Commit.ID
	for _, p := range change.Pairs {
		switch {
		case p.After == nil:
			c.removed[p.ID] = state{p.Before, change.Commit}
		case p.After.Meta.Status == isms.Approved:
			c.approved[p.ID] = state{p.After, change.Commit}
		}
	}
}

// past is the past of the commit that the chain ends with. What the chain does
// not know is looked up in the history.
func (c *chain) past(history isms.Past) isms.Past { return &chainPast{Past: history, chain: c} }

type chainPast struct {
	isms.Past
	chain *chain
}

// Approved implements [isms.Past].
func (p *chainPast) Approved(id string) (*isms.File, *isms.Commit, error) {
	return p.find(p.chain.approved, id, isms.Past.Approved)
}

// Removed implements [isms.Past].
func (p *chainPast) Removed(id string) (*isms.File, *isms.Commit, error) {
	return p.find(p.chain.removed, id, isms.Past.Removed)
}

func (p *chainPast) find(known map[string]state, id string, lookup func(isms.Past, string) (*isms.File, *isms.Commit, error)) (*isms.File, *isms.Commit, error) {
	if s, ok := known[id]; ok {
		return s.file, s.commit, nil
	}
	if p.chain.base == nil {
		return nil, nil, nil
	}
	return lookup(p.chain.base, id)
}
