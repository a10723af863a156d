package report

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"github.com/ismslint/ismslint/lint"
)

type junitSuites struct {
	XMLName  xml.Name      `xml:"testsuites"`
	Name     string        `xml:"name,attr"`
	Tests    int           `xml:"tests,attr"`
	Failures int           `xml:"failures,attr"`
	Errors   int           `xml:"errors,attr"`
	Skipped  int           `xml:"skipped,attr"`
	Suites   []*junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
	Output   string      `xml:"system-out,omitempty"`
}

type junitCase struct {
	Name      string        `xml:"name,attr"`
	ClassName string        `xml:"classname,attr"`
	File      string        `xml:"file,attr,omitempty"`
	Line      int           `xml:"line,attr,omitempty"`
	Failure   *junitProblem `xml:"failure"`
	Error     *junitProblem `xml:"error"`
	Skipped   *junitSkipped `xml:"skipped"`
	Output    string        `xml:"system-out,omitempty"`
}

type junitProblem struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

// renderJUnit writes a suite for the run itself and one for each rule: a
// passed case for a rule without findings, otherwise a case for each finding.
// Suppressed and baselined findings and rules that were not evaluated are
// skipped cases; findings below Options.FailOn pass and say so in their output.
func renderJUnit(r *lint.Report, o Options) ([]byte, error) {
	out := junitSuites{Name: toolName, Suites: []*junitSuite{runSuite(r, o)}}
	suites := map[string]*junitSuite{}
	for _, name := range ruleNames(r) {
		suites[name] = &junitSuite{Name: safe(name)}
		out.Suites = append(out.Suites, suites[name])
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		suites[f.Rule].add(findingCase(r, f, o))
	}
	for _, n := range r.NotEvaluated {
		c := junitCase{Name: safe(forgePath(r, n.File)), ClassName: safe(n.Rule)}
		c.Skipped = &junitSkipped{safe(notEvaluatedText(n, o.Language))}
		suites[n.Rule].add(c)
	}
	for _, s := range out.Suites {
		if len(s.Cases) == 0 {
			s.add(junitCase{Name: s.Name, ClassName: s.Name})
		}
		s.number()
		out.Tests += s.Tests
		out.Failures += s.Failures
		out.Errors += s.Errors
		out.Skipped += s.Skipped
	}
	return encodeXML(out)
}

// runSuite tells whether the run was completed.
func runSuite(r *lint.Report, o Options) *junitSuite {
	s := &junitSuite{Name: toolName}
	c := junitCase{Name: "check", ClassName: toolName}
	if r.Failure != nil {
		text := safe(failureSentence(r.Failure, o.Language))
		c.Error = &junitProblem{Message: text, Type: "failure", Text: text}
	}
	s.add(c)
	s.Output = summarySentence(r, o.Language)
	for _, n := range r.Notes {
		s.Output += "\n" + safe(n.In(o.Language))
	}
	return s
}

func findingCase(r *lint.Report, f *lint.Finding, o Options) junitCase {
	path := safe(forgePath(r, f.File))
	c := junitCase{Name: path, ClassName: safe(f.Rule), File: path}
	if p, ok := locate(r, f.File, f.Span, f.Commit); ok {
		c.Name = fmt.Sprintf("%s:%d:%d", path, p.Line, p.Column)
		c.Line = p.Line
	}
	text := breakCommands(details(r, f, o))
	switch {
	case f.Suppressed != nil:
		c.Skipped = &junitSkipped{safe(suppressionText(f.Suppressed, o.Language))}
		c.Output = text
	case f.Baselined:
		c.Skipped = &junitSkipped{baselinedText(o.Language)}
		c.Output = text
	case fails(f.Severity, o.FailOn):
		c.Failure = &junitProblem{safe(f.Message.In(o.Language)), f.Severity.String(), text}
	default:
		c.Output = f.Severity.String() + ": " + text
	}
	return c
}

func fails(s, failOn lint.Severity) bool {
	switch failOn {
	case lint.Off:
		return false
	case lint.Default:
		return s >= lint.Error
	default:
		return s >= failOn
	}
}

func (s *junitSuite) add(c junitCase) {
	s.Cases = append(s.Cases, c)
	s.Tests++
	switch {
	case c.Failure != nil:
		s.Failures++
	case c.Error != nil:
		s.Errors++
	case c.Skipped != nil:
		s.Skipped++
	}
}

// number gives cases of the same name different ones, since readers take them
// for repetitions of one test.
func (s *junitSuite) number() {
	seen := map[string]int{}
	for i := range s.Cases {
		c := &s.Cases[i]
		seen[c.Name]++
		if n := seen[c.Name]; n > 1 {
			c.Name = fmt.Sprintf("%s #%d", c.Name, n)
		}
	}
}

func encodeXML(v any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
