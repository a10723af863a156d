package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/standard"
)

// ControlID reads a cell that names one control: an id of Annex A, with or
// without its letter (5.1), in the form A.5.1, or the id of a control of the
// organisation's own, which has a prefix other than A (S-01, CLD.6.3.1). It is
// "" for anything else.
func ControlID(text string) string {
	id, _ := controlID(text)
	return id
}

func controlID(text string) (id string, own bool) {
	if id, ok := standard.ParseID(text); ok {
		return id, false
	}
	const longest = 40
	if text == "" || len(text) > longest {
		return "", false
	}
	text = strings.ToUpper(strings.ReplaceAll(fold.Text(text), " ", ""))
	if isNumbers(text) {
		if id, ok := standard.ParseID("A." + text); ok && strings.Contains(text, ".") {
			return id, false
		}
		return "", false
	}
	if isOwnID(text) {
		return text, true
	}
	return "", false
}

// statedID is controlID for a cell that may hold the title behind the id.
func statedID(text string) (id string, own bool) {
	if id, own = controlID(text); id != "" {
		return id, own
	}
	const blanks = " \n\u3000:："
	i := strings.IndexAny(text, blanks)
	if i < 0 || strings.ContainsAny(fold.Text(text[i:]), "0123456789") {
		return "", false
	}
	if id, own = controlID(text[:i]); own {
		return "", false
	}
	return id, false
}

func isNumbers(s string) bool {
	return strings.Trim(s, "0123456789.") == "" && s[0] != '.'
}

// isOwnID reports whether the text is letters, then numbers with points or
// hyphens between them. An A alone is the letter of Annex A.
func isOwnID(s string) bool {
	letters := 0
	for letters < len(s) && 'A' <= s[letters] && s[letters] <= 'Z' {
		letters++
	}
	rest := s[letters:]
	if letters == 0 || s[:letters] == "A" || rest == "" || strings.Trim(rest, "0123456789.-") != "" {
		return false
	}
	last := rest[len(rest)-1]
	return '0' <= last && last <= '9'
}
