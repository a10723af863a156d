package document

import (
	"bytes"
	"slices"

	"github.com/ismslint/ismslint/lint/message"
)

// withoutMisplaced returns the text of a file without front matter at its
// first byte. Front matter found further below is a problem; its bytes become
// blanks, since what Markdown makes of them (a rule, an underlined heading) is
// nobody's intention.
func (d *Document) withoutMisplaced() []byte {
	f, ok := d.findMisplaced()
	if !ok {
		return d.Source
	}
	d.problem(ProblemMisplaced, f.opening, message.Textf(
		"文書の先頭の情報欄より前に空行や文字があるため、「%s」をファイルの 1 行目に移してください",
		"front matter is not at the beginning of the file, expected %q on line 1", f.format.delimiter()))
	markdown := slices.Clone(d.Source)
	for i := f.opening.Start; i < f.closing.End; i++ {
		if markdown[i] != '\n' && markdown[i] != '\r' {
			markdown[i] = ' '
		}
	}
	return markdown
}

// findMisplaced returns the first delimited block outside of code, if it
// clearly is front matter.
func (d *Document) findMisplaced() (fenced, bool) {
	src := d.Source
	var fence []byte // the marks that the code around the line began with
	for at := d.Body.Start; at < len(src); {
		start, end, next := lineAt(src, at)
		line := bytes.TrimLeft(src[start:end], " ")
		switch {
		case fence != nil:
			if bytes.HasPrefix(line, fence) && len(bytes.TrimLeft(line, string(fence[:1]))) == 0 {
				fence = nil
			}
		case bytes.HasPrefix(line, []byte("```")), bytes.HasPrefix(line, []byte("~~~")):
			fence = line[:fenceLength(line)]
		case delimiterOf(src[start:end]) != NoFrontMatter:
			f, _ := fencedAt(src, at)
			return f, f.closed && f.readsAsFrontMatter(src, isDocumentField)
		}
		at = next
	}
	return fenced{}, false
}

// readsAsFrontMatter reports whether every line of the block at the first
// column is a field, an item of a list or a comment, and at least one field
// has a name that the caller knows. Text between two thematic breaks is none.
func (f fenced) readsAsFrontMatter(src []byte, known func(string) bool) bool {
	found := false
	for at := f.content.Start; at < f.content.End; {
		start, end, next := lineAt(src, at)
		at = next
		if start == end || isSpace(src[start]) || src[start] == '#' {
			continue
		}
		line := src[start:end]
		if found && (bytes.HasPrefix(line, []byte("- ")) || line[0] == ']' || line[0] == '}') {
			continue
		}
		if f.format == TOML && line[0] == '[' {
			continue
		}
		name, ok := f.fieldName(line)
		if !ok {
			return false
		}
		found = found || known(name)
	}
	return found
}

// fieldName returns the name of the field in a line such as "number: A-01" or
// `number = "A-01"`.
func (f fenced) fieldName(line []byte) (string, bool) {
	separator := byte(':')
	if f.format == TOML {
		separator = '='
	}
	i := bytes.IndexByte(line, separator)
	if i <= 0 || separator == ':' && i+1 < len(line) && !isSpace(line[i+1]) {
		return "", false
	}
	name := bytes.Trim(bytes.TrimRight(line[:i], " \t"), `"'`)
	if len(name) == 0 || bytes.ContainsAny(name, " \t　。、") {
		return "", false
	}
	return string(name), true
}

// isFieldName reports whether the name of a field is one that front matter
// uses: an identifier in lower case, or a name of our documents.
func isFieldName(name string) bool {
	for _, c := range []byte(name) {
		if !('a' <= c && c <= 'z' || isDigit(c) || c == '_' || c == '-' || c == '.') {
			return isDocumentField(name)
		}
	}
	return true
}

// isDocumentField reports whether the name of a field says that the block is
// the front matter of one of our documents.
func isDocumentField(name string) bool {
	switch name {
	case "number", "title", "form", "record", "revision", "drafted_by", "approved_by",
		"文書番号", "文書名", "表題", "様式", "様式番号", "記録番号", "改訂番号", "制定日", "改訂日", "承認日", "管理区分":
		return true
	}
	return false
}
