package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// resolves reports whether the id is that of a thing of the wanted kinds, or
// may be that of a row whose own id is amiss, which other rules report.
func (c *idCheck) resolves(id string, wanted wantedIDs) bool {
	return slices.ContainsFunc(wanted.kinds, func(kind string) bool { return c.system.Find(kind, id) != nil }) ||
		slices.ContainsFunc(wanted.kinds, func(kind string) bool { return c.system.MayDefine(kind, id) })
}

// kindOf returns the kind of thing that has the id, or "".
func (c *idCheck) kindOf(id string) string {
	for _, kind := range c.system.Kinds() {
		if c.system.Find(kind, id) != nil {
			return kind
		}
	}
	return ""
}

// nearest returns the id of one of the wanted kinds that was probably meant.
func (c *idCheck) nearest(id string, wanted wantedIDs) string {
	for _, kind := range wanted.kinds {
		if c.known[kind] == nil {
			c.known[kind] = newKnownIDs(c.system.IDs(kind))
		}
		if near := c.known[kind].nearest(id); near != "" {
			return near
		}
	}
	return ""
}

// registered describes the ids that a column may hold: those of the first of
// its kinds that has any, from the first to the last.
func (c *idCheck) registered(wanted wantedIDs) message.Text {
	kind := wanted.kinds[max(0, slices.IndexFunc(wanted.kinds, func(kind string) bool { return len(c.system.IDs(kind)) > 0 }))]
	title, ids := c.idTitle(kind), c.system.IDs(kind)
	if len(ids) == 1 {
		return message.Textf("%[1]s（%[2]s）", "%[1]q (%[2]s)", title, cellExcerpt(ids[0]))
	}
	return message.Textf("%[1]s（%[2]s から %[3]s まで）", "%[1]q (%[2]s to %[3]s)", title, cellExcerpt(slices.Min(ids)), cellExcerpt(slices.Max(ids)))
}

// hasPrefix reports whether the id begins with the letters that ids of the
// wanted kinds begin with.
func (c *idCheck) hasPrefix(id string, wanted wantedIDs) bool {
	prefix, _, _ := strings.Cut(id, "-")
	return slices.ContainsFunc(wanted.kinds, func(kind string) bool {
		ids := c.system.IDs(kind)
		if len(ids) == 0 {
			return false
		}
		// The ids of one register begin alike; the first and the last tell.
		for _, known := range []string{ids[0], ids[len(ids)-1]} {
			if p, _, ok := strings.Cut(known, "-"); ok && strings.EqualFold(p, prefix) {
				return true
			}
		}
		return false
	})
}

// idTitle is what the ids of a kind are called: by the form for records, by
// the column for the rows of registers.
func (c *idCheck) idTitle(kind string) message.Text {
	t := c.system.DefinedIn(kind)
	if t.Name == schema.RecordTable {
		form := t.File.Form.Title
		return message.Text{JA: form.JA + "の番号", EN: form.EN}
	}
	return t.Schema.Column(t.Schema.Defines[kind]).Title
}

// unreadNames are the names of files that could not be read as documents or
// records, which other rules report.
func unreadNames(s *isms.System) []string {
	return isms.Derived(s, unreadNamesKey{}, func(s *isms.System) []string {
		var names []string
		for _, f := range s.Lookup(unreadFiles, "") {
			names = append(names, fold.Key(f.Name()))
		}
		return names
	})
}

type unreadNamesKey struct{}

// unreadFiles has all files that could not be read under one key.
var unreadFiles = isms.NewIndex("unread", func(f *isms.File, add func(string)) {
	if f.Kind == isms.Unidentified || !tablesReadable(f) {
		add("")
	}
})

// recordShapes are the shapes of the ids of records, which reference/record
// looks for in all texts: CAR-2026-001 has the shape CAR-9999-999.
func recordShapes(s *isms.System) map[string]bool {
	return isms.Settled(s, "record-shapes", func(s *isms.System) map[string]bool {
		shapes := map[string]bool{}
		for _, id := range s.RecordIDs() {
			shapes[shapeOf(id)] = true
		}
		return shapes
	})
}

func shapeOf(id string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '9'
		}
		return r
	}, id)
}

// idToken is a word shaped like an id: groups of letters and digits joined by
// hyphens, the first beginning with a letter, the last ending with a digit.
type idToken struct {
	text string
	// start and end are where it stands in the text, unless folded reports
	// that full-width characters had to be read as their ASCII forms.
	start, end int
	folded     bool
}

// idTokens returns the ids in the text of a cell.
func idTokens(text string) []idToken {
	folded := false
	if strings.ContainsAny(text, "０１２３４５６７８９－‐−") {
		text, folded = fold.Text(text), true
	}
	var tokens []idToken
	for i := 0; i < len(text); {
		if !isIDByte(text[i]) {
			i++
			continue
		}
		start, hyphens := i, 0
		for i < len(text) && (isIDByte(text[i]) || text[i] == '-' && i+1 < len(text) && isIDByte(text[i+1])) {
			if text[i] == '-' {
				hyphens++
			}
			i++
		}
		first, last := text[start], text[i-1]
		isLetter := 'a' <= first|0x20 && first|0x20 <= 'z'
		isNumbered := i < len(text) && text[i] == '.' // A.5.1, a version
		if hyphens > 0 && isLetter && last >= '0' && last <= '9' && !isNumbered {
			tokens = append(tokens, idToken{text: text[start:i], start: start, end: i, folded: folded})
		}
	}
	return tokens
}

func isIDByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// rangeParts returns the ids that a phrase such as R01からR05まで or R01 及び R02
// names, or nil when it is no such phrase.
func rangeParts(text string) []string {
	for _, word := range []string{"から", "～", "〜", "~", "及び", "並びに", "又は", " and ", " to ", "・", "／", "/"} {
		if a, b, ok := strings.Cut(text, word); ok {
			return []string{strings.TrimSpace(a), strings.TrimSpace(strings.TrimSuffix(b, "まで"))}
		}
	}
	return nil
}
