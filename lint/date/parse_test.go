package date_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint/date"
)

type parseCase struct {
	in     string
	format date.Format
	want   string // "" is a day that does not exist
}

func testParse(t *testing.T, cases []parseCase) {
	t.Helper()
	for _, c := range cases {
		d, f, ok := date.Parse(c.in)
		if !ok || f != c.format || d != on(t, c.want) {
			t.Errorf("Parse(%q) = %q, %q, %v, want %q, %q", c.in, d, f, ok, c.want, c.format)
		}
	}
}

func TestParse(t *testing.T) {
	testParse(t, []parseCase{
		{"2023-10-01", date.ISO, "2023-10-01"},
		{"2023-1-5", date.ISO, "2023-01-05"},
		{"２０２３－１０－０１", date.ISO, "2023-10-01"},
		{"2023‐10‐01", date.ISO, "2023-10-01"}, // U+2010
		{"2023‑10‑01", date.ISO, "2023-10-01"}, // U+2011
		{"2023−10−01", date.ISO, "2023-10-01"}, // U+2212
		{"２０２３ー１０ー０１", date.ISO, "2023-10-01"},
		{"2023/10/1", date.Slash, "2023-10-01"},
		{"2023／10／1", date.Slash, "2023-10-01"},
		{"２０２３／１０／０１", date.Slash, "2023-10-01"},
		{"2023.10.01", date.Dot, "2023-10-01"},
		{"2023.10.1", date.Dot, "2023-10-01"},
		{"2023. 10. 01", date.Dot, "2023-10-01"},
		{"2023.　10.　1", date.Dot, "2023-10-01"},
		{"２０２３．１０．０１", date.Dot, "2023-10-01"},
		{"2023年10月01日", date.Kanji, "2023-10-01"},
		{"2025年8月29日", date.Kanji, "2025-08-29"},
		{"２０２３年１０月１日", date.Kanji, "2023-10-01"},
		{"2０23年１0月1日", date.Kanji, "2023-10-01"},
		{"2023 年 10 月 1 日", date.Kanji, "2023-10-01"},
		{"2023　年　10　月　1　日", date.Kanji, "2023-10-01"},
		{"2023年 4月 1日", date.Kanji, "2023-04-01"},
		{"1868年10月23日", date.Kanji, "1868-10-23"},
	})
}

func TestParseEra(t *testing.T) {
	testParse(t, []parseCase{
		{"令和5年10月1日", date.Era, "2023-10-01"},
		{"令和05年10月01日", date.Era, "2023-10-01"},
		{"令和５年１０月１日", date.Era, "2023-10-01"},
		{"令和 5 年 10 月 1 日", date.Era, "2023-10-01"},
		{"令和元年5月1日", date.Era, "2019-05-01"},
		{"令和元年 12月31日", date.Era, "2019-12-31"},
		{"令和1年5月1日", date.Era, "2019-05-01"},
		{"平成31年4月30日", date.Era, "2019-04-30"},
		{"平成元年1月8日", date.Era, "1989-01-08"},
		{"昭和64年1月7日", date.Era, "1989-01-07"},
		{"昭和元年12月25日", date.Era, "1926-12-25"},
		{"R5年10月1日", date.Era, "2023-10-01"},
		{"R元年5月1日", date.Era, "2019-05-01"},
		{"Ｈ３０年４月１日", date.Era, "2018-04-01"},
		{"R5.10.1", date.EraDot, "2023-10-01"},
		{"R05.10.01", date.EraDot, "2023-10-01"},
		{"Ｒ５．１０．１", date.EraDot, "2023-10-01"},
		{"R5. 10. 1", date.EraDot, "2023-10-01"},
		{"R元.5.1", date.EraDot, "2019-05-01"},
		{"令和5.10.1", date.EraDot, "2023-10-01"},
		{"H5.4.1", date.EraDot, "1993-04-01"},
		{"S63.4.1", date.EraDot, "1988-04-01"},
	})
}

func TestParseEnglish(t *testing.T) {
	testParse(t, []parseCase{
		{"1 October 2023", date.EnglishLong, "2023-10-01"},
		{"01 Oct 2023", date.EnglishLong, "2023-10-01"},
		{"1st October, 2023", date.EnglishLong, "2023-10-01"},
		{"22nd Sept. 2023", date.EnglishLong, "2023-09-22"},
		{"3RD MAY 2024", date.EnglishLong, "2024-05-03"},
		{"October 1, 2023", date.EnglishMonth, "2023-10-01"},
		{"Oct. 1, 2023", date.EnglishMonth, "2023-10-01"},
		{"Oct 1 2023", date.EnglishMonth, "2023-10-01"},
		{"Sept. 30th, 2023", date.EnglishMonth, "2023-09-30"},
		{"September 30, 2023", date.EnglishMonth, "2023-09-30"},
		{"february 29, 2024", date.EnglishMonth, "2024-02-29"},
	})
}

func TestParseNoSuchDay(t *testing.T) {
	testParse(t, []parseCase{
		{"2025-02-30", date.ISO, ""},
		{"2025-13-01", date.ISO, ""},
		{"2025-00-00", date.ISO, ""},
		{"2025/04/31", date.Slash, ""},
		{"2025.02.29", date.Dot, ""},
		{"2025年2月30日", date.Kanji, ""},
		{"0000年1月1日", date.Kanji, ""},
		{"令和0年5月1日", date.Era, ""},
		{"令和元年4月30日", date.Era, ""},
		{"平成31年5月1日", date.Era, ""},
		{"平成元年1月7日", date.Era, ""},
		{"昭和64年1月8日", date.Era, ""},
		{"昭和元年12月24日", date.Era, ""},
		{"令和5年2月29日", date.Era, ""},
		{"R1.4.30", date.EraDot, ""},
		{"31 June 2023", date.EnglishLong, ""},
		{"February 29, 2023", date.EnglishMonth, ""},
	})
}

func TestParseOther(t *testing.T) {
	for _, in := range []string{
		"", " ", "-", "未定", "なし", "2023", "2023年", "2023年度", "2025年8月", "2023-10", "2023.10", "2023/10",
		"10-01", "10月1日", "23-10-01", "23年10月1日", "20231001", "2023-10-012", "02023-10-01", "2023-100-01",
		"2023-10/01", "2023.10-01", "2023-10-01 ", " 2023-10-01", "2023-10-01T10:00:00", "2023-10-01 10:00",
		"2023-10-01〜2023-10-31", "2023年10月1", "2023年10月1日付", "2023年○月○日", "20XX年10月1日", "2023年　月　日",
		"2023 .10.01", "2023 - 10 - 01", "2023. 13. 1", "2023.10.32", "2023.0.1", "2023.10.0",
		"6.1.2", "10.15.7", "192.168.0.1", "03-1234-5678", "1899-12-31", "2200-01-01", "2200/1/1", "1899.1.1",
		"令和", "令和5年", "令和5年度", "令和5年10月", "令和5.10", "令和五年十月一日", "R5", "R5.10", "R5-10-1", "R5.13.1", "R100.1.1",
		"令和100年1月1日", "大正15年1月1日", "平5年1月1日", "S3.4", "r5.10.1",
		"October 2023", "1 October", "October 1", "1October 2023", "October1, 2023", "Octember 1, 2023", "1 Octo 2023",
		"May, 2023", "1 October 23", "October 1,2023年", "Oct.. 1, 2023", "1 of October 2023",
	} {
		if d, f, ok := date.Parse(in); ok || f != "" || !d.IsZero() {
			t.Errorf("Parse(%q) = %q, %q, %v, want no date", in, d, f, ok)
		}
	}
}
