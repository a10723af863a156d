package rules

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
)

// actPattern is one way in which a sentence says who drafts or approves
// documents. Its groups are doc and role, act where the verb may be either,
// and gap where words may stand between that must be looked at.
type actPattern struct {
	*regexp.Regexp
	// accept judges the gap; nil where the pattern has none.
	accept func(gap string) bool
}

// checkActs looks through the sentences of a document.
func checkActs(p *lint.Pass, f *isms.File) {
	for _, i := range blocksNaming(p.Catalogue, f) {
		b := &f.Doc.Blocks[i]
		if !isProse(b) || !mayName(b.Text) {
			continue
		}
		sentencesOf(b.Text, b.Kind == document.Cell, func(start, end int) {
			if mayName(b.Text[start:end]) && !b.CodeAt(start) {
				checkSentence(p, f, b, start, end)
			}
		})
	}
}

// blocksNaming returns the indexes of the blocks that may name a document: in
// 「…」, by its number, by its English title or, in a document that states
// rules, as itself.
func blocksNaming(c *isms.Catalogue, f *isms.File) []int {
	var blocks []int
	for i := range f.Doc.Mentions {
		blocks = append(blocks, f.Doc.Mentions[i].Block)
	}
	for i := range f.Doc.Identifiers {
		if id := &f.Doc.Identifiers[i]; c.Entry(id.Text) != nil {
			blocks = append(blocks, id.Block)
		}
	}
	verbs := []string{"approv", "draft", "prepare", "written by", "authored by"}
	if f.Entry != nil && f.Entry.Kind == isms.KindDocument {
		verbs = append(verbs, "承認", "起案", "作成")
	}
	blocks = append(blocks, blocksWith(f.Doc, verbs, func([]byte) bool { return true })...)
	slices.Sort(blocks)
	return slices.Compact(blocks)
}

// mayName is a cheap test for sentences that may say who drafts or approves a
// document: there is a word for the act, and something that can be a document.
func mayName(text string) bool {
	if containsOneOf(text, "承認", "作成", "起案", "決裁") {
		return strings.IndexByte(text, '-') >= 0 || containsOneOf(text, "「", "『", "－") || containsOneOf(text, selfNames...)
	}
	return containsOneOf(text, "approv", "draft", "prepare", "written", "authored") && isEnglish(text)
}

func checkSentence(p *lint.Pass, f *isms.File, b *document.Block, start, end int) {
	ph := readPhrase(p, f.Entry, b.Text, start, end)
	if len(ph.docs) == 0 || len(ph.roles) == 0 {
		return
	}
	patterns, text := japaneseActs, ph.text
	if isEnglish(b.Text[start:end]) {
		patterns, text = englishActs, asciiLower(ph.text)
	}
	reported := map[[3]int]bool{}
	for _, pattern := range patterns {
		for _, m := range pattern.FindAllStringSubmatch(text, -1) {
			group := func(name string) string {
				if i := pattern.SubexpIndex(name); i >= 0 {
					return m[i]
				}
				return ""
			}
			if pattern.accept != nil && !pattern.accept(group("gap")) {
				continue
			}
			a := actNamed(group("act"))
			doc, role := indexIn(group("doc"), firstDocument), indexIn(group("role"), firstRole)
			key := [3]int{doc, role, 0}
			if a.approves {
				key[2] = 1
			}
			if !reported[key] {
				reported[key] = true
				judgeAct(p, f, b, a, ph.docs[doc], ph.roles[role])
			}
		}
	}
}

// judgeAct compares one statement with the catalogue. Records are left out:
// who fills one in or reports it is no conflict (design §10.7).
func judgeAct(p *lint.Pass, f *isms.File, b *document.Block, a act, docs namedDocuments, named namedRoles) {
	var wrong []*isms.Entry
	for _, e := range docs {
		if e.Kind != isms.KindRecord && a.conflicts(p, e, named.roles) && !slices.Contains(wrong, e) {
			wrong = append(wrong, e)
		}
	}
	for len(wrong) > 0 {
		alike := slices.DeleteFunc(slices.Clone(wrong), func(e *isms.Entry) bool { return a.expected(e) != a.expected(wrong[0]) })
		written := strings.Join(strings.Fields(b.Text[named.start:named.end]), " ")
		reportConflict(p, f, b.Source(named.start, named.end), a, alike, written, lint.Warning)
		wrong = slices.DeleteFunc(wrong, func(e *isms.Entry) bool { return slices.Contains(alike, e) })
	}
}

// actNamed returns the act that a verb or noun stands for.
func actNamed(word string) act {
	switch {
	case strings.HasPrefix(word, "起案"), strings.HasPrefix(word, "draft"):
		return act{}
	case strings.HasPrefix(word, "作成"), strings.HasPrefix(word, "prepare"), strings.HasPrefix(word, "writ"), strings.HasPrefix(word, "author"):
		return act{weak: true}
	}
	return act{approves: true}
}

func indexIn(s string, first rune) int {
	r, _ := utf8.DecodeRuneInString(s)
	return int(r - first)
}
