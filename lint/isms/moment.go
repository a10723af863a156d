package isms

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
)

// Moment is a value that should be a date, which a time of day may follow.
type Moment struct {
	Day
	// Minute is the time of day in minutes; HasTime reports whether there is one.
	Minute  int
	HasTime bool
}

// Before reports whether m is earlier than o. Where one of them has no time of
// day, the days count. Neither may be without a date.
func (m Moment) Before(o Moment) bool {
	if m.Date != o.Date {
		return m.Date.Before(o.Date)
	}
	return m.HasTime && o.HasTime && m.Minute < o.Minute
}

// String returns the moment as 2006-01-02 15:04, or without a time.
func (m Moment) String() string {
	if !m.HasTime {
		return m.Date.String()
	}
	return m.Date.String() + " " + twoDigits(m.Minute/60) + ":" + twoDigits(m.Minute%60)
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// momentOf reads a date as [date.Parse] does, which a time of day (10:15,
// 10時15分, T10:15) and a remark in brackets may follow.
func momentOf(v Value) Moment {
	m := Moment{Day: Day{Value: v}}
	if v.Text == "" {
		return m
	}
	if m.Date, m.Format, _ = date.Parse(v.Text); m.Format != "" {
		return m
	}
	text := WithoutRemark(v.Text)
	if m.Date, m.Format, _ = date.Parse(text); m.Format != "" {
		return m
	}
	for i := range text {
		if !separatesTime(text, i) {
			continue
		}
		day, format, ok := date.Parse(strings.TrimRight(text[:i], " 　"))
		if !ok {
			continue
		}
		if minute, ok := timeOfDay(text[i:]); ok {
			m.Date, m.Format, m.Minute, m.HasTime = day, format, minute, true
			return m
		}
	}
	return m
}

// separatesTime reports whether a time of day may begin at an offset: behind a
// blank, at a T, or right behind 日.
func separatesTime(text string, i int) bool {
	return text[i] == ' ' || text[i] == 'T' || strings.HasPrefix(text[i:], "　") || strings.HasSuffix(text[:i], "日")
}

// timeOfDay reads 10:15, 10:15:30, 10時15分, 10時 or 午後3時, after blanks or T.
func timeOfDay(s string) (minute int, ok bool) {
	s = strings.TrimPrefix(fold.Key(s), "t")
	s = strings.TrimSuffix(strings.TrimSuffix(s, "頃"), "ごろ")
	base := 0
	if rest, afternoon := strings.CutPrefix(s, "午後"); afternoon {
		s, base = rest, 12
	}
	s = strings.TrimPrefix(s, "午前")
	if !strings.ContainsAny(s, ":時") {
		return 0, false
	}
	s = strings.TrimSuffix(strings.TrimSuffix(strings.Replace(s, "時", ":", 1), "分"), ":")
	parts := strings.Split(s, ":")
	if len(parts) > 3 {
		return 0, false
	}
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 0 || v > 59 || len(p) > 2 {
			return 0, false
		}
		n[i] = v
	}
	n[0] += base
	minute = n[0]*60 + n[1]
	return minute, minute <= 24*60
}

// Month is a value that should be a month of a year.
type Month struct {
	Value
	// First is the first day of the month, or the zero date.
	First date.Date
}

// Valid reports whether the value is a month.
func (m Month) Valid() bool { return !m.First.IsZero() }

// monthOf reads 2026-04, 2026/4, 2026.4, 2026年4月 or 令和8年4月; a date stands
// for its month.
func monthOf(v Value) Month {
	m := Month{Value: v}
	text := WithoutRemark(v.Text)
	if text == "" {
		return m
	}
	for _, suffix := range []string{"", "1日", "-01", "/01", ".01", "/1", ".1"} {
		if day, _, ok := date.Parse(strings.TrimSuffix(text, "分") + suffix); ok && !day.IsZero() {
			m.First, _ = date.New(day.Year, day.Month, 1)
			return m
		}
	}
	if day, _, ok := date.Parse("1 " + text); ok && !day.IsZero() { // July 2026
		m.First = day
	}
	return m
}
