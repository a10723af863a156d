package config

import (
	"errors"
	"regexp/syntax"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/ismslint/ismslint/lint/source"
)

func (r *reader) documents(n *source.Node) {
	d := &r.Documents
	if include := r.globs(n.Get("include")); len(include) > 0 {
		d.Include = include
	}
	if exclude := r.globs(n.Get("exclude")); exclude != nil {
		d.Exclude = exclude
	}
	if first, ok := number(n.Get("initial_revision")); ok {
		d.InitialRevision = int(first)
	}
	if pattern := n.Get("number_pattern"); str(pattern) != "" {
		r.numberPattern(pattern)
	}
	if replace := flag(n.Get("replace")); replace != nil {
		d.ReplaceCatalogue = *replace
	}
	r.catalogue(n.Get("catalogue"))
	r.external(n.Get("external"))
}

// globs returns the patterns of paths in a list that can match something.
func (r *reader) globs(n *source.Node) []string {
	if n == nil || n.Kind != source.List {
		return nil
	}
	out := []string{}
	for _, item := range n.Items {
		pattern := str(item)
		switch {
		case pattern == "":
		case !doublestar.ValidatePattern(pattern):
			r.problem(item.Span,
				"ファイルの型「%[1]s」の括弧が正しくないため、[ ]や{ }の対応を確認してください",
				"pattern %[1]q is not complete, expected every [ and { to be closed", excerpt(pattern))
		case !isRelative(pattern):
			r.problem(item.Span,
				"ファイルの型「%[1]s」はどのファイルにも一致しないため、ismslint.tomlのあるフォルダーからの相対パスを / 区切りで書いてください",
				"pattern %[1]q matches no file, expected a path relative to ismslint.toml with / between its parts", excerpt(pattern))
		default:
			out = append(out, pattern)
		}
	}
	return out
}

// isRelative reports whether a pattern has the form of paths below the root.
func isRelative(pattern string) bool {
	if strings.Contains(pattern, `\`) || len(pattern) > 1 && pattern[1] == ':' {
		return false
	}
	parts := strings.Split(strings.TrimSuffix(pattern, "/"), "/")
	for _, p := range parts {
		if p == "" || p == "." || p == ".." {
			return false
		}
	}
	return true
}

func (r *reader) numberPattern(n *source.Node) {
	pattern := str(n)
	if reason := patternError(pattern); reason != "" {
		r.problem(n.Span,
			"文書番号の型「%[1]s」は正規表現（RE2）として正しくないため、修正してください（%[2]s）",
			"number_pattern %[1]q is no regular expression (%[2]s), expected RE2 syntax such as \"SEC-[0-9]{3}\"",
			excerpt(pattern), reason)
		return
	}
	r.Documents.NumberPattern = pattern
}

// patternError says why a pattern cannot be compiled, on its own and as it is
// used: a pattern may be right alone and wrong within others, and the reverse.
func patternError(pattern string) string {
	for _, p := range []string{pattern, "^(?:" + pattern + ")$"} {
		if _, err := syntax.Parse(p, syntax.Perl); err != nil {
			if e := (*syntax.Error)(nil); errors.As(err, &e) {
				return string(e.Code)
			}
			return err.Error()
		}
	}
	return ""
}

func (r *reader) catalogue(n *source.Node) {
	seen := r.unique("文書番号", "number")
	for _, t := range items(n) {
		optional := flag(t.Get("optional"))
		e := CatalogueEntry{
			Number: str(t.Get("number")), Title: str(t.Get("title")), TitleEN: str(t.Get("title_en")),
			Aliases: list(t.Get("aliases")), Drafter: str(t.Get("drafter")), Approver: str(t.Get("approver")),
			Kind: str(t.Get("kind")), Records: flag(t.Get("records")),
			Optional: optional != nil && *optional, Span: r.head(t),
		}
		seen(t.Get("number"))
		r.Documents.Catalogue = append(r.Documents.Catalogue, e)
	}
}

func (r *reader) external(n *source.Node) {
	for _, t := range items(n) {
		r.Documents.External = append(r.Documents.External, ExternalDocument{
			Title: str(t.Get("title")), Issuer: str(t.Get("issuer")), Edition: str(t.Get("edition")),
			Aliases: list(t.Get("aliases")), Date: day(t.Get("date")), Span: r.head(t),
		})
	}
}
