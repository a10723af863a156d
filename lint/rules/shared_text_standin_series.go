package rules

import "strings"

// series returns the end of a chain of mark and counter that begins at i
// (○年○月○日), or 0 where there is no second link.
func (s *standInScan) series(i int, class rune) int {
	t, links := s.t, 0
	for at := i; markClass(runeAfter(t, at)) == class; {
		after := at + widthAt(t, at)
		for markClass(runeAfter(t, after)) == class {
			after += widthAt(t, after)
		}
		if !isCounter(runeAfter(t, after)) {
			break
		}
		links++
		i = after + widthAt(t, after)
		if strings.HasPrefix(t[i:], "目") {
			i += len("目")
		}
		at = skipBlanks(t, i)
	}
	if links < 2 {
		return 0
	}
	return i
}

// counts reports whether a counter stands at the offset and is no part of a
// longer word (○人的管理策, where the mark is a bullet or a judgement).
func (s *standInScan) counts(at int) bool {
	t := s.t
	if r := runeAfter(t, at); !strings.ContainsRune("年月日時分名人回件社円条項", orSpace(r)) {
		return false
	}
	next := runeAfter(t, at+widthAt(t, at))
	return !isKanji(next) || strings.ContainsRune("以未間度末目後前超頃当中分", next)
}

// personName returns the end of a name with marks in it (○山○夫), or 0.
func (s *standInScan) personName(i, end int, class rune) int {
	t := s.t
	family := runeAfter(t, end)
	if class != '○' || !isKanji(family) || isKanji(runeBefore(t, i)) {
		return 0
	}
	second := skipBlanks(t, end+widthAt(t, end))
	if markClass(runeAfter(t, second)) != class {
		return 0
	}
	given := second + widthAt(t, second)
	const choices = "有無可否要男女良不適是非人物金大中小高低"
	r := runeAfter(t, given)
	if !isKanji(r) || strings.ContainsRune(choices, r) || strings.ContainsRune(choices, family) {
		return 0
	}
	until := given + widthAt(t, given)
	if next := runeAfter(t, until); isKanji(next) && !strings.ContainsRune("様氏殿君印", next) {
		return 0
	}
	return until
}
