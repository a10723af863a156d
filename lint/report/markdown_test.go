package report

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// toHTML renders Markdown as forges do, raw HTML removed.
func toHTML(t *testing.T, md string) string {
	t.Helper()
	var b strings.Builder
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(md), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Rendered, the report holds the elements that it is made of and no others,
// and nothing that a forge would turn into a link or a mention.
func TestMarkdownHoldsOnlyOurElements(t *testing.T) {
	ours := map[string]bool{}
	for _, name := range strings.Fields("h2 h3 p blockquote strong table thead tbody tr th td ul li code") {
		ours[name] = true
	}
	tag := regexp.MustCompile(`</?([a-zA-Z0-9]+)`)
	forge := regexp.MustCompile(`[@#!][A-Za-z0-9]|://|www\.[a-z]`)
	for _, f := range fixtures() {
		t.Run(f.name, func(t *testing.T) {
			out := toHTML(t, render(t, Markdown, f.report, f.options))
			for _, m := range tag.FindAllStringSubmatch(out, -1) {
				if !ours[m[1]] {
					t.Errorf("element %s in\n%s", m[1], out)
				}
			}
			if m := forge.FindString(html.UnescapeString(out)); m != "" {
				t.Errorf("%q would become a link", m)
			}
		})
	}
}

// Escaping must not change what is read.
func TestMarkdownText(t *testing.T) {
	for _, text := range []string{
		"a | b", "`x` *y* _z_ ~~w~~", "<br> &amp; &lt;", `\ \| \\|`, "[a](b) ![c](d)", "# 1. - + >", "$x$ {{y}}",
		"承認者（approved_by）が「sato」です", "@a @ b #1 # !2 50% %a", "https://example.com www.example.com a@example.com",
	} {
		out := toHTML(t, "| h |\n| --- |\n| "+mdText(text)+" |\n")
		cell := regexp.MustCompile(`(?s)<td>(.*)</td>`).FindStringSubmatch(out)
		if cell == nil {
			t.Errorf("%q leaves its cell:\n%s", text, out)
			continue
		}
		if got := strings.ReplaceAll(html.UnescapeString(cell[1]), "\u200b", ""); got != text {
			t.Errorf("%q reads %q", text, got)
		}
	}
}

func TestMarkdownFence(t *testing.T) {
	code := "```\n<!-- ismslint:ignore x/y -->\n````\n"
	out := toHTML(t, mdFence(code, "markdown"))
	if want := "<pre><code class=\"language-markdown\">" + html.EscapeString(code) + "</code></pre>\n"; out != want {
		t.Errorf("got %q, want %q", out, want)
	}
}

func TestMarkdownCode(t *testing.T) {
	if got := mdCode("risk/value"); got != "`risk/value`" {
		t.Errorf("got %s", got)
	}
	if got := mdCode("a`b"); got != "a\\`b" {
		t.Errorf("got %s", got)
	}
}

// The tables of the report are tables: every row has the columns of its head.
func TestMarkdownTables(t *testing.T) {
	out := toHTML(t, render(t, Markdown, hostile(), Options{}))
	for _, table := range regexp.MustCompile(`(?s)<table>.*?</table>`).FindAllString(out, -1) {
		heads := strings.Count(table, "<th") - strings.Count(table, "<thead")
		rows := strings.Count(table, "<tr>") - 1
		if cells := strings.Count(table, "<td"); rows < 1 || cells != heads*rows {
			t.Errorf("%d cells in %d rows of %d columns:\n%s", cells, rows, heads, table)
		}
	}
}
