package rules

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// citedIDs returns the ids that one part of a cell cites, in the form of
// [fold.Key]: a bare id, ids in a text, or those of a range.
func citedIDs(text string) []string {
	text = isms.WithoutRemark(text)
	tokens := idTokens(text)
	if len(tokens) == 0 {
		return []string{fold.Key(text)}
	}
	ids := make([]string, len(tokens))
	for i, t := range tokens {
		ids[i] = fold.Key(t.text)
	}
	if len(ids) == 2 && isRangeMark(fold.Key(between(text, tokens))) {
		return rangeOf(ids[0], ids[1])
	}
	return ids
}

// between returns what stands between the first two ids.
func between(text string, tokens []idToken) string {
	if tokens[0].folded {
		text = fold.Text(text)
	}
	return text[tokens[0].end:tokens[1].start]
}

// maxRange bounds how many ids a range stands for.
const maxRange = 1000

// rangeOf returns the ids from one to another that differ in their number only.
func rangeOf(first, last string) []string {
	i, k := strings.LastIndexByte(first, '-')+1, strings.LastIndexByte(last, '-')+1
	a, errA := strconv.Atoi(first[i:])
	b, errB := strconv.Atoi(last[k:])
	if errA != nil || errB != nil || first[:i] != last[:k] || b < a || b-a > maxRange {
		return []string{first, last}
	}
	var out []string
	for n := a; n <= b; n++ {
		digits := strconv.Itoa(n)
		out = append(out, first[:i]+strings.Repeat("0", max(0, len(first)-i-len(digits)))+digits)
	}
	return out
}

// cites reports whether a cell of the row cites an id.
func cites(r *isms.Row, column, id string) bool {
	key := fold.Key(id)
	for _, v := range r.List(column) {
		for _, cited := range citedIDs(v.Text) {
			if cited == key {
				return true
			}
		}
	}
	return false
}
