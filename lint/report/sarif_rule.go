package report

import (
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/ismslint/ismslint/lint"
)

// sarifRules are the descriptors of the rules of a report, and where each
// stands among them.
type sarifRules struct {
	descriptors []*sarif.ReportingDescriptor
	index       map[string]int
}

func newSARIFRules(r *lint.Report, o Options) (*sarifRules, error) {
	known := map[string]*lint.Rule{}
	for _, rule := range r.Rules {
		known[rule.Name] = rule
	}
	out := &sarifRules{index: map[string]int{}}
	for i, name := range ruleNames(r) {
		out.index[name] = i
		descriptor := sarif.NewRule(name).WithName(pascalCase(name))
		if rule := known[name]; rule != nil {
			if err := describeRule(descriptor, rule, o); err != nil {
				return nil, err
			}
		}
		out.descriptors = append(out.descriptors, descriptor)
	}
	return out, nil
}

func describeRule(d *sarif.ReportingDescriptor, rule *lint.Rule, o Options) error {
	help, err := rulePlain(rule, o.Language)
	if err != nil {
		return err
	}
	summary := sentence(rule.Doc.Summary.In(o.Language), o.Language)
	full := summary
	if why := rule.Doc.Why.In(o.Language); why != "" {
		full += " " + sentence(why, o.Language)
	}
	d.WithShortDescription(multiformat(summary)).
		WithFullDescription(multiformat(full)).
		WithHelp(multiformat(help).WithMarkdown(ruleBody(rule, o.Language))).
		WithHelpURI(helpURI(rule, o)).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(sarifLevel(rule.Severity))).
		WithProperties(sarif.NewPropertyBag().WithTags(ruleTags(rule)))
	if len(rule.Aliases) > 0 {
		d.WithDeprecatedIds(rule.Aliases)
	}
	return nil
}

func multiformat(text string) *sarif.MultiformatMessageString {
	return sarif.NewMultiformatMessageString().WithText(text)
}

// helpURI returns the page of a rule, or that of the project.
func helpURI(rule *lint.Rule, o Options) string {
	if o.RuleURL != nil {
		if url := o.RuleURL(rule.Name); url != "" {
			return url
		}
	}
	return toolURL
}

// ruleTags says what a rule is about; forges filter by tags.
func ruleTags(rule *lint.Rule) []string {
	tags := []string{"isms", rule.Family()}
	for _, id := range rule.Requirements {
		tags = append(tags, "requirement/"+id)
	}
	for _, id := range rule.Clauses {
		tags = append(tags, "clause/"+id)
	}
	for _, id := range rule.Controls {
		tags = append(tags, "control/"+id)
	}
	return tags
}

// pascalCase returns document/duplicate-number as DocumentDuplicateNumber,
// the form that SARIF asks of names.
func pascalCase(name string) string {
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '/' || r == '-' })
	for i, p := range parts {
		parts[i] = strings.ToUpper(p[:1]) + p[1:]
	}
	return strings.Join(parts, "")
}
