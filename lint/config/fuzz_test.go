package config_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/config"
)

// FuzzParse looks for texts that make the reader panic, place a problem
// outside the file, or give other problems the second time.
func FuzzParse(f *testing.F) {
	paths, err := filepath.Glob("testdata/problems/*.toml")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range append(paths, "testdata/full.toml") {
		src, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Add([]byte("[risk]\nfactors = { a = [1e308, -0.0, inf] }\nbands = [{ name = \"x\", max = -inf }]"))
	f.Add([]byte("\ufeff[organization\r\nname = \"\x83\""))
	f.Add([]byte("documents = { catalogue = [{}, 1, {number = \"\"}] }"))
	f.Add([]byte("people = [[{ id = 1 }]]\n\"\".\"\" = 1\n\"a/b~c%41\" = 2"))
	set := load(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		c, problems := config.Parse(config.FileName, src, set)
		if c == nil || c.Organization.Timezone == nil {
			t.Fatal("no configuration")
		}
		for _, p := range problems {
			if p.Span.Start < 0 || p.Span.End < p.Span.Start || p.Span.End > len(src) {
				t.Errorf("%q: span %v outside %d bytes", p.Message.EN, p.Span, len(src))
			}
			if p.Message.EN == "" || p.Message.JA == "" || !utf8.ValidString(p.Message.JA) {
				t.Errorf("message %+v", p.Message)
			}
		}
		if c.Root == nil && len(problems) != 1 {
			t.Errorf("%d problems of a text that is not TOML, want 1", len(problems))
		}
		_, again := config.Parse(config.FileName, src, set)
		if !slices.Equal(problems, again) {
			t.Errorf("problems differ:\n%v\n%v", problems, again)
		}
		for _, s := range c.Effective() {
			if s.Span.End > len(src) || s.Name() == "" {
				t.Errorf("setting %+v", s)
			}
		}
	})
}
