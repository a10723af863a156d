package rules

import "github.com/ismslint/ismslint/lint/document"

// markFault is what is wrong with a mark.
type markFault uint8

const (
	noFault markFault = iota
	startsLate
	repeats
	skips
	goesBack
)

// level is one list that is open at a place: the last mark of it, and the
// marks at which lists of the same shape were left when it began anew.
type level struct {
	last *document.Mark
	left []int
	// early is the value of a mark that stands before those that it should
	// follow, as (3) does in (1) (3) (2) (4), or 0.
	early int
}

// numbering follows the marks of a document through its sections and levels. A
// list of another shape nests in the one before; the next mark of an outer
// shape ends it.
type numbering struct {
	doc     *document.Document
	section int
	levels  []level
	// ended are the last values of the lists that are no longer open, by
	// shape: a list may go on behind another list or under the next heading.
	ended map[document.MarkKind]int
	// meant are the values that the last marks of such lists should have had,
	// where these were wrong.
	meant map[document.MarkKind]int
	// asked is the section last asked about, contents whether it is the table
	// of contents.
	asked    int
	contents bool
}

// next takes the i-th mark of the document and returns what is wrong with it,
// with the mark that it follows.
func (n *numbering) next(i int) (markFault, *document.Mark) {
	m := &n.doc.Marks[i]
	if m.Section != n.section {
		n.end(0)
		n.section = m.Section
	}
	k := n.find(m)
	if k < 0 {
		return n.open(i)
	}
	n.end(k + 1)
	l := &n.levels[k]
	before := l.last
	switch {
	case m.Value == before.Value+1:
	case l.early > 0 && m.Value == l.early+1:
		l.early = 0
	case m.Value == 1 && !n.repeatsFirst(before, m) && !(before.Value > 1 && n.following(i) == before.Value+2):
		l.left = append(l.left, before.Value)
	case n.resumes(l, m):
	case n.isWrapped(m):
		return noFault, nil
	default:
		return n.fault(i, l)
	}
	l.last = m
	return noFault, nil
}

// find returns the index of the open list that the mark continues: of its
// shape and depth, or, indented otherwise by accident, of its shape and value.
func (n *numbering) find(m *document.Mark) int {
	nearby := -1
	for k := len(n.levels) - 1; k >= 0; k-- {
		last := n.levels[k].last
		if last.Kind != m.Kind {
			continue
		}
		if last.Depth == m.Depth {
			return k
		}
		if nearby < 0 && last.Value+1 == m.Value {
			nearby = k
		}
	}
	return nearby
}

// end closes the lists from the k-th on.
func (n *numbering) end(k int) {
	if n.ended == nil {
		n.ended, n.meant = map[document.MarkKind]int{}, map[document.MarkKind]int{}
	}
	for _, l := range n.levels[k:] {
		n.ended[l.last.Kind] = l.last.Value
	}
	n.levels = n.levels[:k]
}

// open begins a list with the i-th mark.
func (n *numbering) open(i int) (markFault, *document.Mark) {
	m := &n.doc.Marks[i]
	k := len(n.levels)
	for k > 0 && n.levels[k-1].last.Depth > m.Depth {
		k--
	}
	n.end(k)
	if m.Value != 1 && n.isWrapped(m) {
		return noFault, nil
	}
	continues := n.ended[m.Kind] == m.Value-1 || n.meant[m.Kind] == m.Value-1
	delete(n.meant, m.Kind)
	n.levels = append(n.levels, level{last: m})
	if m.Value > 1 && !continues && n.following(i) == m.Value+1 && n.onlyTextAbove(m) {
		return startsLate, nil
	}
	return noFault, nil
}

// fault says what is wrong with the i-th mark, which does not continue l. The
// list goes on from the mark if what follows does. Where the next mark is right
// again, the mark alone is mistyped and counts as what it should have been.
func (n *numbering) fault(i int, l *level) (markFault, *document.Mark) {
	m, before := &n.doc.Marks[i], l.last
	next := n.following(i)
	switch {
	case next != m.Value+1 && next == before.Value+2:
		corrected := *m
		corrected.Value = before.Value + 1
		l.last = &corrected
	case m.Value > before.Value && next == before.Value+1:
		l.early = m.Value
	case m.Value > before.Value || next == m.Value+1:
		l.last = m
	}
	if next == 0 {
		n.meant[m.Kind] = before.Value + 1
	}
	switch {
	case m.Value == before.Value:
		return repeats, before
	case m.Value > before.Value:
		return skips, before
	}
	return goesBack, before
}
