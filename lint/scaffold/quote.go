package scaffold

import (
	"fmt"
	"strings"
)

// quoted returns s as a string in double quotes that both YAML and TOML read
// as s. The names given here hold no control characters.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// markdown returns s as text in which no character means anything to Markdown
// or HTML, neither at the beginning of a line nor within a line or table cell.
func markdown(s string) string {
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\`*_[]<>|~&#", r) || marksLine(s, i) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// marksLine reports whether the character at i would make s a list item or
// the underline of a heading, if s began a line.
func marksLine(s string, i int) bool {
	switch s[i] {
	case '-', '+', '=':
		return i == 0
	case '.', ')':
		return i > 0 && strings.Trim(s[:i], "0123456789") == ""
	}
	return false
}

// text accepts what templates pass: strings and values that print themselves.
func text(quote func(string) string) func(any) string {
	return func(v any) string { return quote(fmt.Sprint(v)) }
}
