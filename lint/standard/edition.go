package standard

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Edition is an edition of the standard, named by the year of ISO/IEC 27001.
type Edition string

// The editions.
const (
	Edition2005 Edition = "2005"
	Edition2013 Edition = "2013"
	Edition2022 Edition = "2022"
)

// Editions returns all editions, oldest first.
func Editions() []Edition { return []Edition{Edition2005, Edition2013, Edition2022} }

// Valid reports whether e is one of the editions.
func (e Edition) Valid() bool { return slices.Contains(Editions(), e) }

// ISO returns the designation of the edition as an international standard,
// such as ISO/IEC 27001:2022.
func (e Edition) ISO() string { return "ISO/IEC 27001:" + string(e) }

// JIS returns the designation of the identical Japanese standard, such as
// JIS Q 27001:2023, and "" for an invalid edition.
func (e Edition) JIS() string {
	if year := e.JISYear(); year != "" {
		return "JIS Q 27001:" + year
	}
	return ""
}

// JISYear returns the year of the identical Japanese standard, and "" for an
// invalid edition. No year is that of an ISO and of another JIS edition.
func (e Edition) JISYear() string {
	switch e {
	case Edition2005:
		return "2006"
	case Edition2013:
		return "2014"
	case Edition2022:
		return "2023"
	}
	return ""
}

// ParseEdition reads the edition that a field such as 適用規格 names: a year of
// ISO or JIS, a designation (JIS Q 27001:2023, ISO/IEC 27001:2022), or both
// designations of one edition together. Width, case and blanks do not matter,
// and an amendment of 2024 may be mentioned. A pair of different editions, and
// a year in which the named body published none, are no edition.
func ParseEdition(s string) (Edition, bool) {
	var found Edition
	for _, part := range strings.FieldsFunc(foldDesignations(s), isBetween) {
		if isAmendment(part) && found == Edition2022 {
			continue
		}
		e, ok := parseDesignation(part)
		if !ok || found != "" && e != found {
			return "", false
		}
		found = e
	}
	return found, found != ""
}

// foldDesignations returns s in capitals of normal width without blanks, and
// with a comma before each designation.
func foldDesignations(s string) string {
	s = strings.ToUpper(strings.Join(strings.Fields(norm.NFKC.String(s)), ""))
	return strings.NewReplacer(
		"ISO/IEC27001(", ",ISO27001:", "ISO/IEC27001", ",ISO27001", "ISO27001(", ",ISO27001:", "ISO27001", ",ISO27001",
		"JISQ27001(", ",JISQ27001:", "JISQ27001", ",JISQ27001", "及び", ",", "および", ",", "AND", ",",
	).Replace(s)
}

func isBetween(r rune) bool { return strings.ContainsRune("()[]/,、・+;", r) }

func isAmendment(s string) bool {
	return s == "AMD1:2024" || s == "AMD.1:2024" || s == "AMENDMENT1:2024"
}

// parseDesignation reads one folded designation.
func parseDesignation(s string) (Edition, bool) {
	year, jis := strings.CutPrefix(s, "JISQ27001")
	year, iso := strings.CutPrefix(year, "ISO27001")
	year = strings.TrimLeft(year, ":-")
	for _, word := range [...]string{"年版", "年", "版", "EDITION"} {
		if rest, ok := strings.CutSuffix(year, word); ok {
			year = rest
			break
		}
	}
	for _, e := range Editions() {
		if year == string(e) && !jis || year == e.JISYear() && !iso {
			return e, true
		}
	}
	return "", false
}
