package repo

import (
	"strings"
	"testing"
	"time"
)

func TestParseIdent(t *testing.T) {
	tests := map[string]struct {
		line, name, email, when string
		problem                 string // part of the English text
	}{
		"usual":                {"田中 太郎 <tanaka@example.com> 1711929600 +0900", "田中 太郎", "tanaka@example.com", "2024-04-01T09:00:00+09:00", ""},
		"west":                 {"A <a@b> 1711929600 -0330", "A", "a@b", "2024-03-31T20:30:00-03:30", ""},
		"no name":              {"<a@b> 0 +0000", "", "a@b", "1970-01-01T00:00:00Z", ""},
		"no address":           {"A <> 0 +0000", "A", "", "1970-01-01T00:00:00Z", ""},
		"before 1970":          {"A <a@b> -86400 +0000", "A", "a@b", "1969-12-31T00:00:00Z", ""},
		"long before":          {"A <a@b> -62135596800 +0000", "A", "a@b", "0001-01-01T00:00:00Z", ""},
		"after 2100":           {"A <a@b> 4133980800 +0900", "A", "a@b", "2101-01-01T09:00:00+09:00", ""},
		"in the year 9999":     {"A <a@b> 253402300799 +0000", "A", "a@b", "9999-12-31T23:59:59Z", ""},
		"in the year 10000":    {"A <a@b> 253402300800 +0000", "A", "a@b", "0001-01-01T00:00:00Z", "not within the years 1 to 9999"},
		"before the year 1":    {"A <a@b> -99999999999 +0000", "A", "a@b", "0001-01-01T00:00:00Z", "not within the years 1 to 9999"},
		"the largest number":   {"A <a@b> 9223372036854775807 +0000", "A", "a@b", "0001-01-01T00:00:00Z", "not within the years 1 to 9999"},
		"the least number":     {"A <a@b> -9223372036854775808 +0000", "A", "a@b", "0001-01-01T00:00:00Z", "not within the years 1 to 9999"},
		"overflow":             {"A <a@b> 18446744073709551616 +0000", "A", "a@b", "0001-01-01T00:00:00Z", `"18446744073709551616 +0000" cannot be read`},
		"a date in words":      {"A <a@b> yesterday", "A", "a@b", "0001-01-01T00:00:00Z", `"yesterday" cannot be read`},
		"no date":              {"A <a@b>", "A", "a@b", "0001-01-01T00:00:00Z", `the date "" cannot be read`},
		"no zone":              {"A <a@b> 1711929600", "A", "a@b", "2024-04-01T00:00:00Z", `the zone "" cannot be read`},
		"a zone in words":      {"A <a@b> 1711929600 JST", "A", "a@b", "2024-04-01T00:00:00Z", `the zone "JST" cannot be read`},
		"too many digits":      {"A <a@b> 1711929600 +051800", "A", "a@b", "2024-04-01T00:00:00Z", `the zone "+051800"`},
		"a day of 99 hours":    {"A <a@b> 1711929600 +9900", "A", "a@b", "2024-04-01T00:00:00Z", `the zone "+9900"`},
		"an hour of 99":        {"A <a@b> 1711929600 +0099", "A", "a@b", "2024-04-01T00:00:00Z", `the zone "+0099"`},
		"two addresses":        {"A <a@b> <c@d> 1711929600 +0000", "A", "a@b", "2024-04-01T00:00:00Z", "is not of the form"},
		"an address cut short": {"A <a@b 1711929600 +0000", "A <a@b 1711929600 +0000", "", "0001-01-01T00:00:00Z", "is not of the form"},
		"no blank":             {"A <a@b>1711929600 +0000", "A", "a@b", "2024-04-01T00:00:00Z", "is not of the form"},
		"nothing":              {"", "", "", "0001-01-01T00:00:00Z", "is not of the form"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			id := parseIdent(tt.line)
			if id.Name != tt.name || id.Email != tt.email || id.When.Format(time.RFC3339) != tt.when {
				t.Errorf("%q %q %s", id.Name, id.Email, id.When.Format(time.RFC3339))
			}
			if (tt.problem == "") != id.Problem.IsZero() || !strings.Contains(id.Problem.EN, tt.problem) {
				t.Errorf("problem %q, should say %q", id.Problem.EN, tt.problem)
			}
			if id.Problem.IsZero() != (id.Problem.JA == "") {
				t.Errorf("a problem in one language only: %+v", id.Problem)
			}
		})
	}
}
