package main

import (
	"maps"
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
)

// historyView shows a timeline: the findings with their days, what changes
// were found guilty of, the days without a finding, and how each document did.
// accepted are the fingerprints of the baseline; incomplete says what part of
// the history is missing, if any is.
func historyView(t *history.Timeline, accepted map[string]bool, incomplete message.Text) *report.View {
	v := &report.View{Name: "history", AsOf: t.Last, Tables: []report.Table{
		findingsTable(t, accepted), eventsTable(t), cleanTable(t), documentsTable(t),
	}}
	v.Notes = historyNotes(t, accepted)
	if !incomplete.IsZero() {
		v.Notes = append(v.Notes, message.Textf("この範囲より前を必要とするルールは、判定できていないことがあります。%s",
			"rules that need what lies before the range may not have run; %s", incomplete))
	}
	for _, f := range t.Failures {
		v.Notes = append(v.Notes, message.Textf("コミット %[1]s（%[2]s）は検査できませんでした: %[3]s", "commit %[1]s of %[2]s could not be checked: %[3]s", short(f.Commit), f.Day, f.Reason))
	}
	return v
}

// historyNotes sum up a timeline.
func historyNotes(t *history.Timeline, accepted map[string]bool) []message.Text {
	all := 0
	if !t.First.IsZero() {
		all = t.First.DaysUntil(t.Last) + 1
	}
	before, baselined := 0, 0
	for _, e := range t.Entries {
		if e.Before {
			before++
		}
		if e.Left.IsZero() && accepted[e.Fingerprint] {
			baselined++
		}
	}
	notes := []message.Text{
		message.Textf("%[1]s から %[2]s まで、%[3]s", "%[3]s, from %[1]s to %[2]s", t.First, t.Last, checkedCommits(t.Commits)),
		message.Textf("エラーのない日は %[2]d 日のうち %[1]d 日でした", "no error stood on %d of %d days", days(t.Clean(lint.Error)), all),
	}
	if before > 0 {
		notes = append(notes, message.Textf("発生が「範囲より前」の指摘 %d 件は、範囲の最初のコミットより前からありました。日数は範囲の中だけを数えています",
			"findings that entered before the range: %d; their days count from its first commit on", before))
	}
	if baselined > 0 {
		notes = append(notes, message.Textf("継続中の指摘のうち %d 件はベースラインで受け入れ済みです。check と --fail-on では数えませんが、経過には含めています",
			"open findings that the baseline accepts: %d; check and --fail-on leave them out, the history counts their days", baselined))
	}
	return notes
}

func days(spans []history.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Days()
	}
	return n
}

func findingsTable(t *history.Timeline, accepted map[string]bool) report.Table {
	table := report.Table{Key: "findings", Title: words("指摘の出入り", "Findings"), Columns: []report.Column{
		{Key: "entered", Title: words("発生", "Entered")},
		{Key: "left", Title: words("解消", "Left")},
		{Key: "days", Title: words("日数", "Days"), Right: true},
		{Key: "severity", Title: words("重大度", "Severity")},
		{Key: "document", Title: words("文書", "Document")},
		{Key: "rule", Title: words("ルール", "Rule")},
		{Key: "message", Title: words("内容", "Message"), Long: true},
		{Key: "enteredIn", Title: words("発生したコミット", "Entered in")},
		{Key: "leftIn", Title: words("解消したコミット", "Left in")},
	}}
	for _, e := range t.Entries {
		last := t.Last
		if !e.Left.IsZero() {
			last = e.Left.AddDays(-1)
		}
		from := e.Entered
		if e.Before {
			from = t.First
		}
		n := max(from.DaysUntil(last)+1, 0)
		table.Rows = append(table.Rows, []report.Cell{
			enteredCell(e), leftCell(e, accepted), report.NumberCell(n), severityCell(e.Severity),
			report.TextCell(e.Document), report.TextCell(e.Rule), {Text: e.Message()}, commitCell(e.Commit), commitCell(e.LeftIn),
		})
	}
	return table
}

func eventsTable(t *history.Timeline) report.Table {
	table := report.Table{Key: "changes", Title: words("変更への指摘", "Changes"), Columns: []report.Column{
		{Key: "day", Title: words("日付", "Day")},
		{Key: "commit", Title: words("コミット", "Commit")},
		{Key: "branch", Title: words("ブランチ", "Branch")},
		{Key: "severity", Title: words("重大度", "Severity")},
		{Key: "document", Title: words("文書", "Document")},
		{Key: "rule", Title: words("ルール", "Rule")},
		{Key: "message", Title: words("内容", "Message"), Long: true},
	}}
	for i := range t.Events {
		e := &t.Events[i]
		branch := report.Cell{Value: e.Branch}
		if e.Branch {
			branch.Text = words("統合前", "before the merge")
		}
		table.Rows = append(table.Rows, []report.Cell{
			calendarCell(e.Day), commitCell(e.Commit), branch, severityCell(e.Severity), report.TextCell(e.Document), report.TextCell(e.Rule), {Text: e.Message()},
		})
	}
	return table
}

func cleanTable(t *history.Timeline) report.Table {
	table := report.Table{Key: "clean", Title: words("エラーのない期間", "Days without errors"), Columns: []report.Column{
		{Key: "from", Title: words("開始", "From")},
		{Key: "to", Title: words("終了", "To")},
		{Key: "days", Title: words("日数", "Days"), Right: true},
	}}
	for _, s := range t.Clean(lint.Error) {
		table.Rows = append(table.Rows, []report.Cell{calendarCell(s.From), calendarCell(s.To), report.NumberCell(s.Days())})
	}
	return table
}

func documentsTable(t *history.Timeline) report.Table {
	table := report.Table{Key: "documents", Title: words("文書別", "Documents"), Columns: []report.Column{
		{Key: "document", Title: words("文書", "Document")},
		{Key: "findings", Title: words("指摘", "Findings"), Right: true},
		{Key: "open", Title: words("未解消", "Open"), Right: true},
		{Key: "changes", Title: words("変更への指摘", "Changes"), Right: true},
		{Key: "cleanDays", Title: words("エラーのない日数", "Days without errors"), Right: true},
	}}
	documents := t.ByDocument()
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		own := documents[name]
		open := 0
		for _, e := range own.Entries {
			if e.Left.IsZero() {
				open++
			}
		}
		table.Rows = append(table.Rows, []report.Cell{
			report.TextCell(name), report.NumberCell(len(own.Entries)), report.NumberCell(open),
			report.NumberCell(len(own.Events)), report.NumberCell(days(own.Clean(lint.Error))),
		})
	}
	return table
}

func calendarCell(d date.Date) report.Cell {
	if d.IsZero() {
		return report.Cell{}
	}
	return report.TextCell(d.String())
}

// enteredCell has no day in JSON where there is none that is known.
func enteredCell(e *history.Entry) report.Cell {
	if e.Before {
		return report.Cell{Text: words("範囲より前", "before the range"), Value: (*string)(nil)}
	}
	return calendarCell(e.Entered)
}

// leftCell says the same in JSON whatever the language.
func leftCell(e *history.Entry, accepted map[string]bool) report.Cell {
	switch {
	case !e.Left.IsZero():
		return calendarCell(e.Left)
	case accepted[e.Fingerprint]:
		return report.Cell{Text: words("継続中（受け入れ済み）", "open (baseline)"), Value: "baselined", Tone: report.Dim}
	}
	return report.Cell{Text: words("継続中", "open"), Value: "open", Tone: report.Bad}
}

func severityCell(s lint.Severity) report.Cell {
	switch s {
	case lint.Error:
		return report.Cell{Text: words("エラー", "error"), Value: s.String(), Tone: report.Bad}
	case lint.Warning:
		return report.Cell{Text: words("警告", "warning"), Value: s.String(), Tone: report.Notable}
	}
	return report.Cell{Text: words("情報", "info"), Value: s.String(), Tone: report.Dim}
}

func commitCell(id string) report.Cell {
	if id == "" {
		return report.Cell{}
	}
	return report.Cell{Text: message.Same(short(id)), Value: id}
}

func short(id string) string {
	const digits = 10 // as git abbreviates in larger repositories
	return id[:min(digits, len(id))]
}
