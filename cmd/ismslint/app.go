package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/project"
)

// The exit codes of every command (design §3).
const (
	exitClean       = 0 // nothing at or above --fail-on
	exitFindings    = 1 // findings at or above --fail-on
	exitUsage       = 2 // wrong usage or configuration
	exitEnvironment = 3 // repository or files that cannot be read, or a rule that could not run though it must
)

// app is one invocation of the program: its streams and what it may know of
// the outside world.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	now            func() time.Time

	lang  string // --lang
	color string // --color

	config  *config.Config // of the ISMS at hand; nil before it is read
	running bool           // the command line has been understood
}

// exitError ends a command with an exit code. A nil cause has been reported
// already.
type exitError struct {
	code  int
	cause error
}

func (e *exitError) Error() string {
	if e.cause == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.cause.Error()
}

func (e *exitError) Unwrap() error { return e.cause }

// usageError marks an error as one of usage or configuration.
func usageError(err error) error { return &exitError{code: exitUsage, cause: err} }

// run executes the command line and returns the exit code.
func (a *app) run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	root := a.rootCommand()
	root.SetArgs(args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitClean
	}
	code := a.exitCode(err)
	var exit *exitError
	if !errors.As(err, &exit) || exit.cause != nil {
		a.complain(err)
	}
	return code
}

// exitCode tells errors of usage and configuration from those of the
// environment. Errors of the command line parser carry no type; they come
// before the command runs.
func (a *app) exitCode(err error) int {
	var exit *exitError
	var usage *project.UsageError
	var file *project.FileError
	switch {
	case errors.As(err, &exit):
		return exit.code
	case errors.As(err, &usage), errors.As(err, &file), !a.running:
		return exitUsage
	}
	return exitEnvironment
}

// complain writes an error to the error stream in the user's language.
func (a *app) complain(err error) {
	lang := a.language()
	if errors.Is(err, context.Canceled) {
		err = message.Errorf("中断しました。ファイルは書き換えていません", "interrupted; no file was changed")
	}
	text := err.Error()
	var spoken interface{ In(message.Language) string }
	if errors.As(err, &spoken) {
		text = spoken.In(lang)
	}
	prefix := message.Text{JA: "エラー: ", EN: "error: "}.In(lang)
	fmt.Fprintf(a.stderr, "ismslint: %s%s\n", prefix, printable(text))
}

// printable keeps a text, which may quote a document, from controlling the
// terminal. Line breaks stay.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r <= 0x9F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
			return '\uFFFD'
		}
		return r
	}, s)
}

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "ismslint",
		Short: "Check an ISMS (ISO/IEC 27001, JIS Q 27001) kept as Markdown in git",
		Long: `ismslint checks the documents, registers and records of an information security
management system that is kept as Markdown in a git repository.

  ismslint init my-isms        start a complete ISMS
  ismslint check               check the working tree
  ismslint explain RULE        say what a rule is for, with examples

Exit codes: 0 no findings at or above --fail-on, 1 findings, 2 wrong usage or
configuration, 3 files or repository that cannot be read.`,
		SilenceErrors: true, SilenceUsage: true,
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.lang, "lang", "", "language of messages: ja or en (default: locale, then ismslint.toml)")
	flags.StringVar(&a.color, "color", "auto", "colour in the terminal: auto, always or never")
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return a.checkGlobals() }
	root.AddCommand(
		a.checkCommand(), a.explainCommand(), a.rulesCommand(), a.configCommand(),
		a.baselineCommand(), a.approveCommand(), a.verifyCommand(), a.initCommand(), a.newCommand(), a.showCommand(),
		a.historyCommand(), a.hookCommand(), a.versionCommand(),
	)
	a.noteRunning(root)
	return root
}

// noteRunning makes every command say when it begins to run.
func (a *app) noteRunning(c *cobra.Command) {
	if run := c.RunE; run != nil {
		c.RunE = func(c *cobra.Command, args []string) error {
			a.running = true
			return run(c, args)
		}
	}
	for _, sub := range c.Commands() {
		a.noteRunning(sub)
	}
}

func (a *app) checkGlobals() error {
	if a.lang != "" && a.lang != string(message.Japanese) && a.lang != string(message.English) {
		return usageError(message.Errorf("--lang に使えるのは ja と en です（指定された値: %q）", "--lang takes ja or en, not %q", a.lang))
	}
	switch a.color {
	case "auto", "always", "never":
		return nil
	}
	return usageError(message.Errorf("--color に使えるのは auto、always、never です（指定された値: %q）", "--color takes auto, always or never, not %q", a.color))
}

// version returns the version that the binary was built as.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}

// severityFlag reads --fail-on.
func severityFlag(value string) (lint.Severity, error) {
	if value == "never" {
		return lint.Off, nil
	}
	s, err := lint.ParseSeverity(value)
	if err != nil || s == lint.Off {
		return lint.Default, usageError(message.Errorf(
			"--fail-on に使えるのは error、warning、info、never です（指定された値: %q）",
			"--fail-on takes error, warning, info or never, not %q", value))
	}
	return s, nil
}
