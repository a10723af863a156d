package isms

import (
	"bytes"
	"path"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// RowsFile is the CSV file that holds the rows of a long register beside its
// document (front matter: rows).
type RowsFile struct {
	// Value is what the front matter says, Path the path below the root of the
	// ISMS, or "" when it is none.
	Value Value
	Path  string
	// Source is the content of the file, nil when it could not be read.
	Source []byte
	// Problem says why the rows could not be read; At is the place of the
	// problem in the CSV file, or nil when it lies in the front matter.
	Problem message.Text
	At      *source.Span
}

// readRowsFile reads the CSV file that the front matter names, and its table
// when it is one of the schemas. It returns nil when no file is named.
func readRowsFile(f *File, form *schema.Form, schemas []*schema.Table, read func(string) ([]byte, error)) (*RowsFile, *Table) {
	v := valueOf(f.Meta.Root, "rows")
	if v.Empty() {
		return nil, nil
	}
	r := &RowsFile{Value: v, Path: besideOf(f.Path, v.Text)}
	if r.Path == "" {
		r.Problem = message.Textf("行のファイル「%s」がISMSのフォルダーの外を指しています。文書から見た相対パスで指定してください",
			"rows names %q, which is outside of the ISMS, expected a path relative to the document", v.Text)
		return r, nil
	}
	src, err := read(r.Path)
	if err != nil {
		r.Problem = message.Textf("行のファイル「%[1]s」を読めません（%[2]s）。文書から見た相対パスで指定してください",
			"rows names %[1]q, which cannot be read (%[2]s), expected the path of a CSV file relative to the document", v.Text, message.Of(err))
		return r, nil
	}
	r.Source = src
	if r.checkEncoding() {
		return r, r.table(f, form, schemas)
	}
	return r, nil
}

func (r *RowsFile) checkEncoding() bool {
	name, ok := source.DetectEncoding(r.Source)
	nul := bytes.IndexByte(r.Source, 0)
	switch {
	case bytes.HasPrefix(r.Source, []byte("PK\x03\x04")) || bytes.HasPrefix(r.Source, []byte("\xD0\xCF\x11\xE0")):
		nul = 0
		r.Problem = message.Textf("表計算ソフトのファイルのようです。UTF-8 のCSVとして保存し直してください",
			"the file seems to be one of a spreadsheet program, expected CSV in UTF-8; save it as CSV")
	case !ok && name != "":
		r.Problem = message.Textf("文字コードが %s のようで読めません。UTF-8 のCSVとして保存し直してください",
			"the file seems to be encoded in %s, expected UTF-8; save it as CSV in UTF-8", name)
	case !ok:
		r.Problem = message.Textf("UTF-8 として読めない文字があります。UTF-8 のCSVとして保存し直してください",
			"the file is not UTF-8, expected CSV in UTF-8")
	case nul >= 0:
		r.Problem = message.Textf("NUL 文字（0x00）が含まれています。UTF-8 のCSVとして保存し直してください",
			"the file contains a NUL byte, expected CSV in UTF-8")
	default:
		return true
	}
	at := source.Span{Start: max(nul, 0)}
	at.End = min(at.Start+1, len(r.Source))
	r.At = &at
	return false
}

func (r *RowsFile) table(f *File, form *schema.Form, schemas []*schema.Table) *Table {
	data, p := readCSV(r.Source)
	if p != nil {
		r.Problem, r.At = p.message, &p.at
		return nil
	}
	t := bind(data, schemas)
	if t == nil {
		at := source.Span{}
		if n := len(data.Header); n > 0 {
			at = source.Span{Start: data.Header[0].Span.Start, End: data.Header[n-1].Span.End}
		}
		r.Problem, r.At = headerProblem(data.Header, schemas), &at
		return nil
	}
	t.Form, t.File, t.Path, t.Index, t.source = form.Number, f, r.Path, -1, r.Source
	return t
}

// headerProblem says why the first line is no header of the schemas: another
// separator, or other words.
func headerProblem(header []document.TableCell, schemas []*schema.Table) message.Text {
	if len(header) == 1 {
		for _, other := range []struct{ sign, ja, en string }{
			{"\t", "タブ", "tabs"}, {";", "「;」", "semicolons"}, {"|", "「|」", "bars"}, {"，", "全角の「，」", "full-width commas"}, {"、", "「、」", "ideographic commas"},
		} {
			if strings.Contains(header[0].Text, other.sign) {
				return message.Textf("値が%[1]sで区切られています。半角の「,」で区切ったCSVとして保存し直してください",
					"the values are separated by %[1]s, expected commas; save the file as CSV", message.Text{JA: other.ja, EN: other.en})
			}
		}
	}
	key := schemas[0].Columns[schemas[0].Index(schemas[0].Key[0])].Title
	return message.Textf("1行目に列の名前がありません。「%[1]s」などの見出しを1行目に書いてください",
		"the first line names no columns of the register, expected headers such as %[1]q", key)
}

// besideOf returns the path of a file named relative to another one, or "" for
// one outside of the root.
func besideOf(file, name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	joined := path.Join(path.Dir(file), name)
	if path.IsAbs(name) || joined == ".." || strings.HasPrefix(joined, "../") || joined == "." {
		return ""
	}
	return joined
}
