package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/schema"
)

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
