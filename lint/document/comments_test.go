package document

import (
	"fmt"
	"strings"
	"testing"
)

func TestComments(t *testing.T) {
	tests := []struct{ name, src, want string }{ // text, alone
		{"block", "<!-- a -->\n", `" a " true`},
		{"several lines", "<!-- a\n  b -->\n", `" a\n  b " true`},
		{"blank lines within", "<!-- a\n\nb -->\n", `" a\n\nb " true`},
		{"two in a block", "<!-- a -->\n<!-- b -->\n", `" a " true, " b " true`},
		{"two on a line", "<!-- a --><!-- b -->\n", `" a " false, " b " false`},
		{"indented", "  <!-- a -->  \n", `" a " true`},
		{"in a paragraph", "本文 <!-- a --> 本文\n", `" a " false`},
		{"between lines of a paragraph", "本文\n<!-- a -->\n本文\n", `" a " true`},
		{"over lines of a paragraph", "本文 <!-- a\nb --> 本文\n", `" a\nb " false`},
		{"in a quote", "> <!-- a\n> b -->\n", `" a\nb " true`},
		{"in an item", "- <!-- a -->\n- b\n", `" a " true`},
		{"below an item", "- b\n  <!-- a -->\n", `" a " true`},
		{"in a heading", "# 見出し <!-- a -->\n", `" a " false`},
		{"in a cell", "| <!-- a --> |\n|---|\n", `" a " false`},
		{"in raw HTML", "<div>\n<!-- a -->\n</div>\n", `" a " true`},
		{"empty", "<!---->\n", `"" true`},
		{"shortest", "<!-->\n\n本文 <!---> 本文\n", `"" true, "" false`},
		{"followed by text", "<!-- a --> 本文\n", `" a " false`},
		{"at the end", "<!-- a -->", `" a " true`},
		{"dashes within", "<!-- a -- b -->\n", `" a -- b " true`},

		{"in code", "`<!-- a -->`\n\n    <!-- b -->\n\n```\n<!-- c -->\n```\n", ""},
		{"in a script", "<script>\n<!-- a -->\n</script>\n", ""},
		{"in preformatted text", "<pre>\n<!-- a -->\n</pre>\n", ""},
		{"escaped", "\\<!-- a -->\n", ""},
		{"unclosed", "<!-- a\nb\n", ""},
		{"that is the target of a link", "[文](<!-- a -->)\n", ""},
	}
	for _, test := range tests {
		for _, eol := range []string{"\n", "\r\n"} {
			t.Run(test.name+eolName(eol), func(t *testing.T) {
				d := parse("---\na: 1\n---\n" + strings.ReplaceAll(test.src, "\n", eol))
				var got []string
				for _, c := range d.Comments {
					got = append(got, fmt.Sprintf("%q %v", strings.ReplaceAll(c.Text, "\r\n", "\n"), c.Alone))
				}
				if strings.Join(got, ", ") != test.want {
					t.Errorf("comments are %s, expected %s", strings.Join(got, ", "), test.want)
				}
				for i := range d.Blocks {
					if strings.Contains(d.Blocks[i].Text, "<!-- a") && test.want != "" {
						t.Errorf("block %d has text %q", i, d.Blocks[i].Text)
					}
				}
			})
		}
	}
}

func TestCommentsAreNoBlocks(t *testing.T) {
	if d := parse("<!-- a -->\n\n<!-- b\nc -->\n"); len(d.Blocks) != 0 {
		t.Errorf("%d blocks, expected none", len(d.Blocks))
	}
	d := parse("<!-- a -->\n本文でない\n\n<div>b</div>\n")
	for i := range d.Blocks {
		if k := d.Blocks[i].Kind; k != HTML && k != Paragraph {
			t.Errorf("block %d has kind %d", i, k)
		}
	}
}
