package report

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

// GitHub shows at most this many annotations of each level for a step and
// drops the rest without a word.
const maxAnnotations = 10

// annotation is one workflow command.
type annotation struct {
	level          string // error, warning or notice
	file           string // from the root of the repository; "" for none
	at             *place
	title, message string
}

// renderGitHub writes workflow commands, errors first, and no more of a level
// than GitHub shows. What is left over follows as plain lines, after a notice
// that says how much it is, so that nothing is hidden from the log.
func renderGitHub(r *lint.Report, o Options) ([]byte, error) {
	var out, rest bytes.Buffer
	all := annotations(r, o)
	left := 0
	for _, level := range []string{"error", "warning", "notice"} {
		quota := maxAnnotations
		if level == "notice" {
			quota-- // the summary is a notice too
		}
		for _, a := range all {
			if a.level != level {
				continue
			}
			if quota--; quota >= 0 {
				out.WriteString(a.command() + "\n")
			} else {
				left++
				rest.WriteString(a.line() + "\n")
			}
		}
	}
	if isClean(r) {
		out.WriteString(cleanSentence(r, o.Language) + "\n")
		return out.Bytes(), nil
	}
	summary := summarySentence(r, o.Language)
	if left > 0 {
		summary += message.Textf("。このうち %d 件は注釈として表示されません。ログまたはジョブサマリーを確認してください",
			"; %d not shown as annotations, see the log or the job summary", left).In(o.Language)
	}
	out.WriteString(annotation{level: "notice", title: toolName, message: summary}.command() + "\n")
	out.Write(rest.Bytes())
	return out.Bytes(), nil
}

func annotations(r *lint.Report, o Options) []annotation {
	var out []annotation
	if r.Failure != nil {
		out = append(out, annotation{level: "error", title: toolName, message: clean(failureSentence(r.Failure, o.Language))})
	}
	for _, f := range active(r) {
		a := annotation{level: annotationLevel(f.Severity), title: f.Rule, message: details(r, f, o)}
		if f.File != wholeISMS {
			a.file = forgePath(r, f.File)
		}
		if p, ok := locate(r, f.File, f.Span, f.Commit); ok {
			a.at = &p
		}
		out = append(out, a)
	}
	for _, n := range groupUnevaluated(r.NotEvaluated) {
		a := annotation{level: "notice", title: strings.Join(n.rules, ", "), message: clean(notEvaluatedText(n.NotEvaluated, o.Language))}
		if n.Required {
			a.level = "error"
		}
		if n.File != "" && n.File != wholeISMS {
			a.file = forgePath(r, n.File)
		}
		out = append(out, a)
	}
	for _, n := range r.Notes {
		out = append(out, annotation{level: "notice", title: toolName, message: clean(n.In(o.Language))})
	}
	return out
}

// command returns the workflow command. GitHub accepts columns only within
// one line, and its endColumn is the last column, not the one after it.
func (a annotation) command() string {
	var props []string
	add := func(key, value string) { props = append(props, key+"="+escapeProperty(value)) }
	if a.file != "" {
		add("file", a.file)
	}
	if a.at != nil {
		add("line", fmt.Sprint(a.at.Line))
		add("endLine", fmt.Sprint(a.at.EndLine))
		if a.at.Line == a.at.EndLine {
			add("col", fmt.Sprint(a.at.Column))
			add("endColumn", fmt.Sprint(max(a.at.Column, a.at.EndColumn-1)))
		}
	}
	add("title", a.title)
	return "::" + a.level + " " + strings.Join(props, ",") + "::" + escapeData(a.message)
}

// line returns the annotation as plain text that no runner obeys.
func (a annotation) line() string {
	where := ""
	if a.file != "" {
		where = linePath(a.file) + ": "
	}
	if a.at != nil {
		where = fmt.Sprintf("%s:%d:%d: ", linePath(a.file), a.at.Line, a.at.Column)
	}
	text := strings.ReplaceAll(a.message, "\n", "; ")
	return fmt.Sprintf("%s%s: %s [%s]", where, a.level, safe(text), safe(a.title))
}

func annotationLevel(s lint.Severity) string {
	if name := s.String(); name != lint.Info.String() {
		return name
	}
	return "notice"
}

// escapeData escapes the message of a workflow command.
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(safeBlock(s))
}

// escapeProperty escapes a property of a workflow command.
func escapeProperty(s string) string {
	return strings.NewReplacer("%", "%25", ":", "%3A", ",", "%2C").Replace(safe(s))
}

func writeJobSummary(r *lint.Report, o Options) error {
	if o.JobSummary == nil {
		return nil
	}
	if _, err := o.JobSummary.Write(markdown(r, o, maxJobSummary)); err != nil {
		return fmt.Errorf("writing the job summary: %w", err)
	}
	return nil
}
