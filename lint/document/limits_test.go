package document

import (
	"strings"
	"testing"
)

// TestLimits reads files made to be slow or large. Each must be told from an
// honest one; without the limit that it meets, most of them would take minutes
// or gigabytes, so that the test could not pass.
func TestLimits(t *testing.T) {
	repeat := func(s string, size int) string { return strings.Repeat(s, size/len(s)) }
	const large = 1 << 20
	tests := []struct {
		name, src string
		want      ProblemKind // "" for a file that is read
	}{
		{"size", strings.Repeat("あ", MaxSize/3+1), ProblemSize},
		{"lines", strings.Repeat("a\n", MaxLines+1), ProblemSize},
		{"quotes in one line", repeat(">", large), ProblemNesting},
		{"lists in one line", repeat("- ", 1<<16) + "a", ProblemNesting},
		{"ordered lists in one line", repeat("1. ", 1<<16) + "a", ProblemNesting},
		{"lists line by line", indented("- a\n", 2000), ProblemNesting},
		{"blank lines in deep lists", indented("- a\n", 60) + strings.Repeat("\n", 150_000) + strings.Repeat(" ", 120) + "b", ProblemNesting},
		{"links in one line", repeat("[a](", large), ProblemNesting},
		{"opening brackets", repeat("[", large), ProblemNesting},
		{"closing brackets", "[" + repeat("]", large), ""},
		{"long labels", repeat("[", 200) + repeat("x", large) + repeat("]", 200), ProblemNesting},
		{"links line by line", repeat("[a]\n", 400_000), ProblemNesting},
		{"definitions", repeat("[a]: b\n", 700_000), ProblemNesting},
		{"images within images", repeat("![", 1<<16) + repeat("](a)", 1<<18), ProblemNesting},
		{"emphasis without closers", repeat("*a ", large), ProblemNesting},
		{"openers that match no closer", repeat("_a ", 1<<18) + repeat("a* ", 1<<18), ProblemNesting},
		{"backticks of many lengths", backticks(2500), ProblemNesting},
		{"code spans", repeat("`a` ", large), ProblemNesting},
		{"tags", repeat("<br>", large), ProblemNesting},
		{"comments that do not close", repeat("a <!-- ", large), ""},
		{"references to nothing", repeat("&", large), ""},
		{"brackets of names", repeat("「", large), ""},
		{"dashes", repeat("a-1–", large), ""},
		{"digits", repeat("1", large), ""},
		{"64 levels", repeat("> ", 128) + "a", ""},
		{"65 levels", repeat("> ", 130) + "a", ProblemNesting},
		{"cells of one row", "|a|\n|-|\n" + repeat("|", MaxCells+2), ProblemTableCells},
		{"cells of one header", repeat("|a", 2*MaxCells+4) + "\n" + repeat("|-", 2*MaxCells+4), ProblemTableCells},
		{"rows and quotes that do not fit", "|a|\n|-|\n" + repeat("> b\n|c|d|\n\n", 700_000), ""},
		{"comments and rows that do not fit", "|a|\n|-|\n" + repeat("<!-- b -->\n", large) + "> c\n" + repeat("|d|e|\n", 300_000), ""},
		{"paragraphs of a quote between rows", "|a|\n|-|\n" + repeat("> b\n>\n", 300_000) + repeat("|c|d|\n", 300_000), ""},
		{"rows with comments between", "|a|\n|-|\n" + repeat("<!-- b -->\n|c|\n", 1_000_000), ""},
		{"rows that lack cells", repeat("|a", 40_000) + "\n" + repeat("|-", 40_000) + "\n" + repeat("|a\n", 300_000), ""},
	}
	parser := NewParser()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := parser.Parse([]byte(test.src))
			switch {
			case test.want == "" && len(d.Problems) > 0:
				t.Errorf("not read: %s %s", d.Problems[0].Kind, d.Problems[0].Message.EN)
			case test.want == "" && len(d.Blocks) == 0:
				t.Error("gives no blocks")
			case test.want != "" && (len(d.Problems) != 1 || d.Problems[0].Kind != test.want):
				t.Errorf("problems are %v, expected %s", d.Problems, test.want)
			case test.want == ProblemNesting && len(d.Blocks)+len(d.Headings) > 0:
				t.Error("the body was read nevertheless")
			}
		})
	}
}

// indented returns the line n times, each two columns further to the right.
func indented(line string, n int) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(strings.Repeat("  ", i) + line)
	}
	return out.String()
}

// backticks returns runs of 1 to n backticks, none of which closes another.
func backticks(n int) string {
	var out strings.Builder
	for i := range n {
		out.WriteString(strings.Repeat("`", i+1) + "a")
	}
	return out.String()
}

func TestTableBeyondTheLimitLeavesTheOthers(t *testing.T) {
	src := "| a |\n|---|\n| b |\n\n前\n| c |\n|---|\n" + strings.Repeat("| d |\n", MaxCells) + "\n後\n"
	if lines := strings.Count(src, "\n"); lines > MaxLines {
		src = strings.Replace(src, strings.Repeat("| d |\n", MaxCells/2), strings.Repeat("|d|d|d|\n", MaxCells/4), 1)
	}
	d := NewParser().Parse([]byte(src))
	if len(d.Tables) != 1 || d.Tables[0].Rows[0].Cells[0].Text != "b" {
		t.Errorf("%d tables were read, expected the first alone", len(d.Tables))
	}
	if len(d.Problems) != 1 || d.Problems[0].Kind != ProblemTableCells ||
		!strings.HasPrefix(d.Problems[0].Span.Of(d.Source), "| c |") {
		t.Errorf("problems are %v", d.Problems)
	}
	if n := len(d.Blocks); d.Blocks[n-1].Text != "後" || d.Blocks[n-2].Text != "前" {
		t.Error("the text around the table was not read")
	}
}
