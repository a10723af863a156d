package document

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// roundTrip holds a document to what is read of it from a cache.
func roundTrip(t *testing.T, d *Document) {
	t.Helper()
	encoded, ok := d.AppendEncoded(nil)
	if !ok {
		if len(d.Problems) == 0 {
			t.Error("a document without problems was not encoded")
		}
		return
	}
	got, ok := Decode(string(encoded))
	if !ok {
		t.Fatal("what was encoded could not be decoded")
	}
	if place := difference(reflect.ValueOf(got), reflect.ValueOf(d)); place != "" {
		t.Errorf("what was decoded differs at %s", place)
	}
}

// difference returns the place of the first difference between two values, ""
// when there is none. A list without items is the same as none.
func difference(a, b reflect.Value) string {
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		if a.IsNil() || b.IsNil() {
			return unless(a.IsNil() == b.IsNil())
		}
		return difference(a.Elem(), b.Elem())
	case reflect.Struct:
		for i := range a.NumField() {
			if place := difference(a.Field(i), b.Field(i)); place != "" {
				return "." + a.Type().Field(i).Name + place
			}
		}
		return ""
	case reflect.Slice:
		for i := range min(a.Len(), b.Len()) {
			if place := difference(a.Index(i), b.Index(i)); place != "" {
				return fmt.Sprintf("[%d]%s", i, place)
			}
		}
		return unless(a.Len() == b.Len())
	}
	return unless(a.Equal(b))
}

func unless(same bool) string {
	if same {
		return ""
	}
	return " (here)"
}

func TestEncodeExamples(t *testing.T) {
	parser := NewParser()
	n := 0
	err := filepath.WalkDir("../../examples", func(path string, e os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".md") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		n++
		t.Run(filepath.Base(path), func(t *testing.T) { roundTrip(t, parser.Parse(src)) })
		return nil
	})
	if err != nil || n < 50 {
		t.Fatalf("%d documents, %v", n, err)
	}
}

// FuzzDecode holds the reading of a damaged cache to an answer.
func FuzzDecode(f *testing.F) {
	d := NewParser().Parse([]byte("---\nnumber: ISMS-A-03\nrevision: 2\n---\n# 1 適用\n\n- (1) 「ISMSマニュアル」 2026-04-01 `CAR-2026-001` [a](b.md)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- c -->\n"))
	encoded, _ := d.AppendEncoded(nil)
	f.Add(string(encoded))
	for i := range 20 {
		damaged := []byte(string(encoded))
		damaged[len(damaged)*i/20] ^= 0xff
		f.Add(string(damaged))
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := Decode(s); ok {
			for i := range d.Blocks { // what stands there must lead into the file
				_ = d.Blocks[i].Source(0, len(d.Blocks[i].Text)).Of(d.Source)
			}
		}
	})
}
