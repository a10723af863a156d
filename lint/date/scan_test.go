package date_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/date"
)

type found struct {
	text   string
	format date.Format
	day    date.Date
}

func scan(s string) []found {
	var out []found
	date.Scan(s, func(start, end int, f date.Format, d date.Date) bool {
		out = append(out, found{s[start:end], f, d})
		return true
	})
	return out
}

func texts(s string) []string {
	out := []string{}
	for _, f := range scan(s) {
		out = append(out, f.text)
	}
	return out
}

type scanCase struct {
	in   string
	want []string
}

func testScan(t *testing.T, cases []scanCase) {
	t.Helper()
	for _, c := range cases {
		if got := texts(c.in); !slices.Equal(got, c.want) {
			t.Errorf("Scan(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestScanFinds(t *testing.T) {
	testScan(t, []scanCase{
		{"2023-10-01", []string{"2023-10-01"}},
		{"制定日：2023年10月1日、改訂日：2025年4月15日。", []string{"2023年10月1日", "2025年4月15日"}},
		{"制定日:2023-10-01", []string{"2023-10-01"}},
		{"第1版（2023.10.01）を発行", []string{"2023.10.01"}},
		{"(2023. 10. 01)", []string{"2023. 10. 01"}},
		{"２０２３．１０．０１に制定", []string{"２０２３．１０．０１"}},
		{"期限は2023／10／1まで", []string{"2023／10／1"}},
		{"承認 2023/10/1 佐藤", []string{"2023/10/1"}},
		{"佐藤/2023-10-01", []string{"2023-10-01"}},
		{"2023-10-01/佐藤", []string{"2023-10-01"}},
		{"制定日は2023 年 10 月 1 日とする", []string{"2023 年 10 月 1 日"}},
		{"2023年10月1日付で", []string{"2023年10月1日"}},
		{"2023年10月1日10時30分", []string{"2023年10月1日"}},
		{"2023年10月1日(日)", []string{"2023年10月1日"}},
		{"改訂2023-10-01版", []string{"2023-10-01"}},
		{"サーバー2023-10-01", []string{"2023-10-01"}},
		{"2023-10-01 09:30", []string{"2023-10-01"}},
		{"2023-10-01T09:30:00+09:00", []string{"2023-10-01"}},
		{"ends 2023-10-01.", []string{"2023-10-01"}},
		{"ends 2023.10.01. Next", []string{"2023.10.01"}},
		{"on 1 October 2023, or October 2, 2023; Oct. 3, 2023", []string{"1 October 2023", "October 2, 2023", "Oct. 3, 2023"}},
		{"the 1st October 2023", []string{"1st October 2023"}},
		{"from 12 October 1, 2023", []string{"October 1, 2023"}},
		{"May 1, 2024 and 31 June 2024", []string{"May 1, 2024", "31 June 2024"}},
		{"令和5年10月1日から令和６年３月３１日まで", []string{"令和5年10月1日", "令和６年３月３１日"}},
		{"令和元年5月1日", []string{"令和元年5月1日"}},
		{"(令和 元 年 5 月 1 日)", []string{"令和 元 年 5 月 1 日"}},
		{"平成元年1月8日、R元.5.1、Ｒ元．５．１", []string{"平成元年1月8日", "R元.5.1", "Ｒ元．５．１"}},
		{"制定R5.10.1", []string{"R5.10.1"}},
		{"H30.4.1、S63.4.1、R5年4月1日", []string{"H30.4.1", "S63.4.1", "R5年4月1日"}},
		{"昭和5.4.1", []string{"昭和5.4.1"}},
		{"2025-04-01,2025-04-02;2025-04-03", []string{"2025-04-01", "2025-04-02", "2025-04-03"}},
		{"2025-02-30と2025.2.30", []string{"2025-02-30", "2025.2.30"}},
		{"2025-04-01\n2025-04-02\r\n2025-04-03", []string{"2025-04-01", "2025-04-02", "2025-04-03"}},
		{"| 1 | 2025-04-01 | 初版 |", []string{"2025-04-01"}},
		{"6.1.2 2025-04-01 A.5.1", []string{"2025-04-01"}},
		{"\xff2025-04-01\xff", []string{"2025-04-01"}},
	})
}

func TestScanFindsRanges(t *testing.T) {
	testScan(t, []scanCase{
		{"2025-04-01〜2025-04-30", []string{"2025-04-01", "2025-04-30"}},
		{"2025-04-01～2025-04-30", []string{"2025-04-01", "2025-04-30"}},
		{"2025-04-01~2025-04-30", []string{"2025-04-01", "2025-04-30"}},
		{"2025-04-01-2025-04-30", []string{"2025-04-01", "2025-04-30"}},
		{"2025-04-01 - 2025-04-30", []string{"2025-04-01", "2025-04-30"}},
		{"2025-04-01－2025-04-30", []string{"2025-04-01", "2025-04-30"}},
		{"2025-04-01–2025-04-30", []string{"2025-04-01", "2025-04-30"}},
		{"2025-04-01/2025-04-30", []string{"2025-04-01", "2025-04-30"}},
		{"2025/4/1-2025/4/30", []string{"2025/4/1", "2025/4/30"}},
		{"2025/4/1-4/30", []string{"2025/4/1"}},
		{"2025/4/1〜4/30", []string{"2025/4/1"}},
		{"2025.04.01-2025.04.30", []string{"2025.04.01", "2025.04.30"}},
		{"2025年4月1日-2025年4月30日", []string{"2025年4月1日", "2025年4月30日"}},
		{"2025年4月1日－4月30日", []string{"2025年4月1日"}},
		{"R5.4.1-R6.3.31", []string{"R5.4.1", "R6.3.31"}},
		{"在任：2025-04-01-", []string{"2025-04-01"}},
	})
}

func TestScanPassesOver(t *testing.T) {
	for _, in := range []string{
		"", "文書", "6.1.2 情報セキュリティリスクアセスメント", "A.5.1.1", "A.8.24", "v1.2.3", "v2023.10.1", "10.15.7", "macOS 10.15.7",
		"192.168.0.1", "10.20.30.40", "2023.10.1.2", "1.2023.10.1", "03-1234-5678", "090-2023-1011", "0120-2023-10-01",
		"1,234,567円", "12,000円", "2023年度", "2023年度の目標", "2025年8月", "2023.10", "2023/10", "2023-10", "1/2", "3/4/5", "10/1/2023",
		"第3章2023", "20231001", "ISMS-2023-10-01-x", "ISMS-2023-10-01", "2023-10-01-x", "2023-10-01-01", "2023-10-01-議事録",
		"議事録-2023-10-01", "CAR-2026-001", "x2023-10-01", "2023-10-01x", "2023-10-01Z", "ＩＳＭＳ－２０２３－１０－０１", "２０２３－１０－０１Ａ",
		"2023-10-01_議事録", "議事録_2023-10-01", "議事録_2023年10月1日", "2023年10月1日_議事録", "2023-10-01.md", "2023.10.01.md",
		"議事録2023年10月1日.docx", "access.log.2023-10-01", "records/2023-10-01", "records/2023/10/01", "2023/10/01/minutes", "2023/10/01-minutes",
		`C:\docs\2023-10-01`, `2023-10-01\docs`, "https://example.com/2023-10-01", "https://example.com/2023/10/01/",
		"https://example.com/?d=2023-10-01", "https://example.com/?d=2023-10-01&e=2023-10-02", "27001:2022.5.1", "27001：2013.5.1",
		"JIS Q 27001:2023", "ISO/IEC 27001:2022", "RFC 3161", "1890-01-01", "2023-10-01-2023-10-02-x",
		"S3.4.8", "S3 4.8", "S5.2.2", "H2.1.1", "R1.2.3", "FR5.10.1", "R5.10.1.2", "R5.13.1", "XR5年10月1日",
		"12023年10月1日", "20XX年10月1日", "2023年○月○日", "令和5年度", "令和5年10月", "10月1日", "毎年4月1日",
		"October 2023", "2.1 October", "v1 October 2023", "in 2023", "1 Octopus 2023", "mayor 1, 2023", "maybe 1, 2023", "2023\n年10月1日",
	} {
		if got := texts(in); len(got) != 0 {
			t.Errorf("Scan(%q) = %q, want none", in, got)
		}
	}
}

func TestScanReportsTheDay(t *testing.T) {
	got := scan("制定 令和5年10月1日、改訂 2025.2.30、Oct. 1, 2023")
	want := []found{
		{"令和5年10月1日", date.Era, on(t, "2023-10-01")},
		{"2025.2.30", date.Dot, date.Date{}},
		{"Oct. 1, 2023", date.EnglishMonth, on(t, "2023-10-01")},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestScanStops(t *testing.T) {
	n := 0
	date.Scan("2025-04-01 2025-04-02 2025-04-03", func(int, int, date.Format, date.Date) bool {
		n++
		return n < 2
	})
	if n != 2 {
		t.Errorf("yield was called %d times after it said stop at 2", n)
	}
}

// A line without blanks that never ends must not take quadratic time: each of
// these would run for minutes.
func TestScanHostile(t *testing.T) {
	for _, part := range []string{"=2023-10-01", "2023-10-01-", "2023. ", "1                ", "October ", "9", "令和 "} {
		s := strings.Repeat(part, 1<<20/len(part))
		date.Scan(s, func(start, end int, _ date.Format, _ date.Date) bool { return end <= len(s) })
	}
	date.Scan(strings.Repeat(" ", 1<<20)+strings.Repeat("1 ", 1<<19), func(int, int, date.Format, date.Date) bool {
		t.Error("found a date where there is none")
		return false
	})
}
