package rules

import (
	"bytes"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
)

// hints returns the lines of the block that begin with an arrow (design
// §10.9). In a paragraph with arrows within its lines they show a flow.
func hints(b *document.Block) []standIn {
	t := b.Text
	var out []standIn
	for start := 0; start < len(t); {
		line := lineRest(t, start)
		at := skipBlanks(line, 0)
		switch i := strings.Index(line, "→"); {
		case i < 0:
		case i != at || strings.Contains(line[at+len("→"):], "→"):
			return nil
		case !hasAnySuffix(line, "参照", "参照。", "を参照のこと", "へ", "へ進む"):
			out = append(out, standIn{start + at, start + len(strings.TrimRight(line, " 　")), templateHint})
		}
		start += len(line) + 1
	}
	return out
}

// onlyHints reports whether the section holds nothing but hints: then it is
// empty, which is the finding of document/empty-section.
func (c *placeholderCheck) onlyHints(section int) bool {
	if section < 0 {
		return false
	}
	if section != c.section {
		h := &c.file.Doc.Headings[section]
		c.section, c.bare = section, holdsOnlyHints(c.file.Doc.Source[h.Span.End:h.End])
	}
	return c.bare
}

func holdsOnlyHints(section []byte) bool {
	for len(section) > 0 {
		line, rest, _ := bytes.Cut(section, []byte("\n"))
		line = bytes.TrimLeft(line, " \t　-*\r")
		if len(line) > 0 && !bytes.HasPrefix(line, []byte("→")) {
			return false
		}
		section = rest
	}
	return true
}
