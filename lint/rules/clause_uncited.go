package rules

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var clauseUncited = &lint.Rule{
	Name:         "clause/uncited",
	Severity:     lint.Info,
	Requirements: []string{"GAP-005"},
	Clauses:      []string{"7.5.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書一覧にある文書を、ほかのどの文書も使っていません",
			EN: "no other document says when a document of the catalogue is used",
		},
		Why: message.Text{
			JA: "いつ使うのかがどの規程にも書かれていない様式は、使われないまま残りがちです。文書の一覧表に載っているだけでは、使い方は分かりません",
			EN: "a form that no rule tells anyone to use stays unused; being in the list of documents does not say what it is for",
		},
		Wrong: uncitedExample("入退室は、受付で記録する。"),
		Right: uncitedExample("入退室は、「入退室管理票」に記録する。"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		open := map[*isms.Entry]*isms.File{}
		for _, e := range s.Catalogue.Entries {
			if f := s.Document(e.Number); f != nil && !current(s.Records(e.Number)) && f.Entry == e && e.Kind != isms.KindDocument {
				open[e] = f
			}
		}
		for _, f := range s.OfKind(isms.Controlled) {
			if f.Meta.Status != isms.Obsolete {
				dropCited(s, f, open)
			}
		}
		for _, e := range s.Catalogue.Entries {
			if f := open[e]; f != nil && !isCitedOtherwise(s, f, e) {
				at := f.Head()
				p.Report(lint.Finding{File: f.Path, Span: &at, Message: message.Textf(
					"「%[1]s」を、ほかのどの文書も使っていません。いつ誰が使うのかを規程に書いてください",
					"no other document mentions %[1]q, expected a rule that says when it is used", e.Label())})
			}
		}
	},
}

// dropCited removes the documents that a file cites, in its text, a cell or a
// link. Lists of documents and contents are no citations.
func dropCited(s *isms.System, f *isms.File, open map[*isms.Entry]*isms.File) {
	if len(open) == 0 {
		return
	}
	cited := isms.Fact(f, citedKey{}, func(f *isms.File) []*isms.Entry { return citedEntries(s.Catalogue, f) })
	for _, e := range cited {
		if open[e] != f {
			delete(open, e)
		}
	}
}

type citedKey struct{}

// citedEntries returns the entries of the catalogue that a file cites.
func citedEntries(c *isms.Catalogue, f *isms.File) []*isms.Entry {
	var cited []*isms.Entry
	for i := range f.Doc.Identifiers {
		id := &f.Doc.Identifiers[i]
		if e := c.Entry(id.Text); e != nil && !isListing(f, &f.Doc.Blocks[id.Block]) {
			cited = append(cited, e)
		}
	}
	for _, e := range c.Entries {
		if citesTitle(f, e) {
			cited = append(cited, e)
		}
	}
	return cited
}

// citesTitle reports whether the text of a file contains a title of the entry,
// as it is written or in lower case.
func citesTitle(f *isms.File, e *isms.Entry) bool {
	const shortest = 4 // characters of an alias that cannot be an everyday word
	for _, title := range append([]string{e.Title, e.TitleEN}, e.Aliases...) {
		if utf8.RuneCountInString(title) < shortest {
			continue
		}
		for _, form := range slices.Compact([]string{title, strings.ToLower(title)}) {
			if bytes.Contains(f.Doc.Source, []byte(form)) && citesText(f, form) {
				return true
			}
		}
	}
	return false
}

// isCitedOtherwise reports whether any other document contains the title in
// another width, with other blanks or without its remark in brackets.
func isCitedOtherwise(s *isms.System, own *isms.File, e *isms.Entry) bool {
	const end = 4 // characters that a document must have to be looked through
	title, _, _ := strings.Cut(strings.ReplaceAll(e.Title, "（", "("), "(")
	last := []rune(strings.TrimSpace(title))
	if len(last) <= end {
		return false
	}
	key, last := fold.Key(title), last[len(last)-end:]
	cites := func(f *isms.File) bool {
		return bytes.Contains(f.Doc.Source, []byte(string(last))) && slices.ContainsFunc(f.Doc.Blocks, func(b document.Block) bool {
			return strings.Contains(fold.Key(b.Text), key) && !isListing(f, &b)
		})
	}
	return slices.ContainsFunc(s.OfKind(isms.Controlled), func(f *isms.File) bool {
		return f != own && f.Meta.Status != isms.Obsolete && isms.Fact(f, citedOtherwise{e}, cites)
	})
}

type citedOtherwise struct{ *isms.Entry }

func citesText(f *isms.File, title string) bool {
	return slices.ContainsFunc(f.Doc.Blocks, func(b document.Block) bool {
		return strings.Contains(b.Text, title) && !isListing(f, &b)
	})
}

// isListing reports whether a block stands in a table that lists documents or
// forms, or in the contents.
func isListing(f *isms.File, b *document.Block) bool {
	if b.Section >= 0 {
		switch strings.ToLower(f.Doc.Headings[b.Section].Title) {
		case "目次", "contents", "table of contents":
			return true
		}
	}
	if b.Kind != document.Cell {
		return false
	}
	for _, t := range f.Tables {
		if t.Index == b.Table && (t.Name == "documents" || t.Name == "forms") {
			return true
		}
	}
	return false
}

// uncitedExample is a manual with a text beside the form for entries.
func uncitedExample(text string) string {
	return `-- ismslint.toml --
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-A-03"
title = "ISMSマニュアル"
[[documents.catalogue]]
number = "ISMS-B-14"
title = "入退室管理票"
kind = "register"
-- policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
---
# ISMSマニュアル

` + text + `
-- registers/ISMS-B-14-入退室管理票.md --
---
number: ISMS-B-14
title: 入退室管理票
---
# 入退室管理票
`
}
