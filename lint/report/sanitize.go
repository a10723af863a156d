package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes a text from a document fit for one line of output: characters
// that move the cursor, change the direction of writing or cannot be seen are
// replaced by something that can. Control characters become their pictures
// (␛), others their code point ([U+202E]), stray bytes their value ([0x9B]).
func clean(s string) string {
	return replaceHidden(s, func(rune) bool { return false })
}

// cleanBlock is clean for a text of several lines: tabs and ends of lines stay.
func cleanBlock(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return replaceHidden(s, func(r rune) bool { return r == '\n' || r == '\t' })
}

// safe is clean for output that a CI runner may read line by line: it also
// breaks the mark of a workflow command that may stand anywhere in a line.
func safe(s string) string { return breakCommands(clean(s)) }

// safeBlock is safe for a text of several lines.
func safeBlock(s string) string { return breakCommands(cleanBlock(s)) }

func replaceHidden(s string, keep func(rune) bool) string {
	start := firstHidden(s, keep)
	if start < 0 {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:start])
	for i := start; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, "[0x%02X]", s[i])
		case hidden(r) && !keep(r):
			b.WriteString(picture(r))
		default:
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

func firstHidden(s string, keep func(rune) bool) int {
	for i, r := range s {
		if r == utf8.RuneError || hidden(r) && !keep(r) {
			return i
		}
	}
	return -1
}

// hidden reports whether r must not reach an output as it is. Variation
// selectors may: Japanese personal names are written with them. So may
// private-use characters, in which companies keep their own characters.
func hidden(r rune) bool {
	if r >= ' ' && r < 0x7F {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || r&0xFFFE == 0xFFFE
}

func picture(r rune) string {
	switch {
	case r < ' ':
		return string('␀' + r)
	case r == 0x7F:
		return "␡"
	default:
		return fmt.Sprintf("[U+%04X]", r)
	}
}

// breakCommands puts a backslash into ##[command] and ##vso[command], which
// the runners of GitHub and Azure obey wherever in a line they stand.
func breakCommands(s string) string {
	var b strings.Builder
	last := 0
	for i := range len(s) {
		if commandBracket(s, i) {
			b.WriteString(s[last:i])
			b.WriteByte('\\')
			last = i
		}
	}
	if last == 0 {
		return s
	}
	b.WriteString(s[last:])
	return b.String()
}

// commandBracket reports whether the byte at i is the bracket of ##name[.
func commandBracket[T string | []byte](s T, i int) bool {
	if s[i] != '[' {
		return false
	}
	for i > 0 && isLetter(s[i-1]) {
		i--
	}
	return i >= 2 && s[i-1] == '#' && s[i-2] == '#'
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// linePath makes a path fit to begin a line: a runner takes a line that
// begins with :: for a command, and ignores blanks before it.
func linePath(path string) string {
	path = safe(path)
	if strings.HasPrefix(strings.TrimSpace(path), ":") {
		return "./" + path
	}
	return path
}
