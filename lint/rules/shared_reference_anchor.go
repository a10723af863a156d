package rules

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// hasAnchor reports whether a fragment names a heading of the file, by the
// rules of GitHub or GitLab, or an element of HTML with that id or name.
func (c *linkCheck) hasAnchor(f *isms.File, fragment string) bool {
	if len(f.Doc.Problems) > 0 || fragment == "top" || isLineFragment(fragment) {
		return true
	}
	return isms.Fact(f, anchorsKey{}, anchorsOf)[strings.ToLower(fragment)]
}

// isLineFragment reports whether a fragment names lines: L10, L10-L20.
func isLineFragment(fragment string) bool {
	rest, ok := strings.CutPrefix(fragment, "L")
	return ok && rest != "" && strings.Trim(rest, "0123456789L-C") == ""
}

type anchorsKey struct{}

// anchorsOf returns the fragments that a file answers to, in lower case.
func anchorsOf(f *isms.File) map[string]bool {
	a := map[string]bool{}
	for _, style := range []func(string) string{githubSlug, gitlabSlug} {
		seen := map[string]int{}
		for i := range f.Doc.Blocks {
			b := &f.Doc.Blocks[i]
			if b.Kind != document.HeadingText {
				continue
			}
			slug := style(strings.TrimSpace(b.Text))
			if n := seen[slug]; n > 0 {
				a[slug+"-"+strconv.Itoa(n)] = true
			}
			seen[slug]++
			a[slug] = true
		}
	}
	for _, attribute := range []string{" id=", " name="} {
		for rest := string(f.Doc.Source); ; {
			_, after, ok := strings.Cut(rest, attribute)
			if !ok {
				break
			}
			value := strings.TrimLeft(after, "\"'")
			if end := strings.IndexAny(value, "\"'> \n"); end > 0 {
				a[strings.ToLower(value[:end])] = true
			}
			rest = after
		}
	}
	return a
}

// githubSlug returns the fragment that GitHub gives to a heading: in lower
// case, with blanks as hyphens, and nothing but letters, marks, digits,
// hyphens and underscores.
func githubSlug(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\n':
			return '-'
		case r == '-' || unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Pc):
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

// gitlabSlug returns the fragment that GitLab gives to a heading, which has no
// two hyphens in a row.
func gitlabSlug(heading string) string {
	slug := githubSlug(heading)
	for strings.Contains(slug, "--") {
		slug = strings.ReplaceAll(slug, "--", "-")
	}
	return slug
}

func (c *linkCheck) reportAnchor(f *isms.File, l *document.Link, linked *isms.File, fragment string) {
	var slugs []string
	if c.mayGuess() {
		for i := range linked.Doc.Headings {
			slugs = append(slugs, githubSlug(linked.Doc.Headings[i].Text))
		}
	}
	where := message.Text{JA: "この文書", EN: "this document"}
	if linked != f {
		where = message.Text{JA: "「" + linked.Path + "」", EN: linked.Path}
	}
	at := l.DestinationSpan
	at.Start += max(0, strings.IndexByte(at.Of(f.Doc.Source), '#'))
	finding := lint.Finding{File: f.Path, Span: &at}
	if near := schema.Nearest(fragment, slugs); near != "" {
		finding.Message = message.Textf("リンク先の見出し「#%[1]s」が%[2]sにありません。「#%[3]s」のことですか",
			"there is no heading %[4]q in %[2]s; did you mean %[5]q", fragment, where, near, "#"+fragment, "#"+near)
	} else {
		finding.Message = message.Textf("リンク先の見出し「#%[1]s」が%[2]sにありません。見出しに合わせて直してください",
			"there is no heading %[3]q in %[2]s; make the fragment agree with a heading", fragment, where, "#"+fragment)
	}
	c.pass.Report(finding)
}
