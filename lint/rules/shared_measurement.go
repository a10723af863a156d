package rules

import (
	"strconv"
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

const (
	measurementForm = "ISMS-B-10"
	measurements    = "measurements"
)

// eachMeasurement calls check for the rows of tables of measurements that are
// more than drafts.
func eachMeasurement(s *isms.System, check func(r *isms.Row)) {
	for r := range s.Rows(measurementForm, measurements) {
		if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) && !r.Written("period").Ditto() {
			check(r)
		}
	}
}

// analysedBy returns the day by which a measurement was to be evaluated: the
// day of its analysis, or the end of its period. It is the zero date when
// neither can be told.
func analysedBy(p *lint.Pass, r *isms.Row) date.Date {
	if d := r.Day("analysed_when"); d.Valid() {
		return d.Date
	}
	return periodEnd(r.Written("period").Text, p.Config.Periods.Year)
}

// periodEnd returns the last day of a period such as 2026-04から2026-08まで,
// 2026年4月〜8月, 2026年度上期 or 2026年度, or the zero date. A fiscal year begins
// in the month start.
func periodEnd(text string, start time.Month) date.Date {
	written := isms.WithoutRemark(text)
	text = strings.TrimSuffix(fold.Key(written), "まで")
	end := date.Date{}
	date.Scan(text, func(_, _ int, _ date.Format, d date.Date) bool {
		end = d
		return true
	})
	if !end.IsZero() {
		return end
	}
	year, rest, ok := leadingYear(text)
	if !ok {
		return englishMonthEnd(written)
	}
	switch {
	case strings.HasPrefix(rest, "年度"):
		return halfEnd(year, start, strings.TrimPrefix(rest, "年度"))
	case strings.HasPrefix(rest, "-"), strings.HasPrefix(rest, "/"), strings.HasPrefix(rest, "年"):
		return lastMonth(year, text)
	}
	return end
}

// englishMonthEnd returns the end of the last month of a period such as July
// 2026, Jul–Sep 2026 or July 2026 to June 2027, or the zero date.
func englishMonthEnd(text string) date.Date {
	text = strings.ToLower(fold.Text(text))
	for _, mark := range []string{" to ", "-", "–", "—", "~", "/"} {
		if i := strings.LastIndex(text, mark); i >= 0 {
			text = text[i+len(mark):]
		}
	}
	first, _, ok := date.Parse("1 " + strings.TrimSpace(text))
	if !ok || first.IsZero() {
		return date.Date{}
	}
	return monthEnd(first.Year, int(first.Month))
}

// halfEnd returns the end of a fiscal year or of a part of it.
func halfEnd(year int, start time.Month, part string) date.Date {
	months := 0
	switch part {
	case "", "下期", "下半期", "第4四半期", "q4":
		months = 12
	case "上期", "上半期", "第2四半期", "q2":
		months = 6
	case "第1四半期", "q1":
		months = 3
	case "第3四半期", "q3":
		months = 9
	default:
		return date.Date{}
	}
	return date.Date{Year: year, Month: start, Day: 1}.AddMonths(months).AddDays(-1)
}

// lastMonth returns the end of the last month that a period names.
func lastMonth(year int, text string) date.Date {
	parts := []string{text}
	for _, mark := range []string{"から", "~", "〜", "to", "—", "–"} {
		if before, after, ok := strings.Cut(text, mark); ok {
			parts = []string{before, after}
			break
		}
	}
	last := parts[len(parts)-1]
	if y, rest, ok := leadingYear(last); ok {
		year, last = y, strings.TrimLeft(rest, "-/年.")
	}
	n := 0
	for n < len(last) && last[n] >= '0' && last[n] <= '9' {
		n++
	}
	month, err := strconv.Atoi(last[:n])
	if rest := last[n:]; err != nil || rest != "" && rest != "月" && rest != "月末" && rest != "月分" {
		return date.Date{}
	}
	return monthEnd(year, month)
}

func leadingYear(text string) (year int, rest string, ok bool) {
	if len(text) < 4 {
		return 0, text, false
	}
	year, err := strconv.Atoi(text[:4])
	return year, text[4:], err == nil && year >= 1900 && year < 2200
}

func monthEnd(year, month int) date.Date {
	if month < 1 || month > 12 {
		return date.Date{}
	}
	return date.Date{Year: year, Month: time.Month(month), Day: 1}.AddMonths(1).AddDays(-1)
}
