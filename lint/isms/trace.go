package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// Kinds of nodes besides those of ids that rows define (asset, risk, plan …).
const (
	KindOfDocument  = "document"
	KindOfRecord    = "record"    // a record whose form gives its id no kind of its own
	KindOfControl   = "control"   // a control of Annex A, or one of the organisation's own
	KindOfStatement = "statement" // what the Statement of Applicability says of a control
	KindOfProcedure = "procedure" // the section that describes a control
)

// Node is one thing of the ISMS that others refer to, or that refers to them:
// a document, a record, a row of a register, a control.
type Node struct {
	// ID is the id as it is written where it is defined. A row that has none
	// of its own is named by its document and its key.
	ID string
	// Kind is the kind of thing: asset, risk, plan …, one of the kinds above,
	// or for a row without an id the name of its table.
	Kind  string
	Title message.Text
	// File is the file that defines the thing, nil for a control. Path is
	// where it is written, which may be a CSV file, and Span the place.
	File *File
	Path string
	Span source.Span
	// Row is the row that defines the thing, or nil.
	Row *Row
	// Statement is what the Statement of Applicability says of a control; set
	// for nodes of the kind statement only.
	Statement *StatementRow
	// References are the things that this one refers to, ReferredBy those that
	// refer to it, each once, in the order of files and places.
	References, ReferredBy []*Node

	linked map[*Node]bool
}

// Trace is the index of everything with an id and of what refers to what.
type Trace struct {
	// Nodes are in the order of files and places, controls first.
	Nodes []*Node

	byID   map[string][]*Node          // by the form of fold.Key
	byKind map[string]map[string]*Node // kind, then the form of fold.Key
	byFile map[*File]*Node
	byRow  map[*Row]*Node
	// edition is that of the ids of control nodes.
	edition standard.Edition
}

// Trace indexes the ISMS. It reads all documents; ask for it once.
func (s *System) Trace() *Trace {
	t := &Trace{
		byID: map[string][]*Node{}, byKind: map[string]map[string]*Node{}, byFile: map[*File]*Node{}, byRow: map[*Row]*Node{},
		edition: standard.Edition(s.Config.Standard.Edition),
	}
	if st := s.Statement(); st != nil {
		t.edition = st.Edition
	}
	b := traceBuilder{trace: t, system: s}
	b.nodes()
	b.links()
	return t
}

// Find returns the things that have the id, width, case and blanks aside. An
// id of Annex A may lack its letter.
func (t *Trace) Find(id string) []*Node {
	if found := t.byID[fold.Key(id)]; len(found) > 0 {
		return found
	}
	if control := ControlID(id); control != "" {
		return t.byID[fold.Key(control)]
	}
	return nil
}

// Nearest returns the id that was probably meant by one that does not exist:
// one with the same letters before any other. It is "" where none is near.
func (t *Trace) Nearest(id string) string {
	id = fold.Text(id)
	var alike, all []string
	for _, n := range t.Nodes {
		all = append(all, n.ID)
		if strings.EqualFold(lettersOf(n.ID), lettersOf(id)) {
			alike = append(alike, n.ID)
		}
	}
	if near := schema.Nearest(id, alike); near != "" {
		return near
	}
	return schema.Nearest(id, all)
}

// lettersOf returns an id up to its first digit.
func lettersOf(id string) string {
	if i := strings.IndexAny(id, "0123456789"); i >= 0 {
		return id[:i]
	}
	return id
}

func (t *Trace) add(n *Node) *Node {
	t.Nodes = append(t.Nodes, n)
	t.name(n, n.ID)
	return n
}

// name makes a node known by an id. The first thing of a kind keeps it.
func (t *Trace) name(n *Node, id string) {
	key := fold.Key(id)
	if key == "" {
		return
	}
	ofKind := t.byKind[n.Kind]
	if ofKind == nil {
		ofKind = map[string]*Node{}
		t.byKind[n.Kind] = ofKind
	}
	if ofKind[key] == nil {
		ofKind[key] = n
		t.byID[key] = append(t.byID[key], n)
	}
}

// link records that one thing refers to another. A thing does not refer to
// itself.
func (t *Trace) link(from, to *Node) {
	if from == nil || to == nil || from == to || from.linked[to] {
		return
	}
	if from.linked == nil {
		from.linked = map[*Node]bool{}
	}
	from.linked[to] = true
	from.References = append(from.References, to)
	to.ReferredBy = append(to.ReferredBy, from)
}
