package config

import (
	"strings"

	"github.com/ismslint/ismslint/lint/source"
)

// unique returns a function that takes the names of entries one after the
// other and reports those that are blank or given before. The arguments say
// what the name is called.
func (r *reader) unique(ja, en string) func(name *source.Node) {
	first := map[string]int{}
	return func(n *source.Node) {
		name := str(n)
		if name == "" {
			return
		}
		if strings.TrimSpace(name) == "" {
			r.problem(n.Span, "%[1]sが空白だけのため、記入してください", "%[2]s is blank, expected a text", ja, en)
			return
		}
		if line, taken := first[name]; taken {
			r.problem(n.Span,
				"%[1]s「%[3]s」は%[4]d行目にもあるため、重複しないようにしてください",
				"%[2]s %[3]q is already used on line %[4]d, expected it once", ja, en, excerpt(name), line)
			return
		}
		first[name] = r.line(n.Span)
	}
}
