package lint

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// BaselineFile is the usual name of the baseline below the root of the ISMS.
const BaselineFile = "ismslint-baseline.txt"

// Baseline is the list of findings that are accepted for the time being. It is
// a text file with one finding a line, sorted, so that git shows what came and
// went:
//
//	FINGERPRINT RULE DOCUMENT MESSAGE
//
// Only fingerprint and rule are read back; the rest is for people.
type Baseline struct {
	// Path is the path below the root of the ISMS, Source the file as read.
	Path    string
	Source  []byte
	Entries []BaselineEntry
}

// BaselineEntry is one accepted finding.
type BaselineEntry struct {
	Path              string
	Span              source.Span // of the line
	Fingerprint, Rule string
	// Text is the rest of the line.
	Text string
}

// ParseBaseline reads a baseline. A line that is none is an error at its place.
func ParseBaseline(path string, src []byte) (*Baseline, *source.Error) {
	b := &Baseline{Path: path, Source: src}
	text := source.NewText(src)
	for n := 1; n <= text.Lines(); n++ {
		span := text.Line(n)
		line := strings.TrimSpace(span.Of(src))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fingerprint, rest, _ := strings.Cut(line, " ")
		rule, rest, _ := strings.Cut(strings.TrimSpace(rest), " ")
		if !isFingerprint(fingerprint) || rule == "" {
			return nil, &source.Error{Span: span, Text: message.Textf(
				"ベースラインの行として読めません。このファイルは手で編集せず、ismslint baseline で作り直してください",
				"this is not a line of a baseline; do not edit the file by hand, write it again with ismslint baseline")}
		}
		b.Entries = append(b.Entries, BaselineEntry{
			Path: path, Span: span, Fingerprint: fingerprint, Rule: rule, Text: strings.TrimSpace(rest),
		})
	}
	return b, nil
}

func isFingerprint(s string) bool {
	return len(s) == 32 && strings.Trim(s, "0123456789abcdef") == ""
}

// NewBaseline returns the text of a baseline that accepts the findings of a
// report which are not suppressed, with messages in the given language.
func NewBaseline(r *Report, lang message.Language) []byte {
	var lines []string
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Suppressed == nil {
			lines = append(lines, fmt.Sprintf("%s %s %s: %s", f.Fingerprint, f.Rule, oneLine(f.File), oneLine(f.Message.In(lang))))
		}
	}
	slices.SortFunc(lines, func(a, b string) int {
		_, ra, _ := strings.Cut(a, " ")
		_, rb, _ := strings.Cut(b, " ")
		if c := strings.Compare(ra, rb); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	var out bytes.Buffer
	out.WriteString(baselineHeader.In(lang))
	for _, l := range lines {
		out.WriteString(l + "\n")
	}
	return out.Bytes()
}

var baselineHeader = message.Text{
	JA: "# ismslint のベースライン: 当面受け入れる既存の指摘です。手で編集せず、ismslint baseline で更新してください。\n",
	EN: "# Baseline of ismslint: findings that are accepted for the time being. Do not edit; update it with ismslint baseline.\n",
}

// oneLine keeps a text from breaking out of its line.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r >= 0x80 && r <= 0x9F {
			return ' '
		}
		return r
	}, s)
}
