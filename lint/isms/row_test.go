package isms_test

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/isms"
)

// eventRow returns the row of an event log with a column of the given header.
func eventRow(t *testing.T, header, cell string) *isms.Row {
	t.Helper()
	f := file(t, newBuilder(t, ""), "r.md", head("ISMS-B-13")+"| 事象番号 | 報告者 | 内容 | 受付 | "+header+" |\n|-|-|-|-|-|\n| EV-1 | 佐藤 | 紛失 | 田中 | "+cell+" |\n", nil)
	if len(f.Tables) != 1 || len(f.Tables[0].Rows) != 1 {
		t.Fatalf("tables\n%s", show(f))
	}
	return &f.Tables[0].Rows[0]
}

func TestMoment(t *testing.T) {
	for cell, want := range map[string]string{
		"2025-05-20":                  "2025-05-20",
		"2025-05-20 10:15":            "2025-05-20 10:15",
		"2025-05-20　１０：０５":            "2025-05-20 10:05",
		"2025-05-20T10:15:30":         "2025-05-20 10:15",
		"2025年5月20日 10時15分":           "2025-05-20 10:15",
		"2025年5月20日10時頃":              "2025-05-20 10:00",
		"令和7年5月20日 午後3時":              "2025-05-20 15:00",
		"2025/5/20 9:00（推定）":          "2025-05-20 09:00",
		"2025-05-20（電話で受付）":           "2025-05-20",
		"2025-05-20 24:30":            "",
		"2025-05-20 10":               "",
		"2025-02-30":                  "",
		"2025-05-20から2025-05-22まで":    "",
		"5月20日":                       "",
		"不明":                          "",
		"":                            "",
		"2025-05-20 10:15:30:40":      "",
		strings.Repeat("2025-05-", 9): "",
	} {
		m := eventRow(t, "発生日時", cell).Moment("occurred")
		if got := m.String(); got != want {
			t.Errorf("Moment(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestMomentBefore(t *testing.T) {
	moment := func(cell string) isms.Moment { return eventRow(t, "発生日時", cell).Moment("occurred") }
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2025-05-20", "2025-05-21", true},
		{"2025-05-21", "2025-05-20", false},
		{"2025-05-20 10:00", "2025-05-20 10:01", true},
		{"2025-05-20 10:01", "2025-05-20 10:00", false},
		{"2025-05-20", "2025-05-20 10:00", false},
		{"2025-05-20 10:00", "2025-05-20", false},
		{"2025-05-20 23:00", "2025-05-21 01:00", true},
	} {
		if got := moment(c.a).Before(moment(c.b)); got != c.want {
			t.Errorf("%s before %s = %v", c.a, c.b, got)
		}
	}
}

func TestList(t *testing.T) {
	for cell, want := range map[string]string{
		"INC-1":                  "INC-1",
		"INC-1、INC-2":            "INC-1|INC-2",
		"INC-1, INC-2，INC-3":     "INC-1|INC-2|INC-3",
		"INC-1<br>INC-2":         "INC-1|INC-2",
		"INC-1、、INC-2、":          "INC-1|INC-2",
		"INC-1（担当、確認）、INC-2":     "INC-1（担当、確認）|INC-2",
		"INC-1（閉じない、INC-2":       "INC-1（閉じない、INC-2",
		"なし":                     "",
		"-":                      "",
		"－、INC-2":                "INC-2",
		"":                       "",
		"INC-1)、INC-2":           "INC-1)|INC-2",
		"**INC-1**、`INC-2`":      "INC-1|INC-2",
		"　INC-1　、　INC-2　":        "INC-1|INC-2",
		"INC-1 及び INC-2":         "INC-1 及び INC-2",
		"ＩＮＣ－１､INC-2":            "ＩＮＣ－１|INC-2",
		"INC-1, INC-2 (a, b), c": "INC-1|INC-2 (a, b)|c",
	} {
		r := eventRow(t, "インシデント番号", cell)
		var texts []string
		for _, v := range r.List("incident") {
			texts = append(texts, v.Text)
			if at := v.Span.Of(r.Table.File.Doc.Source); at != v.Text && !strings.ContainsAny(cell, "*`<") {
				t.Errorf("%q: %q stands at %q", cell, v.Text, at)
			}
		}
		if got := strings.Join(texts, "|"); got != want {
			t.Errorf("List(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestMonth(t *testing.T) {
	for cell, want := range map[string]string{
		"2026-04": "2026-04-01", "2026/4": "2026-04-01", "2026.4": "2026-04-01", "2026年4月": "2026-04-01",
		"２０２６年４月": "2026-04-01", "令和8年4月": "2026-04-01", "2026-04-15": "2026-04-01", "2026年4月分": "2026-04-01",
		"4月": "", "2026-13": "", "2026": "", "": "", "毎月": "",
	} {
		f := file(t, newBuilder(t, ""), "r.md", head("ISMS-B-14")+"| 管理票番号 | 対象月 | 確認者 | 確認日 |\n|-|-|-|-|\n| E-1 | "+cell+" | 佐藤 | 2026-05-01 |\n", nil)
		if got := f.Tables[0].Rows[0].Month("month").First.String(); got != want {
			t.Errorf("Month(%q) = %q, want %q", cell, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for cell, want := range map[string]struct {
		float float64
		valid bool
		whole bool
	}{
		"12": {12, true, true}, "１２": {12, true, true}, "1,200": {1200, true, true}, "12名": {12, true, true},
		"3（大阪支社）": {3, true, true}, "2.5": {2.5, true, false}, "-3": {-3, true, true}, "12 人": {12, true, true},
		"12個": {}, "約3": {}, "1e3": {}, "0x10": {}, "NaN": {}, "Inf": {}, "": {}, "三": {},
	} {
		f := file(t, newBuilder(t, ""), "r.md", head("ISMS-B-14")+"| 管理票番号 | 対象月 | 確認者 | 来訪者数 |\n|-|-|-|-|\n| E-1 | 2026-04 | 佐藤 | "+cell+" |\n", nil)
		r := &f.Tables[0].Rows[0]
		if d := r.Number("visitors"); d.Float != want.float || d.Valid != want.valid {
			t.Errorf("Number(%q) = %v, %v", cell, d.Float, d.Valid)
		}
		if n := r.Int("visitors"); n.Valid != want.whole || n.Valid && float64(n.Int) != want.float {
			t.Errorf("Int(%q) = %v, %v", cell, n.Int, n.Valid)
		}
	}
}

func TestNone(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "-": true, "－": true, "—": true, "ー": true, "なし": true, "な し": true, "無": true, "無し": true,
		"該当なし": true, "該 当 な し": true, "N/A": true, "ｎ／ａ": true, "none": true, "　": true,
		"なす": false, "無線": false, "該当あり": false, "-1": false, "ナシ": false, "none of them": false, "のぞみ": false, "営業部": false,
	} {
		if got := (isms.Value{Text: text}).None(); got != want {
			t.Errorf("None(%q) = %v", text, got)
		}
	}
}

func TestShortAndLongRows(t *testing.T) {
	f := file(t, newBuilder(t, ""), "r.md", head("ISMS-B-14")+"| 管理票番号 | 対象月 | 確認者 | 確認日 |\n|-|-|-|-|\n| E-1 | 2026-04 |\n| E-2 | 2026-04 | 佐藤 | 2026-05-01 | 余り | |\n| E-3 | 2026-04 | 佐藤 | 2026-05-01 | |\n", nil)
	rows := f.Tables[0].Rows
	if got := rows[0].Missing(); got != 2 {
		t.Errorf("missing cells %d, want 2", got)
	}
	if v := rows[0].Value("checked_by"); v.Present || v.Span != rows[0].Span {
		t.Errorf("a cell that is not there = %+v", v)
	}
	if at, ok := rows[1].Superfluous(); !ok || at.Of(f.Doc.Source) != "余り | " {
		t.Errorf("superfluous cells %q, %v", at.Of(f.Doc.Source), ok)
	}
	if _, ok := rows[2].Superfluous(); ok {
		t.Error("a blank superfluous cell counts")
	}
}
