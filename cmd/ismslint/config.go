package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/schema"
)

func (a *app) configCommand() *cobra.Command {
	c := &cobra.Command{
		Use: "config", Short: "Show or verify ismslint.toml, or print the schemas",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return usageError(needSubcommand(cmd)) },
	}
	c.AddCommand(a.configShowCommand(), a.configVerifyCommand(), a.configSchemaCommand())
	return c
}

func needSubcommand(cmd *cobra.Command) error {
	var names []string
	for _, sub := range cmd.Commands() {
		names = append(names, sub.Name())
	}
	return message.Errorf("%s の後に %s のいずれかを指定してください", "%s needs one of %s", cmd.CommandPath(), listOf(names))
}

// loadConfig reads the configuration of the ISMS that a path belongs to.
func (a *app) loadConfig(args []string) (*config.Config, error) {
	_, c, err := a.findConfig(args)
	return c, err
}

func (a *app) findConfig(args []string) (*project.Project, *config.Config, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, nil, err
	}
	p, err := project.Find(dir, args, a.getenv)
	if err != nil {
		return nil, nil, err
	}
	s, err := p.ConfigSnapshot()
	if err != nil {
		return nil, nil, err
	}
	set, err := schema.Load()
	if err != nil {
		return nil, nil, err
	}
	a.config, err = project.Config(s, set, rules.All())
	return p, a.config, err
}

// tryConfig reads the configuration at hand for commands that can do without
// one, for the language and the severities that it sets.
func (a *app) tryConfig() {
	if _, err := a.loadConfig(nil); err != nil {
		a.config = nil
	}
}

func (a *app) configVerifyCommand() *cobra.Command {
	return &cobra.Command{
		Use: "verify [PATH]", Short: "Check ismslint.toml alone", Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			p, c, err := a.findConfig(args)
			if err != nil {
				return err
			}
			if c.Path == "" {
				return usageError(message.Errorf("ismslint.toml がありません。ismslint init で雛形を作れます",
					"there is no ismslint.toml; ismslint init writes one"))
			}
			if err := p.VerifyKeys(c); err != nil {
				return err
			}
			text := message.Textf("%s に誤りはありません", "%s is valid", c.Path)
			_, err = fmt.Fprintln(a.stdout, text.In(a.language()))
			return err
		},
	}
}

func (a *app) configSchemaCommand() *cobra.Command {
	return &cobra.Command{
		Use: "schema [NAME]", Short: "Print a JSON Schema: " + listOf(schema.Names()),
		Args: cobra.MaximumNArgs(1), ValidArgs: schema.Names(),
		RunE: func(_ *cobra.Command, args []string) error {
			set, err := schema.Load()
			if err != nil {
				return err
			}
			name := "config"
			if len(args) > 0 {
				name = args[0]
			}
			raw, err := set.Raw(name)
			if err != nil {
				return usageError(message.Errorf("「%s」というスキーマはありません。使えるのは %s です",
					"there is no schema %q; the schemas are %s", name, listOf(schema.Names())))
			}
			_, err = a.stdout.Write(raw)
			return err
		},
	}
}
