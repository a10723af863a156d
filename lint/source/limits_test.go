package source

import (
	"fmt"
	"strings"
	"testing"
)

// nested returns depth lists within a map, by brackets and by dashes.
func nested(depth int) (flow, block, toml string) {
	brackets := strings.Repeat("[", depth) + strings.Repeat("]", depth)
	return "a: " + brackets, "a:\n " + strings.Repeat("- ", depth) + "x", "a = " + brackets
}

func TestDepth(t *testing.T) {
	flow, block, toml := nested(MaxDepth - 1)
	dotted := strings.Repeat("a.", MaxDepth-1) + "b = 1"
	header := "[" + strings.Repeat("a.", MaxDepth-2) + "b]"
	mixed := "[a.b]\nc = " + strings.Repeat("[", MaxDepth-3) + strings.Repeat("]", MaxDepth-3)
	for _, text := range []string{flow, block} {
		if _, err := ParseYAML([]byte(text), Span{0, len(text)}); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, text := range []string{toml, dotted, header, mixed} {
		if _, err := ParseTOML([]byte(text), Span{0, len(text)}); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	flow, block, toml = nested(MaxDepth)
	maps := strings.Repeat("{a: ", MaxDepth+1) + strings.Repeat("}", MaxDepth+1)
	mixed = "a:\n - " + strings.Repeat("[", MaxDepth-1) + strings.Repeat("]", MaxDepth-1)
	for _, text := range []string{flow, block, maps, mixed, "a: " + strings.Repeat("[", 100_000)} {
		wantError(t, text, ParseYAML, tooDeep(Span{}).EN)
	}
	dotted = strings.Repeat("a.", MaxDepth) + "b = 1"
	header = "[" + strings.Repeat("a.", MaxDepth-1) + "b]"
	element := "[[" + strings.Repeat("a.", MaxDepth-2) + "b]]"
	mixed = "[a.b]\nc = " + strings.Repeat("[", MaxDepth-2) + strings.Repeat("]", MaxDepth-2)
	inline := strings.Repeat("{a.b = ", MaxDepth/2) + "1" + strings.Repeat("}", MaxDepth/2)
	for _, text := range []string{toml, dotted, header, element, mixed, "a = " + inline, strings.Repeat("a.", 100_000) + "b = 1", "a = " + strings.Repeat("[", 100_000)} {
		wantError(t, text, ParseTOML, tooDeep(Span{}).EN)
	}
}

// Brackets and dots within strings and comments nest nothing.
func TestDepthOfStrings(t *testing.T) {
	deep := strings.Repeat("[{a.", MaxDepth)
	for _, text := range []string{
		"a = '" + deep + "'", "a = \"\\\"" + deep + "\"", "a = '''\n'" + deep + "'''", "a = \"\"\"\n\"" + deep + "\\\"\"\"\"", "# " + deep,
		"'" + deep + "' = 1", "a = 1.5 # '\nb = \"x\" # \"\n",
	} {
		if _, err := ParseTOML([]byte(text), Span{0, len(text)}); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestNodes(t *testing.T) {
	for _, tt := range []struct {
		list, item, end string
		parse           func([]byte, Span) (*Node, *Error)
	}{
		{"a: [", "x,", "]", ParseYAML},
		{"a:\n", "- \n", "", ParseYAML},
		{"a = [", "1,", "]", ParseTOML},
		{"", "[[a]]\n", "", ParseTOML},
	} {
		most := tt.list + strings.Repeat(tt.item, MaxNodes-2) + tt.end
		if _, err := tt.parse([]byte(most), Span{0, len(most)}); err != nil {
			t.Errorf("%.20q: %v", most, err)
		}
		wantError(t, tt.list+strings.Repeat(tt.item, MaxNodes)+tt.end, tt.parse, tooMany(Span{}).EN)
	}
	var yaml, toml strings.Builder
	for i := range MaxNodes + 1 {
		fmt.Fprintf(&yaml, "k%d:\n", i)
		fmt.Fprintf(&toml, "[k%d]\n", i)
	}
	wantError(t, yaml.String(), ParseYAML, tooMany(Span{}).EN)
	wantError(t, toml.String(), ParseTOML, tooMany(Span{}).EN)
}

func TestBytes(t *testing.T) {
	wantError(t, "a: "+strings.Repeat("x", MaxBytes), ParseYAML, tooLarge(Span{}).EN)
	wantError(t, "a = '"+strings.Repeat("x", MaxBytes)+"'", ParseTOML, tooLarge(Span{}).EN)
	text := "a: " + strings.Repeat("x", MaxBytes-3)
	if _, err := ParseYAML([]byte(text), Span{0, len(text)}); err != nil {
		t.Error(err)
	}
}

func wantError(t *testing.T, text string, parse func([]byte, Span) (*Node, *Error), en string) {
	t.Helper()
	_, err := parse([]byte(text), Span{0, len(text)})
	if err == nil || err.EN != en {
		t.Errorf("%.60q: got %v, want %s", text, err, en)
		return
	}
	checkError(t, []byte(text), Span{0, len(text)}, err)
}
