package document

import (
	"testing"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

func TestUnreadable(t *testing.T) {
	const document = "---\nnumber: ISMS-A-01\n---\n# 情報セキュリティ基本方針\n\n当社は、情報資産を守ります。\n"
	encoded := func(e encoding.Encoding) string {
		out, err := e.NewEncoder().String(document)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	tests := []struct {
		name, src string
		want      ProblemKind
		encoding  string
	}{
		{"UTF-8", document, "", ""},
		{"UTF-8 with a mark", bom + document, "", ""},
		{"Shift_JIS", encoded(japanese.ShiftJIS), ProblemEncoding, "Shift_JIS"},
		{"EUC-JP", encoded(japanese.EUCJP), ProblemEncoding, "EUC-JP"},
		{"ISO-2022-JP", encoded(japanese.ISO2022JP), ProblemEncoding, "ISO-2022-JP"},
		{"UTF-16LE", encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)), ProblemEncoding, "UTF-16LE"},
		{"UTF-16BE", encoded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM)), ProblemEncoding, "UTF-16BE"},
		{"UTF-16LE without a mark", encoded(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)), ProblemEncoding, "UTF-16LE"},
		{"damaged", document[:60] + "\xE3\x81" + document[60:], ProblemEncoding, ""},
		{"NUL", document + "\x00" + document, ProblemNUL, ""},
		{"escape sequence", document + "\x1b[31m", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parse(test.src)
			checkProblem(t, d, test.want, "")
			if test.want == "" {
				return
			}
			if d.Problems[0].Encoding != test.encoding {
				t.Errorf("encoding is %q, expected %q", d.Problems[0].Encoding, test.encoding)
			}
			if d.FrontMatter.Root != nil || len(d.Blocks) > 0 {
				t.Error("the file was read nevertheless")
			}
		})
	}
}

func TestUnreadableStandsAtTheFirstBadByte(t *testing.T) {
	for src, want := range map[string]int{"ab\xFFc": 2, "あ\x00い": 3, "\x82\xA0\x82\xA2\x82\xA4": 0} {
		d := parse(src)
		if len(d.Problems) != 1 || d.Problems[0].Span.Start != want {
			t.Errorf("%q: problems are %v, expected one at %d", src, d.Problems, want)
		}
	}
}

// panicking is a parser of paragraphs with a defect.
type panicking struct{ parser.BlockParser }

func (panicking) Close(ast.Node, text.Reader, parser.Context) { panic("defect") }

func TestPanicOfTheLibraryIsAProblem(t *testing.T) {
	broken := NewParser()
	sound := broken.markdown
	broken.markdown = newMarkdown(panicking{parser.NewParagraphParser()}, parser.NewATXHeadingParser())
	d := broken.Parse([]byte("---\nnumber: A-1\n---\n本文\n"))
	checkProblem(t, d, ProblemNesting, "本文")
	if d.FrontMatter.Root == nil || len(d.Blocks) > 0 {
		t.Error("expected the front matter without the body")
	}
	broken.markdown = sound
	checkProblem(t, broken.Parse([]byte("本文\n")), "", "")
}
