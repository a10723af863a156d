package isms

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/source"
)

// digestVersion is the first line of what a content digest is taken of, so
// that another way to take it gives another digest.
const digestVersion = "ismslint-digest/1\n"

// Digest returns the content digest that an approval binds to (design decision
// 13), as "sha256:" and hexadecimal digits: that of the front matter under its
// canonical names, in their order and without what an approval itself fills
// in, and of the body. Line ends, a byte order mark, blank lines around the
// body, the syntax of the front matter, the language of its keys and keys
// without a value do not matter. Rows of logs (see [schema.Table]) are left out: they are added
// between approvals.
func (f *File) Digest() string { return Fact(f, digestFact{}, (*File).digest) }

type digestFact struct{}

func (f *File) digest() string {
	h := sha256.New()
	h.Write([]byte(digestVersion))
	var b strings.Builder
	writeFields(&b, f.Meta.Root, "", isDigested)
	h.Write([]byte(b.String()))
	// Before the body, which could otherwise pass for rows that are not there.
	if r := f.RowsFile; r != nil && r.Source != nil && !f.logs(r.Path) {
		h.Write([]byte("rows " + BytesDigest(r.Source) + "\n"))
	}
	h.Write([]byte{'\n'})
	h.Write(f.DigestedBody())
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// ConfigDigest returns the digest that the approval of a configuration binds
// to. The files of keys that it names are part of it: who can change them
// decides who can approve. Without such files it is that of the text alone.
// read returns the content of a file by its path below the root of the ISMS.
func ConfigDigest(c *config.Config, src []byte, read func(path string) ([]byte, error)) string {
	var b strings.Builder
	for _, p := range KeyFiles(c) {
		if text, err := read(p); err == nil {
			b.WriteString(strconv.Quote(p) + " " + BytesDigest(text) + "\n")
		}
	}
	if b.Len() == 0 {
		return BytesDigest(src)
	}
	return BytesDigest([]byte(b.String() + "\n" + string(unixLines(src))))
}

// BytesDigest returns the digest of a file that is approved as a whole, such as
// the configuration, line ends and a byte order mark aside.
func BytesDigest(b []byte) string {
	sum := sha256.Sum256(unixLines(b))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// DigestedFields returns the fields of the front matter that the digest
// covers, each as one line of "key: value", sorted by key.
func (f *File) DigestedFields() []string {
	var b strings.Builder
	writeFields(&b, f.Meta.Root, "", isDigested)
	return slices.DeleteFunc(strings.Split(b.String(), "\n"), func(s string) bool { return s == "" })
}

// DigestedBody returns the part of the body that the digest covers, with the
// line ends of Unix and without blank lines around it.
func (f *File) DigestedBody() []byte { return f.DigestedBodyWithout() }

// DigestedBodyWithout is [File.DigestedBody] without the lines that hold the
// given parts.
func (f *File) DigestedBodyWithout(parts ...source.Span) []byte {
	src, from := f.Doc.Source, f.Doc.Body.Start
	parts = append(f.logRows(), parts...)
	slices.SortFunc(parts, func(a, b source.Span) int { return cmp.Compare(a.Start, b.Start) })
	var out []byte
	for _, s := range parts {
		if s.Start < from {
			continue // inside of what is left out already
		}
		// The whole line goes, with what stands around a row that is indented
		// or quoted.
		start := max(from, bytes.LastIndexByte(src[:s.Start], '\n')+1)
		out = append(out, src[from:start]...)
		from = f.Doc.Body.End
		if i := bytes.IndexByte(src[s.End:f.Doc.Body.End], '\n'); i >= 0 {
			from = s.End + i + 1
		}
	}
	out = append(out, src[min(from, f.Doc.Body.End):f.Doc.Body.End]...)
	return append(bytes.Trim(unixLines(out), "\n"), '\n')
}

// logRows returns the spans of the rows of logs in the body.
func (f *File) logRows() []source.Span {
	var spans []source.Span
	for _, t := range f.Tables {
		if !t.Schema.Log || t.Index < 0 {
			continue
		}
		for _, row := range f.Doc.Tables[t.Index].Rows {
			spans = append(spans, row.Span)
		}
	}
	return spans
}

// logs reports whether the rows written in a file are those of a log.
func (f *File) logs(path string) bool {
	return slices.ContainsFunc(f.Tables, func(t *Table) bool { return t.Path == path && t.Index < 0 && t.Schema.Log })
}

// isDigested reports whether the digest covers a field: all but those that an
// approval fills in or that follow it, which copy of the document this is, and
// those that the organisation adds for itself.
func isDigested(key string) bool {
	switch key {
	case "status", "approved_by", "approved_on", "distribution_number", "notified_on", "published_on":
		return false
	}
	return !strings.HasPrefix(key, "x-")
}

// writeFields writes the fields of a map in the order of their keys.
func writeFields(b *strings.Builder, n *source.Node, indent string, include func(string) bool) {
	if n == nil {
		return
	}
	fields := slices.Clone(n.Fields)
	slices.SortStableFunc(fields, func(x, y source.Field) int { return strings.Compare(x.Key, y.Key) })
	for _, f := range fields {
		if include(f.Key) && !isBlank(f.Value) {
			b.WriteString(indent + strconv.Quote(f.Key) + ":")
			writeValue(b, f.Value, indent)
		}
	}
}

// isBlank reports whether a key has no value, which is as good as no key
// (design §10.1).
func isBlank(n *source.Node) bool {
	switch {
	case n == nil || n.Kind == source.Null:
		return true
	case n.Kind == source.Map || n.Kind == source.List:
		return len(n.Fields) == 0 && len(n.Items) == 0
	}
	return strings.TrimSpace(n.Text) == ""
}

func writeValue(b *strings.Builder, n *source.Node, indent string) {
	all := func(string) bool { return true }
	switch {
	case n == nil || n.Kind == source.Null:
		b.WriteString(" null\n")
	case n.Kind == source.Map:
		b.WriteString("\n")
		writeFields(b, n, indent+"  ", all)
	case n.Kind == source.List:
		b.WriteString("\n")
		for _, item := range n.Items {
			b.WriteString(indent + "  -")
			writeValue(b, item, indent+"  ")
		}
	default:
		b.WriteString(" " + strconv.Quote(strings.TrimSpace(strings.ReplaceAll(n.Text, "\r\n", "\n"))) + "\n")
	}
}

func unixLines(b []byte) []byte {
	b = bytes.TrimPrefix(b, []byte("\uFEFF"))
	if bytes.IndexByte(b, '\r') < 0 {
		return b
	}
	return bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
}
