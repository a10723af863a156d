package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/schema"
)

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

// passAnchors gives each entry that links to a heading that heading.
func (m *contentsMatch) passAnchors() {
	if !slices.ContainsFunc(m.entries, func(e contentsEntry) bool { return e.anchor != "" }) {
		return
	}
	byAnchor := map[string]int{}
	for h := range m.d.Headings {
		if slug := githubSlug(m.d.Headings[h].Text); h != m.contents {
			if _, taken := byAnchor[slug]; !taken {
				byAnchor[slug] = h
			}
		}
	}
	for i := range m.entries {
		if h, ok := byAnchor[m.entries[i].anchor]; ok && m.heading[i] < 0 && m.entry[h] < 0 {
			m.pair(i, h, m.readsAs(i, h))
		}
	}
}

// readsAs reports whether the title of an entry is that of a heading.
func (m *contentsMatch) readsAs(entry, heading int) bool {
	for _, r := range m.entries[entry].readings {
		if r.title == m.keys[heading].title {
			return true
		}
	}
	return false
}

// Beyond these numbers the contents are so far from the headings that looking
// for similar titles says nothing.
const (
	mostStrayEntries  = 50
	mostStrayHeadings = 200
)

// passNearest gives the entries left over the heading with the most similar
// title: one that is longer or shorter by some words, or the nearest spelling.
func (m *contentsMatch) passNearest() {
	free := map[string]int{}
	var titles []string
	for h, k := range m.keys {
		if h > m.contents && m.entry[h] < 0 && k.title != "" {
			free[k.title] = h
			titles = append(titles, k.title)
		}
	}
	if len(titles) > mostStrayHeadings || m.strays() > mostStrayEntries {
		return
	}
	for i := range m.entries {
		if m.heading[i] >= 0 {
			continue
		}
		readings := m.entries[i].readings
		title := readings[len(readings)-1].title
		near := longerOrShorter(title, titles)
		if near == "" {
			near = schema.Nearest(title, titles)
		}
		if h, ok := free[near]; ok && m.entry[h] < 0 {
			m.pair(i, h, false)
		}
	}
}

// longerOrShorter returns the only one of the titles that begins with title or
// that title begins with, or "".
func longerOrShorter(title string, titles []string) string {
	found := ""
	for _, t := range titles {
		if strings.HasPrefix(t, title) || strings.HasPrefix(title, t) {
			if found != "" {
				return ""
			}
			found = t
		}
	}
	return found
}

// strays returns the number of entries without a heading.
func (m *contentsMatch) strays() int {
	n := 0
	for _, h := range m.heading {
		if h < 0 {
			n++
		}
	}
	return n
}
