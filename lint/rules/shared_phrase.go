package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrase is a sentence in the form in which it is analysed: full-width letters
// narrowed, blanks beside Japanese characters and quotation marks dropped, and the documents and
// roles that it names replaced by one character each.
type phrase struct {
	text string
	// origin holds, for each byte of the text before names were replaced, the
	// offset in the block's text that it came from, and one more for the end.
	origin []int
	docs   []namedDocuments
	roles  []namedRoles
}

// sentencesOf calls yield for every sentence of a text, with its place. In
// running text a line break is as good as a blank; in the cell of a table it
// ends a sentence.
func sentencesOf(text string, cell bool, yield func(start, end int)) {
	start := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		next := i + size
		ends := r == '。' || r == '！' || cell && r == '\n' ||
			(r == '.' || r == '!') && (next == len(text) || text[next] == ' ' || text[next] == '\n')
		if ends {
			yield(start, next)
			start = next
		}
		i = next
	}
	if start < len(text) {
		yield(start, len(text))
	}
}

// firstWide is the first of the characters beside which Japanese has no blanks.
const firstWide = '\u2E80'

// normalPhrase returns text[start:end] in the form for analysis, without names
// replaced yet.
func normalPhrase(text string, start, end int) phrase {
	p := phrase{origin: make([]int, 0, end-start+1)}
	var b strings.Builder
	b.Grow(end - start)
	last := rune(-1)
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		at := i
		i += size
		if r == '"' || r == '“' || r == '”' {
			continue
		}
		if unicode.IsSpace(r) {
			rest := strings.TrimLeftFunc(text[i:end], unicode.IsSpace)
			next, _ := utf8.DecodeRuneInString(rest)
			if rest == "" || last < 0 || last >= firstWide || next >= firstWide || last == ' ' {
				continue
			}
			r = ' '
		}
		r = narrow(r)
		last = r
		n, _ := b.WriteRune(r)
		for range n {
			p.origin = append(p.origin, at)
		}
	}
	p.text = b.String()
	p.origin = append(p.origin, end)
	return p
}

// isEnglish reports whether a text has no Japanese characters in it.
func isEnglish(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return r >= 0x3000 && (r <= 0x30FF || unicode.Is(unicode.Han, r))
	})
}

// narrow returns the ASCII form of full-width characters and dashes. A
// full-width comma is that of Japanese.
func narrow(r rune) rune {
	switch {
	case r == '，':
		return '、'
	case '！' <= r && r <= '～':
		return r - '！' + '!'
	case r == '‐' || r == '‑' || r == '–' || r == '−':
		return '-'
	}
	return r
}

// The characters that stand for names: private use, one for each name of a
// sentence.
const (
	firstDocument = '\uE000'
	firstRole     = '\uE100'
	mostNames     = 0xFF
)

// token is a name at a place in the text of a phrase.
type token struct {
	start, end int
	entries    namedDocuments
	roles      namedRoles
	document   bool
}

// replace puts the tokens, which are in order and apart from each other, into
// the text.
func (p *phrase) replace(tokens []token) {
	var b strings.Builder
	at := 0
	for _, t := range tokens {
		b.WriteString(p.text[at:t.start])
		if t.document && len(p.docs) < mostNames {
			b.WriteRune(firstDocument + rune(len(p.docs)))
			p.docs = append(p.docs, t.entries)
		} else if !t.document && len(p.roles) < mostNames {
			t.roles.start, t.roles.end = p.origin[t.start], p.origin[t.end]
			b.WriteRune(firstRole + rune(len(p.roles)))
			p.roles = append(p.roles, t.roles)
		}
		at = t.end
	}
	b.WriteString(p.text[at:])
	p.text = b.String()
}
