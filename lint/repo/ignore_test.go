package repo

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Each file of rules must ignore what git check-ignore says it ignores.
func TestIgnoredAsGitDoes(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q r`)
	files := []string{
		"a.md", "b.md", "ab.md", "A.md", "x/a.md", "x/b.md", "x/y/a.md", "x/y/z/a.md", "y/a.md", "build/a.md", "x/build/a.md", "build.md",
		"foo/bar/a.md", "foo/x/bar/a.md", "foo/x/y/bar/a.md", "x/foo/bar/a.md", "foo/x/foo/bar/a.md", "[a].md", "!a.md", "#a.md", "a b.md", "a ", "日本.md", "日/語.md",
		"a*.md", "a\\.md", "x-1.md", "x-a.md", "deep/deep/deep/a.md", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md",
	}
	folders := []string{"x", "x/y", "x/y/z", "y", "build", "x/build", "foo", "foo/bar", "foo/x", "foo/x/y", "foo/x/bar", "deep", "deep/deep", "日"}
	rules := []string{
		"a.md", "/a.md", "*.md", "*.md\n!a.md", "x/", "x", "/x", "x/*", "x/**", "x/**/", "**/a.md", "**/y/a.md", "x/**/a.md", "**/foo/bar", "foo/**/bar", "foo/**/bar/a.md",
		"**/bar/**", "build/", "build", "/build/", "x/build", "?.md", "[ab].md", "[!a].md", "[^a].md", "[a-c]b.md", "\\!a.md", "\\#a.md", "#a.md", "!a.md", "\\[a].md", "a b.md",
		"a.md   ", "a\\ ", "a\r", "a.md\r\nb.md\r", "\ufeffa.md", "x-[0-9].md", "x-[!0-9].md", "a**.md", "**", "*", "/*", "/**", "*/", "**/", "/*\n!/x\n/x/*\n!/x/y", "x/y/../a.md",
		"日本.md", "日/*", "[", "a[.md", "\\", "a\\*.md", "a\\\\.md", "*a*a*a*a*a*a*a*a*a*a*b.md", "**/**/deep/**/**/a.md", "x//a.md", "", " ", "/", "//", "!", "x/y/z/", "*.md\n!x/\n!x/a.md",
		"foo/*/bar", "foo/?/bar", "fo*/b?r/", "deep/**", "!x/a.md\nx/a.md", "a.md\n!a.md\na.md",
	}
	var paths strings.Builder
	for i, rule := range rules {
		s.write(fmt.Sprintf("r/%d/.gitignore", i), rule)
		for _, f := range slices.Concat(files, folders) {
			fmt.Fprintf(&paths, "%d/%s\x00", i, f)
		}
		for _, f := range folders { // git looks whether a path is one
			if err := os.MkdirAll(s.path("r", strconv.Itoa(i), f), 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	s.write("paths", paths.String())
	out := s.run(`git -C r check-ignore --no-index -z --stdin <paths | tr '\0' '\n'`)
	byGit := map[string][]string{}
	for line := range strings.SplitSeq(out, "\n") {
		i, p, _ := strings.Cut(line, "/")
		byGit[i] = append(byGit[i], p)
	}
	for i, rule := range rules {
		dir := fmt.Sprintf("%d/", i)
		all := []ignoreRules{parseIgnore(dir, rule)}
		var got []string
		for _, f := range files {
			if ignoredBelow(all, dir+f, false) {
				got = append(got, f)
			}
		}
		for _, f := range folders {
			if ignoredBelow(all, dir+f, true) {
				got = append(got, f)
			}
		}
		if want := byGit[strconv.Itoa(i)]; !slices.Equal(got, want) {
			t.Errorf("%q ignores %q\ngit ignores %q", rule, got, want)
		}
	}
}

// ignoredBelow asks for each folder above a path as well, as the walk does.
func ignoredBelow(all []ignoreRules, p string, isFolder bool) bool {
	for i := range p {
		if p[i] == '/' && ignored(all, p[:i], true) {
			return true
		}
	}
	return ignored(all, p, isFolder)
}
