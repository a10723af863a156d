package rules

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// widthRun is a part of a text whose characters are of the wrong width.
type widthRun struct {
	start, end int
	kana       bool
	normal     string
}

// nextWidthLine returns the runs of the next line of t, at or after i, that
// has any, and the offset to go on from.
func nextWidthLine(t string, i int) (runs []widthRun, next int) {
	const lead = 0xEF // of all full-width and half-width forms
	for i < len(t) {
		n := strings.IndexByte(t[i:], lead)
		if n < 0 {
			return runs, len(t)
		}
		if len(runs) > 0 && strings.IndexByte(t[i:i+n], '\n') >= 0 {
			return runs, i + n
		}
		i += n
		run := readWidthRun(t, i)
		if run.end == i {
			i += widthAt(t, i)
			continue
		}
		if run.kana {
			run.normal = norm.NFKC.String(t[run.start:run.end])
		} else {
			run.normal = toHalfWidth(t[run.start:run.end])
		}
		runs = append(runs, run)
		i = run.end
	}
	return runs, len(t)
}

// readWidthRun reads the run at i; it is empty where none begins.
func readWidthRun(t string, i int) widthRun {
	r := runeAfter(t, i)
	switch {
	case isWideAlnum(r):
		return widthRun{start: i, end: wideRunEnd(t, i)}
	case r == '％' && isAnyDigit(runeBefore(t, i)):
		return widthRun{start: i, end: i + len("％")}
	case '｡' <= r && r <= 'ﾟ':
		return halfKanaRun(t, i)
	}
	return widthRun{start: i, end: i}
}

// wideRunEnd returns the end of the full-width letters and digits at i, with
// the signs that join them (０３－１２３４, ＴＣＰ／ＩＰ, １，０００) and a percent sign.
func wideRunEnd(t string, i int) int {
	for i < len(t) {
		r := runeAfter(t, i)
		next := i + utf8.RuneLen(max(r, 0))
		switch {
		case isWideAlnum(r):
		case r == '％' && isAnyDigit(runeBefore(t, i)):
			return next
		case joinsWide(t, i, next, r):
		default:
			return i
		}
		i = next
	}
	return i
}

// joinsWide reports whether the sign r at t[i:next] stands within a number or
// word. Signs that could become Markdown are left alone.
func joinsWide(t string, i, next int, r rune) bool {
	before, after := runeBefore(t, i), runeAfter(t, next)
	digits := isAnyDigit(before) && '０' <= after && after <= '９'
	switch r {
	case '－', '．', '／', '＠':
		return isWideAlnum(after)
	case '：':
		return digits
	case '，':
		rest := []rune(t[next:min(next+4*len("０"), len(t))])
		return digits && len(rest) >= 3 && isAnyDigit(rest[1]) && isAnyDigit(rest[2]) && (len(rest) == 3 || !isAnyDigit(rest[3]))
	}
	return false
}

func isWideAlnum(r rune) bool {
	return '０' <= r && r <= '９' || 'Ａ' <= r && r <= 'Ｚ' || 'ａ' <= r && r <= 'ｚ'
}

// halfKanaRun reads half-width katakana with its punctuation; punctuation
// alone is no word.
func halfKanaRun(t string, i int) widthRun {
	run := widthRun{start: i, end: i, kana: true}
	letters := false
	for run.end < len(t) {
		r := runeAfter(t, run.end)
		if r < '｡' || r > 'ﾟ' {
			break
		}
		letters = letters || r >= 'ｦ'
		run.end += len("ｦ")
	}
	if !letters {
		run.end = i
	}
	return run
}

func toHalfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if '！' <= r && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
}
