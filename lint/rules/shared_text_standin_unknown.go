package rules

import "strings"

// unknowns reads the run of the letter X at i: XX, XXX, ＸＸ, xxx, 20XX, and
// X年X月. A document that numbers its parts in Roman, explains the pattern of
// its numbers, or says what XX means does not leave anything open.
func (s *standInScan) unknowns(i int) standIn {
	t := s.t
	end, count := i, 0
	first := runeAfter(t, i)
	lower := first == 'x' || first == 'ｘ'
	for end < len(t) && runeAfter(t, end) == first {
		count++
		end += widthAt(t, end)
	}
	before, after := runeBefore(t, i), runeAfter(t, end)
	if isLatinLetter(before) || isLatinLetter(after) || isAnyDigit(after) {
		return none(s.wordEnd(end))
	}
	switch {
	case count == 1 && lower:
		return none(end)
	case count == 1:
		return s.singleMark(i, end, 'X')
	case isAnyDigit(before):
		return s.unknownYear(i, end, count)
	case before == '.' && isGraphicASCII(runeBefore(t, i-1)), after == '.' && isGraphicASCII(runeAfter(t, end+1)), inAddress(t, i):
		return none(end) // the name of a file or host
	}
	if start, until := s.identifierAround(i, end); until-start > end-i {
		if s.explains(t[i:end]) || lower && count < 2 {
			return none(until)
		}
		return standIn{start, until, sampleText}
	}
	if lower && count < 3 || s.explains(t[i:end]) && s.defines(t[i:end]) || s.isRoman(i) {
		return none(end)
	}
	return s.grow(i, end)
}

// unknownYear reads 20XX and 20xx, whose X begin at i.
func (s *standInScan) unknownYear(i, end, count int) standIn {
	hit := s.grow(i, end)
	if count != 2 || hit.start == i {
		return none(end) // 5XX, a class of numbers
	}
	if start, until := s.identifierAround(hit.start, end); until-start > end-hit.start {
		if s.explains("") {
			return none(until)
		}
		return standIn{start, until, sampleText}
	}
	return hit
}

// wordEnd returns the offset behind the letters and digits at i.
func (s *standInScan) wordEnd(i int) int {
	for i < len(s.t) {
		if r := runeAfter(s.t, i); !isLatinLetter(r) && !isAnyDigit(r) {
			break
		}
		i += widthAt(s.t, i)
	}
	return i
}

// identifierAround returns the extent of the letters, digits and hyphens
// around t[i:end].
func (s *standInScan) identifierAround(i, end int) (start, until int) {
	t := s.t
	part := func(r rune) bool { return isLatinLetter(r) || isAnyDigit(r) || r == '-' || r == '－' }
	for i > 0 && part(runeBefore(t, i)) {
		i -= len(string(runeBefore(t, i)))
	}
	for end < len(t) && part(runeAfter(t, end)) {
		end += widthAt(t, end)
	}
	return i, end
}

// explains reports whether the text speaks of how numbers are formed, or of
// what the letters stand for.
func (s *standInScan) explains(letters string) bool {
	if letters != "" && s.defines(letters) {
		return true
	}
	if s.numbers == unasked {
		s.numbers = answer(holdsAny(s.t, "番号", "採番", "付番", "連番", "形式", "体系", "書式", "記号", "符号", "コード",
			"number", "format", "pattern", "sequence", "scheme", "identifier"))
	}
	return s.numbers == yes
}

// defines reports whether the text says what the letters stand for.
func (s *standInScan) defines(letters string) bool {
	if letters == s.letters {
		return s.defined
	}
	s.letters, s.defined = letters, false
	for _, verb := range [...]string{"は", "には", "：", ":", "=", "＝", " is ", " are ", " stands "} {
		at := strings.Index(s.t, letters+verb)
		if at >= 0 && !isLatinLetter(runeBefore(s.t, at)) && runeBefore(s.t, at) != '-' {
			s.defined = true
		}
	}
	return s.defined
}

// isRoman reports whether the letters at i are the number of a part: at the
// beginning of the text, as in XX. Appendix, or where XIX or XXI stand too.
func (s *standInScan) isRoman(i int) bool {
	if s.roman == unasked {
		s.roman = answer(holdsAny(s.t, "XIX", "XXI", "ＸＩＸ", "ＸＸＩ"))
	}
	return s.roman == yes || i == 0 && strings.HasPrefix(strings.TrimLeft(s.t, "X"), ".")
}

// tristate is the answer to a question about the whole of a text, which is
// asked at most once.
type tristate uint8

const (
	unasked tristate = iota
	no
	yes
)

func answer(is bool) tristate {
	if is {
		return yes
	}
	return no
}

func isGraphicASCII(r rune) bool { return ' ' < r && r < 0x7F }
