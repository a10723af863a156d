package rules

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var policyWording = &lint.Rule{
	Name:         "policy/wording",
	Severity:     lint.Warning,
	Requirements: []string{"A01-5"},
	Clauses:      []string{"5.2", "5.3"},
	Controls:     []string{"A.5.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報セキュリティ基本方針の委員会の名称か用語の表記（情報）が、マニュアルと異なります",
			EN: "the information security policy names the committee, or spells a term (info), otherwise than the manual does",
		},
		Why: message.Text{
			JA: "基本方針は社外の人も読みます。マニュアルと違う名称の委員会は、存在しない会議体に見えます。「推進委員会」のような略した呼び方は対象になりません",
			EN: "outsiders read the policy; a committee with another name than in the manual looks like one that does not exist. Short forms such as committee are left alone",
		},
		Wrong: wordingExample("情報セキュリティ委員会"),
		Right: wordingExample("ISMS推進委員会"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		var manual *isms.File
		for _, f := range s.OfEntry(manualForm) {
			if manual == nil && isManual(f) {
				manual = f
			}
		}
		if manual == nil {
			return
		}
		for _, f := range s.OfEntry(basicPolicyForm) {
			if f.Kind == isms.Controlled && f.Meta.Status != isms.Obsolete {
				compareCommittee(p, f, manual)
				compareSpelling(p, f, manual)
			}
		}
	},
}

// compareCommittee reports a name of the committee that the manual does not use
// though it uses another.
func compareCommittee(p *lint.Pass, policy, manual *isms.File) {
	names := committeeNames(p.Roles)
	own, theirs := firstPlaces(policy, names), firstPlaces(manual, names)
	if len(theirs) == 0 {
		return
	}
	used := theirs[0]
	for _, n := range own {
		if slices.ContainsFunc(theirs, func(t namedPlace) bool { return strings.Contains(asciiLower(t.name), asciiLower(n.name)) }) {
			continue
		}
		p.Report(lint.Finding{File: policy.Path, Span: &n.span, Message: message.Textf(
			"委員会の名称「%[1]s」が、マニュアルの「%[2]s」と異なります。どちらかにそろえてください",
			"the committee is called %[1]q here but %[2]q in the manual, expected one name", n.name, used.name),
			Related: related(manual, used.span, "マニュアルの名称", "the name in the manual")})
	}
}

// committeeNames returns the names of the committee that cannot be those of
// another one, the longest first.
func committeeNames(roles *isms.Roles) []string {
	info, _ := roles.Info(isms.Committee)
	var names []string
	for _, n := range append([]string{info.Name.JA, info.Name.EN}, info.Aliases...) {
		if strings.HasSuffix(n, "委員会") && utf8.RuneCountInString(n) > len([]rune("推進委員会")) || strings.HasSuffix(asciiLower(n), " committee") {
			names = append(names, n)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return names
}

// namedPlace is the first place of a name in a file.
type namedPlace struct {
	name string
	span source.Span
}

// firstPlaces returns where each of the names stands first, in the order of the
// file, and not as a part of a longer one. names are sorted, the longest first.
func firstPlaces(f *isms.File, names []string) []namedPlace {
	var out []namedPlace
	ownBlocks(f, func(b *document.Block) bool {
		rest := asciiLower(b.Text)
		for _, n := range names {
			name := asciiLower(n)
			i := strings.Index(rest, name)
			if i < 0 {
				continue
			}
			if !slices.ContainsFunc(out, func(o namedPlace) bool { return asciiLower(o.name) == name }) {
				out = append(out, namedPlace{b.Text[i : i+len(name)], b.Source(i, i+len(name))})
			}
			rest = strings.ReplaceAll(rest, name, strings.Repeat("\x00", len(name)))
		}
		return true
	})
	return out
}
