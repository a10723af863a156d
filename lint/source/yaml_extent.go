package source

import (
	"bytes"

	"go.yaml.in/yaml/v4"
)

// scalarEnd returns the offset after the scalar that begins at start. The
// library tells only where a value begins.
func (t *yamlTree) scalarEnd(n *yaml.Node, start int) int {
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return t.quoteEnd(start, '"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		return t.quoteEnd(start, '\'')
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return t.blockEnd(start, n.Value)
	}
	return t.textEnd(start, n.Value, start)
}

func (t *yamlTree) quoteEnd(start int, quote byte) int {
	for i := start + 1; i < t.at.End; i++ {
		switch {
		case quote == '"' && t.src[i] == '\\':
			i++
		case t.src[i] != quote:
		case quote == '\'' && i+1 < t.at.End && t.src[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return t.at.End
}

// blockEnd returns the offset after the last visible character of a literal or
// folded block, or after its header (|, >-, |2+ …) where there is none.
func (t *yamlTree) blockEnd(start int, value string) int {
	header := start
	for header < t.at.End && bytes.IndexByte([]byte("|>+-0123456789"), t.src[header]) >= 0 {
		header++
	}
	body := header
	for body < t.at.End && yamlBreak(t.src[body:t.at.End]) == 0 {
		body++
	}
	return t.textEnd(body, value, header)
}

// textEnd follows value through the source from start and returns the offset
// after its last visible character. Folding changes the blanks and breaks
// between visible characters and nothing else, so these are skipped on both
// sides. A value without visible characters ends at empty.
func (t *yamlTree) textEnd(start int, value string, empty int) int {
	end, v, rest := empty, []byte(value), t.src[:t.at.End]
	for i := start; len(v) > 0; {
		if width := yamlSpace(v); width > 0 {
			v = v[width:]
			continue
		}
		for i < len(rest) {
			width := yamlSpace(rest[i:])
			if width == 0 {
				break
			}
			i += width
		}
		if i >= len(rest) || rest[i] != v[0] {
			break
		}
		v, i = v[1:], i+1
		end = i
	}
	return end
}

// flowEnd returns the offset after the bracket that closes a list or map whose
// last entry ends at last.
func (t *yamlTree) flowEnd(last int) int {
	if i := t.skipFiller(last, ','); i < t.at.End {
		return i + 1
	}
	return t.at.End
}

// afterColon returns the offset after the colon that follows a key ending at
// end, or end where the key has no colon.
func (t *yamlTree) afterColon(end int) int {
	if i := t.skipFiller(end, 0); i < t.at.End && t.src[i] == ':' {
		return i + 1
	}
	return end
}

// skipFiller returns the offset of the first byte from i on that is no blank,
// line break, comment or the given separator.
func (t *yamlTree) skipFiller(i int, separator byte) int {
	for i < t.at.End {
		width := yamlSpace(t.src[i:t.at.End])
		switch {
		case width > 0:
			i += width
		case t.src[i] == '#':
			for i < t.at.End && yamlBreak(t.src[i:t.at.End]) == 0 {
				i++
			}
		case t.src[i] == separator:
			i++
		default:
			return i
		}
	}
	return i
}
