package source

import (
	"github.com/BurntSushi/toml"

	"github.com/ismslint/ismslint/lint/message"
)

// ParseTOML reads src[at.Start:at.End] as TOML 1.1. The spans of the tree are
// offsets of src; a table and an element of an array of tables run from the [
// of their header to the end of their last entry, tables below them included,
// also where other tables stand between.
//
// BurntSushi/toml decides what is valid. As it does not tell where keys and
// values stand, the accepted text is read a second time by the scanner of this
// package. Texts above [MaxBytes], [MaxDepth] or [MaxNodes] are refused.
func ParseTOML(src []byte, at Span) (*Node, *Error) {
	at, refused := readable(src, at)
	if refused != nil {
		return nil, refused
	}
	if place, deep := tomlTooDeep(src, at); deep {
		return nil, tooDeep(restOfLine(src, at, place))
	}
	err := guarded(func() error {
		var decoded map[string]any
		return toml.Unmarshal(src[at.Start:at.End], &decoded)
	})
	if err != nil {
		return nil, tomlError(src, at, err)
	}
	s := newTOMLScanner(src, at)
	if err := s.document(); err != nil {
		return nil, err
	}
	return s.root, nil
}

// tomlTooDeep returns the place where brackets or the parts of a dotted key
// exceed [MaxDepth]. It looks at the text before the library does, whose time
// grows with the cube of the depth.
func tomlTooDeep(src []byte, at Span) (int, bool) {
	brackets, dots := 0, 0
	for i := at.Start; i < at.End; i++ {
		switch src[i] {
		case '"', '\'':
			i = tomlStringEnd(src, at.End, i) - 1
		case '#':
			i = tomlLineEnd(src, at.End, i) - 1
		case '[', '{':
			brackets, dots = brackets+1, 0
		case ']', '}':
			brackets, dots = max(brackets-1, 0), 0
		case '.':
			dots++
		case '=', ',', '\n':
			dots = 0
		}
		if brackets >= MaxDepth || dots >= MaxDepth {
			return i, true
		}
	}
	return 0, false
}

// tomlScanner reads a text that the library has accepted. It keeps to the
// bounds of the text whatever it meets, and reports what it cannot follow.
type tomlScanner struct {
	src   []byte
	at    Span
	pos   int
	nodes int
	root  *Node
	// open are the lists and maps that lead to the table of the last header,
	// the root first.
	open []*Node
	// index is where the keys of large tables are.
	index map[*Node]map[string]int
}

func newTOMLScanner(src []byte, at Span) *tomlScanner {
	root := &Node{Kind: Map, Span: Span{at.Start, at.Start}}
	return &tomlScanner{src: src, at: at, pos: at.Start, root: root, open: []*Node{root}, index: map[*Node]map[string]int{}}
}

func (s *tomlScanner) document() *Error {
	for s.filler(true); s.pos < s.at.End; s.filler(true) {
		if s.peek() == '[' {
			if err := s.header(); err != nil {
				return err
			}
			continue
		}
		entry, err := s.entry(s.open[len(s.open)-1], len(s.open))
		if err != nil {
			return err
		}
		s.extend(s.open, entry)
	}
	return nil
}

func (s *tomlScanner) peek() byte { return s.peekAt(0) }

func (s *tomlScanner) peekAt(n int) byte {
	if s.pos+n >= s.at.End {
		return 0
	}
	return s.src[s.pos+n]
}

// take moves over c and reports whether it was there.
func (s *tomlScanner) take(c byte) bool {
	if s.pos >= s.at.End || s.src[s.pos] != c {
		return false
	}
	s.pos++
	return true
}

// filler moves over blanks, and where lines says so over line breaks and
// comments.
func (s *tomlScanner) filler(lines bool) {
	for s.pos < s.at.End {
		switch c := s.src[s.pos]; {
		case isBlank(c), lines && (c == '\n' || c == '\r'):
			s.pos++
		case lines && c == '#':
			s.pos = tomlLineEnd(s.src, s.at.End, s.pos)
		default:
			return
		}
	}
}

func (s *tomlScanner) count(at int) *Error {
	if s.nodes++; s.nodes > MaxNodes {
		return tooMany(restOfLine(s.src, s.at, at))
	}
	return nil
}

// lost is the error of a text that the library accepted and the scanner cannot
// follow.
func (s *tomlScanner) lost(at int) *Error {
	line := restOfLine(s.src, s.at, at)
	return &Error{line, message.Textf(
		"「%[1]s」の書き方が特殊なため、より簡単な書き方に直してください",
		"%[2]s cannot be read, expected a simpler form", excerpt(line.Of(s.src)), quoted(line.Of(s.src)))}
}
