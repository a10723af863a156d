package document

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

func TestBlocks(t *testing.T) {
	names := [...]string{"paragraph", "heading", "item", "cell", "code", "html", "break"}
	tests := []struct{ name, src, want string }{ // kind depth(q) source
		{"paragraphs", "一\n二\n\n三\n", "paragraph 0 一\n二; paragraph 0 三"},
		{"heading and rule", "# 一\n***\n- - -\n", "heading 0 # 一; break 0 ***; break 0 - - -"},
		{"fenced code", "```go\na\n\n```\n本文\n", "code 0 ```go\na\n\n```; paragraph 0 本文"},
		{"empty code", "~~~\n~~~\n", "code 0 ~~~\n~~~"},
		{"unclosed code", "```\na\n", "code 0 ```\na"},
		{"code that its quote closes", "> ```\n> a\n```\nb\n```\n", "code 1q ```\n> a; code 0 ```\nb\n```"},
		{"longer fence", "````\n```\n````\n", "code 0 ````\n```\n````"},
		{"indented code", "    a\n\n    b\n\n本文\n", "code 0 a\n\n    b; paragraph 0 本文"},
		{"code in a list", "- 一\n\n      a\n- ```\n  b\n  ```\n", "item 1 一; code 1 a; code 1 ```\n  b\n  ```"},
		{"nested lists", "- 一\n  - 二\n    1. 三\n", "item 1 一; item 2 二; item 3 三"},
		{"item with paragraphs", "- 一\n\n  二\n", "item 1 一; item 1 二"},
		{"quotes", "> 一\n> > 二\n> - 三\n", "paragraph 1q 一; paragraph 2q 二; item 2q 三"},
		{"quote in an item", "- > 一\n", "paragraph 2q 一"},
		{"heading in an item", "- # 一\n  二\n", "heading 1 # 一; item 1 二"},
		{"lazy line", "> 一\n二\n", "paragraph 1q 一\n二"},
		{"raw HTML", "<div>\n**a**\n</div>\n\n本文\n", "html 0 <div>\n**a**\n</div>; paragraph 0 本文"},
		{"empty items", "-\n- 一\n1.\n", "item 1 ; item 1 一; item 1 "},
		{"link definitions", "[a]: b\n\n[a] 本文\n", "paragraph 0 [a] 本文"},
		{"underline below a table", "一\n二\n三\n-:\n-\n", "paragraph 0 一\n二; cell 0 三; item 1 "},
		{"rule below a table", "一\n| a |\n|---|\n---\n", "paragraph 0 一; cell 0 a; break 0 ---"},
		{"tabs", "-\t一\n\n\t二\n>\t三\n", "item 1 一; item 1 二; paragraph 1q 三"},
	}
	for _, test := range tests {
		for _, eol := range []string{"\n", "\r\n"} {
			t.Run(test.name+eolName(eol), func(t *testing.T) {
				d := parse(bom + strings.ReplaceAll(test.src, "\n", eol))
				var got []string
				for i := range d.Blocks {
					b := &d.Blocks[i]
					written := strings.ReplaceAll(b.Span.Of(d.Source), "\r\n", "\n")
					got = append(got, fmt.Sprintf("%s %d%s %s", names[b.Kind], b.Depth, when(b.Quoted, "q"), written))
					if silent := b.Kind == Code || b.Kind == HTML || b.Kind == ThematicBreak; silent && b.Text != "" {
						t.Errorf("block %d has text %q", i, b.Text)
					}
				}
				if strings.Join(got, "; ") != test.want {
					t.Errorf("blocks are %q, expected %q", strings.Join(got, "; "), test.want)
				}
			})
		}
	}
}

func TestSectionsOfBlocks(t *testing.T) {
	d := parse("前\n# 一\na\n> # 引用\n> b\n\n## 二\n| c |\n|---|\n")
	var got []string
	for i := range d.Blocks {
		got = append(got, fmt.Sprint(d.Blocks[i].Section))
	}
	if strings.Join(got, " ") != "-1 0 0 0 0 1 1" {
		t.Errorf("sections are %v", got)
	}
}

// A parser is shared by all goroutines of a check, and its memory is used again.
func TestParserIsSafeForConcurrentUse(t *testing.T) {
	files := []string{"testdata/golden/manual.md", "testdata/golden/positions.md"}
	parser := NewParser()
	var group sync.WaitGroup
	for i := range 8 {
		name := files[i%len(files)]
		src := readFile(t, name)
		want := render(NewParser().Parse(src))
		group.Go(func() {
			for range 20 {
				if got := render(parser.Parse(src)); got != want {
					t.Errorf("%s differs:\n%s", name, firstDifference(got, want))
				}
			}
		})
	}
	group.Wait()
}

func TestDocumentsDoNotShareMemory(t *testing.T) {
	parser := NewParser()
	first := parser.Parse([]byte("# 一\n「名前」 ISMS-A-01 [a](b.md) <!-- c -->\n| x |\n|---|\n"))
	want := render(first)
	parser.Parse([]byte("# 二\n『別』 ISMS-B-02 [d](e.md) <!-- f -->\n| y |\n|---|\n"))
	if got := render(first); got != want {
		t.Errorf("the first document changed:\n%s", firstDifference(got, want))
	}
}
