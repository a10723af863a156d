package rules

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
)

// auditSubjects are the clauses and controls that a text about an audit names,
// with ranges, and whether it names all of either or all departments.
type auditSubjects struct {
	clauses, controls                      []subjectRange
	allClauses, allControls, allDepartment bool
}

// subjectNumber matches what may be the number of a clause or control.
var subjectNumber = regexp.MustCompile(`(?:A\.? ?)?\d{1,2}(?:\.\d{1,2}){0,3}`)

// longestSubject is the number of bytes of a text that are read.
const longestSubject = 8 << 10

// add reads a text such as 箇条4〜10、A.5.1からA.5.8まで or clauses 4 to 10.
func (a *auditSubjects) add(text string) {
	text = fold.Text(text[:min(len(text), longestSubject)])
	a.readWhole(strings.ToLower(text))
	var before subjectToken
	for _, at := range subjectNumber.FindAllStringIndex(text, -1) {
		token, ok := readSubject(text, at[0], at[1], before)
		if !ok {
			continue
		}
		switch {
		case token.joint == subjectTo && token.control == before.control:
			list := &a.clauses
			if token.control {
				list = &a.controls
			}
			(*list)[len(*list)-1].last = token.number
		case token.control:
			a.controls = append(a.controls, subjectRange{token.number, token.number})
		default:
			a.clauses = append(a.clauses, subjectRange{token.number, token.number})
		}
		before = token
	}
}

// addColumn reads a cell of a column for clauses and controls, in which a
// number that comes first is that of a clause (4、5).
func (a *auditSubjects) addColumn(text string) {
	if isAnyDigit(runeAfter(text, 0)) {
		text = "箇条" + text
	}
	a.add(text)
}

// readWhole looks for words that mean all clauses, controls or departments.
func (a *auditSubjects) readWhole(text string) {
	a.allClauses = a.allClauses || containsOneOf(text, "全箇条", "全ての箇条", "すべての箇条", "全項目", "全要求事項", "全ての要求事項", "すべての要求事項", "all clauses", "all requirements", "every clause")
	a.allControls = a.allControls || strings.Contains(text, "管理策") && containsOneOf(text, "全管理策", "全ての管理策", "すべての管理策", "適用する", "採用した", "適用宣言書") ||
		strings.Contains(text, "control") && containsOneOf(text, "all controls", "applicable", "all annex a", "every control", "statement of applicability")
	a.allDepartment = a.allDepartment || containsOneOf(text, "全部門", "全ての部門", "すべての部門", "全部署", "全社", "全組織", "全拠点", "各部門", "all departments", "all units", "every department", "whole organi", "entire organi", "company-wide")
}

// The joints of two numbers.
const (
	subjectApart = iota
	subjectAnd
	subjectTo
)

// subjectToken is a number with its place, and how it is joined to the one
// before.
type subjectToken struct {
	number  []int
	control bool
	end     int
	joint   int
}

// readSubject reads the number at text[start:end]. ok is false when it is a
// date, an amount or the like.
func readSubject(text string, start, end int, before subjectToken) (t subjectToken, ok bool) {
	head, tail := text[:start], text[end:]
	if r := runeBefore(head, len(head)); isAnyDigit(r) || isLatinLetter(r) || strings.ContainsRune("./_", orSpace(r)) || strings.HasSuffix(head, "-") && !(before.end > 0 && before.end == start-1) {
		return t, false
	}
	if r := runeAfter(tail, 0); isAnyDigit(r) || isLatinLetter(r) || strings.ContainsRune(":/年月日件名部回個人時分%", orSpace(r)) {
		return t, false
	}
	number := strings.TrimLeft(text[start:end], "A. ")
	t.control, t.end = text[start] == 'A', end
	for part := range strings.SplitSeq(number, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return t, false
		}
		t.number = append(t.number, n)
	}
	if before.end > 0 {
		t.joint = subjectJoint(text[before.end:start])
	}
	switch {
	case t.control:
		return t, true
	case t.joint == subjectTo && before.control: // A.5.1–8, A.5.1–5.8
		if len(t.number) == 1 && len(before.number) > 1 {
			t.number = append(append([]int{}, before.number[:len(before.number)-1]...), t.number...)
		}
		t.control = true
	case t.number[0] < 4 || t.number[0] > 10:
		return t, false
	case len(t.number) == 1 && t.joint == subjectApart && !hasAnySuffix(strings.TrimRight(head, " 　"), "箇条", "第", "clause", "clauses", "Clause", "Clauses"):
		return t, false
	case len(t.number) == 1 && before.control && !hasAnySuffix(strings.TrimRight(head, " 　"), "箇条", "clause", "clauses"):
		return t, false
	}
	return t, true
}

// subjectJoint says how a text joins the two numbers that it stands between.
func subjectJoint(gap string) int {
	for _, word := range []string{"箇条", "Clauses", "Clause", "clauses", "clause", "第", "章", "項", "節", "まで", "の", " ", "　"} {
		gap = strings.ReplaceAll(gap, word, "")
	}
	switch gap {
	case "から", "〜", "～", "~", "-", "–", "—", "―", "ー", "−", "to", "through":
		return subjectTo
	case "", "、", "，", ",", "・", "/", "及び", "並びに", "又は", "と", "and", ",and", "or", ";", "；":
		return subjectAnd
	}
	return subjectApart
}
