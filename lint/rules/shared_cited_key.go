package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// isIDShaped reports whether an id is one that [idTokens] and the identifiers
// of a document find in a text. Ids such as 是-2026-01, K01 or 3 are not, and
// have to be looked for one by one.
func isIDShaped(id string) bool {
	tokens := idTokens(id)
	return len(tokens) == 1 && len(tokens[0].text) == len(id)
}

// citedBody looks for ids of any shape in the body of a document.
type citedBody struct {
	doc *document.Document
	ids map[string]bool // those of the usual shape, as citedIn returns them
	// text is the body in the form of [fold.Text]; made when an id of another
	// shape is looked for.
	text string
}

func newCitedBody(d *document.Document) *citedBody { return &citedBody{doc: d, ids: citedIn(d)} }

// has reports whether the body cites an id.
func (c *citedBody) has(id string) bool {
	if c.ids[fold.Key(id)] {
		return true
	}
	if isIDShaped(id) {
		return false
	}
	if c.text == "" {
		var b strings.Builder
		for i := range c.doc.Blocks {
			b.WriteString(strings.ToLower(fold.Text(c.doc.Blocks[i].Text)) + "\n")
		}
		c.text = b.String()
	}
	return foldedHasID(c.text, strings.ToLower(fold.Text(id)))
}

// namedIDs returns the ids that a text names: all of the usual shape, and those
// of the kind that have another one.
func namedIDs(s *isms.System, kind, text string) []string {
	var ids []string
	for _, t := range idTokens(text) {
		ids = append(ids, t.text)
	}
	for _, id := range s.IDs(kind) {
		if !isIDShaped(id) && textNamesID(text, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// textNamesID reports whether a text has an id that is no part of a longer one.
func textNamesID(text, id string) bool {
	return foldedHasID(strings.ToLower(fold.Text(text)), strings.ToLower(fold.Text(id)))
}

// foldedHasID is textNamesID for texts that are folded already.
func foldedHasID(text, id string) bool {
	for from := 0; id != ""; {
		i := strings.Index(text[from:], id)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(id)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !continues(before, rune(id[0])) && !continues(after, rune(id[len(id)-1])) {
			return true
		}
		from = end
	}
	return false
}

// continues reports whether a character beside the edge of an id belongs to the
// same word: letters and digits of ASCII, and the hyphen between them.
func continues(beside, edge rune) bool {
	isWord := func(r rune) bool { return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	return isWord(edge) && (isWord(beside) || beside == '-')
}
