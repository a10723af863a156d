package date_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint/date"
)

func FuzzScan(f *testing.F) {
	for _, s := range []string{
		"制定日：2023年10月1日", "2025-04-01-2025-04-30", "2025-04-01〜2025-04-30", "令和元年5月1日 R元.5.1 R5. 10. 1", "Ｈ３０．４．１",
		"1st October 2023, Oct. 1, 2023", "２０２３／１０／１", "https://example.com/?d=2023-10-01", "2023. 10. 01.", "6.1.2 A.5.1 10.15.7",
		"2023-10-01T10:00", "2023年10月1日_x", "昭和64年1月7日 S63.4.1", "\xef\xbc\x902023-10-01\xff", "Sept 3, 2023 May 1 2023",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		prev := 0
		date.Scan(s, func(start, end int, format date.Format, day date.Date) bool {
			if start < prev || end <= start || end > len(s) {
				t.Fatalf("span %d–%d after %d in %d bytes of %q", start, end, prev, len(s), s)
			}
			prev = end
			d, f, ok := date.Parse(s[start:end])
			if !ok || f != format || d != day {
				t.Fatalf("Scan found %q as %s, %q; Parse says %s, %q, %v", s[start:end], day, format, d, f, ok)
			}
			if _, real := date.New(day.Year, day.Month, day.Day); !real && !day.IsZero() {
				t.Fatalf("%q gives %#v", s[start:end], day)
			}
			return true
		})
	})
}
