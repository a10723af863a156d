package document

import (
	"fmt"
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	tests := []struct{ name, src, want string }{ // rows by /, cells by |, a cell as source=text
		{"pipes around", "| a | b |\n|---|---|\n| c | d |", "a|b/c|d"},
		{"no pipes around", "a | b\n--- | ---\nc | d", "a|b/c|d"},
		{"one column", "| a |\n| --- |\n| c |", "a/c"},
		{"header alone", "| a | b |\n|:--|--:|", "a|b"},
		{"fewer and more cells", "| a | b |\n|---|---|\n| c |\n| d | e | **f** | g |", "a|b/c/d|e|**f**=f|g"},
		{"empty cells", "| a | b |\n|---|---|\n| | |\n||\n|||\n|  |", "a|b/|//|/"},
		{"no cells", "| a |\n|---|\n|", "a/-"},
		{"escaped pipe", "| a \\| b | `c\\|d` |\n|---|---|", "a \\| b=a | b|`c\\|d`=c|d"},
		{"pipe in code", "| `a|b` |\n|---|---|", "`a|b`"},
		{"escaped pipe at the end", "| a \\|\n|---|", "a \\|=a |"},
		{"markup", "| **a** | [b](c) | &amp; | d<br>e |\n|---|---|---|---|", "**a**=a|[b](c)=b|&amp;=&|d<br>e=d\ne"},
		{"full-width blanks", "|　制 定 日　|\n|---|", "制 定 日"},
		{"no-break blank", "| &nbsp; |\n|---|", "&nbsp;="},
		{"comment", "| <!-- a --> | b |\n|---|---|", "|b"},
		{"comments around a value", "| <!-- a --> b　<!-- c --><!-- d --> | e <!-- f --> g | <!-- h --> |\n|---|---|---|", "b|e <!-- f --> g=e  g|"},
		{"comment in a superfluous cell", "| a |\n|---|\n| b | c <!-- d --> |", "a/b|c"},
		{"line that goes on", "| a |\n|---|\nb", "a/b"},
		{"text above", "本文\n| a |\n|---|\n| b |", "a/b"},
		{"tabs", "|\ta\t|\tb\t|\n|---|---|", "a|b"},
		{"in a list", "- | a | b |\n  |---|---|\n  | c | d |", "a|b/c|d"},
		{"in a quote", "> | a |\n> |---|\n> | b |", "a/b"},
		{"in an item of a quote", "> 1. | a |\n>    |---|\n>    | b |", "a/b"},
		{"below a heading", "# 表\n| a |\n|---|\n| b |", "a/b"},

		{"blank line among the rows", "| a | b |\n|---|---|\n| c | d |\n\n| e | f |\n| g |", "a|b/c|d/e|f/g"},
		{"blank line below the delimiters", "| a | b |\n|---|---|\n\n\n| c | d |", "a|b/c|d"},
		{"blank line below the header", "本文\n| a | b |\n\n|---|---|\n| c | d |", "a|b/c|d"},
		{"blank line between all", "| a | b |\n\n|---|---|\n\n| c | **d** |\n\n| e | f |", "a|b/c|**d**=d/e|f"},
		{"blank line in a list", "- | a |\n  |---|\n\n  | b |\n\n  本文", "a/b"},
		{"blank line in a quote", "> | a |\n> |---|\n>\n> | b |", "a/b"},
		{"comment among the rows", "| a |\n|---|\n| b |\n<!-- c -->\n| d |\n\n<!-- e\nf -->\n\n| g |", "a/b/d/g"},
		{"rule among the rows", "| a |\n|---|\n| b |\n---\n| c |\n\n***\n\n| d |", "a/b/c/d"},
		{"rule below the delimiters", "| a |\n|---|\n---\n| b |", "a/b"},
		{"quote among the rows", "| a |\n|---|\n| b |\n> 注\n\n| c |\n\n> 注\n>\n> 記\n\n| d |", "a/b/c/d"},
		{"rows right below a quote", "| a |\n|---|\n| b |\n> 注\n| c |\n| **d** |\n\n| e |", "a/b/c/**d**=d/e"},
		{"quotes and rows in turn", "| a |\n|---|\n| b |\n> 注\n| c |\n> 記\n| d |\n>\n> 録\n| e |", "a/b/c/d/e"},
		{"rows right below a quote in a list", "- | a |\n  |---|\n  > 注\n  | c |", "a/c"},
		{"rule, comment and quote among the rows", "| a |\n|---|\n---\n<!-- b -->\n> 注\n---\n| c |", "a/c"},
		{"rows right below a quote in a quote", "> | a |\n> |---|\n> > 注\n> | c |", "a/c"},
		{"rows outside of the list", "- | a |\n  |---|\n  > 注\n| c |", "a"},
		{"row of a quote", "| a |\n|---|\n| b |\n> 注\n> | c |", "a/b"},
		{"quote of other columns", "| a | b |\n|---|---|\n> 注\n| c |", "a|b"},
		{"table in a quote between", "| a |\n|---|\n\n> | b |\n> |---|\n\n| c |", "a/b"},
		{"list in a quote between", "| a |\n|---|\n\n> - b\n\n| c |", "a"},
		{"another table below a rule", "| a |\n|---|\n---\n| b |\n|---|\n| c |", "a/b/c"},
		{"text below the rows", "| a |\n|---|\n| b |\n\n| c |\nd", "a/b/c"},
		{"another table below", "| a |\n|---|\n| b |\n\n| c |\n|---|\n| d |", "a/b/c/d"},
		{"rows and another table below", "| a |\n|---|\n\n| b |\n| c |\n|---|\n| d |", "a/b/c/d"},
		{"other columns below a table", "| a | b |\n|---|---|\n\n| c |", "a|b"},
		{"text between", "| a |\n|---|\n\n本文\n\n| b |", "a"},
		{"heading between", "| a |\n|---|\n\n# 表\n\n| b |", "a"},
		{"tags between", "| a |\n|---|\n\n<!-- b --><hr>\n\n| c |\n<div\nstyle='page-break-after: always'></div>\n\n| d |", "a/c/d"},
		{"text in tags between", "| a |\n|---|\n\n<p>本文</p>\n\n| b |", "a"},
		{"script between", "| a |\n|---|\n\n<script></script>\n\n| b |", "a"},
		{"line without a pipe below", "| a |\n|---|\n\nb |", "a"},
		{"header of other columns", "| a |\n\n|---|---|", ""},
		{"header without a pipe", "a\n\n|---|\n| b |", ""},

		{"too many delimiters", "| a |\n|---|---|", ""},
		{"too few delimiters", "| a | b |\n|---|", ""},
		{"no delimiters", "| a |\n| b |", ""},
		{"no header", "|---|\n| a |", ""},
		{"underline", "a\n---\nb", ""},
		{"deep delimiters", "| a |\n    |---|", ""},
		{"code", "```\n| a |\n|---|\n```", ""},
	}
	for _, test := range tests {
		for _, eol := range []string{"\n", "\r\n"} {
			t.Run(test.name+eolName(eol), func(t *testing.T) {
				d := parse("---\na: 1\n---\n\n" + strings.ReplaceAll(test.src, "\n", eol) + eol)
				var got []string
				for i := range d.Tables {
					got = append(got, cellTexts(d, d.Tables[i].Header))
					for _, r := range d.Tables[i].Rows {
						got = append(got, cellTexts(d, r.Cells))
					}
					checkCellBlocks(t, d, i)
				}
				if strings.Join(got, "/") != test.want {
					t.Errorf("table is %q, expected %q", strings.Join(got, "/"), test.want)
				}
			})
		}
	}
}

func cellTexts(d *Document, cells []TableCell) string {
	if len(cells) == 0 {
		return "-"
	}
	var out []string
	for _, c := range cells {
		written := c.Span.Of(d.Source)
		if written != c.Text {
			written += "=" + c.Text
		}
		out = append(out, written)
	}
	return strings.Join(out, "|")
}

func checkCellBlocks(t *testing.T, d *Document, table int) {
	t.Helper()
	check := func(row int, cells []TableCell) {
		for column, c := range cells {
			if column >= len(d.Tables[table].Header) {
				if c.Block != -1 {
					t.Errorf("cell %d beyond the header has block %d", column, c.Block)
				}
				continue
			}
			b := d.Blocks[c.Block]
			if b.Kind != Cell || b.Table != table || b.Row != row || b.Column != column || b.Section != d.Tables[table].Section {
				t.Errorf("cell %d of row %d has block %+v", column, row, b)
			}
		}
	}
	check(-1, d.Tables[table].Header)
	for i, r := range d.Tables[table].Rows {
		check(i, r.Cells)
	}
}

func TestEmptyCellStandsBetweenItsPipes(t *testing.T) {
	const src = "| a | b | c |\n|---|---|---|\n| x |   ||\n"
	d := parse(src)
	cells := d.Tables[0].Rows[0].Cells
	row := strings.Index(src, "| x")
	for i, want := range []string{"2-3", "6-6", "9-9"} {
		s := cells[i].Span
		if got := fmt.Sprintf("%d-%d", s.Start-row, s.End-row); got != want {
			t.Errorf("cell %d stands at %s, expected %s", i, got, want)
		}
	}
}

func TestTableSpans(t *testing.T) {
	d := parse("前\n\n  | a |\n  |---|\n  | b |  \n\n後\n")
	table := d.Tables[0]
	if got := table.Span.Of(d.Source); got != "| a |\n  |---|\n  | b |" {
		t.Errorf("table is %q", got)
	}
	if got := table.Rows[0].Span.Of(d.Source); got != "| b |" {
		t.Errorf("row is %q", got)
	}
}

// What stands between the rows is read where it stands, as text of its own.
func TestBlocksBetweenRows(t *testing.T) {
	d := parse("| a |\n|---|\n| b |\n> 注 「名」\n| c |\n---\n<!-- d -->\n| e |\n\n本文\n")
	var got []string
	for i := range d.Blocks {
		b := &d.Blocks[i]
		got = append(got, fmt.Sprintf("%d %d %s", b.Kind, b.Row, b.Span.Of(d.Source)))
	}
	want := fmt.Sprintf("%[1]d -1 a; %[1]d 0 b; %[2]d -1 注 「名」; %[1]d 1 c; %[3]d -1 ---; %[1]d 2 e; %[2]d -1 本文", Cell, Paragraph, ThematicBreak)
	if strings.Join(got, "; ") != want {
		t.Errorf("blocks are %q, expected %q", strings.Join(got, "; "), want)
	}
	if len(d.Mentions) != 1 || !d.Blocks[d.Mentions[0].Block].Quoted {
		t.Errorf("mentions are %+v, expected one in the quotation", d.Mentions)
	}
	if len(d.Comments) != 1 || len(d.Tables) != 1 || d.Tables[0].Span.Of(d.Source) != strings.TrimSuffix(string(d.Source), "\n\n本文\n") {
		t.Errorf("comments are %+v, tables %+v", d.Comments, d.Tables)
	}
	roundTrip(t, d)
}

func TestTwoTables(t *testing.T) {
	d := parse("# 一\n| a |\n|---|\n\n## 二\n\n| b |\n|---|\n| c |\n")
	if len(d.Tables) != 2 || d.Tables[0].Section != 0 || d.Tables[1].Section != 1 {
		t.Fatalf("tables are %+v", d.Tables)
	}
	checkCellBlocks(t, d, 0)
	checkCellBlocks(t, d, 1)
}

func TestSplitTable(t *testing.T) {
	d := parse("| 番号 | 名 |\n|---|---|\n| 1 | `a` |\n\n| 2 | b<!-- c --> |\n<!-- d -->\n| 3 | e |\n\n本文\n")
	if len(d.Tables) != 1 || len(d.Tables[0].Rows) != 3 {
		t.Fatalf("tables are %+v", d.Tables)
	}
	checkSpans(t, d)
	checkBlocks(t, d)
	checkTables(t, d)
	checkCellBlocks(t, d, 0)
	if got, want := d.Tables[0].Span.Of(d.Source), strings.TrimSuffix(string(d.Source), "\n\n本文\n"); got != want {
		t.Errorf("table is %q, expected %q", got, want)
	}
	if last := d.Blocks[len(d.Blocks)-1]; last.Kind != Paragraph || last.Text != "本文" {
		t.Errorf("the last block is %+v", last)
	}
	if len(d.Comments) != 2 || d.Comments[0].Span.Start > d.Comments[1].Span.Start {
		t.Errorf("comments are %+v", d.Comments)
	}
}
