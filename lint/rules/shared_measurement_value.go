package rules

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// bound says on which side of a target a value must be.
type bound uint8

const (
	undecided bound = iota
	atLeast
	moreThan
	atMost
	lessThan
)

// quantity is a number with the words around it, as in 月30分以内: before is
// 月, unit 分.
type quantity struct {
	before, unit string
	value        float64
}

// isMet compares an actual value with its target. ok is false unless both are
// one number of the same unit and the target says which side is good.
func isMet(target, actual string) (met, ok bool) {
	side, rest := targetBound(fold.Key(isms.WithoutRemark(target)))
	want, okWant := quantityIn(rest)
	have, okHave := quantityIn(fold.Key(isms.WithoutRemark(actual)))
	if !okWant || !okHave || want.unit != have.unit || want.before != have.before {
		return false, false
	}
	if side == undecided {
		switch {
		case want.value == 0:
			side = atMost
		case want.value == 100 && want.unit == "%":
			side = atLeast
		}
	}
	switch side {
	case atLeast:
		return have.value >= want.value, true
	case moreThan:
		return have.value > want.value, true
	case atMost:
		return have.value <= want.value, true
	case lessThan:
		return have.value < want.value, true
	}
	return false, false
}

// targetBound takes the words that say which side is good from a target.
func targetBound(text string) (side bound, rest string) {
	for _, w := range []struct {
		word string
		side bound
	}{
		{"以上", atLeast}, {"以下", atMost}, {"以内", atMost}, {"未満", lessThan}, {"超", moreThan}, {"を超える", moreThan},
		{"ormore", atLeast}, {"orless", atMost}, {"orfewer", atMost},
	} {
		if rest, ok := strings.CutSuffix(text, w.word); ok {
			return w.side, strings.TrimSpace(rest)
		}
	}
	for _, w := range []struct {
		word string
		side bound
	}{
		{"atleast", atLeast}, {"atmost", atMost}, {"nomorethan", atMost}, {"notmorethan", atMost}, {"within", atMost},
		{"morethan", moreThan}, {"lessthan", lessThan}, {"fewerthan", lessThan},
		{">=", atLeast}, {"≥", atLeast}, {"≧", atLeast}, {"<=", atMost}, {"≤", atMost}, {"≦", atMost}, {">", moreThan}, {"<", lessThan},
	} {
		if rest, ok := strings.CutPrefix(text, w.word); ok {
			return w.side, strings.TrimSpace(rest)
		}
	}
	return undecided, text
}

// quantityIn reads a text that holds exactly one number, in the form of
// [fold.Key].
func quantityIn(text string) (q quantity, ok bool) {
	start := strings.IndexAny(text, "0123456789")
	if start < 0 {
		return q, false
	}
	end := start
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || text[end] == '.' || text[end] == ',') {
		end++
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(text[start:end], ",", ""), 64)
	unit := strings.TrimSpace(text[end:])
	const longest = 18 // bytes of a unit; what is longer is a remark
	if err != nil || strings.ContainsAny(unit, "0123456789") || len(unit) > longest || strings.HasSuffix(text[:start], "-") {
		return q, false
	}
	return quantity{before: strings.TrimSpace(text[:start]), unit: unit, value: value}, true
}
