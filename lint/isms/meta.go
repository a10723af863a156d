package isms

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// Status is the state of a document or record.
type Status string

// The states.
const (
	Draft    Status = "draft"
	Review   Status = "review"
	Approved Status = "approved"
	Obsolete Status = "obsolete"
)

// Meta is the front matter of a file under its canonical names.
type Meta struct {
	// Root is the front matter with canonical keys and values of enumerations,
	// in the order and with the spans of the file; nil when there is none.
	Root *source.Node

	Number, Title, Classification Value
	Revision                      Number
	// Status is the canonical value; StatusValue what is written.
	Status                Status
	StatusValue           Value
	Established, Revised  Day
	DraftedBy, ApprovedBy Names
	ApprovedOn            Day
	// NotifiedOn and PublishedOn are the days on which the current revision
	// was communicated to employees and made available to others.
	NotifiedOn, PublishedOn      Day
	Edition                      Value
	Clauses                      []Value
	Organization, DistributionNo Value

	// Form and Record are those of a record, Created its date.
	Form, Record Value
	Created      Day
}

// canonical returns the front matter with the aliases of keys and of values of
// enumerations replaced by their canonical forms. Where a key is given twice
// under two names, the first counts and the second keeps its own name, so that
// the schema reports it as unknown.
func canonical(root *source.Node, s *schema.Schema) *source.Node {
	if root == nil {
		return nil
	}
	out := &source.Node{Kind: root.Kind, Span: root.Span, Items: root.Items}
	for _, f := range root.Fields {
		if key, ok := s.Canonical(f.Key); ok {
			if _, taken := out.Field(key); !taken {
				f.Key = key
			}
		}
		if v := f.Value; v != nil && v.Kind == source.String {
			if text, ok := s.CanonicalValue(f.Key, v.Text); ok && text != v.Text {
				c := *v
				c.Text = text
				f.Value = &c
			}
		}
		out.Fields = append(out.Fields, f)
	}
	return out
}

func newMeta(root *source.Node) *Meta {
	get := func(key string) Value { return valueOf(root, key) }
	return &Meta{
		Root: root, Number: get("number"), Title: get("title"), Classification: get("classification"),
		Revision: numberOf(get("revision")), Status: Status(get("status").Text), StatusValue: get("status"),
		Established: dayOf(get("established")), Revised: dayOf(get("revised")),
		DraftedBy: namesOf(root, "drafted_by"), ApprovedBy: namesOf(root, "approved_by"),
		ApprovedOn: dayOf(get("approved_on")), NotifiedOn: dayOf(get("notified_on")), PublishedOn: dayOf(get("published_on")), Edition: get("edition"), Clauses: namesOf(root, "clauses").Each,
		Organization: get("organization"), DistributionNo: get("distribution_number"),
		Form: get("form"), Record: get("record"), Created: dayOf(get("created")),
	}
}

// valueOf reads a scalar; a list or map gives its source position and no text.
func valueOf(root *source.Node, key string) Value {
	f, ok := root.Field(key)
	if !ok {
		return Value{}
	}
	v := Value{Key: f.KeySpan, Present: true}
	if f.Value != nil {
		v.Span = f.Value.Span
		if f.Value.Kind != source.Null {
			v.Text = strings.TrimSpace(f.Value.Text)
		}
	}
	return v
}

// namesOf reads a scalar or a list of scalars; a scalar may hold several names
// separated by a comma.
func namesOf(root *source.Node, key string) Names {
	n := Names{Value: valueOf(root, key)}
	f, _ := root.Field(key)
	if f.Value == nil {
		return n
	}
	if f.Value.Kind != source.List {
		n.Each = splitNames(n.Value)
		return n
	}
	var texts []string
	for _, item := range f.Value.Items {
		v := Value{Text: strings.TrimSpace(item.Text), Span: item.Span, Key: f.KeySpan, Present: true}
		if v.Text != "" {
			n.Each = append(n.Each, v)
			texts = append(texts, v.Text)
		}
	}
	n.Text = strings.Join(texts, ", ")
	return n
}

// splitNames returns the names that a scalar holds. Their places are exact
// where the text is written as it reads, without quotes or escapes.
func splitNames(v Value) []Value {
	if v.Text == "" {
		return nil
	}
	if !strings.ContainsAny(v.Text, ",，、") {
		return []Value{v}
	}
	plain := v.Span.Len() == len(v.Text)
	var out []Value
	for rest, at := v.Text, 0; at <= len(v.Text); {
		i := strings.IndexAny(rest, ",，、")
		if i < 0 {
			i = len(rest)
		}
		part := v
		part.Text = strings.TrimSpace(rest[:i])
		if plain {
			start := v.Span.Start + at + strings.Index(rest, part.Text)
			part.Span = source.Span{Start: start, End: start + len(part.Text)}
		}
		if part.Text != "" {
			out = append(out, part)
		}
		if i == len(rest) {
			break
		}
		_, size := utf8.DecodeRuneInString(rest[i:])
		rest, at = rest[i+size:], at+i+size
	}
	return out
}
