package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/schema"
)

func (a *app) explainCommand() *cobra.Command {
	var markdown, all bool
	c := &cobra.Command{
		Use:   "explain RULE…",
		Short: "Say what a rule is for, with a wrong and a right example",
		Example: `  ismslint explain document/title
  ismslint explain approval            (all rules of a family)
  ismslint explain --all --markdown    (the whole rule book)`,
		ValidArgs: ruleNames(rules.All()),
		RunE: func(_ *cobra.Command, args []string) error {
			chosen, err := chooseRules(args, all)
			if err != nil {
				return err
			}
			return a.explain(chosen, markdown)
		},
	}
	c.Flags().BoolVar(&markdown, "markdown", false, "print Markdown")
	c.Flags().BoolVar(&all, "all", false, "explain every rule")
	return c
}

func (a *app) explain(chosen []*lint.Rule, markdown bool) error {
	a.tryConfig()
	lang := a.language()
	for i, r := range chosen {
		if i > 0 {
			fmt.Fprintln(a.stdout)
		}
		if markdown {
			if _, err := fmt.Fprint(a.stdout, report.RuleMarkdown(r, lang)); err != nil {
				return err
			}
			continue
		}
		o := report.Options{Language: lang, Color: a.colored(a.stdout), Width: width(a.stdout)}
		if err := report.RuleText(a.stdout, r, o); err != nil {
			return err
		}
	}
	return nil
}

// chooseRules resolves names, aliases and families of rules.
func chooseRules(args []string, all bool) ([]*lint.Rule, error) {
	known := rules.All()
	if all {
		return known, nil
	}
	if len(args) == 0 {
		return nil, usageError(message.Errorf("ルール名を指定してください。一覧は ismslint rules で見られます",
			"name a rule; ismslint rules lists them"))
	}
	var chosen []*lint.Rule
	for _, arg := range args {
		matched := matchRules(known, arg)
		if len(matched) == 0 {
			return nil, unknownRule(arg, known)
		}
		chosen = append(chosen, matched...)
	}
	return chosen, nil
}

func matchRules(known []*lint.Rule, name string) []*lint.Rule {
	var matched []*lint.Rule
	for _, r := range known {
		if r.Name == name || r.Family() == name || slices.Contains(r.Aliases, name) {
			matched = append(matched, r)
		}
	}
	return matched
}

func unknownRule(name string, known []*lint.Rule) error {
	if near := schema.Nearest(name, ruleNames(known)); near != "" {
		return usageError(message.Errorf("「%s」というルールはありません。「%s」のことですか",
			"there is no rule %q; did you mean %q", name, near))
	}
	return usageError(message.Errorf("「%s」というルールはありません。一覧は ismslint rules で見られます",
		"there is no rule %q; ismslint rules lists them", name))
}

func ruleNames(list []*lint.Rule) []string {
	names := make([]string, len(list))
	for i, r := range list {
		names[i] = r.Name
	}
	return names
}
