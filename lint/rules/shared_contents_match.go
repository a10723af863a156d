package rules

import "github.com/ismslint/ismslint/lint/document"

// contentsMatch pairs the entries of a table of contents with the headings.
type contentsMatch struct {
	d        *document.Document
	contents int // index of the heading of the contents
	entries  []contentsEntry
	keys     []contentsReading // of the headings
	// heading gives the heading of each entry, or -1; entry the reverse.
	heading, entry []int
	// exact reports for each entry whether its title is that of its heading.
	exact []bool
}

func matchContents(d *document.Document, contents int, entries []contentsEntry) *contentsMatch {
	m := &contentsMatch{d: d, contents: contents, entries: entries,
		heading: filled(len(entries)), entry: filled(len(d.Headings)), exact: make([]bool, len(entries))}
	byTitle, byNumber := map[string][]int{}, map[string][]int{}
	for i := range d.Headings {
		h := &d.Headings[i]
		k := contentsReading{sectionKey(h.Number), titleKey(h.Title), inOneLine(h.Text)}
		m.keys = append(m.keys, k)
		if i != contents {
			byTitle[k.title] = append(byTitle[k.title], i)
			byNumber[k.number] = append(byNumber[k.number], i)
		}
	}
	m.pass(true, func(r contentsReading) []int { return m.where(byTitle[r.title], r.number) })
	m.passAnchors()
	m.pass(true, func(r contentsReading) []int { return byTitle[r.title] })
	m.pass(false, func(r contentsReading) []int {
		if r.number == "" {
			return nil
		}
		return byNumber[r.number]
	})
	m.passNearest()
	return m
}

func filled(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// where returns the headings of the list that have the number.
func (m *contentsMatch) where(list []int, number string) []int {
	var out []int
	for _, h := range list {
		if m.keys[h].number == number {
			out = append(out, h)
		}
	}
	return out
}

// pass gives each entry that has no heading yet the first candidate that is
// free, if possible one behind the heading of the entry before.
func (m *contentsMatch) pass(exact bool, candidates func(contentsReading) []int) {
	last := -1
	for i := range m.entries {
		if m.heading[i] < 0 {
			for _, r := range m.entries[i].readings {
				if h := m.free(candidates(r), last); h >= 0 {
					m.pair(i, h, exact)
					break
				}
			}
		}
		if m.heading[i] >= 0 {
			last = m.heading[i]
		}
	}
}

func (m *contentsMatch) free(candidates []int, after int) int {
	first := -1
	for _, h := range candidates {
		switch {
		case m.entry[h] >= 0:
		case h > after:
			return h
		case first < 0:
			first = h
		}
	}
	return first
}

func (m *contentsMatch) pair(entry, heading int, exact bool) {
	m.heading[entry], m.entry[heading], m.exact[entry] = heading, entry, exact
}
