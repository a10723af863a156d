package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// nameKind says whether a name in brackets is that of a document.
type nameKind uint8

const (
	noDocument      nameKind = iota // known, or no document's name at all
	perhapsDocument                 // ends with a character that titles end with
	surelyDocument
	law
)

// bracketName is what is known of a name in brackets.
type bracketName struct {
	kind      nameKind
	text, key string // without a document number
	// written is the text as it stands, whole its key.
	written, whole string

	near         string
	nearestKnown bool
}

// nameIndex resolves the names of documents in one ISMS.
type nameIndex struct {
	system *isms.System
	// names holds each text in brackets that was classified.
	names map[string]*bracketName
	// declared are the keys of names that the ISMS itself declares.
	declared map[string]bool

	titleList []string
	titleKeys [][]rune
	guesses   int
}

func newNameIndex(s *isms.System) *nameIndex {
	n := &nameIndex{system: s, names: map[string]*bracketName{}, declared: map[string]bool{}}
	add := func(names ...string) {
		for _, name := range names {
			n.declared[fold.Key(name)] = true
		}
	}
	for _, e := range s.Config.Documents.External {
		add(append([]string{e.Title}, e.Aliases...)...)
	}
	for _, t := range s.Config.Terms {
		add(append([]string{t.Use}, t.InsteadOf...)...)
	}
	return n
}

// fileTitles finds files by their titles.
var fileTitles = isms.NewIndex("file-title", func(f *isms.File, add func(string)) { add(fold.Key(f.Meta.Title.Text)) })

// classify returns what kind of name a text in brackets is. Names of the
// catalogue and of the configuration are no kind to look at further.
func (n *nameIndex) classify(text string) *bracketName {
	if name, ok := n.names[text]; ok {
		return name
	}
	name := &bracketName{text: bareName(text), written: text}
	n.names[text] = name
	if name.kind = kindOfName(name.text); name.kind == noDocument {
		return name
	}
	name.key = fold.Key(name.text)
	_, isRole := n.system.Roles.ByName(name.text)
	name.whole = fold.Key(text)
	if isRole || n.declared[name.key] || n.declared[name.whole] || n.system.Catalogue.ByTitle(name.text) != nil || n.system.Catalogue.ByTitle(text) != nil {
		name.kind = noDocument
	}
	return name
}

// bareName returns the name without the document number before or behind it:
// ISMS-B-27 リスク一覧表, リスク一覧表（ISMS-B-27）.
func bareName(text string) string {
	text = strings.TrimSpace(text)
	if i := strings.IndexAny(text, "（("); i > 0 && hasAnySuffix(text, "）", ")") {
		text = strings.TrimSpace(text[:i])
	}
	if i := strings.IndexAny(text, " 　"); i > 0 && strings.Trim(text[:i], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == "" && strings.Contains(text[:i], "-") {
		text = strings.TrimLeft(text[i:], " 　")
	}
	return text
}

// longestName is the number of characters beyond which a text is no name.
const longestName = 40

// kindOfName decides by the last word. Words that stand for any document of a
// kind (手順書, 本規程) and texts that are sentences name none.
func kindOfName(name string) nameKind {
	kind := kindOfEnding(name)
	if kind == noDocument || kind == law {
		return kind
	}
	count := utf8.RuneCountInString(name)
	if count > longestName || count <= 3 || hasAnyPrefix(name, genericStarts...) || slices.Contains(surelyEndings, name) {
		return noDocument
	}
	plain := strings.NewReplacer("に関する", "", "に対する", "", "に係る", "").Replace(name)
	if holdsAny(plain, "、", "。", "，", "？", "！", "?", "!", "…", "○", "〇", "●", "を", "が", "する", "した", "ない", "です", "ます", "nn", "xx", "XX") {
		return noDocument
	}
	return kind
}

func kindOfEnding(name string) nameKind {
	switch {
	case name == "":
		return noDocument
	case name[len(name)-1] < utf8.RuneSelf:
		return kindOfEnglish(name)
	case !strings.ContainsRune(lastCharacters, runeBefore(name, len(name))), hasAnySuffix(name, otherEndings...):
		return noDocument
	case hasAnySuffix(name, lawEndings...):
		return law
	case hasAnySuffix(name, surelyEndings...):
		return surelyDocument
	}
	return perhapsDocument
}

// kindOfEnglish decides about a name of at least two words, which a title
// begins in upper case.
func kindOfEnglish(name string) nameKind {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return noDocument
	}
	if name[0] < 'A' || name[0] > 'Z' {
		return perhapsDocument
	}
	switch strings.ToLower(name[i+1:]) {
	case "manual", "policy", "register", "procedure", "checklist", "plan", "report", "minutes", "pledge", "guideline", "guidelines", "handbook", "regulation", "regulations":
		return surelyDocument
	}
	return perhapsDocument
}
