package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/isms"
)

// numberScheme is how the document numbers of a catalogue are built: a head
// such as ISMS-A, and a serial of a fixed number of digits behind a hyphen.
type numberScheme struct {
	catalogue *isms.Catalogue
	// heads gives the digits of the serial for each head.
	heads map[string]int
	// prefixes are the first groups of the heads.
	prefixes []string
	// spellings gives the number for its spelling without hyphens, leading
	// zeros and case; "" where two numbers share it.
	spellings map[string]string
	// columns says what the cells below each header of a table are.
	columns map[string]columnKind
}

func newNumberScheme(c *isms.Catalogue) *numberScheme {
	n := &numberScheme{catalogue: c, heads: map[string]int{}, spellings: map[string]string{}, columns: map[string]columnKind{}}
	seen := map[string]bool{}
	for _, e := range c.Entries {
		head, serial, ok := cutSerial(e.Number)
		if !ok {
			continue
		}
		n.heads[head] = len(serial)
		if prefix, _, _ := strings.Cut(head, "-"); !seen[prefix] {
			seen[prefix] = true
			n.prefixes = append(n.prefixes, prefix)
		}
		key := numberSpelling(e.Number)
		if _, taken := n.spellings[key]; taken {
			n.spellings[key] = ""
		} else {
			n.spellings[key] = e.Number
		}
	}
	return n
}

// resembles reports whether text begins like a number of this organisation.
// All other identifiers are none of its business.
func (n *numberScheme) resembles(text string) bool {
	first, _, _ := strings.Cut(text, "-")
	for _, prefix := range n.prefixes {
		if len(first) >= len(prefix) && strings.EqualFold(first[:len(prefix)], prefix) || nearPrefix(first, prefix) {
			return true
		}
	}
	return false
}

// respelt returns the number that text is another spelling of: in lower case,
// without a hyphen, or with a serial of more or fewer digits.
func (n *numberScheme) respelt(text string) string { return n.spellings[numberSpelling(text)] }

// otherPrefix returns the number that text would be if it began correctly.
func (n *numberScheme) otherPrefix(text string) string {
	first, rest, _ := strings.Cut(text, "-")
	for _, prefix := range n.prefixes {
		if !nearPrefix(first, prefix) {
			continue
		}
		if number := prefix + "-" + rest; n.catalogue.Entry(number) != nil {
			return number
		}
	}
	return ""
}

// unknownSerial reports whether text has a head of the catalogue with a serial
// that it does not know.
func (n *numberScheme) unknownSerial(text string) bool {
	head, _, ok := cutSerial(text)
	_, known := n.heads[head]
	return ok && known
}

// unknownSeries reports whether text is built as the numbers of the catalogue
// are but for the name of the series: ISMS-C-01.
func (n *numberScheme) unknownSeries(text string) bool {
	head, serial, ok := cutSerial(text)
	if !ok {
		return false
	}
	prefix, series, _ := strings.Cut(head, "-")
	for known, digits := range n.heads {
		knownPrefix, knownSeries, _ := strings.Cut(known, "-")
		if knownPrefix == prefix && len(serial) == digits && len(series) == len(knownSeries) && series != "" &&
			strings.ContainsAny(series, "0123456789-") == strings.ContainsAny(knownSeries, "0123456789-") {
			return true
		}
	}
	return false
}

// nearest returns the only number with the serial of text in another series,
// or the one with two of its digits exchanged, or "".
func (n *numberScheme) nearest(text string) string {
	head, serial, _ := cutSerial(text)
	if len(serial) == 2 {
		if swapped := head + "-" + serial[1:] + serial[:1]; n.catalogue.Entry(swapped) != nil {
			return swapped
		}
	}
	found := ""
	for _, e := range n.catalogue.Entries {
		if strings.HasSuffix(e.Number, "-"+serial) {
			if found != "" {
				return ""
			}
			found = e.Number
		}
	}
	return found
}
