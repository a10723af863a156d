package document

import (
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/date"
)

func TestMentions(t *testing.T) {
	tests := []struct {
		src  string
		want []string // source = name
	}{
		{"「リスク一覧表」を用いる", []string{"「リスク一覧表」=リスク一覧表"}},
		{"『規程』", []string{"『規程』=規程"}},
		{"「**リスク一覧表**」", []string{"「**リスク一覧表**」=リスク一覧表"}},
		{"**「リスク一覧表」**", []string{"「リスク一覧表」=リスク一覧表"}},
		{"「[マニュアル](a.md)」", []string{"「[マニュアル](a.md)」=マニュアル"}},
		{"「情報セキュリティ\n基本方針」", []string{"「情報セキュリティ\n基本方針」=情報セキュリティ基本方針"}},
		{"「ISMS\nManual」", []string{"「ISMS\nManual」=ISMS Manual"}},
		{"> 「情報\n> 資産台帳」", []string{"「情報\n> 資産台帳」=情報資産台帳"}},
		{"「外『内』外」", []string{"「外『内』外」=外『内』外", "『内』=内"}},
		{"「外「内」外」", []string{"「外「内」外」=外「内」外", "「内」=内"}},
		{"「一」「二」", []string{"「一」=一", "「二」=二"}},
		{"「一『二」", []string{"「一『二」=一『二"}},
		{"「」", []string{"「」="}},
		{"「閉じない", nil},
		{"開かない」", nil},
		{"段落「\n\n」段落", nil},
		{"`「コード」`", nil},
		{"「`コード`」", []string{"「`コード`」=コード"}},
		{"```\n「コード」\n```", nil},
		{"| 「表」 | a |\n|---|---|\n| 「b」 |", []string{"「表」=表", "「b」=b"}},
		{"# 「見出し」", []string{"「見出し」=見出し"}},
		{"<!-- 「コメント」 -->", nil},
		{"a&#12300;b&#12301;", []string{"&#12300;b&#12301;=b"}},
		{"｢半角｣", []string{"｢半角｣=半角"}},
	}
	for _, test := range tests {
		d := parse("---\na: 1\n---\n" + test.src + "\n")
		var got []string
		for _, m := range d.Mentions {
			got = append(got, m.Span.Of(d.Source)+"="+m.Text)
			if !strings.Contains(d.Blocks[m.Block].Text, strings.SplitN(m.Text, " ", 2)[0][:min(3, len(m.Text))]) {
				t.Errorf("%q: mention %q is not in block %d", test.src, m.Text, m.Block)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q mentions %q, expected %q", test.src, got, test.want)
		}
	}
}

func TestIdentifiers(t *testing.T) {
	tests := []struct{ src, want string }{
		{"ISMS-A-03", "ISMS-A-03"},
		{"文書ISMS-A-03に定める", "ISMS-A-03"},
		{"（ISMS-A-03、ISMS-B-02）", "ISMS-A-03 ISMS-B-02"},
		{"ISMS－A－03", "ISMS-A-03"},
		{"ＩＳＭＳ－Ａ－０３", "ISMS-A-03"},
		{"ISMS−A‐03", "ISMS-A-03"},
		{"ISMSーAー03", "ISMS-A-03"},
		{"ISMS–A–03", "ISMS-A-03"},
		{"CAR-2026-001 と CAR-2026–001", "CAR-2026-001 CAR-2026-001"},
		{"ISMS-A-01–ISMS-A-05", "ISMS-A-01 ISMS-A-05"},
		{"ISMS-A-01―05", "ISMS-A-01"},
		{"ISMS-B-20～ISMS-B-23", "ISMS-B-20 ISMS-B-23"},
		{"ISMS-A-1 isms-a-2", "ISMS-A-1 isms-a-2"},
		{"ISMS-**A**-03", "ISMS-A-03"},
		{"ISMS\\-A-03", "ISMS-A-03"},
		{"[ISMS-A-03](x.md)", "ISMS-A-03"},
		{"| ISMS-A-03 |\n|---|", "ISMS-A-03"},
		{"# ISMS-A-03", "ISMS-A-03"},
		{"policies/ISMS-A-03.md", "ISMS-A-03"},
		{"see ISMS-A-03.", "ISMS-A-03"},
		{"ISMS -A-03", "A-03"},

		{"ISMS", ""},
		{"ISMS-A", ""},
		{"2023-10-01", ""},
		{"2026-CAR-001", ""},
		{"ISMS-A-03_v2", ""},
		{"ISMS-A-03-draft", ""},
		{"TLS-1.3", ""},
		{"a-1@example.com", ""},
		{"https://example.com/CVE-2024-12345", ""},
		{"<https://example.com/CVE-2024-12345>", ""},
		{"`ISMS-A-03`", ""},
		{"    ISMS-A-03", ""},
		{"ISMS -03", ""},
		{"ISMS-A- 03", ""},
		{"サーバー1", ""},
	}
	for _, test := range tests {
		d := parse(test.src + "\n")
		var got []string
		for _, k := range d.Identifiers {
			got = append(got, k.Text)
			if fold := asciiToken(strings.NewReplacer("*", "", "\\", "").Replace(k.Span.Of(d.Source))); fold != k.Text {
				t.Errorf("%q: source of %q is %q", test.src, k.Text, fold)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q has identifiers %q, expected %q", test.src, got, test.want)
		}
	}
}

func TestDates(t *testing.T) {
	tests := []struct{ src, want string }{
		{"2023-10-01 に制定", "2023-10-01=2023-10-01"},
		{"制定日 2023. 10. 01", "2023. 10. 01=2023-10-01"},
		{"2023. 10. 01", "2023. 10. 01=2023-10-01"},
		{"- 2023. 10. 01 に制定", "2023. 10. 01=2023-10-01"},
		{"| 令和5年10月1日 | 2025年2月30日 |\n|---|---|", "令和5年10月1日=2023-10-01 2025年2月30日="},
		{"**2023年**10月1日", "2023年**10月1日=2023-10-01"},
		{"２０２３年１０月１日", "２０２３年１０月１日=2023-10-01"},
		{"`2023-10-01` 2023-`10`-02", ""},
		{"https://example.com/?d=2023-10-01 から 2023-10-02 まで", "2023-10-02=2023-10-02"},
		{"<https://example.com/?d=2023-10-01>", ""},
		{"<!-- 2023-10-01 -->", ""},
		{"```\n2023-10-01\n```", ""},
		{"[2023-10-01](2023-10-02.md)", "2023-10-01=2023-10-01"},
	}
	for _, test := range tests {
		d := parse(test.src + "\n")
		var got []string
		for _, k := range d.Dates {
			got = append(got, k.Span.Of(d.Source)+"="+k.Day.String())
			if _, f, ok := date.Parse(k.Text); !ok || f != k.Format {
				t.Errorf("%q: %q has format %s, expected %s", test.src, k.Text, k.Format, f)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q has dates %q, expected %q", test.src, got, test.want)
		}
	}
}

func TestDatesThatMarkdownTakesForLists(t *testing.T) {
	d := parse("# 一\n\n2023. 10. 01\n\n1. 2024. 4. 1 に開始\n")
	if len(d.Dates) != 2 || d.Dates[0].Block != 1 || d.Dates[1].Block != 2 {
		t.Errorf("dates are %+v", d.Dates)
	}
	if len(d.Marks) != 1 || d.Marks[0].Text != "1." {
		t.Errorf("marks are %+v, expected the item alone", d.Marks)
	}
}
