package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

func (a *app) rulesCommand() *cobra.Command {
	var format string
	var requirements bool
	c := &cobra.Command{
		Use:   "rules [FAMILY…]",
		Short: "List the rules, or the requirements that they check",
		RunE: func(_ *cobra.Command, args []string) error {
			if requirements {
				return a.listRequirements(format)
			}
			chosen, err := chooseRules(args, len(args) == 0)
			if err != nil {
				return err
			}
			switch format {
			case "text":
				return a.listRules(chosen)
			case "json":
				return a.rulesJSON(chosen)
			}
			return usageError(message.Errorf("--format に使えるのは text と json です（指定された値: %q）", "--format takes text or json, not %q", format))
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or json")
	c.Flags().BoolVar(&requirements, "requirements", false, "list every numbered requirement with the rules that claim it, or why none does")
	complete(c, "format", []string{"text", "json"})
	return c
}

func (a *app) listRules(chosen []*lint.Rule) error {
	a.tryConfig()
	lang := a.language()
	wide := 0
	for _, r := range chosen {
		wide = max(wide, runewidth.StringWidth(r.Name))
	}
	for _, r := range chosen {
		_, err := fmt.Fprintf(a.stdout, "%s  %s  %s\n", runewidth.FillRight(r.Name, wide),
			runewidth.FillRight(a.severityOf(r).String(), len("warning")), r.Doc.Summary.In(lang))
		if err != nil {
			return err
		}
	}
	return nil
}

// severityOf returns the severity of a rule under the configuration at hand.
func (a *app) severityOf(r *lint.Rule) lint.Severity {
	if a.config != nil {
		if s, err := lint.ParseSeverity(a.config.Rules[r.Name].Severity); err == nil {
			return s
		}
	}
	return r.Severity
}

// ruleJSON is one rule in the output of rules --format json.
type ruleJSON struct {
	Name         string            `json:"name"`
	Aliases      []string          `json:"aliases"`
	Severity     string            `json:"severity"`
	Since        string            `json:"since"`
	Suppressible bool              `json:"suppressible"`
	Requirements []string          `json:"requirements"`
	Clauses      []string          `json:"clauses"`
	Controls     []string          `json:"controls"`
	Summary      map[string]string `json:"summary"`
	Why          map[string]string `json:"why"`
	Wrong        string            `json:"wrong"`
	Right        string            `json:"right"`
}

func (a *app) rulesJSON(chosen []*lint.Rule) error {
	out := make([]ruleJSON, len(chosen))
	both := func(t message.Text) map[string]string { return map[string]string{"ja": t.JA, "en": t.EN} }
	list := func(s []string) []string { return append([]string{}, s...) }
	for i, r := range chosen {
		out[i] = ruleJSON{
			Name: r.Name, Aliases: list(r.Aliases), Severity: r.Severity.String(), Since: r.Since,
			Suppressible: !r.GuardsEvidence, Requirements: list(r.Requirements), Clauses: list(r.Clauses),
			Controls: list(r.Controls), Summary: both(r.Doc.Summary), Why: both(r.Doc.Why),
			Wrong: strings.TrimRight(r.Doc.Wrong, "\n"), Right: strings.TrimRight(r.Doc.Right, "\n"),
		}
	}
	enc := json.NewEncoder(a.stdout)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
