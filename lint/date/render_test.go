package date_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint/date"
)

func formats() []date.Format {
	return []date.Format{
		date.ISO, date.Slash, date.Dot, date.Kanji, date.Era, date.EraDot, date.EnglishLong, date.EnglishMonth,
	}
}

// Each notation is named by the same day or, for points, slashes and ISO, by
// a rendering of it.
func TestFormatIsNamedByItsExample(t *testing.T) {
	d := on(t, "2023-10-01")
	for _, f := range formats() {
		if got := d.Format(f); got != string(f) {
			t.Errorf("%s in the notation %q is %q", d, f, got)
		}
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		day    string
		format date.Format
		want   string
	}{
		{"2019-05-01", date.Era, "令和元年5月1日"},
		{"2019-05-01", date.EraDot, "R1.5.1"},
		{"2019-04-30", date.Era, "平成31年4月30日"},
		{"2019-04-30", date.EraDot, "H31.4.30"},
		{"1989-01-08", date.Era, "平成元年1月8日"},
		{"1989-01-07", date.Era, "昭和64年1月7日"},
		{"1926-12-25", date.Era, "昭和元年12月25日"},
		{"1926-12-24", date.Era, ""},
		{"1926-12-24", date.EraDot, ""},
		{"2025-01-05", date.ISO, "2025-01-05"},
		{"2025-01-05", date.Slash, "2025/1/5"},
		{"2025-01-05", date.EnglishLong, "5 January 2025"},
		{"2025-01-05", "other", ""},
		{"", date.ISO, ""},
		{"", date.Era, ""},
		{"", date.Kanji, ""},
	} {
		if got := on(t, c.day).Format(c.format); got != c.want {
			t.Errorf("%q in %q is %q, want %q", c.day, c.format, got, c.want)
		}
	}
}

// What Format writes, Parse reads, and Scan finds in a sentence.
func TestFormatRoundTrip(t *testing.T) {
	for d := on(t, "1985-01-01"); d.Year < 2030; d = d.AddDays(17) {
		for _, f := range formats() {
			text := d.Format(f)
			got, format, ok := date.Parse(text)
			if !ok || got != d || format != f {
				t.Fatalf("Parse(%q) = %s, %q, %v, want %s, %q", text, got, format, ok, d, f)
			}
			if f == date.EraDot && text[0] == 'H' && text[2] == '.' {
				continue // H5.10.1 in a sentence is rather a section
			}
			if found := scan("改訂日は" + text + "です。"); len(found) != 1 || found[0].text != text {
				t.Fatalf("Scan found %v for %q", found, text)
			}
		}
	}
}
