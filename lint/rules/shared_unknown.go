package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// unknownSigner says what is wrong with a name that stands for nobody, for a
// role, or for more than one person.
func unknownSigner(s *isms.System, one signer) message.Text {
	if one.role != "" {
		return message.Textf("「%s」は役割の名前です。誰のことか分かるように、id か氏名を書いてください",
			"%q is the name of a role, expected the id or name of a person", one.text)
	}
	var alike []string
	for _, person := range s.People.All() {
		family, _, ok := strings.Cut(strings.ReplaceAll(person.Name, "　", " "), " ")
		if ok && fold.Equal(family, one.text) {
			alike = append(alike, person.Name)
		}
	}
	if len(alike) > 1 {
		return message.Textf("「%[1]s」だけでは誰のことか決まりません（%[2]s）。id か氏名を書いてください",
			"%[1]q may be any of %[2]s; expected the id or full name", one.text, listed(alike))
	}
	return unknownPerson(s, one.text)
}

func unknownPerson(s *isms.System, name string) message.Text {
	var known []string
	for _, person := range s.People.All() {
		known = append(known, person.ID, person.Name)
	}
	near := schema.Nearest(name, known)
	if near == "" {
		near = schema.Nearest(fold.Text(name), known)
	}
	if near != "" {
		return message.Textf("「%s」という人は [[people]] に登録されていません。「%s」のことですか", "there is no person %q in [[people]]; did you mean %q", name, near)
	}
	return message.Textf("「%s」という人は [[people]] に登録されていません。ismslint.toml に id と氏名を登録してください",
		"there is no person %q in [[people]]; declare the person with id and name in ismslint.toml", name)
}

func unknownRoleID(s *isms.System, role string) message.Text {
	var known []string
	for _, info := range s.Roles.All() {
		known = append(known, string(info.Role))
	}
	if near := schema.Nearest(role, known); near != "" {
		return message.Textf("「%s」という役割はありません。「%s」のことですか", "there is no role %q; did you mean %q", role, near)
	}
	return message.Textf("「%s」という役割はありません。独自の役割は [role_names] に登録してください",
		"there is no role %q; declare a role of your own in [role_names]", role)
}
