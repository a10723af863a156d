package rules

import (
	"bytes"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

// knownRoles are the names of roles that an ISMS knows: those of the
// configuration and those that its documents define.
type knownRoles struct {
	system *isms.System
	// configured remembers which names the configuration knows.
	configured map[string]bool
}

func newKnownRoles(s *isms.System) *knownRoles {
	return &knownRoles{system: s, configured: map[string]bool{}}
}

// roleDefinitions finds the files that define a name, in a table or by a
// heading, by the form of [fold.Key].
var roleDefinitions = isms.NewIndex("role-definition", func(f *isms.File, add func(string)) {
	const longest = 90 // bytes of a name
	define := func(name string) {
		if len(name) <= longest {
			add(fold.Key(name))
		}
	}
	for i := range f.Doc.Tables {
		defineInTable(&f.Doc.Tables[i], define)
	}
	for i := range f.Doc.Headings {
		define(f.Doc.Headings[i].Title)
	}
})

// defineInTable finds the names in the column of a table that defines roles or
// terms.
func defineInTable(t *document.Table, define func(name string)) {
	column := columnOf(t, func(key string) bool {
		return slices.Contains(roleHeaders, key) || key == "用語" || key == "term" || key == "呼称"
	})
	// Whoever does what a row is about is named behind it.
	if column < 0 || column > 0 && isActorLabel(t.Header[column].Text) {
		return
	}
	for _, row := range t.Rows {
		if column < len(row.Cells) {
			for _, name := range splitRoles(row.Cells[column].Text) {
				bare, _, _ := strings.Cut(strings.ReplaceAll(name, "（", "("), "(")
				define(bare)
			}
		}
	}
}

// inConfiguration reports whether the configuration knows a name, perhaps with
// a determiner.
func (k *knownRoles) inConfiguration(name string) bool {
	known, ok := k.configured[name]
	if !ok {
		known = hasName(name, func(n string) bool { _, found := k.system.Roles.ByName(n); return found })
		k.configured[name] = known
	}
	return known
}

// inDocuments reports whether a document defines a role of that name: in a
// table, by a heading, or by a sentence that sets it up.
func (k *knownRoles) inDocuments(name string) bool {
	if hasName(name, func(n string) bool { return k.system.Has(roleDefinitions, fold.Key(n)) }) {
		return true
	}
	for _, f := range k.system.Files() {
		for _, verb := range []string{"を置", "を任命", "を選任", "を指名", "を定め", "を設", "とする", "という", "」という"} {
			if bytes.Contains(f.Doc.Source, []byte(name+verb)) {
				return true
			}
		}
	}
	return false
}

// hasName reports whether a name is known as it stands or without determiners.
func hasName(name string, known func(string) bool) bool {
	if _, after, ok := strings.Cut(name, "兼"); ok {
		name = after
	}
	for !known(name) {
		shorter := name
		for _, d := range determiners {
			shorter = strings.TrimPrefix(shorter, d)
		}
		if shorter = strings.TrimSpace(shorter); shorter == name {
			return false
		}
		name = shorter
	}
	return true
}

// judge reports whether an actor has no known role though it must be meant for
// one, and the known name that is near to it, if any.
func (k *knownRoles) judge(a actor) (near string, unknown bool) {
	if k.inConfiguration(a.name) {
		return "", false
	}
	if near, unknown = k.suspect(a); !unknown || k.inDocuments(a.name) {
		return "", false
	}
	return near, true
}

// suspect judges a name that the configuration does not know by its words.
func (k *knownRoles) suspect(a actor) (near string, unknown bool) {
	a.name = fold.Text(a.name)
	if a.english {
		last := strings.LastIndexByte(a.name, ' ')
		near = k.near(a.name[:last], asciiLower(a.name[last:]))
		return near, (near != "" || containsOneOf(a.name, "Security", "ISMS")) && !containsOneOf(a.name, "Supplier", "Customer", "Vendor", "Client", "Provider")
	}
	if strings.HasSuffix(a.name, chairEnding) {
		return "", !containsOneOf(a.name, others...) && !k.isChairKnown(a.name)
	}
	ending := a.name[len(a.name)-len("責任者"):]
	subject := strings.TrimSuffix(a.name, ending)
	if subject == "" || endsWithAny(subject, units) || containsOneOf(subject, others...) {
		return "", false
	}
	switch ending {
	case "責任者":
		return k.near(subject, ending), containsOneOf(subject, subjects...)
	case "管理者":
		near = k.near(subject, "管理責任者")
		return near, near != ""
	}
	return k.near(subject, ending), containsOneOf(subject, "セキュリティ", "ISMS")
}

// near returns the name in the configuration with an ending whose rest is
// nearest to that of a name, or "".
func (k *knownRoles) near(subject, ending string) string {
	names := map[string]string{}
	var candidates []string
	for _, info := range k.system.Roles.All() {
		for _, n := range append([]string{info.Name.JA, info.Name.EN}, info.Aliases...) {
			if rest, ok := strings.CutSuffix(asciiLower(n), ending); ok && rest != "" {
				candidates = append(candidates, rest)
				names[rest] = n
			}
		}
	}
	return names[schema.Nearest(asciiLower(subject), candidates)]
}

func endsWithAny(s string, suffixes []string) bool {
	return slices.ContainsFunc(suffixes, func(x string) bool { return strings.HasSuffix(s, x) })
}
