package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v4"

	"github.com/ismslint/ismslint/lint/message"
)

// ParseYAML reads src[at.Start:at.End] as one YAML document whose root is a
// mapping. The spans of the tree are offsets of src. An empty text gives an
// empty map.
//
// Plain scalars are typed by the core schema of YAML 1.2 (so yes, no, on, off
// and 1_000 are strings) and dates of the timestamp type. What a form filled in
// by hand does not need and a reviewer would not expect is refused: anchors and
// aliases, tags, merge keys, keys that are not strings, further documents, and
// texts above [MaxBytes], [MaxDepth] or [MaxNodes].
func ParseYAML(src []byte, at Span) (*Node, *Error) {
	at, refused := readable(src, at)
	if refused != nil {
		return nil, refused
	}
	if root, ok := plainYAML(src, at); ok {
		return root, nil
	}
	return parseYAML(src, at)
}

// parseYAML is [ParseYAML] by the library.
func parseYAML(src []byte, at Span) (*Node, *Error) {
	document, err := loadYAML(src[at.Start:at.End])
	if err != nil {
		return nil, yamlError(src, at, err)
	}
	tree := yamlTree{src: src, at: at, cursor: newYAMLCursor(src, at)}
	if document == nil {
		return &Node{Kind: Map, Span: Span{at.Start, at.Start}}, nil
	}
	root := document.Content[0]
	if isEmptyScalar(root) && isPlainNode(root) {
		return &Node{Kind: Map, Span: Span{at.Start, at.Start}}, nil
	}
	start := tree.cursor.seek(root.Line, root.Column)
	if err := tree.refuse(root, start); err != nil {
		return nil, err
	}
	if root.Kind != yaml.MappingNode {
		return nil, notMapping(src, at, start, root.Kind)
	}
	return tree.node(root, start, 1)
}

// loadYAML returns the document node of the only document in text, or nil if
// there is none.
func loadYAML(text []byte) (document *yaml.Node, err error) {
	err = guarded(func() error {
		loader, err := yaml.NewLoader(bytes.NewReader(text), yaml.WithPlugin(yamlLimits{}))
		if err != nil {
			return err
		}
		var first, second yaml.Node
		if err := loader.Load(&first); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := loader.Load(&second); err == nil {
			return &secondDocument{second.Line, second.Column}
		} else if !errors.Is(err, io.EOF) {
			return err
		}
		document = &first
		return nil
	})
	return document, err
}

// guarded turns a panic in a library that reads hostile text into an error, so
// that one malformed file cannot end the check of all the others.
func guarded(read func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("internal error: %v", r)
		}
	}()
	return read()
}

// secondDocument is the error of a text with more than one YAML document.
type secondDocument struct{ line, column int }

func (e *secondDocument) Error() string { return "expected single document, found multiple" }

// yamlLimits stops the library before it nests deeper than we would accept.
type yamlLimits struct{}

var errYAMLDepth = errors.New("nesting is too deep")

// CheckDepth refuses what is deeper than [MaxDepth].
func (yamlLimits) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > MaxDepth {
		return errYAMLDepth
	}
	return nil
}

// CheckAlias has nothing to do: aliases are refused before they are followed.
func (yamlLimits) CheckAlias(int, int) error { return nil }

func notMapping(src []byte, at Span, start int, kind yaml.Kind) *Error {
	found := message.Text{JA: "文章", EN: "plain text"}
	if kind == yaml.SequenceNode {
		found = message.Text{JA: "一覧", EN: "a list"}
	}
	line := restOfLine(src, at, start)
	if text, ok := suspectLine(src, line); ok {
		return &Error{line, text}
	}
	return &Error{line, message.Textf(
		"%[1]sになっているため、各行を「項目名: 値」の形で書いてください",
		"this is %[1]s, expected lines of the form \"key: value\"", found)}
}
