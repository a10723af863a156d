package scaffold

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
)

// serial is an id taken apart: CAR-2026-001 is the head CAR-, the period 2026,
// the middle "-" and the number 001.
type serial struct {
	head, period, middle, digits, tail string
	layout                             string // of the period in time.Format, "R" for a year of Reiwa, "" without one
	number                             int
}

// highestNumber is beyond any number that people count to.
const highestNumber = 1_000_000_000

// parseSerial takes an id apart. ok is false for one that holds no number.
func parseSerial(id string) (s serial, ok bool) {
	id = fold.Text(id)
	end := strings.LastIndexAny(id, "0123456789") + 1
	if end == 0 {
		return s, false
	}
	start := len(strings.TrimRight(id[:end], "0123456789"))
	s.tail, s.digits = id[end:], id[start:end]
	before := id[:start]
	if at, layout := findPeriod(before); layout != "" {
		s.layout = layout
		s.head = before[:at.start]
		s.period, s.middle = before[at.start:at.end], before[at.end:]
	} else if len(s.digits) > 5 && isYear(s.digits[:4]) {
		s.layout, s.head, s.period, s.digits = "2006", before, s.digits[:4], s.digits[4:]
	} else {
		s.head = before
	}
	n, err := strconv.Atoi(s.digits)
	s.number = n
	return s, err == nil && n < highestNumber
}

type digitRun struct{ start, end int }

// findPeriod returns the last run of digits in a text that is a year, a month
// or a day, and how it is written.
func findPeriod(s string) (found digitRun, layout string) {
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		j := i
		for j < len(s) && s[j] >= '0' && s[j] <= '9' {
			j++
		}
		if l := periodLayout(s, i, j); l != "" {
			found, layout = digitRun{i, j}, l
		}
		i = j
	}
	return found, layout
}

func periodLayout(s string, i, j int) string {
	run := s[i:j]
	switch {
	case len(run) == 4 && isYear(run):
		return "2006"
	case len(run) == 6 || len(run) == 8:
		layout := "20060102"[:len(run)]
		if _, err := time.Parse(layout, run); err == nil && isYear(run[:4]) {
			return layout
		}
	case len(run) <= 2 && (strings.HasSuffix(s[:i], "-R") || strings.HasSuffix(s[:i], "令和")):
		return "R"
	}
	return ""
}

func isYear(s string) bool { return s >= "1990" && s <= "2099" }

// periodOf writes the period that a day lies in, in the manner of the id.
// fiscal says that years begin in April.
func (s serial) periodOf(d date.Date, fiscal bool) string {
	if fiscal && d.Month < time.April {
		d.Year--
	}
	switch s.layout {
	case "":
		return ""
	case "R":
		return fmt.Sprintf("%0*d", len(s.period), d.Year-2018)
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Format(s.layout)
}

// like reports whether two ids differ in period and number alone.
func (s serial) like(o serial) bool {
	return s.layout == o.layout && s.middle == o.middle && s.tail == o.tail && strings.EqualFold(s.head, o.head)
}

// with returns the id of another period and number, as wide as this one.
func (s serial) with(period string, number int) string {
	return fmt.Sprintf("%s%s%s%0*d%s", s.head, period, s.middle, len(s.digits), number, s.tail)
}

// nextID returns the id after those that are in use, in the manner of the
// pattern: the highest number of the period plus one, or 1 in a new period.
func nextID(pattern string, used []string, d date.Date, fiscal bool) (string, bool) {
	p, ok := parseSerial(pattern)
	if !ok {
		return "", false
	}
	period, highest := p.periodOf(d, fiscal), 0
	taken := make(map[string]bool, len(used))
	for _, id := range used {
		taken[fold.Key(id)] = true
		if s, ok := parseSerial(id); ok && s.like(p) && s.period == period {
			highest = max(highest, s.number)
		}
	}
	for n := highest + 1; n < highestNumber; n++ {
		if id := p.with(period, n); !taken[fold.Key(id)] {
			return id, true
		}
	}
	return "", false
}
