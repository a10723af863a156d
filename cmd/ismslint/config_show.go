package main

import (
	"encoding/json"
	"fmt"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

func (a *app) configShowCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use: "show [PATH]", Short: "Print every setting in force, and where it was set",
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := a.loadConfig(args)
			if err != nil {
				return err
			}
			switch format {
			case "text":
				return a.showConfig(c)
			case "json":
				return a.showConfigJSON(c)
			}
			return usageError(message.Errorf("--format に使えるのは text と json です（指定された値: %q）", "--format takes text or json, not %q", format))
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or json")
	complete(c, "format", []string{"text", "json"})
	return c
}

// origin says where a setting was made: FILE:LINE, or "" for a default.
func origin(c *config.Config, s config.Setting, text *source.Text) string {
	if s.Default || text == nil {
		return ""
	}
	return fmt.Sprintf("%s:%d", c.Path, text.Position(s.Span.Start).Line)
}

func (a *app) showConfig(c *config.Config) error {
	lang := a.language()
	var text *source.Text
	if c.Path != "" {
		text = source.NewText(c.Source)
	}
	settings := c.Effective()
	wide := 0
	for _, s := range settings {
		wide = max(wide, runewidth.StringWidth(s.Name()+" = "+s.Value))
	}
	wide = min(wide, 60)
	byDefault := message.Text{JA: "標準", EN: "default"}.In(lang)
	for _, s := range settings {
		from := origin(c, s, text)
		if from == "" {
			from = byDefault
		}
		line := printable(s.Name() + " = " + s.Value)
		if _, err := fmt.Fprintf(a.stdout, "%s  # %s\n", runewidth.FillRight(line, wide), from); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) showConfigJSON(c *config.Config) error {
	var text *source.Text
	if c.Path != "" {
		text = source.NewText(c.Source)
	}
	type setting struct {
		Name   string `json:"name"`
		Value  string `json:"value"`
		Origin string `json:"origin"`
	}
	out := []setting{}
	for _, s := range c.Effective() {
		out = append(out, setting{s.Name(), s.Value, origin(c, s, text)})
	}
	enc := json.NewEncoder(a.stdout)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
