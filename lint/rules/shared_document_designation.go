package rules

import (
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/lint/standard"
)

// designation is a mention of the standard with its year.
type designation struct {
	// start and end are the bytes of the text that it covers.
	start, end int
	jis        bool
	year       string
	// edition is "" when the body named published none in that year.
	edition standard.Edition
}

// String returns the designation in its usual form.
func (d designation) String() string {
	if d.jis {
		return "JIS Q 27001:" + d.year
	}
	return "ISO/IEC 27001:" + d.year
}

// designations finds the designations of ISO/IEC 27001 and JIS Q 27001 with a
// year in a text. Width, case and blanks do not matter.
func designations(text string) []designation {
	if !containsOneOf(text, "7", "７") || !containsOneOf(text, "S", "s", "Ｓ", "ｓ") {
		return nil
	}
	t := tighten(text)
	var found []designation
	for from := 0; ; {
		i := strings.Index(t.text[from:], "27001")
		if i < 0 {
			return found
		}
		i += from
		from = i + len("27001")
		if d, ok := t.designation(i, from); ok {
			found = append(found, d)
		}
	}
}

// tight is a text in capitals of normal width without blanks. at holds, for
// each of its bytes and for its end, where that stands in the text as written.
type tight struct {
	text string
	at   []int
}

func tighten(s string) tight {
	t := tight{at: make([]int, 0, len(s)+1)}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		if unicode.IsSpace(r) {
			continue
		}
		if '！' <= r && r <= '～' {
			r = r - '！' + '!'
		}
		n := b.Len()
		b.WriteRune(unicode.ToUpper(r))
		for ; n < b.Len(); n++ {
			t.at = append(t.at, i)
		}
	}
	t.text, t.at = b.String(), append(t.at, len(s))
	return t
}

// designation reads the one whose number is text[i:end].
func (t tight) designation(i, end int) (designation, bool) {
	before, after := t.text[:i], strings.TrimLeft(t.text[end:], ":-(−‐–")
	year := end + len(t.text[end:]) - len(after)
	if len(after) < 4 || strings.Trim(after[:4], "0123456789") != "" || len(after) > 4 && asciiDigit(after[4]) {
		return designation{}, false
	}
	d := designation{year: after[:4], end: t.at[year+3] + t.width(year+3)}
	switch {
	case strings.HasSuffix(before, "JISQ"):
		d.jis, d.start = true, t.at[i-len("JISQ")]
	case strings.HasSuffix(before, "ISO/IEC"):
		d.start = t.at[i-len("ISO/IEC")]
	case strings.HasSuffix(before, "ISO"):
		d.start = t.at[i-len("ISO")]
	default:
		return designation{}, false
	}
	for _, e := range standard.Editions() {
		if d.jis && d.year == e.JISYear() || !d.jis && d.year == string(e) {
			d.edition = e
		}
	}
	return d, true
}

// width returns the number of bytes that the character of text[i] has as
// written: three in its full-width form.
func (t tight) width(i int) int {
	if n := t.at[i+1] - t.at[i]; n >= 3 {
		return 3
	}
	return 1
}

// counterpart returns the designation of the identical standard of the other body.
func counterpart(d designation) string {
	if d.jis {
		return d.edition.ISO()
	}
	return d.edition.JIS()
}
