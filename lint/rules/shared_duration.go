package rules

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// duration reads a length of time such as 24時間, 1時間30分, 3日, 4 hours or
// 30m, in minutes. Limits such as 以内 or "within" are no part of it. ok is
// false for anything else, ranges and working days among them.
func duration(text string) (minutes float64, ok bool) {
	key := fold.Key(isms.WithoutRemark(text))
	if key == "" || strings.Contains(key, "営業") || strings.Contains(key, "working") || strings.Contains(key, "business") {
		return 0, false
	}
	for _, word := range []string{"約", "最大", "最長", "within", "upto", "max.", "max", "発生後", "発生から"} {
		key = strings.TrimPrefix(key, word)
	}
	for _, word := range []string{"以内", "まで", "間以内", "orless", "atmost"} {
		key = strings.TrimSuffix(key, word)
	}
	switch key {
	case "0", "即時", "直ちに", "immediate", "immediately":
		return 0, true
	}
	for key != "" {
		n, rest, found := leadingNumber(key)
		if !found {
			return 0, false
		}
		unit, size := durationUnit(rest)
		if size == 0 {
			return 0, false
		}
		minutes += n * unit
		key = strings.TrimPrefix(rest[size:], "と")
		ok = true
	}
	return minutes, ok
}

func leadingNumber(s string) (n float64, rest string, ok bool) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || s[end] == '.') {
		end++
	}
	n, err := strconv.ParseFloat(s[:end], 64)
	return n, s[end:], err == nil
}

// durationUnit returns the minutes of the unit that a text begins with, and
// the length of its name; 0 where it begins with none.
func durationUnit(s string) (minutes float64, size int) {
	const hour, day = 60, 24 * 60
	for _, u := range []struct {
		name    string
		minutes float64
	}{
		{"時間", hour}, {"時", hour}, {"分間", 1}, {"分", 1}, {"日間", day}, {"日", day}, {"週間", 7 * day},
		{"か月", 30 * day}, {"ヶ月", 30 * day}, {"カ月", 30 * day}, {"箇月", 30 * day}, {"ケ月", 30 * day},
		{"hours", hour}, {"hour", hour}, {"hrs", hour}, {"hr", hour}, {"h", hour}, {"minutes", 1}, {"minute", 1}, {"mins", 1}, {"min", 1},
		{"days", day}, {"day", day}, {"d", day}, {"weeks", 7 * day}, {"week", 7 * day}, {"months", 30 * day}, {"month", 30 * day}, {"m", 1},
	} {
		if strings.HasPrefix(s, u.name) {
			return u.minutes, len(u.name)
		}
	}
	return 0, 0
}
