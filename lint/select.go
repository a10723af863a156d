package lint

import (
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/repo"
)

// IsMarkdown reports whether a path names a Markdown file.
func IsMarkdown(p string) bool {
	switch strings.ToLower(path.Ext(p)) {
	case ".md", ".markdown":
		return true
	}
	return false
}

// Selected reports whether the file at a path below the root of the ISMS
// belongs to it: it matches documents.include and not documents.exclude, is no
// README.md and stands in no hidden folder.
func Selected(c *config.Config, p string) bool {
	if strings.EqualFold(path.Base(p), "README.md") {
		return false
	}
	if strings.HasPrefix(p, ".") || strings.Contains(p, "/.") {
		return false
	}
	return matchesAny(c.Documents.Include, p) && !matchesAny(c.Documents.Exclude, p)
}

// matchesAny reports whether a pattern matches p. Package config has refused
// patterns that cannot be understood. A pattern that names a folder matches
// all that is in it.
func matchesAny(patterns []string, p string) bool {
	for _, pattern := range patterns {
		if pattern == "**/*.md" && IsMarkdown(p) {
			return true
		}
		if ok, _ := doublestar.Match(pattern, p); ok {
			return true
		}
		if folder := strings.TrimSuffix(pattern, "/"); strings.HasPrefix(p, folder+"/") {
			return true
		}
	}
	return false
}

// selected returns the entries that belong to the ISMS.
func selected(c *config.Config, entries []repo.Entry) []repo.Entry {
	chosen := make([]repo.Entry, 0, len(entries))
	for _, e := range entries {
		if Selected(c, e.Path) {
			chosen = append(chosen, e)
		}
	}
	return chosen
}
