package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
)

// appointmentsIn finds the roles that a cell says are appointed: those before
// を任命 or の任命, and in English those after appoints. Names that are not
// known count when they end as names of roles do.
func appointmentsIn(roles *isms.Roles, b *document.Block) []appointment {
	var out []appointment
	add := func(start, end int) {
		out = append(out, appointment{name: b.Text[start:end], span: b.Source(start, end)})
	}
	for _, verb := range []string{"任命", "選任", "指名"} {
		for from := 0; ; {
			i := strings.Index(b.Text[from:], verb)
			if i < 0 {
				break
			}
			appointeesBefore(roles, b.Text, from+i, add)
			from += i + len(verb)
		}
	}
	if i := strings.Index(asciiLower(b.Text), "appoints "); i >= 0 {
		appointeesAfter(roles, b.Text, i+len("appoints "), add)
	}
	return out
}

// appointeesBefore reads a list such as A、B及びCの要員を, from its end.
func appointeesBefore(roles *isms.Roles, text string, end int, add func(start, end int)) {
	list := text[:end]
	trimmed := strings.TrimSuffix(strings.TrimSuffix(list, "を"), "の")
	if trimmed == list {
		return
	}
	list = trimmed
	for list != "" {
		start := 0
		joiner := 0
		for _, j := range []string{"、", "及び", "並びに", "又は", "と", "・", "，", "。", "\n"} {
			if i := strings.LastIndex(list, j); i >= 0 && i+len(j) > start {
				start, joiner = i+len(j), len(j)
			}
		}
		name, _, _ := strings.Cut(list[start:], "の")
		if !isRoleName(roles, name) {
			return
		}
		add(start, start+len(name))
		list = list[:max(start-joiner, 0)]
	}
}

// appointeesAfter reads a list such as the ISMS manager and the chief auditor.
func appointeesAfter(roles *isms.Roles, text string, start int, add func(start, end int)) {
	for start < len(text) {
		for _, article := range []string{"the ", "a ", "an "} {
			if strings.HasPrefix(text[start:], article) {
				start += len(article)
			}
		}
		rest := text[start:]
		end := len(rest)
		for _, j := range []string{", ", " and ", ".", ";", "\n"} {
			if i := strings.Index(rest, j); i >= 0 {
				end = min(end, i)
			}
		}
		if _, ok := roles.ByName(rest[:end]); !ok {
			return
		}
		add(start, start+end)
		next := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(rest[end:], ","), " "), "and ")
		if next == rest[end:] {
			return
		}
		start = len(text) - len(next)
	}
}

// isRoleName reports whether a Japanese name is that of a known role, or ends
// as names of roles do and says more than the ending.
func isRoleName(roles *isms.Roles, name string) bool {
	if _, ok := roles.ByName(name); ok {
		return true
	}
	for _, ending := range roleEndings {
		if rest, ok := strings.CutSuffix(name, ending); ok && rest != "" && isPlainName(rest) {
			return true
		}
	}
	return false
}

// roleEndings are what names of roles end with.
var roleEndings = []string{"責任者", "管理者", "委員会", "事務局", "監査員", "オーナー"}

// isPlainName reports whether a text is one word of kanji, katakana, letters.
func isPlainName(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !isWordRune(r) && r != ' ' && r != '・' })
}
