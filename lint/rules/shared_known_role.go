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
	names  []string        // as written
	keys   map[string]bool // in the form of [fold.Key]
}

func newKnownRoles(s *isms.System) *knownRoles {
	k := &knownRoles{system: s, keys: map[string]bool{}}
	for _, info := range s.Roles.All() {
		k.names = append(append(k.names, info.Name.JA, info.Name.EN), info.Aliases...)
	}
	for _, f := range s.Files {
		for i := range f.Doc.Tables {
			k.addTable(&f.Doc.Tables[i])
		}
		for i := range f.Doc.Headings {
			k.add(f.Doc.Headings[i].Title)
		}
	}
	return k
}

func (k *knownRoles) add(name string) {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > 90 {
		return
	}
	if key := fold.Key(name); !k.keys[key] {
		k.keys[key] = true
		k.names = append(k.names, name)
	}
}

// addTable adds the names in the column of a table that defines roles or terms.
func (k *knownRoles) addTable(t *document.Table) {
	column := columnOf(t, func(key string) bool {
		return slices.Contains(roleHeaders, key) || key == "用語" || key == "term" || key == "呼称"
	})
	if column < 0 {
		return
	}
	for _, row := range t.Rows {
		if column < len(row.Cells) {
			for _, name := range splitRoles(row.Cells[column].Text) {
				bare, _, _ := strings.Cut(strings.ReplaceAll(name, "（", "("), "(")
				k.add(bare)
			}
		}
	}
}

// has reports whether a name, perhaps with a determiner, is known.
func (k *knownRoles) has(name string) bool {
	if _, after, ok := strings.Cut(name, "兼"); ok {
		name = after
	}
	for {
		if _, ok := k.system.Roles.ByName(name); ok || k.keys[fold.Key(name)] {
			return true
		}
		shorter := name
		for _, d := range determiners {
			shorter = strings.TrimPrefix(shorter, d)
		}
		if shorter = strings.TrimSpace(shorter); shorter == name {
			return false
		}
		name = shorter
	}
}

// judge reports whether an actor has no known role though it must be meant for
// one, and the known name that is near to it, if any.
func (k *knownRoles) judge(a actor) (near string, unknown bool) {
	if k.has(a.name) {
		return "", false
	}
	if a.english {
		last := strings.LastIndexByte(a.name, ' ')
		near = k.near(a.name[:last], asciiLower(a.name[last:]))
		return near, (near != "" || containsOneOf(a.name, "Security", "ISMS")) && !containsOneOf(a.name, "Supplier", "Customer", "Vendor", "Client", "Provider")
	}
	ending := a.name[len(a.name)-len("責任者"):]
	subject := strings.TrimSuffix(a.name, ending)
	if subject == "" || endsWithAny(subject, units) || containsOneOf(subject, others...) {
		return "", false
	}
	switch ending {
	case "責任者":
		near = k.near(subject, ending)
		unknown = containsOneOf(subject, subjects...)
	case "管理者":
		near = k.near(subject, "管理責任者")
		unknown = near != ""
	default:
		near = k.near(subject, ending)
		unknown = containsOneOf(subject, "セキュリティ", "ISMS")
	}
	return near, unknown && !k.defined(a.name)
}

// near returns the known name with an ending whose rest is nearest to that of
// the name, or "".
func (k *knownRoles) near(subject, ending string) string {
	names := map[string]string{}
	var candidates []string
	for _, n := range k.names {
		if rest, ok := strings.CutSuffix(asciiLower(n), ending); ok && rest != "" {
			candidates = append(candidates, rest)
			names[rest] = n
		}
	}
	return names[schema.Nearest(asciiLower(subject), candidates)]
}

// defined reports whether a document sets up the role in a sentence.
func (k *knownRoles) defined(name string) bool {
	for _, f := range k.system.Files {
		for _, verb := range []string{"を置", "を任命", "を選任", "を指名", "を定め", "を設", "とする", "という", "」という"} {
			if bytes.Contains(f.Doc.Source, []byte(name+verb)) {
				return true
			}
		}
	}
	return false
}

func endsWithAny(s string, suffixes []string) bool {
	return slices.ContainsFunc(suffixes, func(x string) bool { return strings.HasSuffix(s, x) })
}
