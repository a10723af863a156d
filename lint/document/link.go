package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"github.com/ismslint/ismslint/lint/source"
)

// link reads a link or an image: its text into the current block, and the
// rest into the links of the document.
func (b *builder) link(n ast.Node, destination []byte, image bool) {
	start := n.Pos()
	end, ok := b.state.linkEnds[n]
	if !ok || end < start {
		end = start
	}
	span := b.span(start, end)
	link := Link{
		Span:            span,
		Destination:     decodeDestination(destination),
		DestinationSpan: source.Span{Start: max(span.Start, span.End-1), End: max(span.Start, span.End-1)},
		Image:           image,
		Section:         b.section,
	}
	if at, ok := b.placeOf(destination); ok {
		link.DestinationSpan = b.span(at, at+len(destination))
	}
	index := len(b.links)
	b.links = append(b.links, link)
	from := len(b.text)
	b.linkTexts = append(b.linkTexts, textRange{from, from})
	b.children(n)
	b.linkTexts[index].end = len(b.text)
}

func (b *builder) autoLink(n *ast.AutoLink) {
	label := n.Label(b.body)
	at, ok := b.placeOf(label)
	if !ok {
		return
	}
	from := len(b.text)
	b.copySource(at, at+len(label), false)
	destination := string(label)
	if n.AutoLinkType == ast.AutoLinkEmail {
		destination = "mailto:" + destination
	}
	b.links = append(b.links, Link{
		Span:            b.span(at-1, at+len(label)+1),
		Destination:     decodeDestination([]byte(destination)),
		DestinationSpan: b.span(at, at+len(label)),
		Section:         b.section,
	})
	b.linkTexts = append(b.linkTexts, textRange{from, len(b.text)})
}

// placeOf returns the offset in the body of part, which goldmark hands out as
// a slice of the body where it tells no position.
func (b *builder) placeOf(part []byte) (int, bool) {
	if len(part) == 0 {
		return 0, false
	}
	at := cap(b.body) - cap(part)
	if at < 0 || at+len(part) > len(b.body) || &b.body[at] != &part[0] {
		return 0, false
	}
	return at, true
}

// decodeDestination returns the target of a link as text.
func decodeDestination(raw []byte) string {
	raw = unescapeText(raw)
	if bytes.IndexByte(raw, '%') < 0 {
		return string(raw)
	}
	var out strings.Builder
	for i := 0; i < len(raw); {
		decoded, n := percentRun(raw[i:])
		if n == 0 {
			out.WriteByte(raw[i])
			i++
			continue
		}
		out.WriteString(decoded)
		i += n
	}
	return out.String()
}

// percentRun decodes the percent-encoded character that raw begins with and
// returns the number of bytes that it takes, or 0 when it is left as it is:
// one that would change how the rest is read, or is not UTF-8.
func percentRun(raw []byte) (string, int) {
	var char [utf8.UTFMax]byte
	n := 0
	for n < len(char) && len(raw) >= 3*(n+1) && raw[3*n] == '%' {
		hi, lo := unhex(raw[3*n+1]), unhex(raw[3*n+2])
		if hi < 0 || lo < 0 {
			break
		}
		char[n] = byte(hi<<4 | lo)
		n++
		if utf8.FullRune(char[:n]) {
			break
		}
	}
	if n == 0 {
		return "", 0
	}
	r, size := utf8.DecodeRune(char[:n])
	if r == utf8.RuneError || size != n || r < ' ' || strings.ContainsRune("#%/?\x7f", r) {
		return "", 0
	}
	return string(r), 3 * n
}

func unhex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
