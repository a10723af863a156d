package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

const (
	commentStart = "<!--"
	commentEnd   = "-->"
)

// html reads a block of raw HTML: its comments, and unless it consists of
// nothing else, a block. The content of <script>, <style> and <pre> and of
// declarations is no comment whatever it looks like.
func (b *builder) html(n *ast.HTMLBlock, in around) {
	lines := n.Lines()
	if n.HasClosure() {
		lines.Append(n.ClosureLine)
	}
	if lines.Len() == 0 {
		return
	}
	rest := true
	switch n.HTMLBlockType {
	case ast.HTMLBlockType2, ast.HTMLBlockType6, ast.HTMLBlockType7:
		rest = b.commentsIn(lines)
	}
	if rest {
		b.lines(HTML, lines, in)
	}
}

// commentsIn adds the comments in the lines and reports whether anything but
// comments and blanks is there.
func (b *builder) commentsIn(lines *text.Segments) (rest bool) {
	open := commentCursor{line: -1}
	for i := range lines.Len() {
		line := lines.At(i)
		for at := line.Start; at < line.Stop; {
			if open.line >= 0 {
				end := bytes.Index(b.body[at:line.Stop], []byte(commentEnd))
				if end < 0 {
					break
				}
				at += end + len(commentEnd)
				b.comment(lines, open, commentCursor{i, at})
				open.line = -1
				continue
			}
			start := bytes.Index(b.body[at:line.Stop], []byte(commentStart))
			if start < 0 {
				rest = rest || !isBlank(b.body[at:line.Stop])
				break
			}
			rest = rest || !isBlank(b.body[at:at+start])
			open = commentCursor{i, at + start}
			at += start + len(commentStart)
			if n := emptyComment(b.body[at:line.Stop]); n > 0 {
				at += n
				b.comment(lines, open, commentCursor{i, at})
				open.line = -1
			}
		}
	}
	return rest || open.line >= 0
}

// emptyComment returns the length of what closes a comment at once, as in
// <!--> and <!--->, or 0.
func emptyComment(after []byte) int {
	switch {
	case bytes.HasPrefix(after, []byte(">")):
		return 1
	case bytes.HasPrefix(after, []byte("->")):
		return 2
	}
	return 0
}

// commentCursor is a place in the lines of a block: the index of the line, or
// -1, and the offset in the body.
type commentCursor struct{ line, at int }

// inlineComment adds the comment that the segments of an inline node hold.
func (b *builder) inlineComment(segments *text.Segments) {
	last := segments.Len() - 1
	b.comment(segments, commentCursor{0, segments.At(0).Start}, commentCursor{last, segments.At(last).Stop})
}

// comment adds the comment from its opening to the end of its closing mark.
func (b *builder) comment(lines *text.Segments, from, to commentCursor) {
	inner, end := from.at+len(commentStart), to.at-len(commentEnd)
	c := Comment{Span: b.span(from.at, to.at), Alone: b.alone(from.at, to.at)}
	switch {
	case end <= inner: // <!--> and <!--->
	case from.line == to.line:
		c.Text = string(b.saved[inner:end])
	default:
		c.Text = b.joined(lines, from, to)
	}
	b.comments = append(b.comments, c)
}

// joined returns the text of a comment of several lines without the marks of
// the lists and block quotes that it stands in.
func (b *builder) joined(lines *text.Segments, from, to commentCursor) string {
	out := append([]byte(nil), b.saved[from.at+len(commentStart):lines.At(from.line).Stop]...)
	for i := from.line + 1; i < to.line; i++ {
		out = append(out, b.saved[lines.At(i).Start:lines.At(i).Stop]...)
	}
	start := lines.At(to.line).Start
	return string(append(out, b.saved[start:max(start, to.at-len(commentEnd))]...))
}

// maxBeside is the number of bytes beside a comment that are looked at for
// something else on its lines.
const maxBeside = 400

// alone reports whether nothing but blanks and the marks of lists and block
// quotes stands on the lines of body[start:end] beside it.
func (b *builder) alone(start, end int) bool {
	after := b.body[end:min(len(b.body), end+maxBeside)]
	i := bytes.IndexByte(after, '\n')
	if i >= 0 {
		after = after[:i]
	} else if end+len(after) < len(b.body) {
		return false
	}
	from := max(0, start-maxBeside)
	before := b.body[from:start]
	i = bytes.LastIndexByte(before, '\n')
	if i < 0 && from > 0 {
		return false
	}
	return isBlank(after) && isContainerPrefix(before[i+1:])
}

// isContainerPrefix reports whether b holds only blanks and the marks of lists
// and block quotes, each followed by a blank.
func isContainerPrefix(b []byte) bool {
	for i := 0; i < len(b); {
		for i < len(b) && (isSpace(b[i]) || b[i] == '>') {
			i++
		}
		mark := i
		for i < len(b) && !isSpace(b[i]) {
			i++
		}
		if mark < i && (i == len(b) || !isListMark(b[mark:i])) {
			return false
		}
	}
	return true
}

// isListMark reports whether b is the mark of a list item.
func isListMark(b []byte) bool {
	last := b[len(b)-1]
	if last == '.' || last == ')' {
		digits := b[:len(b)-1]
		for _, c := range digits {
			if !isDigit(c) {
				return false
			}
		}
		return len(digits) > 0
	}
	return len(b) == 1 && (last == '-' || last == '+' || last == '*')
}

func isBlank(b []byte) bool {
	start, end := trimSpaces(b, 0, len(b))
	return start == end
}

// bomLength returns the length of the byte-order mark that src begins with.
func bomLength(src []byte) int {
	if bytes.HasPrefix(src, []byte("\xEF\xBB\xBF")) {
		return 3
	}
	return 0
}
