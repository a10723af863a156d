package rules

import "testing"

func TestSlugs(t *testing.T) {
	for _, c := range []struct{ heading, github, gitlab string }{
		{"1 適用範囲", "1-適用範囲", "1-適用範囲"},
		{"1. Scope & purpose", "1-scope--purpose", "1-scope-purpose"},
		{"6.1.2 リスク・機会（全社）", "612-リスク機会全社", "612-リスク機会全社"},
		{"１　範囲", "１範囲", "１範囲"},
		{"A_b-C", "a_b-c", "a_b-c"},
		{"改訂履歴 ①", "改訂履歴-", "改訂履歴-"},
	} {
		if got := githubSlug(c.heading); got != c.github {
			t.Errorf("githubSlug(%q) = %q, want %q", c.heading, got, c.github)
		}
		if got := gitlabSlug(c.heading); got != c.gitlab {
			t.Errorf("gitlabSlug(%q) = %q, want %q", c.heading, got, c.gitlab)
		}
	}
}

func TestRelativePath(t *testing.T) {
	for _, c := range []struct{ file, target, want string }{
		{"policies/a.md", "policies/b.md", "b.md"},
		{"policies/a.md", "registers/b.md", "../registers/b.md"},
		{"a.md", "registers/b.md", "registers/b.md"},
		{"x/y/a.md", "b.md", "../../b.md"},
		{"x/y/a.md", "x/z/b.md", "../z/b.md"},
	} {
		if got := relativePath(c.file, c.target); got != c.want {
			t.Errorf("relativePath(%q, %q) = %q, want %q", c.file, c.target, got, c.want)
		}
	}
}
