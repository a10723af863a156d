package main

import (
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/hook"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/report"
)

func (a *app) hookCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "hook",
		Short: "Install ismslint into the hooks of a git repository",
		Long: `hook puts ismslint into the hooks of the git repository at hand.

  pre-commit   checks what is staged, as ismslint check --staged does
  pre-push     checks what is about to be pushed, as a change of the remote branch
  pre-receive  checks on the server what is pushed, by the rules of the branch
               that it lands on, and refuses it where it brings findings, or
               takes recorded commits away from the default branch

A repository may hold several ISMS, each with an ismslint.toml of its own. In a
bare repository, and where hooks are installed from the root, every one that a
commit or push touches is judged, each by its own rules.`,
		Example: `  ismslint hook install
  cd /srv/git/isms.git && ismslint hook install      # the server's repository
  ismslint hook list`,
	}
	c.Args = cobra.NoArgs
	c.RunE = func(cmd *cobra.Command, _ []string) error { return usageError(needSubcommand(cmd)) }
	c.AddCommand(a.hookInstallCommand(), a.hookUninstallCommand(), a.hookListCommand(), a.hookRunCommand())
	return c
}

// hookChoice are the flags that name hooks.
type hookChoice map[hook.Kind]*bool

func hookFlags(c *cobra.Command) hookChoice {
	choice := hookChoice{}
	for _, k := range hook.Kinds() {
		choice[k] = c.Flags().Bool(string(k), false, "the hook "+string(k))
	}
	return choice
}

// or returns the chosen hooks, or the given ones when none is chosen.
func (c hookChoice) or(defaults []hook.Kind) []hook.Kind {
	chosen := slices.DeleteFunc(hook.Kinds(), func(k hook.Kind) bool { return !*c[k] })
	if len(chosen) == 0 {
		return defaults
	}
	return chosen
}

func (a *app) hookInstallCommand() *cobra.Command {
	var force bool
	c := &cobra.Command{
		Use:   "install",
		Short: "Write the hooks; one that is there is kept and called first",
		Long: `install writes pre-commit and pre-push, or pre-receive in a bare repository, unless
flags name the hooks. A hook that is there already is kept beside the new one,
with the ending ` + hook.Suffix + `, and called first; where it fails, so does the
hook. core.hooksPath is honoured. Installing twice changes nothing.`,
		Args: cobra.NoArgs,
	}
	choice := hookFlags(c)
	c.Flags().BoolVar(&force, "force", false, "install in spite of a shared hooks folder, another ISMS or a hook that is kept already")
	c.RunE = func(*cobra.Command, []string) error { return a.hookInstall(choice, force) }
	return c
}

func (a *app) hookInstall(choice hookChoice, force bool) error {
	p, r, err := a.hookRepository()
	if err != nil {
		return err
	}
	if err := r.Supported(); err != nil { // a hook would refuse every commit
		return message.Wrap(err, "フックを導入できません", "the hooks cannot be installed")
	}
	program, err := os.Executable()
	if err != nil {
		return message.Wrap(err, "ismslint のプログラムの場所が分かりません", "cannot tell where ismslint is")
	}
	o := hook.Options{Repository: r, Folder: p.Folder(), Program: program, Force: force}
	hooks, err := hook.Install(choice.or(hook.Defaults(r)), o)
	a.sayHooks(hooks)
	if err != nil {
		return usageError(err)
	}
	return nil
}

func (a *app) hookUninstallCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "uninstall",
		Short: "Remove the hooks of ismslint and put back those that were there before",
		Args:  cobra.NoArgs,
	}
	choice := hookFlags(c)
	c.RunE = func(*cobra.Command, []string) error {
		_, r, err := a.hookRepository()
		if err != nil {
			return err
		}
		hooks, err := hook.Uninstall(choice.or(hook.Kinds()), r)
		a.sayHooks(slices.DeleteFunc(hooks, func(h hook.Hook) bool { return !h.Changed && h.State == hook.Absent }))
		return err
	}
	return c
}

func (a *app) hookListCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "list",
		Short: "List the hooks and whether they call ismslint",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if !slices.Contains(report.ViewFormats(), format) {
				return usageError(message.Errorf("出力形式 %q はありません。使えるのは %s です",
					"there is no format %q; the formats are %s", format, listOf(report.ViewFormats())))
			}
			_, r, err := a.hookRepository()
			if err != nil {
				return err
			}
			hooks, err := hook.List(r)
			if err != nil {
				return err
			}
			return report.WriteView(a.stdout, format, hookView(hooks), a.reportOptions())
		},
	}
	c.Flags().StringVar(&format, "format", report.Text, "format of the output: "+listOf(report.ViewFormats()))
	complete(c, "format", report.ViewFormats())
	return c
}

// hookRepository finds the repository at hand, and the ISMS in it.
func (a *app) hookRepository() (*project.Project, *repo.Repository, error) {
	p, err := project.Find(".", nil, a.getenv)
	if err != nil {
		return nil, nil, err
	}
	a.tryConfig() // for the language that it sets
	r, err := p.Repository()
	return p, r, err
}
