package repo

import (
	"strconv"
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint/message"
)

// Ident is who made a commit or a tag, and when, as the object itself states
// it; nothing of it is proven without a signature.
type Ident struct {
	// Name and Email are valid UTF-8.
	Name, Email string
	// When is the stated time in the stated zone. Times before 1970 and long
	// after today are kept as they are; a time that is not there, or outside of
	// the years 1 to 9999, is the zero time.
	When time.Time
	// Problem says what of the line could not be read, if anything: then the
	// fields are what git itself makes of the line.
	Problem message.Text
}

// parseIdent reads "NAME <EMAIL> SECONDS ZONE". Name and address end where they
// end for git: at the first < and the first > after it, the date begins after
// the last >.
func parseIdent(line string) Ident {
	name, rest, opened := strings.Cut(line, "<")
	email, _, closed := strings.Cut(rest, ">")
	if !opened || !closed {
		return Ident{Name: strings.TrimSpace(line), Problem: identProblem(line)}
	}
	id := Ident{Name: strings.TrimSpace(name), Email: strings.TrimSpace(email)}
	last := strings.LastIndexByte(line, '>')
	id.When, id.Problem = parseDate(line[last+1:])
	if len(name)+len("<")+len(email) != last {
		id.Problem = identProblem(line)
	}
	if last+1 < len(line) && line[last+1] != ' ' && id.Problem.IsZero() {
		id.Problem = identProblem(line)
	}
	return id
}

func identProblem(line string) message.Text {
	return message.Textf(
		"%q は「名前 <メールアドレス> 秒数 時差」の形ではありません",
		"%q is not of the form NAME <EMAIL> SECONDS ZONE", line)
}

// parseDate reads "SECONDS ZONE". A zone that cannot be read leaves the moment,
// in UTC.
func parseDate(s string) (time.Time, message.Text) {
	seconds, zone, _ := strings.Cut(strings.TrimSpace(s), " ")
	n, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return time.Time{}, message.Textf(
			"日時 %q を読み取れません（1970年からの秒数と時差のはずです）",
			"the date %q cannot be read, expected seconds since 1970 and a zone", strings.TrimSpace(s))
	}
	offset, ok := parseZone(zone)
	// Seconds far outside overflow inside of package time.
	const bound = 1 << 40
	when := time.Unix(max(-bound, min(n, bound)), 0).In(time.FixedZone("", offset))
	if y := when.Year(); y < 1 || y > 9999 {
		return time.Time{}, message.Textf(
			"日時 %q は西暦1年から9999年の範囲にありません",
			"the date %q is not within the years 1 to 9999", strings.TrimSpace(s))
	}
	if !ok {
		return when.UTC(), message.Textf(
			"時差 %q を読み取れないため、UTCとして扱います（+0900 のような形のはずです）",
			"the zone %q cannot be read and is taken as UTC, expected a form like +0900", zone)
	}
	return when, message.Text{}
}

// parseZone reads a zone such as -0730 as seconds east of Greenwich.
func parseZone(s string) (int, bool) {
	if len(s) != len("+0900") || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[1:], 10, 16)
	hours, minutes := int(n/100), int(n%100)
	if err != nil || hours > 23 || minutes > 59 {
		return 0, false
	}
	offset := hours*3600 + minutes*60
	if s[0] == '-' {
		offset = -offset
	}
	return offset, true
}
