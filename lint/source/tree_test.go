package source

import (
	"fmt"
	"strings"
	"testing"
)

// embed puts text between other lines of a file, as front matter stands, and
// returns the file and the place of the text.
func embed(text string) ([]byte, Span) {
	const before, after = "\ufeff---\n", "\n---\n\n# 本文\n"
	return []byte(before + text + after), Span{len(before), len(before) + len(text)}
}

// walk calls visit for every entry of maps (with its key) and every item of
// lists (without) below n, with its path.
func walk(n *Node, path string, visit func(path string, key *Field, value *Node)) {
	for i := range n.Fields {
		f := &n.Fields[i]
		visit(path+"/"+f.Key, f, f.Value)
		walk(f.Value, path+"/"+f.Key, visit)
	}
	for i, item := range n.Items {
		visit(fmt.Sprintf("%s/%d", path, i), nil, item)
		walk(item, fmt.Sprintf("%s/%d", path, i), visit)
	}
}

// written renders what every key and value of the tree was written as, one
// line each: path, kind, key and value.
func written(src []byte, root *Node) string {
	kinds := []string{Null: "null", Bool: "bool", Int: "int", Float: "float", Date: "date", String: "string", List: "list", Map: "map"}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %q\n", kinds[root.Kind], root.Span.Of(src))
	walk(root, "", func(path string, key *Field, value *Node) {
		fmt.Fprintf(&b, "%s %s", path, kinds[value.Kind])
		if key != nil {
			fmt.Fprintf(&b, " %q", key.KeySpan.Of(src))
		}
		fmt.Fprintf(&b, " %q", value.Span.Of(src))
		if value.Kind == String && strings.Trim(value.Span.Of(src), `"'`) != value.Text {
			fmt.Fprintf(&b, " = %q", value.Text)
		}
		b.WriteByte('\n')
	})
	return b.String()
}

// checkSpans fails unless all spans lie within at and within those of the
// lists and maps around them.
func checkSpans(t *testing.T, src []byte, at Span, root *Node) {
	t.Helper()
	inside := func(outer Span, inner Span, what string) {
		if inner.Start > inner.End || !outer.Contains(inner) {
			t.Fatalf("span %v of %s is not within %v of %q", inner, what, outer, src)
		}
	}
	inside(at, root.Span, "the root")
	var visit func(n *Node)
	visit = func(n *Node) {
		for _, f := range n.Fields {
			inside(n.Span, f.KeySpan, "key "+f.Key)
			inside(n.Span, f.Value.Span, "the value of "+f.Key)
			visit(f.Value)
		}
		for _, item := range n.Items {
			inside(n.Span, item.Span, "an item")
			visit(item)
		}
	}
	visit(root)
}

// checkError fails unless the error has a place within at and both languages.
func checkError(t *testing.T, src []byte, at Span, err *Error) {
	t.Helper()
	if err.Span.Start > err.Span.End || !at.Contains(err.Span) {
		t.Fatalf("span %v of error %q is not within %v of %q", err.Span, err.EN, at, src)
	}
	for _, text := range []string{err.JA, err.EN} {
		if text == "" || strings.Contains(text, "%!") && !strings.Contains(string(src), "%!") {
			t.Fatalf("error of %q is badly formatted: %q", src, text)
		}
	}
}
