package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// cited says which document a text names right before one of its parts.
type cited struct {
	// named reports whether one is named at all; file is it, or nil when it is
	// none of the ISMS or cannot be told.
	named bool
	file  *isms.File
}

// citedDocuments resolves the documents that texts name before a section or an
// attachment.
type citedDocuments struct {
	system *isms.System
	titles []citedTitle  // of the catalogue
	last   map[rune]bool // the characters that the titles end with
}

type citedTitle struct {
	key    string
	number string
}

func newCitedDocuments(s *isms.System) *citedDocuments {
	all := isms.Derived(s, citedTitlesKey{}, readCitedTitles)
	return &citedDocuments{system: s, titles: all.titles, last: all.last}
}

type citedTitlesKey struct{}

// readCitedTitles reads the titles of the catalogue.
func readCitedTitles(s *isms.System) *citedDocuments {
	c := &citedDocuments{last: map[rune]bool{}}
	for _, e := range s.Catalogue.Entries {
		for _, t := range append([]string{e.Title, e.TitleEN}, e.Aliases...) {
			if key := fold.Key(t); len(key) > 6 {
				c.titles = append(c.titles, citedTitle{key, e.Number})
				c.last[runeBefore(key, len(key))] = true
			}
		}
	}
	return c
}

// before returns the document that the sentence of t names right before i:
// ISMS-A-03 の 6.1.2, 「ISMSマニュアル」（ISMS-A-03）の別紙1, 本書の第6章.
func (c *citedDocuments) before(f *isms.File, t string, i int) cited {
	s := trimJoint(sentenceBefore(t, i))
	if open := strings.LastIndexAny(s, "（("); open > 0 && hasAnySuffix(s, "）", ")") {
		inner := strings.Trim(s[open:], "（()） ")
		if c.system.Catalogue.Entry(inner) != nil {
			return cited{true, c.system.Document(inner)}
		}
		s = trimJoint(s[:open])
	}
	for _, pair := range [][2]string{{"「", "」"}, {"『", "』"}} {
		if rest, ok := strings.CutSuffix(s, pair[1]); ok {
			_, name, _ := cutLast(rest, pair[0])
			return cited{true, c.resolve(name)}
		}
	}
	if token := s[len(strings.TrimRight(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")):]; c.system.Catalogue.Entry(token) != nil {
		return cited{true, c.system.Document(token)}
	}
	if hasAnySuffix(s, selfCitations...) {
		return cited{true, f}
	}
	if number := c.titleAtEnd(s); number != "" {
		return cited{true, c.system.Document(number)}
	}
	return cited{named: hasAnySuffix(s, surelyEndings...) || hasAnySuffix(s, lawEndings...) || hasAnySuffix(s, foreignCitations...)}
}

// selfCitations are how a document speaks of itself, foreignCitations the last words
// of texts that are no documents of the ISMS.
var (
	selfCitations    = []string{"本書", "本文書", "この文書", "当文書", "本マニュアル", "このマニュアル", "本規程", "本規定", "この規程", "この規定", "本手順書", "この手順書", "本手順", "本計画書", "本方針", "本基準", "this manual", "this document", "this policy"}
	foreignCitations = []string{"法", "令", "契約", "契約書", "覚書", "約款", "規格", "仕様書", "法律", "条例", "指針", "書式", "見積書", "申請書", "同書", "同法", "追補"}
)

// trimJoint cuts off what joins the name of a document to one of its parts.
func trimJoint(s string) string {
	for {
		cut := strings.TrimRight(s, " 　\n*_（(「『")
		for _, joint := range []string{"における", "の中の", "の", "内", "中", "第", "添付", "付属"} {
			cut = strings.TrimSuffix(cut, joint)
		}
		if cut == s {
			return s
		}
		s = cut
	}
}

// titleAtEnd returns the number of the document of the catalogue with the
// longest title that s ends with, or "".
func (c *citedDocuments) titleAtEnd(s string) string {
	const longest = 160
	if !c.last[unicode.ToLower(runeBefore(s, len(s)))] {
		return ""
	}
	for len(s) > longest || s != "" && !utf8.RuneStart(s[0]) {
		s = s[max(1, len(s)-longest):]
	}
	key, number, length := fold.Key(s), "", 0
	for _, t := range c.titles {
		if len(t.key) > length && strings.HasSuffix(key, t.key) {
			number, length = t.number, len(t.key)
		}
	}
	return number
}

// resolve returns the file that a name in brackets means, or nil.
func (c *citedDocuments) resolve(name string) *isms.File {
	if e := c.system.Catalogue.ByTitle(bareName(name)); e != nil {
		return c.system.Document(e.Number)
	}
	if c.system.Catalogue.Entry(strings.TrimSpace(name)) != nil {
		return c.system.Document(strings.TrimSpace(name))
	}
	if files := c.system.Titled(name); len(files) == 1 {
		return files[0]
	}
	return nil
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return "", s, false
}
