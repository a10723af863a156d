package config

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// excerptLength is the number of characters that messages quote of a value.
const excerptLength = 40

func excerpt(s string) string {
	n := 0
	for i := range s {
		if n == excerptLength {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// meant suggests the name that is nearest to the one written, at the end of a
// sentence; it is empty when none is near.
func meant(name string, names []string) message.Text {
	nearest := schema.Nearest(name, names)
	if nearest == "" {
		return message.Text{}
	}
	return message.Textf("（「%[1]s」の誤りではありませんか）", "; did you mean %[1]q", nearest)
}

// choice lists names, of which one is expected.
func choice(names []string) message.Text {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = strconv.Quote(n)
	}
	en := strings.Join(quoted, ", ")
	if last := len(quoted) - 1; last > 0 {
		en = strings.Join(quoted[:last], ", ") + " or " + quoted[last]
	}
	return message.Text{JA: strings.Join(names, "、"), EN: en}
}
