package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/isms"
)

// selfNames are the ways in which a document speaks of itself.
var selfNames = []string{"本書", "本マニュアル", "このマニュアル", "本規定", "この規定", "本規程", "この規程", "本方針", "この方針", "本文書", "この文書"}

// nameDocuments finds the documents of the catalogue that a text names: titles
// in 「…」, numbers, a title and its number together, self by its usual names
// (nil where the document is not in the catalogue), and in English the titles
// alone.
func nameDocuments(c *isms.Catalogue, self *isms.Entry, text string) []token {
	found := append(quotedDocuments(c, text), numberedDocuments(c, text)...)
	if self != nil {
		for _, name := range selfNames {
			found = append(found, occurrences(text, name, self)...)
		}
	}
	if isEnglish(text) {
		lower := asciiLower(text)
		for _, e := range c.Entries {
			for _, title := range append([]string{e.TitleEN}, e.Aliases...) {
				if title != "" && isEnglish(title) {
					found = append(found, occurrences(lower, asciiLower(title), e)...)
				}
			}
		}
	}
	return mergeSame(text, longest(found))
}

// occurrences finds a name as a word of its own.
func occurrences(text, name string, e *isms.Entry) []token {
	var found []token
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return found
		}
		start, end := from+i, from+i+len(name)
		if standsAlone(text, start, end) {
			found = append(found, documentToken(start, end, e))
		}
		from = end
	}
}

func documentToken(start, end int, e *isms.Entry) token {
	return token{start: start, end: end, document: true, entries: namedDocuments{e}}
}

// quotedDocuments finds titles, with or without the number, in 「…」 or 『…』.
func quotedDocuments(c *isms.Catalogue, text string) []token {
	var found []token
	for _, marks := range [][2]string{{"「", "」"}, {"『", "』"}} {
		for from := 0; ; {
			i := strings.Index(text[from:], marks[0])
			if i < 0 {
				break
			}
			start := from + i
			inner := start + len(marks[0])
			j := strings.Index(text[inner:], marks[1])
			if j < 0 {
				break
			}
			title, end := text[inner:inner+j], inner+j+len(marks[1])
			e := c.ByTitle(title)
			if numbers := numberedDocuments(c, title); e == nil && len(numbers) == 1 {
				e = numbers[0].entries[0]
			}
			if e != nil {
				found = append(found, documentToken(start, end, e))
			}
			from = end
		}
	}
	return found
}

// numberedDocuments finds document numbers of the catalogue. The title before
// or behind a number belongs to it.
func numberedDocuments(c *isms.Catalogue, text string) []token {
	if strings.IndexByte(text, '-') < 0 {
		return nil
	}
	var found []token
	for from := 0; from < len(text); {
		if !isNumberByte(text[from]) {
			from++
			continue
		}
		end := from
		for end < len(text) && isNumberByte(text[end]) {
			end++
		}
		if e := c.Entry(text[from:end]); e != nil {
			start, stop := withTitle(text, from, end, e)
			found = append(found, documentToken(start, stop, e))
		}
		from = end
	}
	return found
}

func isNumberByte(b byte) bool {
	return b == '-' || '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// withTitle extends the place of a number over brackets around it and over the
// title before or behind it.
func withTitle(text string, start, end int, e *isms.Entry) (int, int) {
	if strings.HasSuffix(text[:start], "(") && strings.HasPrefix(text[end:], ")") {
		start, end = start-1, end+1
	}
	before := strings.TrimSuffix(text[:start], " ")
	after := strings.TrimPrefix(text[end:], " ")
	for _, title := range append([]string{e.Title, e.TitleEN}, e.Aliases...) {
		switch {
		case title == "":
		case strings.HasSuffix(before, title):
			return len(before) - len(title), end
		case strings.HasPrefix(after, title):
			return start, len(text) - len(after) + len(title)
		}
	}
	return start, end
}

// mergeSame joins neighbours that name one document twice, as in
// ISMS-B-03「リスク対応計画書」.
func mergeSame(text string, tokens []token) []token {
	var out []token
	for _, t := range tokens {
		n := len(out)
		if n > 0 && out[n-1].entries[0] == t.entries[0] && strings.Trim(text[out[n-1].end:t.start], " (") == "" {
			out[n-1].end = t.end
			if strings.HasSuffix(text[:t.start], "(") && strings.HasPrefix(text[t.end:], ")") {
				out[n-1].end++
			}
			continue
		}
		out = append(out, t)
	}
	return out
}
