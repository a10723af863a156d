package source

import "unicode/utf8"

// yamlCursor translates the library's positions, which count lines and code
// points from 1, into offsets. The positions of one document come in ascending
// order, so that the text is walked once.
type yamlCursor struct {
	src          []byte
	at           Span
	line, column int
	offset       int
}

func newYAMLCursor(src []byte, at Span) yamlCursor {
	return yamlCursor{src: src, at: at, line: 1, column: 1, offset: at.Start}
}

// seek returns the offset of the given line and column.
func (c *yamlCursor) seek(line, column int) int {
	if line < c.line || line == c.line && column < c.column {
		*c = newYAMLCursor(c.src, c.at)
	}
	for c.line < line && c.offset < c.at.End {
		if width := yamlBreak(c.src[c.offset:c.at.End]); width > 0 {
			c.offset += width
			c.line++
			c.column = 1
			continue
		}
		c.offset++
	}
	for c.column < column && c.offset < c.at.End {
		_, size := utf8.DecodeRune(c.src[c.offset:c.at.End])
		c.offset += size
		c.column++
	}
	return c.offset
}

// yamlBreak returns the length of the line break that b begins with, or 0. The
// library counts lines by the breaks of YAML 1.1: CR LF, CR, LF, NEL, LS, PS.
func yamlBreak(b []byte) int {
	switch b[0] {
	case '\n':
		return 1
	case '\r':
		if len(b) > 1 && b[1] == '\n' {
			return 2
		}
		return 1
	case 0xC2:
		if len(b) > 1 && b[1] == 0x85 {
			return 2
		}
	case 0xE2:
		if len(b) > 2 && b[1] == 0x80 && (b[2] == 0xA8 || b[2] == 0xA9) {
			return 3
		}
	}
	return 0
}

// yamlSpace returns the length of the blank or line break that b begins with,
// or 0.
func yamlSpace(b []byte) int {
	if isBlank(b[0]) {
		return 1
	}
	return yamlBreak(b)
}
