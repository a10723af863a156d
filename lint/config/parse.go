package config

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// Problem is a defect of the configuration file. Nothing may be judged by a
// configuration that has one.
type Problem struct {
	Span    source.Span
	Message message.Text
}

// Parse reads the configuration file with the given path below the root of
// the ISMS. What the file does not say is as in [Default]. The problems are in
// the order of the file, one for each defect; values that have one are left
// out of the configuration or as written. The configuration is never nil.
//
// Names of rules are not checked here; see [Config.UnknownRules].
func Parse(path string, src []byte, set *schema.Set) (*Config, []Problem) {
	c := Default()
	c.Path, c.Source = path, src
	root, err := source.ParseTOML(src, source.Span{End: len(src)})
	if err != nil {
		return c, []Problem{{err.Span, err.Text}}
	}
	c.Root = root
	r := reader{Config: c, text: source.NewText(src)}
	soundRisk := true
	for _, v := range set.Config.Validate(root.Any()) {
		if len(v.Path) > 0 && v.Path[0] == "risk" {
			soundRisk = false
		}
		r.problems = append(r.problems, Problem{v.Locate(root), v.Message})
	}
	r.organization(root.Get("organization"))
	r.standard(root.Get("standard"))
	r.documents(root.Get("documents"))
	r.people(root.Get("people"))
	r.roles(root.Get("roles"))
	r.roleNames(root.Get("role_names"))
	r.terms(root.Get("terms"))
	r.clauses(root.Get("clauses"))
	r.risk(root.Get("risk"), soundRisk)
	r.periods(root.Get("periods"))
	r.forms(root.Get("forms"), set)
	r.approval(root.Get("approval"))
	r.rules(root.Get("rules"))
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), strings.Compare(a.Message.EN, b.Message.EN))
	})
	return c, r.problems
}
