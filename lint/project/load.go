package project

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// maxConfig is the size of a configuration or baseline above which it is
// refused, in bytes.
const maxConfig = 4 << 20

// FileError is a file of the project that cannot be used, with every problem
// at its place.
type FileError struct {
	Path     string
	Text     *source.Text
	Problems []config.Problem
}

// Error returns the problems in English, one a line.
func (e *FileError) Error() string { return e.In(message.English) }

// In returns the problems in the given language, one a line, each with its
// file, line and column.
func (e *FileError) In(lang message.Language) string {
	var lines []string
	for _, p := range e.Problems {
		at := e.Text.Position(p.Span.Start)
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s", e.Path, at.Line, at.Column, p.Message.In(lang)))
	}
	return strings.Join(lines, "\n")
}

// Config reads the configuration of a state. A state without one has the
// defaults. names are the rules that exist; a configuration that sets another
// one is refused. The error is a [*FileError] when the file has problems; what
// could be read is then returned beside it, so that the error can be told in
// the language of the organisation.
func Config(s *repo.Snapshot, set *schema.Set, rules []*lint.Rule) (*config.Config, error) {
	src, err := find(s, config.FileName)
	if err != nil {
		return nil, err
	}
	if src == nil {
		return config.Default(), nil
	}
	c, problems := config.Parse(config.FileName, src, set)
	if len(problems) == 0 {
		problems = unknownRules(c, rules)
	}
	if len(problems) > 0 {
		return c, &FileError{Path: config.FileName, Text: source.NewText(src), Problems: problems}
	}
	return c, nil
}

func unknownRules(c *config.Config, rules []*lint.Rule) []config.Problem {
	known := map[string]bool{}
	var names []string
	for _, r := range rules {
		names = append(names, r.Name)
		for _, n := range append([]string{r.Name}, r.Aliases...) {
			known[n] = true
		}
	}
	return c.UnknownRules(func(name string) bool { return known[name] }, names)
}

// Baseline reads the baseline of a state, or returns nil where there is none.
func Baseline(s *repo.Snapshot) (*lint.Baseline, error) {
	src, err := find(s, lint.BaselineFile)
	if src == nil || err != nil {
		return nil, err
	}
	return ParseBaseline(lint.BaselineFile, src)
}

// ParseBaseline reads a baseline; the error is a [*FileError].
func ParseBaseline(path string, src []byte) (*lint.Baseline, error) {
	b, problem := lint.ParseBaseline(path, src)
	if problem != nil {
		return nil, &FileError{Path: path, Text: source.NewText(src),
			Problems: []config.Problem{{Span: problem.Span, Message: problem.Text}}}
	}
	return b, nil
}

// find returns the content of a file at the root of the ISMS, nil when it is
// not there.
func find(s *repo.Snapshot, name string) ([]byte, error) {
	for _, e := range s.Entries {
		if e.Path == name {
			src, err := s.Read(e, maxConfig)
			if err != nil {
				return nil, message.Wrap(err, "%s を読み込めません", "cannot read %s", name)
			}
			return src, nil
		}
	}
	for _, k := range s.Skipped {
		if k.Path == name {
			return nil, &message.Error{Text: message.Textf("%s を読み込めません: %s", "cannot read %s: %s", name, k.Reason)}
		}
	}
	return nil, nil
}
