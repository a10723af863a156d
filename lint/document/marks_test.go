package document

import (
	"fmt"
	"strings"
	"testing"
)

func TestMarks(t *testing.T) {
	tests := []struct{ name, src, want string }{ // text kind value depth
		{"numbers in parentheses", "(1) 一\n(2)二\n（３）三", "(1) (1) 1 0, (2) (1) 2 0, （３） (1) 3 0"},
		{"enclosed numbers", "⑴一\n⑵二", "⑴ (1) 1 0, ⑵ (1) 2 0"},
		{"half parentheses", "１）一\n２）二", "１） 1) 1 0, ２） 1) 2 0"},
		{"circled", "①一\n② 二\n⑳二十\n㉑二十一\n㊱三十六", "① ① 1 0, ② ① 2 0, ⑳ ① 20 0, ㉑ ① 21 0, ㊱ ① 36 0"},
		{"katakana", "(ア) 一\n（イ）二\nウ）三\nエ　四\nオ、五\nカ．六", "(ア) (ア) 1 0, （イ） (ア) 2 0, ウ） ア) 3 0, エ ア 4 0, オ ア 5 0, カ ア 6 0"},
		{"half-width katakana", "(ｱ) 一\nｲ) 二", "(ｱ) (ア) 1 0, ｲ) ア) 2 0"},
		{"iroha with a mistyped mark", "イ）一\nロ）二\nロ）三\nニ）四", "イ） ア) 1 0, ロ） ア) 2 0, ロ） ア) 2 0, ニ） ア) 4 0"},
		{"iroha with a mistyped mark at the beginning", "ロ）一\nロ）二\nハ）三\nニ）四", "ロ） ア) 2 0, ロ） ア) 2 0, ハ） ア) 3 0, ニ） ア) 4 0"},
		{"fifty sounds with a step of iroha", "エ）四\nオ）五\nク）六", "エ） ア) 4 0, オ） ア) 5 0, ク） ア) 8 0"},
		{"iroha behind fifty sounds", "ア）一\nイ）二\nウ）三\nイ）一\nロ）二", "ア） ア) 1 0, イ） ア) 2 0, ウ） ア) 3 0, イ） ア) 1 0, ロ） ア) 2 0"},
		{"iroha with the second mark mistyped", "イ）一\nハ）二\nハ）三\n\n# 次\nイ）一\nニ）二\nハ）三", "イ） ア) 1 0, ハ） ア) 3 0, ハ） ア) 3 0, イ） ア) 1 0, ニ） ア) 4 0, ハ） ア) 3 0"},
		{"iroha with the first mark twice", "イ）一\nイ）二\nハ）三\n\n# 次\nイ）一\nイ）二\nロ）三", "イ） ア) 1 0, イ） ア) 1 0, ハ） ア) 3 0, イ） ア) 1 0, イ） ア) 1 0, ロ） ア) 2 0"},
		{"iroha behind two of the fifty sounds", "ア）一\nイ）二\nイ）一\nロ）二", "ア） ア) 1 0, イ） ア) 2 0, イ） ア) 1 0, ロ） ア) 2 0"},
		{"fifty sounds with a mistyped mark", "ア）一\nイ）二\nハ）三\nエ）四", "ア） ア) 1 0, イ） ア) 2 0, ハ） ア) 26 0, エ） ア) 4 0"},
		{"iroha", "イ　一\nロ　二\nハ　三\n\n(イ) 一\n(ロ) 二", "イ ア 1 0, ロ ア 2 0, ハ ア 3 0, (イ) (ア) 1 0, (ロ) (ア) 2 0"},
		{"letters", "(a) 一\nb) 二\nｃ）三", "(a) (a) 1 0, b) a) 2 0, ｃ） a) 3 0"},
		{"eighth to tenth letter", "a) あ\nh) い\ni) う\nj) え", "a) a) 1 0, h) a) 8 0, i) a) 9 0, j) a) 10 0"},
		{"Roman numbers", "(i) 一\n(ii) 二\n(v) 五", ""},
		{"points typed by hand", "本文\n2. 二\n３．三\n4.四", "2. 1. 2 0, ３． 1. 3 0, 4. 1. 4 0"},
		{"ordered list", "1. 一\n2. 二\n   1. 中\n   2. 中\n3. 三", "1. 1. 1 1, 2. 1. 2 1, 1. 1. 1 2, 2. 1. 2 2, 3. 1. 3 1"},
		{"ordered list with ones", "1. 一\n1. 二\n1. 三", "1. 1. 1 1, 1. 1. 2 1, 1. 1. 3 1"},
		{"ordered list that goes on", "1. 一\n\n本文\n\n2. 二", "1. 1. 1 1, 2. 1. 2 1"},
		{"ordered list with parentheses", "1) 一\n2) 二", "1) 1) 1 1, 2) 1) 2 1"},
		{"ordered list with tabs", "1.\t一\n\t1.\t中", "1. 1. 1 1, 1. 1. 1 2"},
		{"ordered list in a quote", "> 1. 一", "1. 1. 1 2"},
		{"empty items", "1.\n2. 二", "1. 1. 1 1, 2. 1. 2 1"},
		{"item with a mark", "- ① 一\n- ② 二", "① ① 1 1, ② ① 2 1"},
		{"second paragraph of an item", "- 一\n\n  (1) 中", "(1) (1) 1 1"},
		{"bold", "**(1) 一**\n**(2)** 二", "(1) (1) 1 0, (2) (1) 2 0"},
		{"full-width indent", "(1) 一\n　(ア) 中\n　　① 下", "(1) (1) 1 0, (ア) (ア) 1 1, ① ① 1 2"},
		{"half-width indent", "(1) 一\n  (ア) 中\n    ① 下\n   **②** 下", "(1) (1) 1 0, (ア) (ア) 1 1, ① ① 1 2, ② ① 2 1"},
		{"indent in a list", "- 本文\n  (1) 一\n    (ア) 中", "(1) (1) 1 1, (ア) (ア) 1 2"},
		{"indent in a quote", "> (1) 一\n>   (ア) 中", "(1) (1) 1 1, (ア) (ア) 1 2"},
		{"behind a tag", "(1) 一<br>(2) 二<br>　(ア) 中", "(1) (1) 1 0, (2) (1) 2 0, (ア) (ア) 1 1"},

		{"within a line", "一 (1) 二 ① 三", ""},
		{"reference that begins a line", "規程\n(2)の規定により\n(3)及び(4)に", ""},
		{"range", "①～③を除く\n(1)〜(3)\n①②③", ""},
		{"decimals, dates and versions", "1.5 倍\n2023.10.1\n10.0.1 版\n1,000 件\n3:00", ""},
		{"date at the beginning of a line", "制定\n2023. 10. 01", ""},
		{"large numbers", "(2023) 年度\n本文\n2023. 計画", ""},
		{"words", "サ ー ビ ス\nア イ\nア・イ\nアクセス\n(アクセス) 権\n(abc)\na. 一", ""},
		{"code", "`(1)` 一\n\n    (1) 二\n\n```\n(1) 三\n```", ""},
		{"tables and headings", "| (1) |\n|---|\n| ① |\n\n# (1) 見出し", ""},
	}
	for _, test := range tests {
		for _, eol := range []string{"\n", "\r\n"} {
			t.Run(test.name+eolName(eol), func(t *testing.T) {
				d := parse("---\na: 1\n---\n\n" + strings.ReplaceAll(test.src, "\n", eol) + eol)
				var got []string
				for _, m := range d.Marks {
					got = append(got, fmt.Sprintf("%s %s %d %d", m.Text, m.Kind, m.Value, m.Depth))
					if s := m.Span.Of(d.Source); s != m.Text {
						t.Errorf("source of %q is %q", m.Text, s)
					}
				}
				if strings.Join(got, ", ") != test.want {
					t.Errorf("marks are %q, expected %q", strings.Join(got, ", "), test.want)
				}
			})
		}
	}
}

func TestMarksAreInTheOrderOfTheFile(t *testing.T) {
	d := parse("# 一\n1. ① a\n   - b\n   - 1. c\n2. d\n\n# 二\n(1) e\n")
	var got []string
	for i, m := range d.Marks {
		got = append(got, m.Text)
		if i > 0 && d.Marks[i-1].Span.Start >= m.Span.Start {
			t.Errorf("%q stands before %q", m.Text, d.Marks[i-1].Text)
		}
		if b := d.Blocks[m.Block]; m.Section != b.Section || b.Span.End <= m.Span.Start {
			t.Errorf("%q is in section %d and block %+v", m.Text, m.Section, b)
		}
	}
	if strings.Join(got, " ") != "1. ① 1. 2. (1)" {
		t.Errorf("marks are %q", got)
	}
}
