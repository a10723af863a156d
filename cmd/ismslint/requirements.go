package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/rules"
)

// listRequirements prints what a program can check in an ISMS, and what of it
// is checked.
func (a *app) listRequirements(format string) error {
	list, err := rules.Requirements()
	if err != nil {
		return err
	}
	switch format {
	case "text":
		return a.requirementsText(list)
	case "json":
		return a.requirementsJSON(list)
	}
	return usageError(message.Errorf("--format に使えるのは text と json です（指定された値: %q）", "--format takes text or json, not %q", format))
}

func (a *app) requirementsText(list []rules.Requirement) error {
	claimed := 0
	for _, r := range list {
		by := "- " + r.Reason
		if len(r.Rules) > 0 {
			claimed++
			by = strings.Join(r.Rules, ", ")
		}
		if _, err := fmt.Fprintf(a.stdout, "%s %s\n%s%s\n", runewidth.FillRight(r.ID, 8), r.Summary, strings.Repeat(" ", 9), by); err != nil {
			return err
		}
	}
	a.tryConfig()
	text := message.Textf("%[2]d 件の要求事項のうち %[1]d 件をルールが確認します", "%d of %d requirements are claimed by rules", claimed, len(list))
	_, err := fmt.Fprintf(a.stdout, "\n%s\n", text.In(a.language()))
	return err
}

func (a *app) requirementsJSON(list []rules.Requirement) error {
	type requirement struct {
		ID      string   `json:"id"`
		Summary string   `json:"summary"`
		Rules   []string `json:"rules"`
		Reason  *string  `json:"reason"`
	}
	out := make([]requirement, len(list))
	for i, r := range list {
		out[i] = requirement{ID: r.ID, Summary: r.Summary, Rules: append([]string{}, r.Rules...)}
		if len(r.Rules) == 0 {
			out[i].Reason = &r.Reason
		}
	}
	enc := json.NewEncoder(a.stdout)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
