package history

import (
	"slices"
	"sort"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/repo"
)

// MainlineDays returns the days on which the commits of a mainline came to be in
// force, given the committers' days of them, both the oldest first. One clock
// that is wrong does not spoil the days of the others: most commits agree on an
// order that none breaks, and what breaks it is taken to the nearest day that
// does not. No day is after today, unless that is zero.
func MainlineDays(days []date.Date, today date.Date) []date.Date {
	if len(days) == 0 {
		return nil
	}
	trusted := inOrder(days, today)
	latest := make([]date.Date, len(days)) // zero for no limit
	limit := today
	for i := len(days) - 1; i >= 0; i-- {
		if trusted[i] {
			limit = days[i]
		}
		latest[i] = limit
	}
	out := make([]date.Date, len(days))
	var before date.Date
	for i, day := range days {
		if !latest[i].IsZero() && day.After(latest[i]) {
			day = latest[i]
		}
		if i > 0 {
			day = maxDay(day, before)
		}
		out[i], before = day, day
	}
	return out
}

// inOrder picks the largest number of days up to today none of which is before
// one that comes first; of several choices the one that believes the older
// commits.
func inOrder(days []date.Date, today date.Date) []bool {
	// length is how many days a choice has that begins with a day; starts are,
	// by one less than their number, the latest days with which choices begin.
	length := make([]int, len(days))
	var starts []date.Date
	for i := len(days) - 1; i >= 0; i-- {
		if !today.IsZero() && days[i].After(today) {
			continue
		}
		n := sort.Search(len(starts), func(n int) bool { return starts[n].Before(days[i]) })
		if n == len(starts) {
			starts = append(starts, days[i])
		} else {
			starts[n] = days[i]
		}
		length[i] = n + 1
	}
	picked := make([]bool, len(days))
	left := len(starts)
	var last date.Date
	for i, day := range days {
		if left > 0 && length[i] == left && !day.Before(last) {
			picked[i], last = true, day
			left--
		}
	}
	return picked
}

// mainline are the first parents from the last commit back, the oldest first.
func mainline(commits []*repo.CommitInfo, byID map[string]*repo.CommitInfo) []*repo.CommitInfo {
	if len(commits) == 0 {
		return nil
	}
	var line []*repo.CommitInfo
	for c := commits[len(commits)-1]; c != nil; c = byID[firstParent(c)] {
		line = append(line, c)
	}
	slices.Reverse(line)
	return line
}

// daysOf returns the days on which the commits of a mainline came to be in force.
func daysOf(line []*repo.CommitInfo, o Options) map[string]date.Date {
	own := make([]date.Date, len(line))
	for i, info := range line {
		own[i] = DayOf(info, o.Zone)
	}
	days := make(map[string]date.Date, len(line))
	for i, day := range MainlineDays(own, o.Today) {
		days[line[i].ID] = day
	}
	return days
}
