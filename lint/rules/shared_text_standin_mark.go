package rules

import "strings"

// markClass returns the mark that the character at t[i] counts as: the three
// circles that look alike, and filled and hollow triangles, are one each.
func markClass(r rune) rune {
	switch r {
	case '○', '〇', '◯':
		return '○'
	case '△', '▲':
		return '△'
	case '●', '×', '◎':
		return r
	case 'X', 'Ｘ':
		return 'X'
	}
	return 0
}

// marks reads the run of marks at i. Two or more of one class hold the place
// of a word; several classes in a row are judgements (○○×○); a single mark
// is one too, unless it stands where a number or name must stand.
func (s *standInScan) marks(i int) standIn {
	t := s.t
	class, uniform, count, zeros := markClass(runeAfter(t, i)), true, 0, 0
	end := i
	for end < len(t) {
		r := runeAfter(t, end)
		c := markClass(r)
		if c == 0 || c == 'X' {
			break
		}
		if r == '〇' {
			zeros++
		}
		uniform = uniform && c == class
		count++
		end += widthAt(t, end)
	}
	switch {
	case count == 0, !uniform, class == '◎', zeros == count && s.amongNumerals(i, end):
		return none(end)
	case count == 1:
		return s.singleMark(i, end, class)
	}
	return s.grow(i, end)
}

// amongNumerals reports whether 〇 at t[start:end] is the zero of a number in
// kanji (二〇二四年).
func (s *standInScan) amongNumerals(start, end int) bool {
	const numerals = "一二三四五六七八九十百千"
	return strings.ContainsRune(numerals, orSpace(runeBefore(s.t, start))) || strings.ContainsRune(numerals, orSpace(runeAfter(s.t, end)))
}

// orSpace returns a character that no list of ours holds where there is none.
func orSpace(r rune) rune {
	if r == 0 {
		return ' '
	}
	return r
}

// counters are the characters behind a number or name in dates, articles and
// addresses.
const counters = "年月日時分秒名人回件条項号章版社円階部課県都府市区町村郡番"

func isCounter(r rune) bool { return strings.ContainsRune(counters, orSpace(r)) }

// singleMark decides about a mark that stands alone at t[i:end].
func (s *standInScan) singleMark(i, end int, class rune) standIn {
	t := s.t
	next := runeAfter(t, end)
	if until := s.series(i, class); until > 0 {
		return s.grow(i, until)
	}
	before := t[:skipBlanksBack(t, i)]
	switch {
	case hasAnySuffix(before, "令和", "平成", "西暦") && strings.HasPrefix(t[skipBlanks(t, end):], "年"):
		return s.grow(i, skipBlanks(t, end)+len("年"))
	case class == 'X' || class == '×':
		return none(end)
	case strings.HasSuffix(t[:i], "第") && strings.ContainsRune("条章項号版回部編種", orSpace(next)):
		return standIn{i - len("第"), end + widthAt(t, end), sampleText}
	case isAnyDigit(runeBefore(t, i)) && next == '年' && class != '△',
		isJapaneseRune(runeBefore(t, i)) && class != '△' && s.counts(end):
		return s.grow(i, end+widthAt(t, end))
	case hasAnySuffix(t[:i], "株式会社", "有限会社", "合同会社") && !isKanji(next):
		return standIn{i, end, sampleText}
	}
	if until := s.personName(i, end, class); until > 0 {
		return standIn{i, until, sampleText}
	}
	return none(end)
}

// grow extends a stand-in within a date over the era or century before it and
// the counter behind it, so that the finding shows the whole date.
func (s *standInScan) grow(start, end int) standIn {
	t := s.t
	before := t[:skipBlanksBack(t, start)]
	switch {
	case hasAnySuffix(before, "令和", "平成", "西暦"):
		start = len(before) - len("令和")
	case len(before) == start && hasAnySuffix(before, "20", "２０"):
		century := len(before) - len(strings.TrimRight(before, "2０0２"))
		if century == len("20") || century == len("２０") {
			start -= century
		}
	}
	if next := runeAfter(t, end); strings.ContainsRune("年月日", orSpace(next)) && !isKanji(runeAfter(t, end+widthAt(t, end))) {
		end += widthAt(t, end)
	}
	return standIn{start, end, sampleText}
}
