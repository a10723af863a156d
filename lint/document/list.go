package document

import (
	"github.com/yuin/goldmark/ast"

	"github.com/ismslint/ismslint/lint/date"
)

// list reads the items of a list.
func (b *builder) list(n *ast.List, in around) {
	number := n.Start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		item, ok := c.(*ast.ListItem)
		if !ok {
			continue
		}
		start, end := b.marker(item.Pos(), n.IsOrdered())
		if n.IsOrdered() {
			b.orderedItem(start, end, number, in)
		}
		first := len(b.blocks)
		b.container(item, in)
		if len(b.blocks) == first {
			b.leaf(ListItem, end, end, in)
		}
		number++
	}
}

// orderedItem notes the number of an item of an ordered list.
func (b *builder) orderedItem(start, end, number int, in around) {
	if end-start > 4 { // more than three digits
		b.listDate(start)
	}
	if b.base+start < b.dateEnd {
		return
	}
	kind := OrderedPoint
	if b.body[end-1] == ')' {
		kind = HalfNumber
	}
	b.points = append(b.points, Mark{
		Kind: kind, Span: b.span(start, end), Text: string(b.body[start:end]), Value: number,
		Section: b.section, Block: len(b.blocks), Depth: in.depth,
	})
}

// marker returns the range of the marker of an item that goldmark says to be
// at pos. Goldmark counts as bytes the columns of a tab of which others belong
// to what is around the item, so that the marker may stand up to three bytes
// before, behind the tab.
func (b *builder) marker(pos int, ordered bool) (start, end int) {
	pos = min(max(pos, 0), len(b.body)-1)
	start, end = pos, pos+1
	for at := max(pos-3, b.lastMarker+1, 0); at <= pos; at++ {
		if length := b.markerLength(at, ordered); length > 0 && (at == pos || b.behindTab(at)) {
			start, end = at, at+length
			break
		}
	}
	b.lastMarker = start
	return start, end
}

// markerLength returns the length of the marker at the offset, or 0.
func (b *builder) markerLength(at int, ordered bool) int {
	if c := b.body[at]; !ordered {
		if c == '-' || c == '+' || c == '*' {
			return 1
		}
		return 0
	}
	end := at
	for end < len(b.body) && isDigit(b.body[end]) {
		end++
	}
	if end == at || at > 0 && isDigit(b.body[at-1]) || end == len(b.body) {
		return 0
	}
	if c := b.body[end]; c != '.' && c != ')' {
		return 0
	}
	return end + 1 - at
}

// behindTab reports whether a tab and blanks stand before the offset.
func (b *builder) behindTab(at int) bool {
	for at > 0 && b.body[at-1] == ' ' {
		at--
	}
	return at > 0 && b.body[at-1] == '\t'
}

// maxListDate is longer than any date.
const maxListDate = 80

// listDate notes the date that a line begins with and that Markdown takes for
// the items of ordered lists: "2023. 10. 01" is item 1 of item 10 of item 2023.
func (b *builder) listDate(start int) {
	line := string(b.body[start:min(b.lineEnd(start), start+maxListDate)])
	date.Scan(line, func(from, to int, f date.Format, day date.Date) bool {
		if from == 0 {
			b.dateEnd = b.base + start + to
			b.listDates = append(b.listDates, Date{
				Span: b.span(start, start+to), Text: line[:to],
				Format: f, Day: day, Block: len(b.blocks),
			})
		}
		return false
	})
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
