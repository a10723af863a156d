package source

import (
	"math"

	"github.com/ismslint/ismslint/lint/wire"
)

// Write appends a span.
func (s Span) Write(w *wire.Writer) {
	w.Offset(s.Start)
	w.Count(s.Len())
}

// ReadSpan reads what [Span.Write] wrote. A span that does not lie within a
// text of the given size fails.
func ReadSpan(r *wire.Reader, size int) Span {
	start, length := r.Offset(), r.Uint()
	if start < 0 || start > size || length > uint64(size-start) {
		r.Fail()
		return Span{}
	}
	return Span{Start: start, End: start + int(length)}
}

// The kinds of numbers of a node.
const (
	noNumber = iota
	intNumber
	floatNumber
)

// Write appends a tree; nil is one, too.
func (n *Node) Write(w *wire.Writer) {
	w.Bool(n != nil)
	if n == nil {
		return
	}
	w.Uint(uint64(n.Kind))
	n.Span.Write(w)
	w.Text(n.Text)
	switch v := n.number.(type) {
	case int64:
		w.Uint(intNumber)
		w.Int(v)
	case float64:
		w.Uint(floatNumber)
		w.Float(v)
	default:
		w.Uint(noNumber)
	}
	w.Count(len(n.Items))
	for _, item := range n.Items {
		item.Write(w)
	}
	w.Count(len(n.Fields))
	for _, f := range n.Fields {
		w.Text(f.Key)
		f.KeySpan.Write(w)
		f.Value.Write(w)
	}
}

// ReadNode reads what [Node.Write] wrote, from a text of the given size.
func ReadNode(r *wire.Reader, size int) *Node {
	if !r.Bool() {
		return nil
	}
	n := &Node{Kind: Kind(min(r.Uint(), math.MaxUint8)), Span: ReadSpan(r, size), Text: r.Text()}
	switch r.Uint() {
	case intNumber:
		n.number = r.Int()
	case floatNumber:
		n.number = r.Float()
	}
	if count := r.Count(); count > 0 {
		n.Items = make([]*Node, count)
		for i := range n.Items {
			n.Items[i] = ReadNode(r, size)
		}
	}
	if count := r.Count(); count > 0 {
		n.Fields = make([]Field, count)
		for i := range n.Fields {
			n.Fields[i] = Field{Key: r.Text(), KeySpan: ReadSpan(r, size), Value: ReadNode(r, size)}
		}
	}
	return n
}
