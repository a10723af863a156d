package approve

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Difference is what changed since a document was last approved.
type Difference struct {
	// First reports that it never was; Unknown says why that cannot be told.
	First   bool
	Unknown message.Text
	// Revision is the one that was approved, Commit what brought it; Signed
	// reports whether a valid statement proves that it was.
	Revision int
	Commit   *isms.Commit
	Signed   bool
	// Diff is the change of the content that the approval binds to as a
	// unified diff; nil when there is none.
	Diff []byte
	// Sections counts the lines of the diff by the sections that they stand in.
	Sections []Section
}

// Section counts the changed lines of a section.
type Section struct {
	// Title is the heading; "" is what stands above the first one.
	Title          string
	Added, Removed int
}

// Difference compares the content of a plan with what was last approved.
func (d *Desk) Difference(ctx context.Context, p *Plan) Difference {
	if p.File == nil {
		out, err := d.configDifference(ctx, p)
		if err != nil {
			return Difference{Unknown: message.Of(err)}
		}
		return out
	}
	b := d.baseOf(ctx, p)
	switch {
	case !b.unknown.IsZero():
		return Difference{Unknown: b.unknown}
	case b.file == nil:
		return Difference{First: true}
	}
	out := Difference{Revision: b.file.Meta.Revision.Int, Commit: b.commit, Signed: b.signed}
	now := d.signRow(p.File, p.Person)
	out.compare(text(b.file), text(now), headings(b.file, now))
	return out
}

// configDifference compares the configuration with the one that was last
// signed, else with the one before the last change.
func (d *Desk) configDifference(ctx context.Context, p *Plan) (Difference, error) {
	if d.options.Past == nil {
		return Difference{Unknown: d.noPast()}, nil
	}
	out := Difference{}
	last, err := d.lastSigned(ctx, p)
	if err != nil {
		return out, err
	}
	var state *repo.Snapshot
	if last != nil {
		out.Commit, out.Signed = last.commit, true
		if state, err = d.user.Repository.CommitSnapshot(last.commit.ID, d.options.Prefix, repo.Options{}); err != nil {
			return out, err
		}
	} else if state, out.Unknown, err = d.configBefore(ctx); err != nil || !out.Unknown.IsZero() {
		return out, err
	}
	if state == nil {
		return Difference{First: true}, nil
	}
	if out.Commit == nil && state.Commit != "" {
		out.Commit = &isms.Commit{ID: state.Commit}
	}
	before, err := state.ReadFile(config.FileName, document.MaxSize)
	if err != nil {
		return Difference{First: true}, nil
	}
	old, _ := config.Parse(config.FileName, before, d.options.Schemas)
	a, b := configText(old, before, state), configText(d.options.Config, d.options.Config.Source, d.options.Snapshot)
	out.compare(a, b, tables(a, b))
	return out, nil
}

// configText is what the approval of a configuration binds to: its text and
// the files of keys that it names.
func configText(c *config.Config, src []byte, state *repo.Snapshot) []byte {
	out := unixLines(src)
	for _, path := range isms.KeyFiles(c) {
		if keys, err := state.ReadFile(path, document.MaxSize); err == nil {
			out = fmt.Appendf(bytes.Clone(out), "\n[%s]\n%s", path, unixLines(keys))
		}
	}
	return out
}

func (d *Desk) noPast() message.Text {
	if b := d.options.Before; b != nil && !b.Missing.IsZero() {
		return b.Missing
	}
	return message.Textf("まだ何もコミットされていません", "nothing was committed yet")
}

// text is the content that an approval binds to, in a form that people read.
func text(f *isms.File) []byte {
	var b bytes.Buffer
	for _, line := range f.DigestedFields() {
		b.WriteString(line + "\n")
	}
	b.WriteString("\n")
	b.Write(f.DigestedBody())
	if rows := boundRows(f); rows != nil {
		b.WriteString("\n")
		b.Write(rows)
	}
	return b.Bytes()
}

// headings are the lines that begin a section of either text, with titles.
func headings(files ...*isms.File) map[string]string {
	lines := map[string]string{}
	for _, f := range files {
		for _, h := range f.Doc.Headings {
			line, _, _ := strings.Cut(h.Span.Of(f.Doc.Source), "\n")
			lines[strings.TrimSpace(line)] = h.Text
		}
	}
	return lines
}

// tables are the headers of tables of the configuration.
func tables(texts ...[]byte) map[string]string {
	lines := map[string]string{}
	for _, t := range texts {
		for _, line := range strings.Split(string(t), "\n") {
			if line = strings.TrimSpace(line); strings.HasPrefix(line, "[") {
				lines[line] = line
			}
		}
	}
	return lines
}

func (d *Difference) compare(before, after []byte, titles map[string]string) {
	d.Diff = diff.Diff("approved", before, "now", after)
	if d.Diff == nil {
		return
	}
	old, now := sectionsOf(before, titles), sectionsOf(after, titles)
	counts := map[string]*Section{}
	count := func(in []string, line int) *Section {
		title := ""
		if line < len(in) {
			title = in[line]
		}
		s := counts[title]
		if s == nil {
			s = &Section{Title: title}
			counts[title] = s
		}
		return s
	}
	a, b, hunk := 0, 0, false
	for _, line := range strings.SplitAfter(string(d.Diff), "\n") {
		var oldStart, oldCount, newStart, newCount int
		if n, _ := fmt.Sscanf(line, "@@ -%d,%d +%d,%d @@", &oldStart, &oldCount, &newStart, &newCount); n == 4 {
			a, b, hunk = oldStart-1, newStart-1, true
			continue
		}
		switch {
		case !hunk || line == "":
		case line[0] == '-':
			count(old, a).Removed++
			a++
		case line[0] == '+':
			count(now, b).Added++
			b++
		case line[0] == ' ':
			a, b = a+1, b+1
		}
	}
	for _, title := range append(now, old...) {
		if s := counts[title]; s != nil {
			d.Sections = append(d.Sections, *s)
			delete(counts, title)
		}
	}
}

// sectionsOf returns for each line the title of the section that it stands in.
func sectionsOf(text []byte, titles map[string]string) []string {
	var out []string
	title := ""
	for _, line := range strings.Split(string(text), "\n") {
		if t, ok := titles[strings.TrimSpace(line)]; ok {
			title = t
		}
		out = append(out, title)
	}
	return out
}

func unixLines(b []byte) []byte {
	return bytes.ReplaceAll(bytes.TrimPrefix(b, []byte("\uFEFF")), []byte("\r\n"), []byte("\n"))
}
