package repo

import (
	"container/heap"
	"context"

	"github.com/go-git/go-git/v5/plumbing"
)

// colors say from which side a commit can be reached.
type colors uint8

const (
	red colors = 1 << iota
	blue
	purple = red | blue
)

// painter colors the history below some commits: a commit has a color when it
// can be reached from a commit that was given that color.
//
// It need not go all the way down. The history of an ISMS mostly narrows to a
// single commit again and again, and below a commit of all colors that matter
// nothing changes. To stop by the dates of the commits, as git does without a
// commit-graph, would be wrong where a clock was; here they only say where to
// go on first.
type painter struct {
	r     *Repository
	color map[plumbing.Hash]colors
	// explored are the commits whose parents have been colored; the others are
	// in the queue.
	explored map[plumbing.Hash]commitNode
	queue    commitQueue
	// roots reports whether a commit without parents has been explored.
	roots bool
}

func (r *Repository) newPainter() *painter {
	return &painter{r: r, color: map[plumbing.Hash]colors{}, explored: map[plumbing.Hash]commitNode{}}
}

// add gives colors to commits and to those of their ancestors that have been
// explored. Every commit takes every color once.
func (p *painter) add(ids []plumbing.Hash, c colors) error {
	type step struct {
		ids []plumbing.Hash
		c   colors
	}
	for stack := []step{{ids, c}}; len(stack) > 0; {
		s := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, id := range s.ids {
			had, known := p.color[id]
			if known && had|s.c == had {
				continue
			}
			p.color[id] = had | s.c
			if n, ok := p.explored[id]; ok {
				stack = append(stack, step{n.parents, s.c})
			} else if !known {
				n, err := p.r.node(id)
				if err != nil {
					return err
				}
				heap.Push(&p.queue, queuedCommit{id, n})
			}
		}
	}
	return nil
}

// run explores until all colors are known, or until it has come to a single
// commit with all the colors of enough and no root has been met. Then whatever
// was explored comes after that commit and can therefore not be reached from
// it, which means that no commit gets another color any more.
func (p *painter) run(ctx context.Context, enough colors) error {
	for len(p.queue) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(p.queue) == 1 && !p.roots && p.color[p.queue[0].id]&enough == enough {
			return nil
		}
		next := heap.Pop(&p.queue).(queuedCommit)
		p.explored[next.id] = next.node
		p.roots = p.roots || len(next.node.parents) == 0
		if err := p.add(next.node.parents, p.color[next.id]); err != nil {
			return err
		}
	}
	return nil
}

type queuedCommit struct {
	id   plumbing.Hash
	node commitNode
}

// commitQueue is a heap with the latest commit on top.
type commitQueue []queuedCommit

func (q commitQueue) Len() int           { return len(q) }
func (q commitQueue) Less(i, j int) bool { return q[i].node.date > q[j].node.date }
func (q commitQueue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *commitQueue) Push(c any)        { *q = append(*q, c.(queuedCommit)) }
func (q *commitQueue) Pop() any {
	last := len(*q) - 1
	c := (*q)[last]
	*q = (*q)[:last]
	return c
}
