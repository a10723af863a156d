package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// actLabels are the headers of columns that say who drafts or approves, in the
// form of [fold.Key].
var actLabels = []struct {
	act    act
	labels []string
}{
	{act{approves: true}, []string{"承認", "承認者", "承認権者", "承認の役割", "承認責任者", "決裁", "決裁者", "approver", "approvedby", "approval", "approves"}},
	{act{}, []string{"起案", "起案者", "起案の役割", "drafter", "draftedby", "drafts"}},
	{act{weak: true}, []string{"作成", "作成者", "作成の役割", "起案(作成)", "preparedby", "author", "owner/author"}},
}

// checkDocumentList compares a table that lists documents of the catalogue and
// who drafts and approves them.
func checkDocumentList(p *lint.Pass, f *isms.File, t *document.Table) {
	acts := map[int]act{}
	for column, header := range t.Header {
		if a, ok := actOf(header.Text); ok {
			acts[column] = a
		}
	}
	if len(acts) == 0 {
		return
	}
	for _, row := range t.Rows {
		e := documentOf(p.Catalogue, row)
		for column, cell := range row.Cells {
			a, ok := acts[column]
			if !ok || e == nil {
				continue
			}
			if roles := rolesIn(p.Roles, cell.Text); len(roles) > 0 && a.conflicts(p, e, roles) {
				reportConflict(p, f, cell.Span, a, []*isms.Entry{e}, strings.ReplaceAll(cell.Text, "\n", "、"), lint.Default)
			}
		}
	}
}

func actOf(header string) (act, bool) {
	if len(header) > 60 || !containsOneOf(header, "承", "起", "作", "決", "pprov", "PPROV", "raft", "RAFT", "repare", "uthor") {
		return act{}, false
	}
	key := fold.Key(header)
	for _, l := range actLabels {
		if slices.Contains(l.labels, key) {
			return l.act, true
		}
	}
	return act{}, false
}

// documentOf returns the document of the catalogue that a row is about: the one
// whose number a cell consists of, or else the only one whose title one does.
func documentOf(c *isms.Catalogue, row document.TableRow) *isms.Entry {
	for _, cell := range row.Cells {
		if e := c.Entry(cell.Text); e != nil {
			return e
		}
	}
	var found *isms.Entry
	for _, cell := range row.Cells {
		e := entryOf(c, cell.Text)
		if e == nil {
			continue
		}
		if found != nil && e != found {
			return nil
		}
		found = e
	}
	return found
}

// entryOf returns the document that a cell names, or nil: by its number, its
// title, or both one after the other.
func entryOf(c *isms.Catalogue, text string) *isms.Entry {
	if text == "" || len(text) > 200 {
		return nil
	}
	ph := normalPhrase(text, 0, len(text))
	name := strings.Trim(ph.text, " 「」『』\"")
	if e := c.Entry(name); e != nil {
		return e
	}
	if e := c.ByTitle(name); e != nil {
		return e
	}
	tokens := nameDocuments(c, nil, ph.text)
	if len(tokens) == 1 && strings.Trim(ph.text[:tokens[0].start]+ph.text[tokens[0].end:], " ()「」") == "" {
		return tokens[0].entries[0]
	}
	return nil
}

// rolesIn returns the roles in a cell, or none when it says anything else, such
// as the name of a person. What stands in brackets does not count.
func rolesIn(roles *isms.Roles, text string) []isms.Role {
	var out []isms.Role
	for _, part := range splitRoles(text) {
		if i := strings.IndexAny(part, "(（"); i > 0 {
			part = part[:i]
		}
		role, ok := roles.ByName(part)
		if !ok {
			return nil
		}
		out = append(out, role)
	}
	return out
}

// splitRoles cuts a cell into the names of its list.
func splitRoles(text string) []string {
	for _, joiner := range []string{"及び", "および", "並びに", "又は", "または", "若しくは", " and ", " or ", "、", "，", ",", "／", "/", "・", "・"} {
		text = strings.ReplaceAll(text, joiner, "\n")
	}
	return strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })
}
