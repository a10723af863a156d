package document

import (
	"slices"
	"testing"
)

var numberTests = []struct{ text, number, title string }{
	{"6.1.2 リスクアセスメント", "6.1.2", "リスクアセスメント"},
	{"6.1.2. リスクアセスメント", "6.1.2", "リスクアセスメント"},
	{"6.1.2．リスクアセスメント", "6.1.2", "リスクアセスメント"},
	{"6.1.2　リスクアセスメント", "6.1.2", "リスクアセスメント"},
	{"6.1.2情報セキュリティ", "6.1.2", "情報セキュリティ"},
	{"１．１　目的", "１．１", "目的"},
	{"１．目的", "１", "目的"},
	{"1 目的", "1", "目的"},
	{"1. 目的", "1", "目的"},
	{"1.目的", "1", "目的"},
	{"1、目的", "1", "目的"},
	{"1 Scope", "1", "Scope"},
	{"1. Scope", "1", "Scope"},
	{"10 改善", "10", "改善"},
	{"4.1（注記）", "4.1", "（注記）"},
	{"A.5.1 情報セキュリティのための方針群", "A.5.1", "情報セキュリティのための方針群"},
	{"A.5.1.1", "A.5.1.1", ""},
	{"Ａ．５．１　方針", "Ａ．５．１", "方針"},
	{"A.8.2特権的アクセス権", "A.8.2", "特権的アクセス権"},
	{"第3章 総則", "3", "総則"},
	{"第３条（目的）", "３", "（目的）"},
	{"第三節　適用範囲", "三", "適用範囲"},
	{"第 2 章　総則", "2", "総則"},
	{"第3条の2 特例", "3の2", "特例"},
	{"第3章", "3", ""},
	{"Ⅰ．目的", "Ⅰ", "目的"},
	{"ⅩⅠ 物理的対策", "ⅩⅠ", "物理的対策"},
	{"Ⅲ.2 体制", "Ⅲ.2", "体制"},
	{"IV. Scope", "IV", "Scope"},
	{"3 年間計画", "3", "年間計画"},
	{"1 日常点検", "1", "日常点検"},
	{"4 人的資源", "4", "人的資源"},
	{"2 月次報告", "2", "月次報告"},
	{"1. 5つの原則", "1", "5つの原則"},

	{"目的", "", "目的"},
	{"", "", ""},
	{"2025年度計画", "", "2025年度計画"},
	{"2025 年度計画", "", "2025 年度計画"},
	{"2025 計画", "", "2025 計画"},
	{"30日ルール", "", "30日ルール"},
	{"30 日ルール", "", "30 日ルール"},
	{"30 日以内の報告", "", "30 日以内の報告"},
	{"24 時間以内の連絡", "", "24 時間以内の連絡"},
	{"3 か月ごとの見直し", "", "3 か月ごとの見直し"},
	{"5 つの原則", "", "5 つの原則"},
	{"2023.10.01 改訂", "", "2023.10.01 改訂"},
	{"2023-10-01", "", "2023-10-01"},
	{"R5.10.1 制定", "", "R5.10.1 制定"},
	{"27001:2022 との対応", "", "27001:2022 との対応"},
	{"1.5倍の基準", "", "1.5倍の基準"},
	{"3.x系の扱い", "", "3.x系の扱い"},
	{"5S活動", "", "5S活動"},
	{"5W1H", "", "5W1H"},
	{"1-1 目的", "", "1-1 目的"},
	{"30 day rule", "", "30 day rule"},
	{"I am", "", "I am"},
	{"A. 付録", "", "A. 付録"},
	{"附属書A", "", "附属書A"},
	{"(1) 目的", "", "(1) 目的"},
	{"（1）目的", "", "（1）目的"},
	{"① 目的", "", "① 目的"},
	{"第1部門の役割", "", "第1部門の役割"},
	{"第2回監査", "", "第2回監査"},
	{"第1項目", "", "第1項目"},
}

func TestSplitNumber(t *testing.T) {
	for _, test := range numberTests {
		number, title := splitNumber(test.text)
		if number != test.number || title != test.title {
			t.Errorf("splitNumber(%q) = %q, %q, expected %q, %q", test.text, number, title, test.number, test.title)
		}
	}
}

func TestHeadings(t *testing.T) {
	d := parse("前文\n\n# 文書\n## 1 一\n#### 1.1.1 飛び\n### 1.1 中\n本文\n## 2 二\n> # 引用\n\n- # 項目\n\n# 付録 #\n終わり\n")
	type row struct {
		level, parent    int
		text, number, up string
		section          string
	}
	want := []row{
		{1, -1, "文書", "", "文書", "# 文書\n## 1 一\n#### 1.1.1 飛び\n### 1.1 中\n本文\n## 2 二\n> # 引用\n\n- # 項目\n\n"},
		{2, 0, "1 一", "1", "文書/一", "## 1 一\n#### 1.1.1 飛び\n### 1.1 中\n本文\n"},
		{4, 1, "1.1.1 飛び", "1.1.1", "文書/一/飛び", "#### 1.1.1 飛び\n"},
		{3, 1, "1.1 中", "1.1", "文書/一/中", "### 1.1 中\n本文\n"},
		{2, 0, "2 二", "2", "文書/二", "## 2 二\n> # 引用\n\n- # 項目\n\n"},
		{1, -1, "付録", "", "付録", "# 付録 #\n終わり\n"},
	}
	if len(d.Headings) != len(want) {
		t.Fatalf("%d headings, expected %d", len(d.Headings), len(want))
	}
	for i, h := range d.Headings {
		var up string
		for k, title := range d.HeadingPath(i) {
			if k > 0 {
				up += "/"
			}
			up += title
		}
		got := row{h.Level, h.Parent, h.Text, h.Number, up, d.SectionSpan(i).Of(d.Source)}
		if got != want[i] {
			t.Errorf("heading %d is %+v, expected %+v", i, got, want[i])
		}
		if b := d.Blocks[h.Block]; b.Kind != HeadingText || b.Section != i || b.Text != h.Text {
			t.Errorf("heading %d has block %+v", i, b)
		}
	}
	if got := d.SectionSpan(-1).Of(d.Source); got != "前文\n\n" {
		t.Errorf("above the first heading stands %q", got)
	}
	if d.HeadingPath(-1) != nil {
		t.Error("what stands above the first heading has a path")
	}
}

func TestHeadingSpans(t *testing.T) {
	tests := []struct{ src, span, text string }{
		{"# 見出し\n", "# 見出し", "見出し"},
		{"   ##\t見出し ## \n", "##\t見出し ##", "見出し"},
		{"# 　全角　\n", "# 　全角　", "全角"},
		{"見出し\n---\n", "見出し\n---", "見出し"},
		{"一行目\n二行目\n=====  \n本文\n", "一行目\n二行目\n=====", "一行目\n二行目"},
		{"#\n", "#", ""},
		{"## ##\n", "## ##", ""},
		{"# **太字** #\n", "# **太字** #", "**太字**"},
		{"# C#\n", "# C#", "C#"},
	}
	for _, test := range tests {
		d := parse(test.src)
		if len(d.Headings) != 1 {
			t.Errorf("%q has %d headings", test.src, len(d.Headings))
			continue
		}
		h := d.Headings[0]
		if got := h.Span.Of(d.Source); got != test.span {
			t.Errorf("%q: heading is %q, expected %q", test.src, got, test.span)
		}
		if got := h.TextSpan.Of(d.Source); got != test.text {
			t.Errorf("%q: text is %q, expected %q", test.src, got, test.text)
		}
	}
}

func TestBlockAt(t *testing.T) {
	d := parse("# 一\n\n本文\n\n| a | |\n|---|---|\n")
	at := func(s string) int { return slices.Index([]byte(d.Source), s[0]) }
	tests := []struct{ offset, want int }{
		{0, 0}, {at("\n"), -1}, {7, 1}, {at("a"), 2}, {at("a") + 2, -1}, {d.Blocks[3].Span.Start, 3},
		{-1, -1}, {len(d.Source), -1},
	}
	for _, test := range tests {
		if got := d.BlockAt(test.offset); got != test.want {
			t.Errorf("BlockAt(%d) = %d, expected %d", test.offset, got, test.want)
		}
	}
}
