package isms

import (
	"cmp"
	"slices"
)

// Branch is a node in the tree of what follows from another one, or of what it
// follows from.
type Branch struct {
	Node     *Node
	Branches []*Branch
	// Repeated marks a node whose branches are shown where it stands first.
	Repeated bool
}

// Downstream returns what follows from a thing, towards the records that prove
// it: asset → risk → control → statement → procedure → plan → measurement →
// review. Who refers to whom does not matter for the order.
func (t *Trace) Downstream(n *Node) *Branch { return t.tree(n, 1) }

// Upstream returns what a thing follows from, towards assets and laws.
func (t *Trace) Upstream(n *Node) *Branch { return t.tree(n, -1) }

func (t *Trace) tree(root *Node, direction int) *Branch {
	g := treeGrower{root: root, direction: direction, seen: map[*Node]bool{root: true}}
	b := &Branch{Node: root}
	next := append(g.next(root), g.beside(root)...)
	for _, n := range next {
		g.grow(b, n)
	}
	return b
}

type treeGrower struct {
	root      *Node
	direction int
	seen      map[*Node]bool
}

func (g *treeGrower) grow(parent *Branch, n *Node) {
	b := &Branch{Node: n}
	parent.Branches = append(parent.Branches, b)
	next := g.next(n)
	if g.seen[n] {
		b.Repeated = len(next) > 0
		return
	}
	g.seen[n] = true
	for _, m := range next {
		g.grow(b, m)
	}
}

// next returns the linked things that stand further on in the chain, nearest
// stage first. Because stages only rise, the tree ends whatever refers to what.
func (g *treeGrower) next(n *Node) []*Node {
	stage := stageOf(n)
	var out []*Node
	for _, m := range slices.Concat(n.References, n.ReferredBy) {
		if (stageOf(m)-stage)*g.direction > 0 && g.follows(n, m) && !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b *Node) int { return cmp.Compare(stageOf(a), stageOf(b)) * g.direction })
	return out
}

// follows reports whether the chain goes on from n to m. A record that sums up
// many things, such as the report of an audit, leads to all of them, so the
// chain ends there unless it is a chain of records. Documents that a text
// mentions belong to a procedure, or to what was asked for; of a document only
// what names it is of interest.
func (g *treeGrower) follows(n, m *Node) bool {
	switch {
	case n.Kind == KindOfControl && m.Kind == KindOfProcedure, n.Kind == KindOfProcedure && m.Kind == KindOfControl:
		return !stated(n, m)
	case n == g.root:
		return true
	case g.root.Kind == KindOfDocument:
		return false
	case m.Kind == KindOfDocument:
		return n.Kind == KindOfProcedure
	case isSummary(n):
		return stageOf(g.root) >= recordStage && stageOf(m) >= recordStage
	}
	return true
}

// stated reports whether the Statement of Applicability stands between a
// control and a procedure.
func stated(a, b *Node) bool {
	return slices.ContainsFunc(a.ReferredBy, func(n *Node) bool { return n.Kind == KindOfStatement && slices.Contains(b.ReferredBy, n) })
}

// isSummary reports whether a thing says something of many others.
func isSummary(n *Node) bool {
	switch n.Kind {
	case "audit", "checklist", "audit-report", "training", "effectiveness-review", "minutes", "review", "supplier-evaluation", KindOfDocument:
		return true
	}
	return false
}

// recordStage is the first stage of things that happened.
const recordStage = 10

// beside returns the things of the root's own stage: those that refer to it
// when one looks ahead, those that it refers to when one looks back.
func (g *treeGrower) beside(n *Node) []*Node {
	linked := n.ReferredBy
	if g.direction < 0 {
		linked = n.References
	}
	var out []*Node
	for _, m := range linked {
		if stageOf(m) == stageOf(n) {
			out = append(out, m)
		}
	}
	return out
}

// stageOf returns the place of a thing in the chain from what is protected to
// the review of how well it is.
func stageOf(n *Node) int {
	switch n.Kind {
	case "supplier", "law", "issue":
		return 1
	case "contract":
		return 2
	case "asset":
		return 3
	case "risk", "scenario":
		return 4
	case KindOfControl:
		return 5
	case KindOfStatement:
		return 6
	case KindOfProcedure:
		return 7
	case "plan", "continuity-plan", "course", "objective":
		return 8
	case "measurements":
		return 9
	case "event":
		return recordStage
	case "incident", "audit", "checklist", "training", "continuity-test", "supplier-evaluation", "entry", "auditor":
		return 11
	case "audit-report":
		return 12
	case "corrective-action":
		return 13
	case "effectiveness-review", "minutes":
		return 14
	case "review":
		return 15
	case KindOfDocument:
		return 16
	}
	return 11 // other records and rows prove something
}
