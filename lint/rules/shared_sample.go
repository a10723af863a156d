package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
)

// sentenceAround returns the bounds of the sentence of t, on one line, that
// holds i.
func sentenceAround(t string, i int) (from, to int) {
	from, to = max(i-len(sentenceBefore(t, i)), lineStart(t, i)), len(t)
	for _, end := range []string{"。", "\n", "！", "? ", ". "} {
		if n := strings.Index(t[i:to], end); n >= 0 {
			to = i + n
		}
	}
	return from, to
}

// withoutOwnNames blanks out the names of the organisation, which may hold any
// word.
func withoutOwnNames(p *lint.Pass, sentence string) string {
	for _, name := range append([]string{p.Config.Organization.Name}, p.Config.Organization.Aliases...) {
		if name != "" && strings.Contains(sentence, name) {
			sentence = strings.ReplaceAll(sentence, name, strings.Repeat(" ", len(name)))
		}
	}
	return sentence
}

// hasSampleSign reports whether a sentence shows one of the signs.
func hasSampleSign(sentence string) bool {
	lower := lowerLatin(sentence)
	for i := range sampleSigns {
		s := &sampleSigns[i]
		for _, phrase := range s.phrases {
			at := strings.Index(lower, phrase)
			if at < 0 || holdsAny(lower, s.without...) {
				continue
			}
			if len(s.with) == 0 || holdsAny(lower[:at]+lower[at+len(phrase):], s.with...) {
				return true
			}
		}
	}
	return false
}

// lowerLatin lowers the letters of ASCII and keeps every other character.
func lowerLatin(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
