package rules

import (
	"bytes"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// reportLineEnds reports the first line end that is of another kind than the
// others. There is no fix: a tool that writes such lines writes them again, and
// git's autocrlf decides what is stored.
func reportLineEnds(p *lint.Pass, f *isms.File) {
	src := f.Doc.Source
	first := bytes.IndexByte(src, '\r')
	if first < 0 {
		return
	}
	crlf, lf := bytes.Count(src, []byte("\r\n")), bytes.Count(src, []byte("\n"))
	if cr := loneReturn(src, first); cr >= 0 {
		p.Report(lint.Finding{
			Severity: lint.Info, File: f.Path, Span: &source.Span{Start: cr, End: cr + 1},
			Message: message.Text{
				JA: "行末が CR だけの行があります。行として読み取れないため、行末を LF にして保存してください",
				EN: "a line ends with CR alone and cannot be told from the next, expected LF",
			},
		})
		return
	}
	if crlf == lf {
		return
	}
	at, ja, en := source.Span{Start: first, End: first + 2}, "CRLF", "LF"
	if crlf*2 > lf {
		at, ja, en = loneNewline(src), "LF", "CRLF"
	}
	p.Report(lint.Finding{
		Severity: lint.Info, File: f.Path, Span: &at,
		Message: message.Textf("行末の改行コードが混在しています。ほかの行は %[2]s ですが、この行は %[1]s です。%[2]s にそろえてください",
			"this line ends with %[1]s while others end with %[2]s, expected %[2]s throughout", ja, en),
	})
}

// loneReturn returns the offset of the first CR at or after from that no LF
// follows, or -1.
func loneReturn(src []byte, from int) int {
	for i := from; i < len(src); {
		if i+1 == len(src) || src[i+1] != '\n' {
			return i
		}
		next := bytes.IndexByte(src[i+1:], '\r')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return -1
}

// loneNewline returns the place of the first LF that follows no CR.
func loneNewline(src []byte) source.Span {
	for i, c := range src {
		if c == '\n' && (i == 0 || src[i-1] != '\r') {
			return source.Span{Start: i, End: i + 1}
		}
	}
	return source.Span{}
}
