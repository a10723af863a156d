package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// nameUnderPolicy is a name that stands beside, below or above the title of the
// president.
type nameUnderPolicy struct {
	name string
	span source.Span
}

// signatures finds the names that sign a text as president.
func signatures(p *lint.Pass, d *document.Document) []nameUnderPolicy {
	info, _ := p.Roles.Info(isms.President)
	titles := append([]string{info.Name.JA, info.Name.EN}, info.Aliases...)
	for i, t := range titles {
		titles[i] = asciiLower(t)
	}
	var out []nameUnderPolicy
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == document.Paragraph && !b.Quoted {
			out = append(out, signaturesIn(b, titles)...)
		}
	}
	return out
}

func signaturesIn(b *document.Block, titles []string) []nameUnderPolicy {
	var out []nameUnderPolicy
	lines := strings.Split(b.Text, "\n")
	offset := 0
	add := func(name string, at int) {
		out = append(out, nameUnderPolicy{name, b.Source(at, at+len(name))})
	}
	for i, line := range lines {
		name, at, alone := signedName(line, titles)
		switch {
		case name != "":
			add(name, offset+at)
		case alone && i > 0 && line[0] < utf8.RuneSelf: // English letters carry the title below the name
			if name, at := nameOf(lines[i-1]); name != "" {
				add(name, offset-1-len(lines[i-1])+at)
			}
		case alone && i+1 < len(lines):
			if name, at := nameOf(lines[i+1]); name != "" {
				add(name, offset+len(line)+1+at)
			}
		}
		offset += len(line) + 1
	}
	return out
}

// signedName returns the name on a line such as 代表取締役社長　佐藤 花子,
// President: Hanako Sato, or Hanako Sato, President, and where it begins. alone
// reports a line that gives the title, perhaps after the company, and no name.
func signedName(line string, titles []string) (name string, at int, alone bool) {
	start, end := titleIn(line, titles)
	if start < 0 {
		return "", 0, false
	}
	rest := line[end:]
	if trimmed := strings.TrimLeft(rest, " \t　:：,、"); trimmed != rest {
		if name, at := nameOf(trimmed); name != "" {
			return name, len(line) - len(trimmed) + at, false
		}
	}
	before := strings.TrimRight(line[:start], " \t　")
	if left := strings.TrimRight(before, ",，、(（/／ "); left != before {
		if name, at := nameOf(left); name != "" {
			return name, at, false
		}
	}
	return "", 0, utf8.RuneCountInString(before) <= 30 && strings.Trim(rest, " \t　:：") == ""
}

// titleIn returns where the title of the president stands in a line, from the
// first to the last of several (President and CEO), or -1. Deputies and former
// presidents have other titles.
func titleIn(line string, titles []string) (start, end int) {
	lower := asciiLower(line)
	start, end = -1, -1
	for _, t := range titles {
		i := strings.Index(lower, t)
		for i >= 0 && t[0] < utf8.RuneSelf && !isWord(lower, i, i+len(t)) {
			next := strings.Index(lower[i+1:], t)
			if next < 0 {
				i = -1
				break
			}
			i += 1 + next
		}
		if i < 0 {
			continue
		}
		if start < 0 || i < start {
			start = i
		}
		end = max(end, i+len(t))
	}
	if start < 0 {
		return -1, -1
	}
	before := strings.TrimRight(lower[:start], " ")
	for _, other := range []string{"副", "元", "前", "旧", "次期", "vice", "vice-", "deputy", "former", "assistant"} {
		if strings.HasSuffix(before, other) {
			return -1, -1
		}
	}
	return start, end
}

// isWord reports whether s[start:end] is not a part of a longer English word.
func isWord(s string, start, end int) bool {
	letter := func(i int) bool { return i >= 0 && i < len(s) && 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z' }
	return !letter(start-1) && !letter(end)
}
