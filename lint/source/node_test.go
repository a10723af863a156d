package source

import (
	"reflect"
	"testing"
)

func TestNodeAt(t *testing.T) {
	src := []byte("a:\n  - b: 1\n  - c\n")
	root, err := ParseYAML(src, Span{0, len(src)})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		path       []string
		key, value string
		found      bool
	}{
		{nil, "", "a:\n  - b: 1\n  - c", true},
		{[]string{"a"}, "a", "- b: 1\n  - c", true},
		{[]string{"a", "0"}, "b: 1", "b: 1", true},
		{[]string{"a", "0", "b"}, "b", "1", true},
		{[]string{"a", "1"}, "c", "c", true},
		{[]string{"x"}, "", "a:\n  - b: 1\n  - c", false},
		{[]string{"a", "0", "x"}, "b: 1", "b: 1", false},
		{[]string{"a", "2"}, "a", "- b: 1\n  - c", false},
		{[]string{"a", "-1"}, "a", "- b: 1\n  - c", false},
		{[]string{"a", "b"}, "a", "- b: 1\n  - c", false},
		{[]string{"a", "0", "b", "x"}, "b", "1", false},
	}
	for _, tt := range tests {
		key, value, found := root.At(tt.path)
		if key.Of(src) != tt.key || value.Span.Of(src) != tt.value || found != tt.found {
			t.Errorf("%q: got %q, %q, %v", tt.path, key.Of(src), value.Span.Of(src), found)
		}
	}
}

func TestNodeGetOfNothing(t *testing.T) {
	var none *Node
	if none.Get("a") != nil || none.Any() != nil {
		t.Error("a nil node has entries or a value")
	}
	if _, found := (&Node{Kind: Map}).Field("a"); found {
		t.Error("an empty map has entries")
	}
}

func TestNodeAny(t *testing.T) {
	src := []byte("a: [1, 1.5, x, true, ~, 2023-10-01]\nb: {c: FALSE}\nd:\n")
	root, err := ParseYAML(src, Span{0, len(src)})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"a": []any{int64(1), 1.5, "x", true, nil, "2023-10-01"},
		"b": map[string]any{"c": false},
		"d": nil,
	}
	if got := root.Any(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %#v, want %#v", got, want)
	}
}

// Nodes may be made by hand, without what a parser knows of their numbers.
func TestNodeAnyByHand(t *testing.T) {
	for _, tt := range []struct {
		node Node
		want any
	}{
		{Node{Kind: Int, Text: "010"}, int64(10)},
		{Node{Kind: Int, Text: "-7"}, int64(-7)},
		{Node{Kind: Int, Text: "x"}, "x"},
		{Node{Kind: Float, Text: "2"}, 2.0},
		{Node{Kind: Float, Text: "inf"}, "inf"},
		{Node{Kind: Float, Text: "x"}, "x"},
		{Node{Kind: Date, Text: "2023-10-01"}, "2023-10-01"},
	} {
		if got := tt.node.Any(); got != tt.want {
			t.Errorf("%+v: got %#v, want %#v", tt.node, got, tt.want)
		}
	}
}
