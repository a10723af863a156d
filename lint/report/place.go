package report

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/source"
)

// wholeISMS is the file of a finding about the ISMS as a whole.
const wholeISMS = "."

// place is a span as people count: lines and columns from 1, columns in code
// points, the end exclusive.
type place struct {
	Line, Column, EndLine, EndColumn int
}

// locate returns the place of a span, and false when there is none: the span
// is nil, or the text that it belongs to is not at hand, as that of another
// commit never is.
func locate(r *lint.Report, file string, span *source.Span, commit string) (place, bool) {
	text := textOf(r, file, commit)
	if span == nil || text == nil {
		return place{}, false
	}
	start, end := text.Position(span.Start), text.Position(max(span.Start, span.End))
	return place{start.Line, start.Column, end.Line, end.Column}, true
}

// locateBytes is locate with columns in bytes of UTF-8, a byte-order mark
// included.
func locateBytes(r *lint.Report, file string, span *source.Span, commit string) (place, bool) {
	p, ok := locate(r, file, span, commit)
	if !ok {
		return place{}, false
	}
	text := textOf(r, file, commit)
	p.Column = byteColumn(text, p.Line, span.Start)
	p.EndColumn = byteColumn(text, p.EndLine, max(span.Start, span.End))
	return p, true
}

func byteColumn(text *source.Text, line, offset int) int {
	offset = min(max(offset, 0), len(text.Bytes))
	if line == 1 { // the span of the line begins after a byte-order mark
		return offset + 1
	}
	return offset - text.Line(line).Start + 1
}

func textOf(r *lint.Report, file, commit string) *source.Text {
	if texts := r.Earlier[commit]; texts != nil {
		return texts[file]
	}
	if commit != "" && commit != r.Commit {
		return nil
	}
	return r.Sources[file]
}

// forgePath returns the path of a file as forges expect it, from the root of
// the repository.
func forgePath(r *lint.Report, file string) string {
	if file != wholeISMS && file != "" {
		return r.Prefix + file
	}
	if r.Prefix == "" {
		return wholeISMS
	}
	return strings.TrimSuffix(r.Prefix, "/")
}

// active returns the findings that count, in the order of the report.
func active(r *lint.Report) []*lint.Finding {
	var out []*lint.Finding
	for i := range r.Findings {
		if r.Findings[i].Active() {
			out = append(out, &r.Findings[i])
		}
	}
	return out
}

// accepted returns the findings that do not count, in the order of the report.
func accepted(r *lint.Report) []*lint.Finding {
	var out []*lint.Finding
	for i := range r.Findings {
		if !r.Findings[i].Active() {
			out = append(out, &r.Findings[i])
		}
	}
	return out
}
