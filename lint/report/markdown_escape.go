package report

import "strings"

// mdText makes a text from a document plain text in a Markdown table cell or
// behind other text in a line.
//
// A backslash ends what Markdown itself would read. Forges read the rendered
// text once more for mentions, references and addresses, where a backslash no
// longer stands in the way; there a zero-width space, written as an entity,
// separates the mark from the name.
func mdText(s string) string {
	s = clean(s)
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
			continue
		case strings.ContainsRune("\\`*_{}[]<>|~$#", r):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if forgeMark(s, i) {
			b.WriteString("&#8203;")
		}
	}
	return b.String()
}

// forgeMark reports whether a forge would make a link of the byte at i and
// what follows: @name, #12, !34, ~label, %milestone, $56, https://, www.name.
func forgeMark(s string, i int) bool {
	next := s[i+1:]
	if next == "" {
		return false
	}
	switch s[i] {
	case '@', '#', '!', '~', '%', '$':
		return isWord(next[0]) || next[0] == '"'
	case ':':
		return strings.HasPrefix(next, "//") || strings.HasSuffix(strings.ToLower(s[:i]), "mailto")
	case '.':
		return strings.HasSuffix(strings.ToLower(s[:i]), "www")
	}
	return false
}

func isWord(c byte) bool { return isLetter(c) || '0' <= c && c <= '9' || c == '_' || c == '-' }

// mdCode renders a name of ours, such as that of a rule, as code.
func mdCode(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 || r != '/' && !isWord(byte(r)) }) {
		return mdText(s)
	}
	return "`" + s + "`"
}

// mdFence renders a block of code between fences that it does not contain.
func mdFence(code, language string) string {
	fence := "```"
	for strings.Contains(code, fence) {
		fence += "`"
	}
	return fence + language + "\n" + strings.TrimRight(code, "\n") + "\n" + fence + "\n"
}
