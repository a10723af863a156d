package rules

import (
	"strconv"
	"strings"
)

// subjectRange is one clause or control, or all from the first to the last, as
// their numbers without the letter of Annex A.
type subjectRange struct{ first, last []int }

// coversSubject reports whether one of the ranges holds the clause or control, the
// whole that it is part of, or a part of it.
func coversSubject(ranges []subjectRange, number []int) bool {
	for _, r := range ranges {
		if compareSubject(number, r.first) >= 0 && compareSubject(number, r.last) <= 0 {
			return true
		}
	}
	return false
}

// compareSubject compares the groups that both numbers have.
func compareSubject(a, b []int) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] - b[i]
		}
	}
	return 0
}

// subjectOf returns the groups of a clause 6.1.2 or a control A.5.1.
func subjectOf(id string) []int {
	var number []int
	for part := range strings.SplitSeq(strings.TrimPrefix(id, "A."), ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil
		}
		number = append(number, n)
	}
	return number
}

// subjectID returns the groups of a number as they are written: 5.1.
func subjectID(number []int) string {
	var b strings.Builder
	for i, n := range number {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}
