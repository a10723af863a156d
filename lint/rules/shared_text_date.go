package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
)

// notations are the ways in which a document writes its dates.
type notations struct {
	// dates are those that exist in the calendar, unreal the others.
	dates, unreal []*document.Date
	// usual is the first date in the notation that most dates have, or that of
	// the first date where two are as frequent; times is how many have it.
	usual *document.Date
	times int
	// odd are the dates in another notation, but for those that repeat the
	// day of a neighbour in brackets.
	odd []*document.Date
}

func notationsOf(d *document.Document) notations {
	var n notations
	for i := range d.Dates {
		switch at := &d.Dates[i]; {
		case isCitedDate(d, at):
		case at.Day.IsZero():
			n.unreal = append(n.unreal, at)
		default:
			n.dates = append(n.dates, at)
		}
	}
	if len(n.dates) < 2 {
		return n
	}
	count := map[date.Format]int{}
	for _, at := range n.dates {
		count[at.Format]++
	}
	n.usual = n.dates[0]
	for _, at := range n.dates {
		if count[at.Format] > count[n.usual.Format] {
			n.usual = at
		}
	}
	n.times = count[n.usual.Format]
	for i, at := range n.dates {
		if at.Format != n.usual.Format && (i == 0 || !restates(d, n.dates[i-1], at)) && (i+1 == len(n.dates) || !restates(d, at, n.dates[i+1])) {
			n.odd = append(n.odd, at)
		}
	}
	return n
}

// isCitedDate reports whether the date is not the document's own: it belongs
// to a quotation, the name of a link, a law (令和3年5月19日法律第37号), or a
// time stamp that a machine wrote.
func isCitedDate(d *document.Document, at *document.Date) bool {
	if d.Blocks[at.Block].Quoted || mentioned(d, at.Block, at.Span) || linkAt(d, at.Span) {
		return true
	}
	rest := string(d.Source[at.Span.End:min(at.Span.End+60, len(d.Source))])
	if at.Format == date.ISO && len(rest) > 1 && rest[0] == 'T' && isAnyDigit(rune(rest[1])) {
		return true
	}
	return namesLaw(strings.TrimLeft(rest, " 　、（("))
}

// namesLaw reports whether the text begins with the number that a law or
// ordinance was promulgated under, the name of a ministry before it or not.
func namesLaw(rest string) bool {
	sentence, _, _ := strings.Cut(rest, "。")
	return holdsAny(sentence, "法律第", "政令第", "勅令第", "省令第", "府令第", "規則第", "告示第", "条例第", "訓令第")
}

// restates reports whether b repeats the day of a in brackets behind it:
// 2023年10月1日（令和5年10月1日）.
func restates(d *document.Document, a, b *document.Date) bool {
	if a.Day != b.Day || a.Block != b.Block || a.Span.End > b.Span.Start {
		return false
	}
	switch strings.TrimSpace(string(d.Source[a.Span.End:b.Span.Start])) {
	case "（", "(", "／", "/", "=", "＝", "［", "[":
		return true
	}
	return false
}

// isPadded reports whether the document fills up months and days to two digits
// in the notation: the first date of it that has one to fill up decides.
func isPadded(dates []*document.Date, f date.Format) bool {
	for _, d := range dates {
		if d.Format == f && (d.Day.Month < 10 || d.Day.Day < 10) {
			return hasPaddedPart(d.Text)
		}
	}
	return false
}

// hasPaddedPart reports whether a number in the text begins with a zero.
func hasPaddedPart(text string) bool {
	for i, r := range text {
		if (r == '0' || r == '０') && !isAnyDigit(runeBefore(text, i)) {
			return true
		}
	}
	return false
}

// inNotation renders the day, with months and days of one digit filled up if
// so asked, or returns "" where the notation does not have it.
func inNotation(day date.Date, f date.Format, padded bool) string {
	text := day.Format(f)
	if !padded || f == date.EnglishMonth {
		return text
	}
	var out strings.Builder
	year := f == date.Era || f == date.EraDot // comes first and is not filled up
	for i := 0; i < len(text); i++ {
		digit := isAnyDigit(rune(text[i]))
		begins := digit && (i == 0 || !isAnyDigit(rune(text[i-1])))
		ends := digit && (i+1 == len(text) || !isAnyDigit(rune(text[i+1])))
		if begins && ends && !year {
			out.WriteByte('0')
		}
		year = year && !ends
		out.WriteByte(text[i])
	}
	return out.String()
}
