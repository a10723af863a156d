package rules

import (
	"path"
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// copyMark returns the part of a file's name that marks it as a copy or as one
// version of several, as written after normalisation, or "". What belongs to
// the number or the title of the document marks nothing.
func copyMark(f *isms.File) string {
	stem := strings.ToLower(fold.Text(strings.TrimSuffix(f.Name(), path.Ext(f.Name()))))
	if id := strings.ToLower(fold.Text(f.ID())); f.ID() != f.Path {
		stem = strings.Replace(stem, id, "#", 1)
	}
	mark := markAtEnd(stem)
	if mark == "" {
		mark = markAtStart(stem)
	}
	if mark == "" || strings.Contains(fold.Key(f.Meta.Title.Text), fold.Key(mark)) {
		return ""
	}
	return mark
}

// markAtEnd reads marks such as _v2, (1), _最終, のコピー, " - copy 2".
func markAtEnd(stem string) string {
	if mark := numberInBrackets(stem); mark != "" {
		return mark
	}
	bare := strings.TrimRight(stem, ")] ")
	word := strings.TrimRight(bare, "0123456789. ")
	for _, w := range []string{"最終版", "最終", "確定版", "最新版", "コピー", "旧版"} {
		if strings.HasSuffix(word, w) && len(word) > len(w) {
			return w
		}
	}
	for _, w := range []string{"final", "copy", "old", "bak", "旧"} {
		if before, ok := strings.CutSuffix(word, w); ok && separated(before) {
			return w
		}
	}
	if len(word) == len(bare) {
		return ""
	}
	for _, w := range []string{"version", "ver", "v", "rev"} {
		if before, ok := strings.CutSuffix(word, w); ok && separated(before) {
			return strings.TrimSpace(bare[len(before):])
		}
	}
	return ""
}

// markAtStart reads marks such as 旧_ and "copy of ".
func markAtStart(stem string) string {
	for _, w := range []string{"旧", "コピー", "old", "bak"} {
		if rest, ok := strings.CutPrefix(stem, w); ok && rest != "" && (strings.ContainsRune("_-#. ", rune(rest[0])) || strings.HasPrefix(rest, "~")) {
			return w
		}
	}
	if strings.HasPrefix(stem, "copy of ") {
		return "copy of"
	}
	return ""
}

// numberInBrackets reads the (1) that browsers and file managers add. Four
// digits are a year.
func numberInBrackets(stem string) string {
	i := strings.LastIndexByte(stem, '(')
	if i <= 0 || !strings.HasSuffix(stem, ")") {
		return ""
	}
	number := stem[i+1 : len(stem)-1]
	if len(number) < 1 || len(number) > 2 || strings.Trim(number, "0123456789") != "" {
		return ""
	}
	return stem[i:]
}

// separated reports whether a word may begin behind the text.
func separated(before string) bool {
	return before != "" && strings.ContainsRune("_-#.( [", rune(before[len(before)-1]))
}

// obsoleteFolder returns the first folder of a path whose name says that what
// is in it is out of use, or "".
func obsoleteFolder(p string) string {
	for _, folder := range strings.Split(path.Dir(p), "/") {
		name := strings.TrimLeftFunc(fold.Key(folder), func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune("_-.", r) })
		switch name {
		case "廃止", "廃止文書", "廃版", "旧", "旧版", "旧文書", "過去版", "アーカイブ",
			"obsolete", "archive", "archives", "archived", "old", "withdrawn", "superseded":
			return folder
		}
	}
	return ""
}
