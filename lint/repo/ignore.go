package repo

import (
	"path"
	"strings"
	"unicode/utf8"
)

// ignoreRules are the lines of one .gitignore file, or of .git/info/exclude.
type ignoreRules struct {
	dir   string // "" or "a/b/": the rules hold for what is below it
	rules []ignoreRule
}

// ignoreRule is one line of a .gitignore file. It stands in for go-git's Pattern,
// which reads [!a] as [a] does and gives up after the first match behind a **:
// documents would be lost, or ignored ones checked.
type ignoreRule struct {
	negated bool // what matches is taken in again
	folder  bool // matches folders only
	// parts are the pattern between slashes. A pattern without a slash is one
	// part that is compared with the last part of a path.
	parts    []string
	anchored bool
	literal  bool // no part has a wildcard
}

// parseIgnore reads a .gitignore file as gitignore(5) has it.
func parseIgnore(dir, content string) ignoreRules {
	r := ignoreRules{dir: dir}
	for line := range strings.Lines(strings.TrimPrefix(content, "\ufeff")) {
		line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
		if rule, ok := parseIgnoreLine(line); ok {
			r.rules = append(r.rules, rule)
		}
	}
	return r
}

func parseIgnoreLine(line string) (ignoreRule, bool) {
	var r ignoreRule
	line = trimBlanks(line)
	if line == "" || line[0] == '#' {
		return r, false
	}
	line, r.negated = strings.CutPrefix(line, "!")
	line, r.folder = strings.CutSuffix(line, "/")
	r.anchored = strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	if line == "" {
		return r, false
	}
	r.literal = !strings.ContainsAny(line, `*?[\`)
	// Go negates a class with ^ alone.
	line = strings.NewReplacer(`\\`, `\\`, `\[`, `\[`, "[!", "[^").Replace(line)
	r.parts = strings.Split(line, "/")
	return r, true
}

// trimBlanks removes blanks at the end unless they are escaped.
func trimBlanks(line string) string {
	for strings.HasSuffix(line, " ") && !strings.HasSuffix(line, `\ `) {
		line = line[:len(line)-1]
	}
	return line
}

// match reports whether the rule matches a path below the folder of the rules.
func (r *ignoreRule) match(p string, isFolder bool) bool {
	if r.folder && !isFolder {
		return false
	}
	if !r.anchored {
		name := p[strings.LastIndexByte(p, '/')+1:]
		return r.part(r.parts[0], name)
	}
	return r.whole(r.parts, strings.Split(p, "/"))
}

func (r *ignoreRule) part(pattern, name string) bool {
	if r.literal {
		return pattern == name
	}
	// The commonest pattern, *.suffix, is not worth a call of path.Match.
	if rest, ok := strings.CutPrefix(pattern, "*"); ok && !strings.ContainsAny(rest, `*?[\`) {
		return strings.HasSuffix(name, rest)
	}
	// A pattern that Go cannot read ignores nothing, so that no document is lost.
	ok, err := path.Match(bytewise(pattern), bytewise(name))
	return ok && err == nil
}

// bytewise makes a character of each byte: git's ? and [] stand for one byte.
func bytewise(s string) string {
	if strings.IndexFunc(s, func(c rune) bool { return c >= utf8.RuneSelf }) < 0 {
		return s
	}
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
	}
	return string(runes)
}

// whole matches all parts of a path. A part ** stands for any number of folders;
// where the rest does not match, the last ** takes in one folder more.
func (r *ignoreRule) whole(pattern, names []string) bool {
	var retry, from []string
	for {
		switch {
		case len(pattern) > 0 && pattern[0] == "**":
			if len(pattern) == 1 {
				return len(names) > 0 // what is inside, not the folder itself
			}
			pattern = pattern[1:]
			retry, from = pattern, names
			continue
		case len(pattern) == 0 && len(names) == 0:
			return true
		case len(pattern) > 0 && len(names) > 0 && r.part(pattern[0], names[0]):
			pattern, names = pattern[1:], names[1:]
			continue
		}
		if len(from) == 0 {
			return false
		}
		from = from[1:]
		pattern, names = retry, from
	}
}

// ignored reports whether a path is ignored by rules of which later ones go
// before earlier ones. The folders above the path are not ignored.
func ignored(all []ignoreRules, p string, isFolder bool) bool {
	for i := len(all) - 1; i >= 0; i-- {
		below, ok := strings.CutPrefix(p, all[i].dir)
		if !ok {
			continue
		}
		for j := len(all[i].rules) - 1; j >= 0; j-- {
			if r := &all[i].rules[j]; r.match(below, isFolder) {
				return !r.negated
			}
		}
	}
	return false
}
