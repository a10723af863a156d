package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/source"
)

// bracket is an opening Japanese quotation mark in the text of a block.
type bracket struct {
	at, size int
	corner   bool // 「, not 『
}

// maxBracketDepth is the number of quotation marks within each other that are
// told apart.
const maxBracketDepth = 16

// bracket handles the quotation mark of the given size at offset at of the
// text: form 0 is 「, 1 is 」, 2 is 『 and 3 is 』.
func (s *scanner) bracket(at, size int, form byte) {
	if s.hasCode && s.block.CodeAt(at) {
		return
	}
	corner := form < 2
	if form&1 == 0 {
		if len(s.brackets) < maxBracketDepth {
			s.brackets = append(s.brackets, bracket{at, size, corner})
		}
		return
	}
	for n := len(s.brackets) - 1; n >= 0; n-- {
		if s.brackets[n].corner == corner {
			s.mention(s.brackets[n], at, size)
			s.brackets = s.brackets[:n]
			return
		}
	}
}

func (s *scanner) mention(open bracket, at, size int) {
	from := open.at + open.size
	s.mentions = append(s.mentions, Mention{
		Span:  s.block.Source(open.at, at+size),
		Inner: s.inner(from, at),
		Text:  joinLines(s.block.Text[from:at]),
		Block: s.index,
	})
}

// inner returns the source between two quotation marks, markup included.
func (s *scanner) inner(from, to int) (span source.Span) {
	span.Start = s.block.Source(from-1, from).End
	span.End = s.block.Source(to, to+1).Start
	return span
}

// sortMentions puts the mentions of a block, which are found at their closing
// marks, in the order of their opening ones.
func (s *scanner) sortMentions(first int) {
	if len(s.mentions)-first > 1 {
		slices.SortFunc(s.mentions[first:], func(a, b Mention) int { return a.Span.Start - b.Span.Start })
	}
}

// joinLines joins the lines of a name that is broken over several: with a
// blank between words of Latin letters, without one in Japanese.
func joinLines(s string) string {
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	var out strings.Builder
	for i, line := range strings.Split(s, "\n") {
		line = strings.Trim(line, " \t　")
		if i > 0 && line != "" && out.Len() > 0 {
			last, _ := utf8.DecodeLastRuneInString(out.String())
			next, _ := utf8.DecodeRuneInString(line)
			if last < utf8.RuneSelf && next < utf8.RuneSelf {
				out.WriteByte(' ')
			}
		}
		out.WriteString(line)
	}
	return out.String()
}
