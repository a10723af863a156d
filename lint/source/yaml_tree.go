package source

import (
	"go.yaml.in/yaml/v4"

	"github.com/ismslint/ismslint/lint/message"
)

// yamlTree builds the tree of nodes with spans from that of the library.
type yamlTree struct {
	src    []byte
	at     Span
	cursor yamlCursor
	nodes  int
}

func (t *yamlTree) start(n *yaml.Node) int { return t.cursor.seek(n.Line, n.Column) }

// node returns the value that begins at start and lies within depth-1 lists
// and maps.
func (t *yamlTree) node(n *yaml.Node, start, depth int) (*Node, *Error) {
	if err := t.refuse(n, start); err != nil {
		return nil, err
	}
	if err := t.count(start); err != nil {
		return nil, err
	}
	if n.Kind == yaml.ScalarNode {
		return t.scalar(n, start), nil
	}
	if depth > MaxDepth {
		return nil, tooDeep(restOfLine(t.src, t.at, start))
	}
	if n.Kind == yaml.SequenceNode {
		return t.list(n, start, depth)
	}
	return t.mapping(n, start, depth)
}

func (t *yamlTree) count(at int) *Error {
	if t.nodes++; t.nodes > MaxNodes {
		return tooMany(restOfLine(t.src, t.at, at))
	}
	return nil
}

func (t *yamlTree) scalar(n *yaml.Node, start int) *Node {
	out := &Node{Kind: String, Span: Span{start, t.scalarEnd(n, start)}, Text: n.Value}
	switch {
	case !isPlainNode(n):
	case n.Tag == "!!timestamp":
		out.Kind = Date
	default:
		out.Kind, out.number = coreScalar(n.Value)
	}
	return out
}

func (t *yamlTree) list(n *yaml.Node, start, depth int) (*Node, *Error) {
	out := &Node{Kind: List, Span: Span{start, start + 1}, Items: make([]*Node, 0, len(n.Content))}
	for _, item := range n.Content {
		value, err := t.node(item, t.start(item), depth+1)
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, value)
		out.Span.End = value.Span.End
	}
	if n.Style&yaml.FlowStyle != 0 {
		out.Span.End = t.flowEnd(out.Span.End)
	}
	return out, nil
}

func (t *yamlTree) mapping(n *yaml.Node, start, depth int) (*Node, *Error) {
	// The map of a pair within a list, [key: value], has no braces.
	braces := n.Style&yaml.FlowStyle != 0 && start < t.at.End && t.src[start] == '{'
	out := &Node{Kind: Map, Span: Span{start, start}, Fields: make([]Field, 0, len(n.Content)/2)}
	if braces {
		out.Span.End++
	}
	seen := make(map[string]struct{}, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		field, err := t.field(n.Content[i], n.Content[i+1], depth)
		if err != nil {
			return nil, err
		}
		if _, found := seen[field.Key]; found {
			return nil, duplicateKey(field.KeySpan, field.Key)
		}
		seen[field.Key] = struct{}{}
		out.Fields = append(out.Fields, field)
		out.Span.End = max(field.KeySpan.End, field.Value.Span.End)
	}
	if braces {
		out.Span.End = t.flowEnd(out.Span.End)
	}
	return out, nil
}

func (t *yamlTree) field(k, v *yaml.Node, depth int) (Field, *Error) {
	start := t.start(k)
	if err := t.refuse(k, start); err != nil {
		return Field{}, err
	}
	if k.Kind != yaml.ScalarNode {
		return Field{}, &Error{restOfLine(t.src, t.at, start), message.Textf(
			"項目名に一覧は使えないため、文字で書いてください",
			"a list or map is used as a key, expected a word")}
	}
	key := t.scalar(k, start)
	if err := checkKey(key); err != nil {
		return Field{}, err
	}
	field := Field{Key: key.Text, KeySpan: key.Span}
	if !isEmptyScalar(v) || !isPlainNode(v) {
		var err *Error
		field.Value, err = t.node(v, t.start(v), depth+1)
		return field, err
	}
	end := t.afterColon(key.Span.End)
	field.Value = &Node{Kind: Null, Span: Span{end, end}}
	return field, t.count(end)
}

// isPlainNode reports whether n was written without quotes, block mark, tag
// and anchor.
func isPlainNode(n *yaml.Node) bool {
	const marked = yaml.TaggedStyle | yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return n.Style&marked == 0 && n.Anchor == "" && n.Tag != "!"
}

func isEmptyScalar(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Value == "" }
