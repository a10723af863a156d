package document

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/source"
)

func parse(src string) *Document { return NewParser().Parse([]byte(src)) }

var frontMatterTests = []struct {
	name, src string
	format    Format
	span      string // the front matter
	body      string
	number    string // the field number, or 文書番号
	problem   ProblemKind
	at        string // the source of the problem
}{
	{"none", "# a\n", NoFrontMatter, "", "# a\n", "", "", ""},
	{"empty file", "", NoFrontMatter, "", "", "", "", ""},
	{"yaml", "---\nnumber: A-1\n---\n# a\n", YAML, "---\nnumber: A-1\n---", "# a\n", "A-1", "", ""},
	{"yaml with dots", "---\nnumber: A-1\n...\n# a\n", YAML, "---\nnumber: A-1\n...", "# a\n", "A-1", "", ""},
	{"toml", "+++\nnumber = \"A-1\"\n+++\n# a\n", TOML, "+++\nnumber = \"A-1\"\n+++", "# a\n", "A-1", "", ""},
	{"blanks behind the delimiters", "--- \nnumber: A-1\n---\t\na", YAML, "--- \nnumber: A-1\n---", "a", "A-1", "", ""},
	{"no end of line", "---\nnumber: A-1\n---", YAML, "---\nnumber: A-1\n---", "", "A-1", "", ""},
	{"Japanese names", "---\n文書番号: A-1\n---\n", YAML, "---\n文書番号: A-1\n---", "", "A-1", "", ""},
	{"empty", "---\n---\n", YAML, "---\n---", "", "", "", ""},
	{"rule within a value", "---\nnote: a --- b\nnumber: A-1\n---\n", YAML, "---\nnote: a --- b\nnumber: A-1\n---", "", "A-1", "", ""},
	{"rule within a block", "---\nnote: |\n  a\n  ---\n  b\nnumber: A-1\n---\n", YAML, "---\nnote: |\n  a\n  ---\n  b\nnumber: A-1\n---", "", "A-1", "", ""},
	{"plus signs in yaml", "---\nnote: |\n +++\nnumber: A-1\n---\n", YAML, "---\nnote: |\n +++\nnumber: A-1\n---", "", "A-1", "", ""},
	{"longer rule", "----\nnumber: A-1\n----\n", NoFrontMatter, "", "----\nnumber: A-1\n----\n", "", "", ""},

	{"unclosed", "---\nnumber: A-1\n\n# a\n", YAML, "---\nnumber: A-1\n\n# a\n", "", "", ProblemUnclosed, "---"},
	{"closed by the other", "---\nnumber: A-1\n+++\n# a\n", YAML, "---\nnumber: A-1\n+++\n# a\n", "", "", ProblemUnclosed, "---"},
	{"syntax", "---\nnumber: [A-1\n---\n# a\n", YAML, "---\nnumber: [A-1\n---", "# a\n", "", ProblemSyntax, ""},
	{"no fields", "---\njust text\n---\n# a\n", YAML, "---\njust text\n---", "# a\n", "", ProblemSyntax, ""},

	{"duplicate", "---\nnumber: A-1\n---\n\n---\nnumber: A-2\ntitle: b\n---\n# a\n", YAML, "---\nnumber: A-1\n---", "# a\n", "A-1", ProblemDuplicate, "---"},
	{"duplicate of another tool", "---\nnumber: A-1\n---\n---\nlayout: page\ntags:\n- a\n---\n# a\n", YAML, "---\nnumber: A-1\n---", "# a\n", "A-1", ProblemDuplicate, "---"},
	{"duplicate in toml", "---\nnumber: A-1\n---\n+++\nnumber = 1\n[a]\n+++\n# a\n", YAML, "---\nnumber: A-1\n---", "# a\n", "A-1", ProblemDuplicate, "+++"},
	{"rule in the body", "---\nnumber: A-1\n---\n\n---\n本文の文章。\n---\n", YAML, "---\nnumber: A-1\n---", "\n---\n本文の文章。\n---\n", "A-1", "", ""},
	{"a remark between rules", "---\nnumber: A-1\n---\n---\n注意: 本文です。\n---\n", YAML, "---\nnumber: A-1\n---", "---\n注意: 本文です。\n---\n", "A-1", "", ""},
	{"a rule that is not closed", "---\nnumber: A-1\n---\n---\ntitle: b\n", YAML, "---\nnumber: A-1\n---", "---\ntitle: b\n", "A-1", "", ""},

	{"misplaced by a blank line", "\n---\nnumber: A-1\n---\n# a\n", NoFrontMatter, "", "\n---\nnumber: A-1\n---\n# a\n", "", ProblemMisplaced, "---"},
	{"misplaced by a comment", "<!-- c -->\n---\n文書番号: A-1\n---\n", NoFrontMatter, "", "<!-- c -->\n---\n文書番号: A-1\n---\n", "", ProblemMisplaced, "---"},
	{"misplaced by a title", "# a\n\n+++\nform = \"B-1\"\n+++\n", NoFrontMatter, "", "# a\n\n+++\nform = \"B-1\"\n+++\n", "", ProblemMisplaced, "+++"},
	{"rules without fields", "# a\n\n---\nnumber of people\n---\n", NoFrontMatter, "", "# a\n\n---\nnumber of people\n---\n", "", "", ""},
	{"rules around a remark", "a\n\n---\nnote: b\n---\n", NoFrontMatter, "", "a\n\n---\nnote: b\n---\n", "", "", ""},
	{"example in code", "# a\n```yaml\n---\nnumber: A-1\n---\n```\n", NoFrontMatter, "", "# a\n```yaml\n---\nnumber: A-1\n---\n```\n", "", "", ""},
}

func TestFrontMatter(t *testing.T) {
	for _, test := range frontMatterTests {
		for _, eol := range []string{"\n", "\r\n"} {
			for _, mark := range []string{"", bom} {
				t.Run(test.name+eolName(eol)+mark, func(t *testing.T) {
					lines := strings.NewReplacer("\n", eol)
					d := parse(mark + lines.Replace(test.src))
					f := d.FrontMatter
					if f.Format != test.format || f.Span.Of(d.Source) != lines.Replace(test.span) {
						t.Errorf("front matter is %d %q", f.Format, f.Span.Of(d.Source))
					}
					if got := d.Body.Of(d.Source); got != lines.Replace(test.body) {
						t.Errorf("body is %q, expected %q", got, lines.Replace(test.body))
					}
					if got := firstText(f.Root); got != test.number {
						t.Errorf("number is %q, expected %q", got, test.number)
					}
					checkProblem(t, d, test.problem, test.at)
				})
			}
		}
	}
}

func eolName(eol string) string { return map[string]string{"\n": " LF", "\r\n": " CRLF"}[eol] }

func firstText(root *source.Node) string {
	for _, key := range []string{"number", "文書番号"} {
		if n := root.Get(key); n != nil {
			return n.Text
		}
	}
	return ""
}

func checkProblem(t *testing.T, d *Document, want ProblemKind, at string) {
	t.Helper()
	switch {
	case want == "" && len(d.Problems) > 0:
		t.Errorf("problem %s at %v", d.Problems[0].Kind, d.Problems[0].Span)
	case want != "" && (len(d.Problems) != 1 || d.Problems[0].Kind != want):
		t.Errorf("problems are %v, expected %s", d.Problems, want)
	case want != "" && at != "" && d.Problems[0].Span.Of(d.Source) != at:
		t.Errorf("problem stands at %q, expected %q", d.Problems[0].Span.Of(d.Source), at)
	}
}

func TestEmptyFrontMatterHasARoot(t *testing.T) {
	if root := parse("---\n---\n").FrontMatter.Root; root == nil || root.Kind != source.Map {
		t.Errorf("root is %v, expected an empty map", root)
	}
}

// What Markdown would make of misplaced front matter is in nobody's mind.
func TestMisplacedFrontMatterIsNoBody(t *testing.T) {
	d := parse("# 見出し\n\n---\nnumber: ISMS-A-01\nestablished: 2023/10/01\n---\n本文\n")
	if len(d.Headings) != 1 || len(d.Blocks) != 2 || len(d.Identifiers) != 0 || len(d.Dates) != 0 {
		t.Errorf("the body is read as\n%s", render(d))
	}
	if got := d.Blocks[1].Span.Of(d.Source); got != "本文" {
		t.Errorf("the paragraph below is %q", got)
	}
}

func TestDuplicatesAreEachReported(t *testing.T) {
	d := parse("---\na: 1\n---\n---\nb: 1\n---\n---\nc: 1\n---\n本文\n")
	if len(d.Problems) != 2 || d.Problems[0].Span.Start != 13 || d.Problems[1].Span.Start != 26 {
		t.Errorf("problems are %v", d.Problems)
	}
	if d.Body.Of(d.Source) != "本文\n" {
		t.Errorf("body is %q", d.Body.Of(d.Source))
	}
}
