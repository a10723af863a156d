package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint/approve"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// mostLines is the number of lines up to which a diff is shown as a whole.
const mostLines = 60

// printPlan shows what is about to be approved.
func (a *app) printPlan(roles *isms.Roles, p *approve.Plan, d approve.Difference, all bool) {
	st := p.Statement
	name := message.Same(strings.TrimSpace(st.Number + " " + st.Title))
	if st.Revision > 0 {
		name = message.Textf("%s（改訂%d）", "%s, revision %d", name, st.Revision)
	}
	a.printText(name)
	approver := message.Same(p.Person.Name)
	if name := roles.Name(p.Role); !name.IsZero() {
		approver = message.Textf("%[1]s（%[2]s）", "%[1]s, %[2]s", p.Person.Name, name)
	}
	a.printText(message.Textf("  承認者: %s", "  approver: %s", approver))
	a.printText(message.Textf("  承認日: %s", "  day: %s", st.Day))
	a.printText(message.Textf("  ダイジェスト: %s", "  digest: %s", st.Digest))
	a.printDifference(d, all, sinceWhen(st.Number, d))
}

// sinceWhen names the state that an approval is compared with.
func sinceWhen(number string, d approve.Difference) message.Text {
	switch {
	case d.Commit == nil:
		return message.Textf("直前のコミット", "the last commit")
	case !d.Signed && number == config.FileName:
		return message.Textf("最後に変更される前の設定（コミット %[1]s。署名された承認はありません）", "the configuration before its last change, in commit %[1]s (none was ever approved with a signature)", d.Commit.Name())
	case d.Revision > 0:
		return message.Textf("前回承認された改訂%[2]d（コミット %[1]s）", "revision %[2]d, approved in commit %[1]s", d.Commit.Name(), d.Revision)
	}
	return message.Textf("前回承認された状態（コミット %[1]s）", "the approved state in commit %[1]s", d.Commit.Name())
}

func (a *app) printDifference(d approve.Difference, all bool, since message.Text) {
	switch {
	case !d.Unknown.IsZero():
		a.printText(message.Textf("  前回の承認からの変更は分かりません: %s", "  what changed since the last approval cannot be told: %s", d.Unknown))
	case d.First:
		a.printText(message.Textf("  初めての承認です", "  first approval"))
	case d.Diff == nil:
		a.printText(message.Textf("  %sから内容は変わっていません", "  the content is that of %s", since))
	case all || bytes.Count(d.Diff, []byte("\n")) <= mostLines:
		a.printText(message.Textf("  %sからの変更:", "  changes since %s:", since))
		a.printDiffLines(d.Diff)
	default:
		a.printText(message.Textf("  %sからの変更（すべて見るには --diff）:", "  changes since %s (--diff shows them all):", since))
		for _, s := range d.Sections {
			title := message.Same(s.Title)
			if s.Title == "" {
				title = message.Textf("（先頭）", "(top)")
			}
			a.printText(message.Textf("    %[1]s: +%[2]d −%[3]d 行", "    %[1]s: +%[2]d −%[3]d lines", title, s.Added, s.Removed))
		}
	}
}

// printDiffLines writes a diff without its first lines, which name files.
func (a *app) printDiffLines(text []byte) {
	colored := a.colored(a.stdout)
	for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if strings.HasPrefix(line, "diff ") || strings.HasPrefix(line, "--- approved") || strings.HasPrefix(line, "+++ now") {
			continue
		}
		line = printable(line)
		switch {
		case colored && strings.HasPrefix(line, "-"):
			line = "\x1b[31m" + line + "\x1b[0m"
		case colored && strings.HasPrefix(line, "+"):
			line = "\x1b[32m" + line + "\x1b[0m"
		}
		fmt.Fprintln(a.stdout, strings.TrimRight("    "+line, " "))
	}
}
