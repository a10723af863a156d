package schema

import (
	"strings"
	"unicode/utf8"
)

// longestWord is the length in characters beyond which words are not compared;
// no name is that long.
const longestWord = 64

// Nearest returns the candidate whose spelling is nearest to word, or "" when
// none is near enough to be what was meant. Among equally near ones the first
// counts. Case, and the difference between - and _, do not.
//
// A neighbouring pair that changed places is one error, as a missing, wrong or
// superfluous character is. Up to two errors are near, up to a third of the
// length in a long word, but only one in a word of three characters or less.
// In Japanese, where one character is as much as a syllable or a word, the
// limit is a third of the length, or one.
func Nearest(word string, candidates []string) string {
	w := spelling(word)
	best, nearest := 1+limit(w), ""
	if len(w) == 0 || len(w) > longestWord {
		return ""
	}
	for _, c := range candidates {
		o := spelling(c)
		if len(o) > longestWord || len(o)-len(w) >= best || len(w)-len(o) >= best {
			continue
		}
		if d := distance(w, o); d < best && d < max(len(w), len(o)) {
			best, nearest = d, c
		}
	}
	return nearest
}

func spelling(s string) []rune {
	return []rune(strings.ReplaceAll(strings.ToLower(s), "-", "_"))
}

func limit(word []rune) int {
	third := len(word) / 3
	for _, r := range word {
		if r >= utf8.RuneSelf {
			return max(third, 1)
		}
	}
	if len(word) <= 3 {
		return 1
	}
	return max(third, 2)
}

// distance is the optimal string alignment distance.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
