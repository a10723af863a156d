package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/hook"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

func (a *app) hookRunCommand() *cobra.Command {
	var folder, failOn string
	c := &cobra.Command{
		Use:   "run pre-commit|pre-push|pre-receive [ARGUMENT…]",
		Short: "Do what a hook does: judge what is staged, or the branches that git names",
		Long: `run is what the hooks call.

pre-commit checks each ISMS that the staged files belong to, by the rules of its
own ismslint.toml, and reports on these files. pre-push and pre-receive read from
standard input what git tells the hook, judge each branch that is pushed as a
change of the state it had, and report on the error stream what the push is
responsible for.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, err := hook.Parse(args[0])
			if err != nil {
				return usageError(err)
			}
			severity, err := severityFlag(failOn)
			if err != nil {
				return err
			}
			if kind == hook.PreCommit {
				return a.hookCommit(cmd.Context(), folder, severity)
			}
			return a.hookRun(cmd.Context(), kind, args[1:], folder, severity)
		},
	}
	c.Flags().StringVar(&folder, "folder", "", "folder of the ISMS below the root of the repository (default: every one that has a configuration)")
	c.Flags().StringVar(&failOn, "fail-on", "error", "lowest severity that refuses: error, warning, info or never")
	return c
}

func (a *app) hookRun(ctx context.Context, kind hook.Kind, args []string, folder string, failOn lint.Severity) error {
	updates, err := hook.ReadUpdates(kind, a.stdin)
	if err != nil {
		return usageError(err)
	}
	p, err := project.Find(".", nil, a.getenv)
	if err != nil {
		return err
	}
	r, err := p.Repository()
	if err != nil {
		return err
	}
	var pushes []project.Push
	if kind == hook.PreReceive {
		pushes, err = hook.Received(r, updates)
	} else {
		remote := ""
		if len(args) > 0 {
			remote = args[0]
		}
		pushes, err = hook.Sent(r, remote, updates)
	}
	if err != nil {
		return err
	}
	return a.judgePushes(ctx, p, pushes, folder, failOn)
}

// judgePushes reports on every branch, and ends with the gravest exit code.
func (a *app) judgePushes(ctx context.Context, p *project.Project, pushes []project.Push, folder string, failOn lint.Severity) error {
	o := project.PushOptions{Rules: rules.All(), Now: a.now(), Folder: folder}
	var err error
	if o.Schemas, err = schema.Load(); err != nil {
		return err
	}
	if o.Standard, err = standard.Load(); err != nil {
		return err
	}
	code := exitClean
	for _, push := range pushes {
		judgements, err := p.JudgePush(ctx, push, o)
		for _, j := range judgements {
			if j.Config != nil {
				a.config = j.Config
			}
			if j.Report == nil {
				continue
			}
			if err := a.reportPush(push, j, len(judgements) > 1, failOn); err != nil {
				return err
			}
			var exit *exitError
			if errors.As(verdict(j.Report, failOn), &exit) {
				code = max(code, exit.code)
			}
		}
		if err != nil {
			return message.Wrap(err, "ブランチ「%s」を検査できません", "cannot judge the branch %q", push.Branch)
		}
	}
	if code != exitClean {
		return &exitError{code: code}
	}
	return nil
}

// reportPush writes to the error stream, which git shows to the one who pushes.
// A push that brings nothing to mention is no news.
func (a *app) reportPush(push project.Push, j project.Judgement, several bool, failOn lint.Severity) error {
	r := j.Report
	if !r.Fails(lint.Info) && !r.Incomplete() {
		return nil
	}
	o := a.reportOptions()
	o.Color, o.Width, o.FailOn = a.colored(a.stderr), width(a.stderr), failOn
	o.Path = func(file string) string { return j.Prefix + file }
	heading := message.Textf("ブランチ「%s」へのプッシュで見つかったもの:", "found in the push to the branch %q:", push.Branch)
	if several {
		heading = message.Textf("ブランチ「%s」へのプッシュで、ISMS「%s」に見つかったもの:", "found in the push to the branch %q, in the ISMS %q:", push.Branch, "./"+j.Prefix)
	}
	fmt.Fprintf(a.stderr, "ismslint: %s\n", printable(heading.In(o.Language)))
	if err := report.Write(a.stderr, report.Text, hook.Brief(r, failOn), o); err != nil {
		return err
	}
	if r.Fails(failOn) {
		fmt.Fprintf(a.stderr, "ismslint: %s\n", advice(j).In(o.Language))
	}
	return nil
}

// advice says what one whose push is refused can do. An ISMS that is new here
// may have a past, and need not be mended as a whole on one day.
func advice(j project.Judgement) message.Text {
	if j.New {
		return message.Textf("このプッシュは受け付けられません。上の指摘を直したコミットを加えてから、もう一度プッシュしてください。以前からある指摘をすぐに直せない場合は、ismslint baseline で既知の指摘として記録し、そのファイルをコミットしてください（ルールの説明: ismslint explain ルール名）",
			"the push is refused; mend what is found in a further commit and push again, or, where it is of long standing and cannot be mended yet, accept it with ismslint baseline and commit that file (on the rules: ismslint explain RULE)")
	}
	return message.Textf("このプッシュは受け付けられません。上の指摘を直したコミットを加えてから、もう一度プッシュしてください（ルールの説明: ismslint explain ルール名）",
		"the push is refused; mend what is found in a further commit and push again (on the rules: ismslint explain RULE)")
}
