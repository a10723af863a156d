package rules

import "testing"

func TestWithoutPage(t *testing.T) {
	for _, c := range []struct {
		entry, title string
		certain      bool
	}{
		{"1 適用範囲 …… 3", "1 適用範囲", true},
		{"1 適用範囲……３", "1 適用範囲", true},
		{"1 適用範囲 ・・・・・ 12", "1 適用範囲", true},
		{"1 適用範囲 .....", "1 適用範囲", true},
		{"1 適用範囲　3", "1 適用範囲", true},
		{"1 適用範囲 P5", "1 適用範囲", true},
		{"1 適用範囲 5ページ", "1 適用範囲", true},
		{"1 適用範囲 (5)", "1 適用範囲", true},
		{"Scope .... iv", "Scope", true},
		{"1 適用範囲 5", "1 適用範囲", false},
		{"第2フェーズ", "第2フェーズ", false},
		{"適用範囲2", "適用範囲2", false},
		{"停電のとき（BCS-001）", "停電のとき（BCS-001）", false},
		{"Roles and responsibilities iv", "Roles and responsibilities iv", false},
	} {
		if title, certain := withoutPage(c.entry); title != c.title || certain != c.certain {
			t.Errorf("withoutPage(%q) = %q, %v; want %q, %v", c.entry, title, certain, c.title, c.certain)
		}
	}
}
