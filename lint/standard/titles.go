package standard

import (
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/lint/message"
	"golang.org/x/text/unicode/norm"
)

// Titles are the names of a control, group or clause.
type Titles struct {
	// TitleJA and TitleEN are the titles as the standards print them, as far
	// as is known; "" where nothing is.
	TitleJA, TitleEN string
	// AliasesJA and AliasesEN are other wordings in use.
	AliasesJA, AliasesEN []string
	// ConfidenceJA and ConfidenceEN are those of the titles.
	ConfidenceJA, ConfidenceEN Confidence
	// ContestedJA reports that sources disagree about the Japanese title. The
	// other wordings are among the aliases and as good as the title.
	ContestedJA bool
}

// Accepts reports whether title is one of the known names, Japanese or
// English, in the sense of [SameTitle].
func (t *Titles) Accepts(title string) bool {
	folded := foldTitle(title)
	if folded == "" {
		return false
	}
	for _, names := range [...][]string{{t.TitleJA, t.TitleEN}, t.AliasesJA, t.AliasesEN} {
		for _, name := range names {
			if name == title || foldTitle(name) == folded {
				return true
			}
		}
	}
	return false
}

// TitleCertain reports whether the title in the given language is attested
// well enough that another wording may be called wrong.
func (t *Titles) TitleCertain(lang message.Language) bool {
	if lang == message.Japanese {
		return t.ConfidenceJA == TwoSources
	}
	return t.ConfidenceEN == TwoSources
}

// Title returns the title in the given language, or in the other where that
// is unknown.
func (t *Titles) Title(lang message.Language) string {
	if lang == message.Japanese && t.TitleJA != "" || t.TitleEN == "" {
		return t.TitleJA
	}
	return t.TitleEN
}

// SameTitle reports whether two titles are equal but for orthography: width,
// composition and case of characters, blanks, hyphens and middle dots, 、 and
// ，, または and 又は, および and 及び, 脆弱性 and ぜい弱性, 手続き and 手続.
func SameTitle(a, b string) bool {
	return a == b || foldTitle(a) == foldTitle(b)
}

// LanguageOf returns the language in which a title is written: Japanese when
// it has a kana or kanji, and otherwise English.
func LanguageOf(title string) message.Language {
	for _, r := range title {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			return message.Japanese
		}
	}
	return message.English
}

// foldTitle maps titles that [SameTitle] holds for equal to one text.
func foldTitle(title string) string {
	s := strings.Map(foldRune, norm.NFKC.String(title))
	for _, pair := range [...][2]string{
		{"または", "又は"}, {"および", "及び"}, {"脆弱", "ぜい弱"}, {"手続き", "手続"},
	} {
		s = strings.ReplaceAll(s, pair[0], pair[1])
	}
	return s
}

func foldRune(r rune) rune {
	switch {
	case r == '、':
		return ','
	case unicode.IsSpace(r), unicode.Is(unicode.Cf, r): // Cf: zero-width and soft hyphens
		return -1
	case unicode.Is(unicode.Pd, r), r == '\u2212':
		return -1
	case r == '・', r == '·', r == '•', r == '‧', r == '⋅':
		return -1
	}
	return unicode.ToLower(r)
}
