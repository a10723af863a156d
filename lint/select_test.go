package lint_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
)

func TestSelected(t *testing.T) {
	c := config.Default()
	c.Documents.Exclude = []string{"drafts/", "notes/*.md", "**/tmp-*.md"}
	for path, want := range map[string]bool{
		"policies/ISMS-A-01.md":        true,
		"ISMS-A-01.md":                 true,
		"規程/ISMS-A-01-基本方針.md":         true,
		"README.md":                    false,
		"registers/readme.md":          false,
		".github/CONTRIBUTING.md":      false,
		"a/.obsidian/x.md":             false,
		"drafts/x.md":                  false,
		"drafts/deep/x.md":             false,
		"notes/x.md":                   false,
		"notes/deep/x.md":              true,
		"a/b/tmp-1.md":                 false,
		"ismslint.toml":                false,
		"registers/asset-register.csv": false,
	} {
		if got := lint.Selected(c, path); got != want {
			t.Errorf("%s: selected %v, want %v", path, got, want)
		}
	}
}
