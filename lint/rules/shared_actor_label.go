package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/document"
)

// actorLabels begin the lines that say who is responsible, before a colon.
var actorLabels = []string{"担当", "担当者", "責任者", "主管", "所管", "実施者", "承認者", "作成者", "報告先", "連絡先", "Owner", "Responsible", "In charge", "Approver", "Report to"}

// actorJoints stand between several names in such a line.
var actorJoints = strings.NewReplacer("，", "、", ",", "、", "・", "、", "／", "、", "/", "、", "；", "、", ";", "、", "及び", "、", "並びに", "、", "又は", "、", "または", "、", " and ", "、", " or ", "、", "（", "、", "(", "、", "）", "、", ")", "、", "。", "、")

// labelledActors finds the names of roles in lines such as 担当: 教育責任者.
func labelledActors(d *document.Document) []actor {
	var out []actor
	for _, i := range blocksWith(d, actorLabels, func(after []byte) bool { return startsWithColon(string(after[:min(len(after), 8)])) }) {
		b := &d.Blocks[i]
		if !isProse(b) {
			continue
		}
		start := 0
		for line := range strings.SplitAfterSeq(b.Text, "\n") {
			if at := labelEnd(line); at > 0 {
				out = append(out, namedActors(b, start+at, strings.TrimRight(line[at:], "\n"))...)
			}
			start += len(line)
		}
	}
	return out
}

func startsWithColon(s string) bool {
	s = strings.TrimLeft(s, " 　*_")
	return strings.HasPrefix(s, ":") || strings.HasPrefix(s, "：")
}

// labelEnd returns the offset behind the colon of a line that begins with a
// label, or 0.
func labelEnd(line string) int {
	i := strings.IndexAny(line, ":：")
	if i < 0 || !slices.Contains(actorLabels, strings.Trim(line[:i], " 　\t")) {
		return 0
	}
	_, size := utf8.DecodeRuneInString(line[i:])
	return i + size
}

// namedActors returns the names in a list of them that begins at an offset of
// the block's text.
func namedActors(b *document.Block, start int, list string) []actor {
	var out []actor
	at := start
	for _, part := range strings.Split(actorJoints.Replace(list), "、") {
		name := strings.Trim(part, " 　\t")
		i := strings.Index(b.Text[at:start+len(list)], name)
		if name == "" || i < 0 {
			continue
		}
		at += i
		if english := isEnglishRole(name); (english || isJapaneseRole(name)) && !b.CodeAt(at) {
			out = append(out, actor{name: name, block: b, start: at, end: at + len(name), english: english})
		}
		at += len(name)
	}
	return out
}

func isJapaneseRole(name string) bool {
	return endsWithAny(name, actorEndings) && wordStart(name, len(name)) == 0
}

func isEnglishRole(name string) bool {
	words := strings.Split(name, " ")
	return len(words) > 1 && slices.Contains(englishEndings, words[len(words)-1]) &&
		!slices.ContainsFunc(words, func(w string) bool { return w == "" || w[0] < 'A' || w[0] > 'Z' })
}
