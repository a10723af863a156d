package approve

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// Difference is what changed since a document was last approved.
type Difference struct {
	// First reports that it never was; Unknown says why that cannot be told.
	First   bool
	Unknown message.Text
	// Revision is the one that was approved, Commit what brought it.
	Revision int
	Commit   *isms.Commit
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
func (d *Desk) Difference(p *Plan) Difference {
	if p.File == nil {
		return d.configDifference()
	}
	if d.options.Past == nil {
		return Difference{Unknown: d.noPast()}
	}
	before, commit, err := d.options.Past.Approved(p.File.ID())
	if err != nil {
		return Difference{Unknown: message.Of(err)}
	}
	if before == nil {
		return Difference{First: true}
	}
	out := Difference{Revision: before.Meta.Revision.Int, Commit: commit}
	out.compare(text(before), text(p.File), headings(before, p.File))
	return out
}

func (d *Desk) configDifference() Difference {
	b := d.options.Before
	if b == nil || b.Snapshot == nil {
		return Difference{Unknown: d.noPast()}
	}
	before, err := b.Snapshot.ReadFile(config.FileName, document.MaxSize)
	if err != nil {
		return Difference{First: true}
	}
	out := Difference{}
	out.compare(unixLines(before), unixLines(d.options.Config.Source), tables(before, d.options.Config.Source))
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
	if f.RowsFile != nil {
		b.WriteString("\n")
		b.Write(unixLines(f.RowsFile.Source))
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
