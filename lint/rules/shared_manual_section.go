package rules

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/standard"
)

// enoughClauses is the number of sections with the number and title of a clause
// from which a manual is taken to follow the standard.
const enoughClauses = 3

// ownSections returns the sections of clauses 4 to 10 that are numbered as a
// clause but are none, and whether the other sections follow the clauses.
func ownSections(f *isms.File, std *standard.Standard, e standard.Edition) (own []*document.Heading, follows bool) {
	clauses := 0
	for i := range f.Doc.Headings {
		h := &f.Doc.Headings[i]
		number := strings.Trim(fold.Text(h.Number), ".")
		parts := strings.Split(number, ".")
		if chapter, err := strconv.Atoi(parts[0]); err != nil || chapter < 4 || chapter > 10 || len(parts) != 2 && len(parts) != 3 {
			continue
		}
		switch c, ok := std.Clause(e, number); {
		case ok && c.Accepts(h.Title):
			clauses++
		case !ok && !hasParts(std, e, strings.Join(parts[:len(parts)-1], ".")): // a part of a clause that the standard does not divide
		case !ok, isOtherClause(std, e, number, h.Title), !alike(h.Title, &c.Titles):
			own = append(own, h)
		}
	}
	return own, clauses >= enoughClauses
}

// hasParts reports whether the standard divides a clause or chapter.
func hasParts(std *standard.Standard, e standard.Edition, number string) bool {
	for _, c := range std.Clauses(e) {
		if c.Parent == number || c.Parent == "" && strings.HasPrefix(c.Number, number+".") {
			return true
		}
	}
	return false
}

// isOtherClause reports whether a title is that of a clause that the one with
// the number is no part of.
func isOtherClause(std *standard.Standard, e standard.Edition, number, title string) bool {
	for _, c := range std.Clauses(e) {
		if c.Accepts(title) && !strings.HasPrefix(number, c.Number+".") {
			return true
		}
	}
	return false
}

// alike reports whether a title shares a telling part with that of a clause, so
// that it may be another wording of it.
func alike(title string, t *standard.Titles) bool {
	key := fold.Key(title)
	for _, name := range []string{fold.Key(t.TitleJA), fold.Key(t.TitleEN)} {
		if name != "" && (strings.Contains(key, name) || key != "" && strings.Contains(name, key)) {
			return true
		}
		if sharesRun(key, name) {
			return true
		}
	}
	return false
}

// sharesRun reports whether two keys share a run of three Japanese or six ASCII
// characters; 情報セキュリティ and リスク, which half of the titles have, do not count.
func sharesRun(a, b string) bool {
	common := strings.NewReplacer("情報セキュリティ", " ", "informationsecurity", " ", "マネジメントシステム", " ", "managementsystem", " ")
	a, b = common.Replace(a), common.Replace(b)
	for i := range a {
		n := 6
		if a[i] >= utf8.RuneSelf {
			n = 3 * 3
		}
		if i+n <= len(a) && !strings.Contains(a[i:i+n], " ") && a[i:i+n] != "リスク" && strings.Contains(b, a[i:i+n]) {
			return true
		}
	}
	return false
}

// hasClauseTable reports whether a table of the file maps sections to clauses.
func hasClauseTable(f *isms.File) bool {
	for i := range f.Doc.Tables {
		section, clause := false, false
		for _, cell := range f.Doc.Tables[i].Header {
			key := fold.Key(cell.Text)
			switch {
			case containsOneOf(key, "箇条", "規格", "27001", "clause", "standard"):
				clause = true
			case containsOneOf(key, "節", "章", "項", "本書", "マニュアル", "section", "chapter", "manual"):
				section = true
			}
		}
		if section && clause {
			return true
		}
	}
	return false
}
