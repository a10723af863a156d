package scaffold

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/message"
)

// values are what the templates may use.
type values struct {
	Organization string
	// Date is the day of establishment; Today is the same day as texts in the
	// language of the documents write it.
	Date  date.Date
	Today string
	// People are the different people, in the order of their first role.
	People                                        []person
	President, Manager, Secretariat, ChiefAuditor person
	// Release is what a hook or workflow pins: a tag such as v1.2.3, or main.
	Release string
}

// person is one entry of [[people]].
type person struct{ ID, Name string }

// Ref returns what a document calls the person: the name, or the id where
// the name holds a character that separates several names.
func (p person) Ref() string {
	if strings.ContainsAny(p.Name, ",、，;；/／<") {
		return p.ID
	}
	return p.Name
}

// FiscalYear returns the Japanese business year, from April to March, of the
// month n months after the day of establishment, by the year of its April.
func (v values) FiscalYear(n int) int {
	return v.Date.AddMonths(n - 3).Year
}

// Month returns the calendar month n months after the day of establishment,
// as 2006-01.
func (v values) Month(n int) string {
	d := v.Date.AddMonths(n)
	return fmt.Sprintf("%04d-%02d", d.Year, int(d.Month))
}

// newValues completes and checks the options.
func newValues(o Options) (values, error) {
	preset, ok := presets()[o.Language]
	if !ok {
		return values{}, message.Errorf("文書の言語 %q には対応していません（ja 又は en を指定してください）",
			"language %q is not supported, expected ja or en", string(o.Language))
	}
	if o.Date.IsZero() {
		return values{}, message.Errorf("制定日が指定されていません", "the day of establishment is missing")
	}
	v := values{Date: o.Date, Today: o.Date.Format(preset.notation), Release: release(o.Version)}
	var err error
	if v.Organization, err = name(preset.organization, o.Organization, preset.names[0]); err != nil {
		return values{}, err
	}
	holders := []*person{&v.President, &v.Manager, &v.Secretariat, &v.ChiefAuditor}
	for i, given := range []string{o.President, o.Manager, o.Secretariat, o.ChiefAuditor} {
		n, err := name(preset.roles[i], given, preset.names[i+1])
		if err != nil {
			return values{}, err
		}
		*holders[i] = v.enter(n)
	}
	return v, nil
}

// enter returns the person of the given name, a new one when there is none.
func (v *values) enter(name string) person {
	for _, p := range v.People {
		if fold.Equal(p.Name, name) {
			return p
		}
	}
	p := person{ID: fmt.Sprintf("p%03d", len(v.People)+1), Name: name}
	v.People = append(v.People, p)
	return p
}

// name checks one name and returns it without blanks around it, or the
// fallback when it is empty.
func name(what message.Text, given, fallback string) (string, error) {
	given = strings.TrimSpace(given)
	if given == "" {
		return fallback, nil
	}
	if !utf8.ValidString(given) {
		return "", message.Errorf("%s %q が UTF-8 の文字列ではありません", "%s %q is not UTF-8 text", what, given)
	}
	for _, r := range given {
		if forbidden(r) {
			return "", message.Errorf(
				"%s %q に使えない文字 %U（改行などの制御文字）が含まれています。取り除いて指定してください",
				"%s %q contains the control character %U, expected text on one line", what, given, r)
		}
	}
	return given, nil
}

// forbidden reports characters that have no place in a name and would break
// or disguise a line of YAML, TOML or Markdown: controls, line separators,
// marks that reverse the direction of writing, and non-characters. Joiners and
// private-use characters occur in names of people (外字) and may stay.
func forbidden(r rune) bool {
	switch {
	case r == '\u200c' || r == '\u200d':
		return false
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Zl, unicode.Zp):
		return true
	}
	return r&0xfffe == 0xfffe || 0xfdd0 <= r && r <= 0xfdef
}

// release returns the tag of a released version, and main for any other text
// such as (devel): a pinned version must exist.
func release(version string) string {
	number := strings.TrimPrefix(strings.TrimSpace(version), "v")
	if !regexp.MustCompile(`^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}(-(alpha|beta|rc)(\.?\d{1,4})?)?$`).MatchString(number) || number == "0.0.0" {
		return "main"
	}
	return "v" + number
}
