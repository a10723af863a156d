package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// signer is one name in a cell or field for signatures: a person, a role that
// stands for whoever held it, or neither when it cannot be resolved.
type signer struct {
	person *config.Person
	role   isms.Role
	text   string
}

func (s signer) known() bool { return s.person != nil || s.role != "" }

// findSigner resolves one name, which may come with a title or a seal (社長
// 佐藤, 佐藤課長, 田中 印).
func findSigner(p *lint.Pass, text string) signer {
	text = strings.TrimSpace(text)
	s := signer{person: p.People.Signed(text), text: text}
	if s.person != nil {
		return s
	}
	if role, ok := p.Roles.ByName(text); ok {
		s.role = role
		return s
	}
	if bare := withoutTitles(p, text); bare != text && bare != "" {
		s.person = p.People.Signed(bare)
	}
	return s
}

// signersIn resolves the names in a cell. Several are separated by commas,
// slashes or line breaks (design §2.2); a date beside a name is no name.
func signersIn(p *lint.Pass, text string) []signer {
	var out []signer
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n,，、;；/／", r) }) {
		if isBesideName(part) {
			continue
		}
		out = append(out, findSigner(p, part))
	}
	return out
}

// isBesideName reports whether a part of a cell is none, or a date or a part
// of one such as 04 of 2024/04/01.
func isBesideName(part string) bool {
	if (isms.Value{Text: part}).None() || strings.Trim(part, "0123456789. ") == "" {
		return true
	}
	_, _, ok := date.Parse(strings.TrimSpace(part))
	return ok
}

// otherTitles are titles before or after names that are no roles of the ISMS.
var otherTitles = []string{"会長", "副社長", "専務", "常務", "取締役", "執行役員", "本部長", "次長", "課長", "室長", "係長", "主任", "様", "氏", "殿", "印", "㊞"}

// withoutTitles drops what stands in brackets, and titles at either end.
func withoutTitles(p *lint.Pass, text string) string {
	if i := strings.IndexAny(text, "(（"); i >= 0 {
		text = text[:i]
	}
	titles := otherTitles
	for _, info := range p.Roles.All() {
		titles = append(append(titles, info.Name.JA, info.Name.EN), info.Aliases...)
	}
	for {
		before := text
		for _, t := range titles {
			text = strings.Trim(strings.TrimSuffix(strings.TrimPrefix(text, t), t), " \t　:：")
		}
		if text == before {
			return text
		}
	}
}

// signersOf resolves the names of a field of the front matter.
func signersOf(p *lint.Pass, n isms.Names) []signer {
	out := make([]signer, 0, len(n.Each))
	for _, v := range n.Each {
		out = append(out, findSigner(p, v.Text))
	}
	return out
}

// allPersons reports whether every signer is a known person, and there is one.
func allPersons(signers []signer) bool {
	for _, s := range signers {
		if s.person == nil {
			return false
		}
	}
	return len(signers) > 0
}

// listPersons lists the names of the signers.
func listPersons(signers []signer) message.Text {
	var out []string
	for _, s := range signers {
		name := s.text
		if s.person != nil {
			name = s.person.Name
		}
		out = append(out, name)
	}
	return listed(out)
}
