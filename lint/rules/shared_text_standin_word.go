package rules

import "strings"

// latinWord reads TBD, TODO, FIXME, lorem ipsum and to be determined at i.
func (s *standInScan) latinWord(i int) standIn {
	t := s.t[i:]
	switch {
	case t[0] == 'T' && hasAnyPrefix(t, "TBD", "TBC", "TBA"):
		return s.wholeWord(i, len("TBD"))
	case strings.HasPrefix(t, "TODO"):
		if hasAnyPrefix(t[len("TODO"):], "リスト", "管理", "一覧", "アプリ", "ツール", " list", " app") {
			return none(i)
		}
		return s.wholeWord(i, len("TODO"))
	case strings.HasPrefix(t, "FIXME"):
		return s.wholeWord(i, len("FIXME"))
	case t[0]|0x20 == 'l' && len(t) >= len("lorem ipsum") && strings.EqualFold(t[:len("lorem ipsum")], "lorem ipsum"):
		return standIn{i, i + len("lorem ipsum"), sampleText}
	case strings.HasPrefix(t, "to be "):
		for _, what := range []string{"determined", "decided", "defined", "confirmed"} {
			if rest, ok := strings.CutPrefix(t, "to be "+what); ok && (rest == "" || strings.ContainsRune(".,;)\n", rune(rest[0]))) {
				return standIn{i, i + len("to be ") + len(what), openWord}
			}
		}
	}
	return none(i)
}

// wholeWord returns t[i:i+n] unless it is part of a longer word or number.
func (s *standInScan) wholeWord(i, n int) standIn {
	part := func(r rune) bool { return isLatinLetter(r) || isAnyDigit(r) || r == '_' || r == '-' }
	if part(runeBefore(s.t, i)) || part(runeAfter(s.t, i+n)) {
		return none(i)
	}
	return standIn{i, i + n, openWord}
}

// underscores reads a line to write on: ___ or ＿＿.
func (s *standInScan) underscores(i int) standIn {
	rest := strings.TrimLeft(s.t[i:], "_＿")
	end := len(s.t) - len(rest)
	if n := end - i; n < len("___") || n == len("＿") && s.t[i] != '_' {
		return none(end)
	}
	word := func(r rune) bool { return isLatinLetter(r) || isAnyDigit(r) }
	if word(runeBefore(s.t, i)) && word(runeAfter(s.t, end)) {
		return none(end) // the name of a variable
	}
	return standIn{i, end, toBeFilled}
}

// braces reads {{…}}, which a template engine should have replaced.
func (s *standInScan) braces(i int) standIn {
	const longest = 80
	line := lineRest(s.t, i)
	if !strings.HasPrefix(line, "{{") {
		return none(i)
	}
	if n := strings.Index(line, "}}"); n > 0 && n < longest {
		return standIn{i, i + n + len("}}"), templateField}
	}
	return none(i)
}

// undecided reads 未定 where it is a value: alone, or at the end of a
// statement. A rule about what is undecided (未定の場合は) leaves nothing open.
func (s *standInScan) undecided(i int) standIn {
	t := s.t
	if !strings.HasPrefix(t[i:], "未定") {
		return none(i)
	}
	end := i + len("未定")
	rest := strings.TrimLeft(lineRest(t, end), " 　")
	before := strings.TrimRight(t[lineStart(t, i):i], " 　")
	ends := rest == "" || hasAnyPrefix(rest, "。", "、", "，", "）", ")", "／", "/", "です", "だ", "とする", "である", "のため") && !strings.HasPrefix(rest, "のための")
	begins := before == "" || hasAnySuffix(before, "は", "が", "も", "：", ":", "（", "(", "／", "/", "、", "→")
	if !ends || !begins {
		return none(end)
	}
	return standIn{i, end, openWord}
}

// elsewhere reads 別途定める and the like where the sentence names no document.
func (s *standInScan) elsewhere(i int) standIn {
	rest, ok := strings.CutPrefix(s.t[i:], "別途")
	if !ok {
		return none(i)
	}
	for _, verb := range []string{"定め", "協議", "規定", "決定", "決め", "検討"} {
		if strings.HasPrefix(strings.TrimLeft(rest, "、"), verb) {
			end := i + len("別途") + strings.Index(rest, verb) + len(verb)
			if strings.HasPrefix(s.t[end:], "る") {
				end += len("る")
			}
			return standIn{i, end, lazyPointer}
		}
	}
	return none(i)
}

// fillIn reads 要記入, ここに…を記入してください and a line that is nothing but
// （…を記入）. An instruction within a procedure (申請書に記入する) is none.
func (s *standInScan) fillIn(i int) standIn {
	t := s.t
	if !hasAnyPrefix(t[i:], "記入", "記載") {
		return none(i)
	}
	end := i + len("記入")
	start := lineStart(t, i)
	before := t[start:i]
	if strings.HasSuffix(before, "要") && !isKanji(runeBefore(before, len(before)-len("要"))) && !isKanji(runeAfter(t, end)) {
		return standIn{i - len("要"), end, toBeFilled}
	}
	tail := instructionEnd(t, end)
	if at := strings.LastIndex(before, "ここに"); at >= 0 && tail > end && !strings.Contains(before[at:], "。") {
		return standIn{start + at, tail, toBeFilled}
	}
	return s.aside(start, i, tail)
}

// aside reads （…を記入） that makes up the line or the value behind a label.
func (s *standInScan) aside(start, i, tail int) standIn {
	t := s.t
	line := t[start:i]
	open := max(strings.LastIndex(line, "（"), strings.LastIndexByte(line, '('))
	if open < 0 || !hasAnySuffix(line, "を", "を必ず") || strings.Contains(line[open:], "が") || !hasAnyPrefix(t[tail:], "）", ")") {
		return none(i)
	}
	closed := tail + widthAt(t, tail)
	label := strings.TrimRight(line[:open], " 　")
	if strings.TrimSpace(lineRest(t, closed)) != "" || label != "" && !hasAnySuffix(label, "：", ":") {
		return none(i)
	}
	return standIn{start + open, closed, toBeFilled}
}

// instructionEnd returns the offset behind the ending of an instruction at end.
func instructionEnd(t string, end int) int {
	for _, ending := range []string{"してください", "して下さい", "すること", "のこと", "する"} {
		if strings.HasPrefix(t[end:], ending) {
			return end + len(ending)
		}
	}
	return end
}
