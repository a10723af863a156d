package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/standard"
)

// clauseForms are the documents of the built-in catalogue that carry the
// documented information of a clause (domain §10), by edition.
func clauseForms(e standard.Edition) map[string][]string {
	forms := map[string][]string{
		"4.3": {"ISMS-A-03"}, "5.2": {"ISMS-A-01"}, "6.1.2": {"ISMS-A-03"}, "6.1.3": {"ISMS-A-02", "ISMS-A-03", "ISMS-B-03"},
		"6.2": {"ISMS-B-26"}, "7.2": {"ISMS-B-08", "ISMS-B-09", "ISMS-B-21"}, "7.5.1": {"ISMS-A-03", "ISMS-A-05"}, "8.1": {"ISMS-A-04"},
		"8.2": {"ISMS-B-02"}, "8.3": {"ISMS-B-03"}, "9.1": {"ISMS-B-10", "ISMS-B-11"},
	}
	audits, reviews, actions := []string{"ISMS-B-20", "ISMS-B-22", "ISMS-B-23"}, []string{"ISMS-B-25"}, []string{"ISMS-B-24"}
	switch e {
	case standard.Edition2022:
		forms["9.2.2"], forms["9.3.3"], forms["10.2"] = audits, reviews, actions
	case standard.Edition2013:
		forms["9.2"], forms["9.3"], forms["10.1"] = audits, reviews, actions
	}
	return forms
}

// requiredClauses returns the clauses that ask for documented information, as
// far as that is well attested.
func requiredClauses(std *standard.Standard, e standard.Edition) []*standard.Clause {
	var out []*standard.Clause
	for _, c := range std.Clauses(e) {
		if c.Documented && c.DocumentedConfidence == standard.TwoSources {
			out = append(out, c)
		}
	}
	return out
}

// carries reports whether the front matter of a file says that it carries the
// documented information of a clause, of a part of it or of the whole that it
// is part of.
func carries(f *isms.File, clause string) bool {
	for _, v := range f.Meta.Clauses {
		stated := fold.Text(v.Text)
		if i := strings.IndexFunc(stated, func(r rune) bool { return r != '.' && (r < '0' || r > '9') }); i >= 0 {
			stated = strings.TrimSpace(stated[:i])
		}
		if concernsClause(strings.Trim(stated, "."), clause) {
			return true
		}
	}
	return false
}

// concernsClause reports whether a stated clause is the given one, a part of it or
// the whole that it is part of.
func concernsClause(stated, clause string) bool {
	return stated == clause || stated != "" && (strings.HasPrefix(stated, clause+".") || strings.HasPrefix(clause, stated+"."))
}
