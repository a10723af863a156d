package document

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extensionast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/ismslint/ismslint/lint/source"
)

func FuzzParse(f *testing.F) {
	for _, src := range seeds(f) {
		f.Add(src)
	}
	p := NewParser()
	unsealed := &Parser{markdown: newMarkdown(parser.NewParagraphParser(), parser.NewATXHeadingParser())}
	unsealed.builders.New = func() any { return newBuilder() }
	f.Fuzz(func(t *testing.T, src []byte) {
		d := p.Parse(src)
		checkSpans(t, d)
		checkBlocks(t, d)
		checkTokens(t, d)
		checkTables(t, d)
		if got, want := render(d), render(unsealed.Parse(src)); got != want {
			t.Errorf("sealing plain blocks makes a difference:\n%s", firstDifference(got, want))
		}
	})
}

func seeds(f *testing.F) [][]byte {
	out := [][]byte{
		[]byte("| a | b |\n|---|---|\n| x \\| y | `p\\|q` | r |\n"),
		[]byte("- 1. > # a\n\t- b\n\n\n      c\n"),
		[]byte("a\n-:\n-\n"), []byte("0\n0\n-:\n-"), []byte("[a]: b 'c'\n[a] ![a][] [a](<b c> (d))\n"),
		[]byte("+++\nnumber = 1\n+++\n<!-- a\n--> <!--> <a\nb='c'>\n"),
		[]byte("| a |\n\n|---|\n\n> b\n\n| c |\n<!-- d -->\n| `e` |\nf\n"),
		[]byte("| a |\n|---|\n> b\n| c |\n---\n| d |\n\n> e <!-- f -->\n\n| g |\n> - h\n| i |"),
		[]byte("2023. 10. 01\n1) a\n(ア) b\n"),
	}
	names, err := filepath.Glob("testdata/golden/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		out = append(out, src, []byte(strings.ReplaceAll(string(src), "\n", "\r\n")))
		for part := range strings.SplitSeq(string(src), "\n\n") {
			out = append(out, []byte(part))
		}
	}
	return out
}

// checkSpans asserts that every span of the document lies in the file.
func checkSpans(t *testing.T, d *Document) {
	t.Helper()
	check := func(what string, s source.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(d.Source) {
			t.Errorf("%s has span %v of %d bytes", what, s, len(d.Source))
		}
	}
	for _, p := range d.Problems {
		check("problem "+string(p.Kind), p.Span)
		if p.Message.JA == "" || p.Message.EN == "" {
			t.Errorf("problem %s has no message", p.Kind)
		}
	}
	check("front matter", d.FrontMatter.Span)
	check("body", d.Body)
	for i, h := range d.Headings {
		check("heading", h.Span)
		check("heading text", h.TextSpan)
		check("section", d.SectionSpan(i))
		if !h.Span.Contains(h.TextSpan) {
			t.Errorf("heading %v does not contain its text %v", h.Span, h.TextSpan)
		}
	}
	for _, l := range d.Links {
		check("link", l.Span)
		check("destination", l.DestinationSpan)
	}
	for i, c := range d.Comments {
		check("comment", c.Span)
		if i > 0 && c.Span.Start < d.Comments[i-1].Span.End {
			t.Errorf("comment %v stands behind %v", c.Span, d.Comments[i-1].Span)
		}
		if s := c.Span.Of(d.Source); !strings.HasPrefix(s, "<!--") || !strings.HasSuffix(s, ">") {
			t.Errorf("comment is %q", s)
		}
	}
}

// checkBlocks asserts that blocks are in order and do not overlap, and that
// their segments map their text to the source.
func checkBlocks(t *testing.T, d *Document) {
	t.Helper()
	end := d.Body.Start
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Span.Start < end || b.Span.End < b.Span.Start || b.Span.End > d.Body.End {
			t.Errorf("block %d has span %v after %d", i, b.Span, end)
		}
		end = b.Span.End
		if b.Section >= len(d.Headings) || b.Section >= 0 && d.Headings[b.Section].Span.Start > b.Span.Start {
			t.Errorf("block %d is in section %d", i, b.Section)
		}
		at := 0
		for _, s := range b.segments {
			if int(s.text) != at || s.textEnd <= s.text {
				t.Errorf("block %d has segment %+v at %d", i, s, at)
			}
			at = int(s.textEnd)
			span := source.Span{Start: int(s.source), End: int(s.sourceEnd)}
			if !b.Span.Contains(span) {
				t.Errorf("block %d with span %v has segment %+v", i, b.Span, s)
			}
		}
		if at != len(b.Text) {
			t.Errorf("block %d: segments cover %d of %d bytes", i, at, len(b.Text))
		}
		if b.Text != "" && utf8.ValidString(b.Text) && d.BlockAt(b.Span.Start) != i {
			t.Errorf("block %d is not found at its own offset", i)
		}
	}
}

// checkTokens asserts that a token whose source holds no markup is its source.
func checkTokens(t *testing.T, d *Document) {
	t.Helper()
	check := func(what string, span source.Span, text string, block int) {
		if block < 0 || block >= len(d.Blocks) {
			t.Errorf("%s %q is in block %d of %d", what, text, block, len(d.Blocks))
		}
		s := span.Of(d.Source)
		if s != text && !strings.ContainsAny(s, "\\&*_`[]<>\n") {
			t.Errorf("%s %q has source %q", what, text, s)
		}
	}
	for _, m := range d.Mentions {
		check("mention", m.Inner, m.Text, m.Block)
		if !m.Span.Contains(m.Inner) {
			t.Errorf("mention %v does not contain %v", m.Span, m.Inner)
		}
	}
	for _, k := range d.Identifiers {
		if asciiToken(k.Text) != k.Text {
			t.Errorf("identifier %q is not ASCII", k.Text)
		}
		if asciiToken(k.Span.Of(d.Source)) == k.Span.Of(d.Source) {
			check("identifier", k.Span, k.Text, k.Block)
		}
	}
	for _, k := range d.Dates {
		check("date", k.Span, k.Text, k.Block)
	}
	for _, m := range d.Marks {
		check("mark", m.Span, m.Text, m.Block)
		if m.Value < 0 || m.Depth < 0 {
			t.Errorf("mark %q has value %d and depth %d", m.Text, m.Value, m.Depth)
		}
	}
}

func checkTables(t *testing.T, d *Document) {
	t.Helper()
	cell := func(c TableCell, row source.Span) {
		if !row.Contains(c.Span) {
			t.Errorf("row %v does not contain cell %v", row, c.Span)
		}
		if s := c.Span.Of(d.Source); s != c.Text && !strings.ContainsAny(s, "\\&*_`[]<>") {
			t.Errorf("cell %q has source %q", c.Text, s)
		}
		if c.Block >= 0 && !d.Blocks[c.Block].Span.Contains(c.Span) { // comments at its ends are no content
			t.Errorf("cell %v has block %v", c.Span, d.Blocks[c.Block].Span)
		}
	}
	for _, table := range d.Tables {
		for _, c := range table.Header {
			cell(c, table.Span)
		}
		for _, r := range table.Rows {
			if !table.Span.Contains(r.Span) {
				t.Errorf("table %v does not contain row %v", table.Span, r.Span)
			}
			for _, c := range r.Cells {
				cell(c, r.Span)
			}
		}
	}
}

// FuzzFrontMatter asserts that the splitter divides the file without loss, and
// that front matter ends at the first delimiter line.
func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{
		"---\na: 1\n---\nb\n", "---\na: |\n  x\n  ---\n...\n", "+++\na = 1\n+++", "---\n---\n",
		"\n---\nnumber: 1\n---\n", "---\r\na: 1\r\n--- \r\n\r\n---\r\nb: 1\r\n---\r\n# c\r\n", "---\nopen\n", bom + "---\na: b\n---",
	} {
		f.Add([]byte(s))
	}
	p := NewParser()
	f.Fuzz(func(t *testing.T, src []byte) {
		d := p.Parse(src)
		if unreadable(src) != nil || d.FrontMatter.Format == NoFrontMatter {
			return
		}
		checkSpans(t, d)
		start := bomLength(src)
		lines := strings.Split(string(src[start:]), "\n")
		delimiter := d.FrontMatter.Format.delimiter()
		end, closed := start+len(lines[0])+1, false
		for _, line := range lines[1:] {
			trimmed := strings.TrimRight(line, " \t\r")
			if closed = trimmed == delimiter || delimiter == "---" && trimmed == "..."; closed {
				end += len(trimmed)
				break
			}
			end += len(line) + 1
		}
		if !closed {
			end = len(src)
		}
		if got := d.FrontMatter.Span; got.Start != start || got.End != end {
			t.Errorf("front matter is %v, expected %d to %d", got, start, end)
		}
		if d.Body.Start < end || d.Body.End != len(src) {
			t.Errorf("body is %v below %d", d.Body, end)
		}
	})
}

// FuzzTable compares the cells of a header row with those that goldmark finds.
func FuzzTable(f *testing.F) {
	for _, s := range []string{
		"| a | b |", "|a|b\\|c|  d  |", "| **a** | | [b](c) |", "| 番号 | 「名」 |", "|\ta\t|", "| \\ | x |",
	} {
		f.Add(s)
	}
	p := NewParser()
	reference := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	f.Fuzz(func(t *testing.T, row string) {
		if !isWellFormedRow(row) {
			t.Skip()
		}
		columns := len(splitRow([]byte(row), 0, len(row), nil))
		src := []byte(row + "\n|" + strings.Repeat("---|", columns) + "\n")
		d := p.Parse(src)
		if len(d.Tables) != 1 || len(d.Tables[0].Header) != columns {
			t.Fatalf("%q gives %d tables", src, len(d.Tables))
		}
		var want []string
		root := reference.Parse(text.NewReader(src))
		_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if n.Kind() == extensionast.KindTableCell && entering {
				want = append(want, strings.TrimSpace(string(n.Lines().Value(src))))
			}
			return ast.WalkContinue, nil
		})
		if len(want) != columns {
			t.Fatalf("%q has %d cells, goldmark finds %d", row, columns, len(want))
		}
		for i, c := range d.Tables[0].Header {
			if got := strings.TrimSpace(c.Span.Of(src)); got != want[i] {
				t.Errorf("cell %d of %q is %q, goldmark finds %q", i, row, got, want[i])
			}
		}
	})
}

// isWellFormedRow reports whether goldmark and GFM agree on the row: they do
// not where a pipe stands right behind a pipe, or behind a backslash at the end.
func isWellFormedRow(row string) bool {
	return len(row) > 2 && len(row) < 1000 && row[0] == '|' && row[len(row)-1] == '|' &&
		utf8.ValidString(row) && !strings.ContainsAny(row, "\n\r\x00\x1b\v\f") &&
		!strings.Contains(row, "||") && !strings.HasSuffix(row, "\\|")
}
