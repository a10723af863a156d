package main

import (
	"fmt"

	"github.com/ismslint/ismslint/lint/hook"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
)

// sayHooks tells what became of hooks.
func (a *app) sayHooks(hooks []hook.Hook) {
	for _, h := range hooks {
		fmt.Fprintln(a.stdout, printable(hookNews(h).In(a.language())))
	}
}

func hookNews(h hook.Hook) message.Text {
	switch {
	case h.State == hook.Installed && !h.Changed:
		return message.Textf("%s は導入済みです（%s）", "%s is installed already (%s)", h.Kind, h.Path)
	case h.State == hook.Installed && h.Kept != "":
		return message.Textf("%s を導入しました（%s）。これまでのフックは %s として残し、先に実行します",
			"installed %s (%s); the earlier hook is kept as %s and runs first", h.Kind, h.Path, h.Kept)
	case h.State == hook.Installed:
		return message.Textf("%s を導入しました（%s）", "installed %s (%s)", h.Kind, h.Path)
	case h.Changed && h.State == hook.Other:
		return message.Textf("%s を取り外し、以前のフックを元に戻しました（%s）", "removed %s and put back the earlier hook (%s)", h.Kind, h.Path)
	case h.Changed:
		return message.Textf("%s を取り外しました（%s）", "removed %s (%s)", h.Kind, h.Path)
	}
	return message.Textf("%s は ismslint のフックではないため、そのままにしました（%s）", "%s is not a hook of ismslint and was left alone (%s)", h.Kind, h.Path)
}

func hookView(hooks []hook.Hook) *report.View {
	t := report.Table{Key: "hooks", Columns: []report.Column{
		{Key: "hook", Title: words("フック", "Hook")},
		{Key: "state", Title: words("状態", "State")},
		{Key: "kept", Title: words("先に実行するフック", "Runs first"), Long: true},
		{Key: "path", Title: words("ファイル", "Path"), Long: true},
	}}
	for _, h := range hooks {
		state := report.Cell{Value: string(h.State)}
		switch h.State {
		case hook.Installed:
			state.Text, state.Tone = words("導入済み", "installed"), report.Good
		case hook.Other:
			state.Text, state.Tone = words("別のフック", "not ismslint"), report.Notable
		default:
			state.Text, state.Tone = words("なし", "none"), report.Dim
		}
		t.Rows = append(t.Rows, []report.Cell{report.TextCell(string(h.Kind)), state, report.TextCell(h.Kept), report.TextCell(h.Path)})
	}
	return &report.View{Name: "hooks", Tables: []report.Table{t}}
}
