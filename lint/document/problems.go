package document

import (
	"bytes"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// unreadable returns the problem for which nothing of the file is read, or nil.
func unreadable(src []byte) *Problem {
	if len(src) > MaxSize {
		return &TooLarge().Problems[0]
	}
	nul, valid := bytes.IndexByte(src, 0), utf8.Valid(src)
	if nul >= 0 || !valid || bytes.IndexByte(src, escape) >= 0 {
		switch name, isUTF8 := source.DetectEncoding(src); {
		case !isUTF8 && name != "":
			return encodingProblem(src, name)
		case nul >= 0:
			return nulProblem(nul)
		case !valid:
			return damagedProblem(src)
		}
	}
	if lines := bytes.Count(src, []byte("\n")); lines > MaxLines {
		return &Problem{Kind: ProblemSize, Message: message.Textf(
			"行数が %d 行で上限の %d 行を超えているため、文書を分割してください",
			"the file has %d lines, expected at most %d; divide the document",
			lines, MaxLines)}
	}
	return nil
}

// escape begins the switch to Japanese characters in ISO-2022-JP, which
// otherwise consists of ASCII.
const escape = 0x1B

func encodingProblem(src []byte, name string) *Problem {
	at := invalidAt(src)
	return &Problem{
		Kind: ProblemEncoding, Span: source.Span{Start: at, End: min(at+1, len(src))}, Encoding: name,
		Message: message.Textf(
			"文字コードが %s のようで読めないため、UTF-8 で保存し直してください",
			"the file seems to be encoded in %s, expected UTF-8; save it as UTF-8", name),
	}
}

func damagedProblem(src []byte) *Problem {
	at := invalidAt(src)
	return &Problem{
		Kind: ProblemEncoding, Span: source.Span{Start: at, End: at + 1},
		Message: message.Textf(
			"UTF-8 として読めない文字（バイト 0x%02X）があるため、その文字を直すか、文字コードを UTF-8 にして保存し直してください",
			"byte 0x%02X is not UTF-8, expected a file in UTF-8; mend the character or save the file as UTF-8", src[at]),
	}
}

func nulProblem(at int) *Problem {
	return &Problem{
		Kind: ProblemNUL, Span: source.Span{Start: at, End: at + 1},
		Message: message.Textf(
			"NUL 文字（0x00）が含まれているため、壊れていないか、Markdown のテキストファイルかどうかを確かめて UTF-8 で保存し直してください",
			"the file contains a NUL byte, expected Markdown text in UTF-8"),
	}
}

// invalidAt returns the offset of the first byte that is not UTF-8, and 0 in
// valid text.
func invalidAt(src []byte) int {
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return 0
}

// reportLimits adds the problems that were found while parsing the body.
func (b *builder) reportLimits() {
	s := b.state
	if s.refusal != notRefused {
		p := Problem{Kind: ProblemNesting, Span: b.lineAt(s.refusedAt)}
		switch s.refusal {
		case tooDeep:
			p.Message = message.Textf(
				"箇条書きや引用の入れ子が %d 段を超えているため本文を読めません、入れ子を浅くしてください",
				"lists and quotes are nested more than %d deep and the body was not read, expected fewer levels", MaxNesting)
		case tooManyMarks:
			p.Message = message.Textf(
				"書式の記号（*、_、[、` など）が多すぎるため本文を読めません、記号を減らすか文書を分割してください",
				"there is too much markup such as * _ [ ` and the body was not read, expected less of it in one block")
		case failed:
			p.Message = message.Textf(
				"Markdown として解析できない書き方があり本文を読めません、直前に変えた箇所の書式を見直してください",
				"the Markdown of the body could not be parsed, expected markup as in CommonMark")
		}
		b.doc.Problems = append(b.doc.Problems, p)
		return
	}
	for _, t := range s.tooLarge {
		b.doc.Problems = append(b.doc.Problems, Problem{
			Kind: ProblemTableCells, Span: b.span(t.Start, t.End),
			Message: message.Textf(
				"表のセルが文書全体で %d 個を超えているためこの表を読めません、表を別の文書に分けてください",
				"the tables of the document have more than %d cells and this table was not read, divide it over several documents", MaxCells),
		})
	}
}

// lineAt returns the span of the text from an offset of the body to the end of
// its line.
func (b *builder) lineAt(at int) source.Span {
	at = min(max(at, 0), len(b.body))
	return b.span(at, max(at, b.lineEnd(at)))
}
