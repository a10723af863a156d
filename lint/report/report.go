// Package report renders the result of a run: for people in a terminal, for
// forges and continuous integration, for editors, and for programs.
//
// Each format has a file of its own. All of them treat whatever came from a
// document, a path or a configuration as hostile: see sanitize.go.
package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

// The formats that [Write] knows.
const (
	Text     = "text"     // for people, with source lines
	JSON     = "json"     // the contract for programs, ismslint-report/1
	SARIF    = "sarif"    // SARIF 2.1.0, for code scanning
	GitHub   = "github"   // workflow commands of GitHub Actions
	GitLab   = "gitlab"   // GitLab Code Quality
	JUnit    = "junit"    // JUnit XML
	RDJSON   = "rdjson"   // Reviewdog Diagnostic Format
	Markdown = "markdown" // for job summaries and hand-outs
)

// Options say how a report is rendered. The zero value is an English report
// without colours.
type Options struct {
	// Language is the language of messages and of the report's own words.
	Language message.Language
	// Color enables SGR sequences and Hyperlinks OSC 8 links in the text format.
	Color, Hyperlinks bool
	// Width is the number of columns of the terminal. The text format cuts
	// source lines that are longer to a window around the finding; 0 keeps
	// lines whole up to a limit of some thousand bytes.
	Width int
	// ToolVersion is the version of ismslint.
	ToolVersion string
	// ShowSuppressed lists suppressed and baselined findings in the text
	// format, marked as such; otherwise it only counts them.
	ShowSuppressed bool
	// FailOn is the severity from which a finding is a failed test case in
	// the junit format. Default means Error, and with Off no finding fails.
	FailOn lint.Severity
	// RuleURL returns the address of the documentation of a rule. Nil means
	// that rules have no page of their own.
	RuleURL func(rule string) string
	// Path turns the path of a file below the root of the ISMS into the one
	// that the reader of the text format can open, such as one relative to the
	// current folder. Nil leaves paths as they are.
	Path func(file string) string
	// JobSummary receives the report in Markdown beside the github format; nil
	// when the environment offers no job summary.
	JobSummary io.Writer
}

type format struct {
	name   string
	render func(*lint.Report, Options) ([]byte, error)
}

func formats() []format {
	return []format{
		{Text, renderText},
		{JSON, renderJSON},
		{SARIF, renderSARIF},
		{GitHub, renderGitHub},
		{GitLab, renderGitLab},
		{JUnit, renderJUnit},
		{RDJSON, renderRDJSON},
		{Markdown, renderMarkdown},
	}
}

// Formats returns the names of the formats, the default first.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// Write renders the report in the named format and writes it to w. An unknown
// format is an error that names the known ones; other errors are those of w
// and of the job summary.
func Write(w io.Writer, name string, r *lint.Report, o Options) error {
	for _, f := range formats() {
		if f.name != name {
			continue
		}
		b, err := f.render(r, o)
		if err != nil {
			return fmt.Errorf("rendering the %s report: %w", name, err)
		}
		if _, err := w.Write(b); err != nil {
			return fmt.Errorf("writing the %s report: %w", name, err)
		}
		if name == GitHub {
			return writeJobSummary(r, o)
		}
		return nil
	}
	return message.Errorf("出力形式 %q はありません。使えるのは %s です",
		"unknown format %q, expected one of %s", name, strings.Join(Formats(), ", "))
}
