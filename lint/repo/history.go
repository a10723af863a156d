package repo

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// maxHistory bounds the memory for the commits of one walk, in bytes: a packed
// commit may be a thousandth of its size.
const maxHistory = 256 << 20

// Walk returns the commits that can be reached from the revisions in include
// and not from those in exclude. Every commit comes after its parents; the
// order is that of git rev-list --topo-order --reverse and does not depend on
// anything but the commits and the order of include.
//
// A walk ends at the boundary of a shallow clone without an error and ignores
// grafts and replacements; see [Repository.Truncation]. Otherwise a commit that
// is missing or damaged is an [ObjectError]. The commits are kept as single
// copies of their bytes; more than 256 MiB of them are refused.
func (r *Repository) Walk(ctx context.Context, include, exclude []string) ([]*CommitInfo, error) {
	hidden, err := r.resolveAll(exclude)
	if err != nil {
		return nil, err
	}
	tips, err := r.resolveAll(include)
	if err != nil {
		return nil, err
	}
	visible, err := r.visible(ctx, tips, hidden)
	if err != nil {
		return nil, err
	}
	commits, err := r.collect(ctx, tips, visible)
	if err != nil {
		return nil, err
	}
	return r.parentsFirst(tips, commits), nil
}

// visible returns a function that says of the history of tips what is not part
// of the history of hidden.
func (r *Repository) visible(ctx context.Context, tips, hidden []plumbing.Hash) (func(plumbing.Hash) bool, error) {
	if len(hidden) == 0 {
		return func(plumbing.Hash) bool { return true }, nil
	}
	p := r.newPainter()
	if err := p.add(tips, red); err != nil {
		return nil, err
	}
	if err := p.add(hidden, blue); err != nil {
		return nil, err
	}
	err := p.run(ctx, blue)
	return func(id plumbing.Hash) bool { return p.color[id] == red }, err
}

// collect reads the visible commits that can be reached from tips.
func (r *Repository) collect(ctx context.Context, tips []plumbing.Hash, visible func(plumbing.Hash) bool) (map[plumbing.Hash]*CommitInfo, error) {
	commits := map[plumbing.Hash]*CommitInfo{}
	size := 0
	for stack := slices.Clone(tips); len(stack) > 0; {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		id := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if commits[id] != nil || !visible(id) {
			continue
		}
		c, err := r.readCommit(id)
		if err != nil {
			return nil, err
		}
		if size += len(c.raw); size > maxHistory {
			return nil, errHistorySize()
		}
		commits[id] = c
		stack = append(stack, r.remember(id, c).parents...)
	}
	return commits, nil
}

// parentsFirst brings commits into the order of git rev-list --topo-order
// --reverse: from the tips, the latest of which comes first, a commit is taken
// once all its children are, the last parent of the last commit before others.
func (r *Repository) parentsFirst(tips []plumbing.Hash, commits map[plumbing.Hash]*CommitInfo) []*CommitInfo {
	nodes := make(map[plumbing.Hash]commitNode, len(commits))
	children := make(map[plumbing.Hash]int, len(commits))
	for id, c := range commits {
		n, ok := r.graph.get(id)
		if !ok {
			n = r.remember(id, c)
		}
		nodes[id] = n
		for _, p := range n.parents {
			children[p]++
		}
	}
	stack := slices.Clone(tips)
	slices.SortStableFunc(stack, func(a, b plumbing.Hash) int {
		return cmp.Compare(nodes[b].date, nodes[a].date)
	})
	slices.Reverse(stack)
	stack = slices.DeleteFunc(stack, func(id plumbing.Hash) bool { return children[id] > 0 })
	order := make([]*CommitInfo, 0, len(commits))
	for len(stack) > 0 {
		id := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		c := commits[id]
		if c == nil {
			continue // hidden, or a tip that was named twice
		}
		delete(commits, id)
		order = append(order, c)
		for _, p := range nodes[id].parents {
			if children[p]--; children[p] == 0 {
				stack = append(stack, p)
			}
		}
	}
	slices.Reverse(order)
	return order
}

// FirstParents returns the mainline of a revision: the commit itself, its first
// parent, the first parent of that and so on, the oldest first.
func (r *Repository) FirstParents(ctx context.Context, tip string) ([]*CommitInfo, error) {
	c, err := r.resolve(tip)
	if err != nil {
		return nil, err
	}
	var line []*CommitInfo
	for size := 0; ; {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if size += len(c.raw); size > maxHistory {
			return nil, errHistorySize()
		}
		line = append(line, c)
		if c.Boundary || len(c.Parents) == 0 {
			break
		}
		if c, err = r.readCommit(plumbing.NewHash(c.Parents[0])); err != nil {
			return nil, err
		}
	}
	slices.Reverse(line)
	return line, nil
}

// Range returns the commits of a range as [Repository.Walk] does: A..B are
// those of B that are not part of A, where HEAD stands for an end that is left
// out, and B alone are all up to B.
func (r *Repository) Range(ctx context.Context, spec string) ([]*CommitInfo, error) {
	from, to, isRange := strings.Cut(spec, "..")
	switch {
	case !isRange:
		return r.Walk(ctx, []string{spec}, nil)
	case strings.Contains(to, "..") || strings.HasPrefix(to, ".") || from == "" && to == "":
		return nil, unsupportedRange(spec)
	}
	if from == "" {
		from = "HEAD"
	}
	if to == "" {
		to = "HEAD"
	}
	return r.Walk(ctx, []string{to}, []string{from})
}

func unsupportedRange(spec string) error {
	return &RevisionError{Revision: spec, Malformed: true, explanation: message.Errorf(
		"範囲「%s」の書き方には対応していません。「A..B」（Aより後、Bまで）または「B」（Bまでのすべて）の形で指定してください",
		"%q is not a supported range of commits; expected A..B (after A, up to B) or B (everything up to B)", spec)}
}

func errHistorySize() error {
	return message.Errorf(
		"履歴のコミットメッセージが多すぎます（上限 %d MiB）。「A..B」の形で範囲を指定してください",
		"the commits of the history take more than %d MiB; name a range of commits as A..B", maxHistory>>20)
}
