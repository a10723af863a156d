package report

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

// maxJobSummary is the size in bytes from which a job summary is cut; GitHub
// refuses one of more than 1 MiB.
const maxJobSummary = 1<<20 - 16<<10

// markdownReport writes the report as GitHub Flavored Markdown.
type markdownReport struct {
	bytes.Buffer
	r     *lint.Report
	o     Options
	limit int // bytes from which findings are only counted; 0 for none
}

func renderMarkdown(r *lint.Report, o Options) ([]byte, error) { return markdown(r, o, 0), nil }

func markdown(r *lint.Report, o Options, limit int) []byte {
	m := &markdownReport{r: r, o: o, limit: limit}
	m.printf("## ismslint\n\n")
	if r.Failure != nil {
		m.printf("> **%s**\n\n", mdText(failureSentence(r.Failure, o.Language)))
	}
	if isClean(r) {
		m.printf("%s\n\n", mdText(sentence(cleanSentence(r, o.Language), o.Language)))
	}
	m.summary()
	m.findings()
	m.accepted()
	m.notEvaluated()
	m.notes()
	return m.Bytes()
}

func (m *markdownReport) printf(format string, args ...any) { fmt.Fprintf(m, format, args...) }

// say returns a text in the language of the report.
func (m *markdownReport) say(ja, en string, args ...any) string {
	return message.Textf(ja, en, args...).In(m.o.Language)
}

func (m *markdownReport) summary() {
	m.printf("| %s | %s |\n| --- | --- |\n", m.say("項目", "item"), m.say("値", "value"))
	row := func(ja, en string, value any) { m.printf("| %s | %v |\n", m.say(ja, en), value) }
	if day := m.r.AsOf.String(); day != "" {
		row("判定日", "judged as of", day)
	}
	if m.r.Commit != "" {
		row("コミット", "commit", mdCode(m.r.Commit))
	}
	s := m.r.Summary
	row("検査したファイル", "files checked", s.Covered)
	row("該当するルールがないファイル", "files not covered by any rule", s.Files-s.Covered)
	row("エラー", "errors", s.Errors)
	row("警告", "warnings", s.Warnings)
	row("情報", "infos", s.Infos)
	row("抑制", "suppressed", s.Suppressed)
	row("ベースライン", "baselined", s.Baselined)
	row("未評価", "not evaluated", len(m.r.NotEvaluated))
}

// full reports whether the limit of size is reached, and if so says how many
// entries of a list are left out.
func (m *markdownReport) full(left int) bool {
	if m.limit == 0 || m.Len() < m.limit {
		return false
	}
	m.printf("\n%s\n", m.say("このほかに %d 件ありますが、大きさの制限により省略しました。",
		"%d more are left out because of the limit of size.", left))
	return true
}

// findings writes a table for each file.
func (m *markdownReport) findings() {
	file, open := "", false
	all := active(m.r)
	for i, f := range all {
		if m.full(len(all) - i) {
			return
		}
		if !open || f.File != file {
			file, open = f.File, true
			m.printf("\n### %s\n\n| %s | %s | %s | %s |\n| ---: | --- | --- | --- |\n", m.fileName(file),
				m.say("行", "line"), m.say("重大度", "severity"), m.say("内容", "message"), m.say("ルール", "rule"))
		}
		m.printf("| %s | %s | %s | %s |\n", m.line(f), m.severity(f.Severity), m.message(f), mdCode(f.Rule))
	}
}

func (m *markdownReport) message(f *lint.Finding) string {
	lines := strings.Split(details(m.r, f, m.o), "\n")
	for i, line := range lines {
		lines[i] = mdText(line)
	}
	return strings.Join(lines, "<br>")
}

// accepted lists what was found and does not count, with the reason: an
// auditor asks for exactly these.
func (m *markdownReport) accepted() {
	all := accepted(m.r)
	if len(all) == 0 {
		return
	}
	m.printf("\n### %s\n\n| %s | %s | %s | %s |\n| --- | --- | --- | --- |\n",
		m.say("抑制・受容された指摘", "suppressed and accepted findings"),
		m.say("場所", "place"), m.say("内容", "message"), m.say("ルール", "rule"), m.say("理由", "reason"))
	for i, f := range all {
		if m.full(len(all) - i) {
			return
		}
		reason := baselinedText(m.o.Language)
		if f.Suppressed != nil {
			reason = suppressionText(f.Suppressed, m.o.Language)
		}
		m.printf("| %s | %s | %s | %s |\n", m.place(f), mdText(f.Message.In(m.o.Language)), mdCode(f.Rule), mdText(reason))
	}
}

func (m *markdownReport) notEvaluated() {
	var items []string
	for _, n := range groupUnevaluated(m.r.NotEvaluated) {
		file := ""
		if n.File != "" {
			file = " (" + m.fileName(n.File) + ")"
		}
		names := make([]string, len(n.rules))
		for i, rule := range n.rules {
			names[i] = mdCode(rule)
		}
		items = append(items, strings.Join(names, ", ")+file+": "+mdText(notEvaluatedText(n.NotEvaluated, m.o.Language)))
	}
	m.list(m.say("評価できなかったルール", "rules that were not evaluated"), items)
}

func (m *markdownReport) notes() {
	var items []string
	for _, n := range m.r.Notes {
		// The word in front keeps the text from beginning a list or a heading.
		items = append(items, m.say("備考", "note")+": "+mdText(n.In(m.o.Language)))
	}
	m.list(m.say("備考", "notes"), items)
}

func (m *markdownReport) list(title string, items []string) {
	if len(items) == 0 {
		return
	}
	m.printf("\n### %s\n\n", title)
	for i, item := range items {
		if m.full(len(items) - i) {
			return
		}
		m.printf("- %s\n", item)
	}
}

func (m *markdownReport) fileName(file string) string {
	if file == wholeISMS || file == "" {
		return m.say("ISMS全体", "the ISMS as a whole")
	}
	return mdText(m.r.Prefix + file)
}

func (m *markdownReport) severity(s lint.Severity) string {
	switch s {
	case lint.Error:
		return m.say("エラー", "error")
	case lint.Warning:
		return m.say("警告", "warning")
	default:
		return m.say("情報", "info")
	}
}

// line returns the number of a finding's line, or "".
func (m *markdownReport) line(f *lint.Finding) string {
	if p, ok := locate(m.r, f.File, f.Span, f.Commit); ok {
		return fmt.Sprint(p.Line)
	}
	return ""
}

func (m *markdownReport) place(f *lint.Finding) string {
	if line := m.line(f); line != "" {
		return m.fileName(f.File) + ":" + line
	}
	return m.fileName(f.File)
}
