package rules

import (
	"sort"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
)

// unlisted returns the headings below the contents that an entry is missing
// for: those of the highest level, and of a lower level those whose neighbours
// under the same heading, or most of whose level, have one.
func (m *contentsMatch) unlisted(p *lint.Pass, f *isms.File) []int {
	headings := m.d.Headings
	top, total, listed := 7, [7]int{}, [7]int{}
	siblings := map[int]bool{} // heading above → one below has an entry
	for h := m.contents + 1; h < len(headings); h++ {
		level := headings[h].Level
		if m.needsNoEntry(p, f, h) {
			continue
		}
		top = min(top, level)
		total[level]++
		if m.entry[h] >= 0 {
			listed[level]++
			siblings[headings[h].Parent] = true
		}
	}
	var out []int
	for h := m.contents + 1; h < len(headings); h++ {
		level := headings[h].Level
		if m.entry[h] >= 0 || m.needsNoEntry(p, f, h) {
			continue
		}
		if level == top || siblings[headings[h].Parent] && listed[level] > 0 || 2*listed[level] >= total[level] {
			out = append(out, h)
		}
	}
	return out
}

// needsNoEntry reports whether a heading is that of the document as a whole, of
// the revision history or of another list of contents.
func (m *contentsMatch) needsNoEntry(p *lint.Pass, f *isms.File, h int) bool {
	heading := &m.d.Headings[h]
	switch m.keys[h].title {
	case "", "改訂履歴", "改定履歴", "改訂歴表", "改訂履歴表", "revisionhistory", "図目次", "表目次", "図表目次", "listoffigures", "listoftables":
		return true
	}
	return heading.Level == 1 && heading.Number == "" && isDocumentTitle(p, f, heading.Text)
}

// misplaced returns the entries that stand in another order than their
// headings: those outside of a longest run of entries in the right order.
func (m *contentsMatch) misplaced() []int {
	var entries []int // with a heading
	for i, h := range m.heading {
		if h >= 0 && m.exact[i] {
			entries = append(entries, i)
		}
	}
	var tails []int // tails[n] is the entry that ends the best run of n+1 entries
	before := make([]int, len(m.heading))
	for _, i := range entries {
		n := sort.Search(len(tails), func(k int) bool { return m.heading[tails[k]] >= m.heading[i] })
		before[i] = -1
		if n > 0 {
			before[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	inOrder := map[int]bool{}
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			inOrder[i] = true
		}
	}
	var out []int
	for _, i := range entries {
		if !inOrder[i] {
			out = append(out, i)
		}
	}
	return out
}
