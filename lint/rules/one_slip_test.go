package rules_test

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
)

// TestOneSlipOneFinding makes one slip in a complete ISMS without findings and
// asserts that all rules together find it once, whatever depends on the place.
func TestOneSlipOneFinding(t *testing.T) {
	sample := sampleFiles(t)
	for _, c := range []struct{ name, file, old, changed, want string }{
		{"blank line in a register", "registers/ISMS-B-01-*", "\n| AS-004 |", "\n\n| AS-004 |", "text/split-table"},
		{"blank lines below a header", "registers/ISMS-B-13-*", "|\n| EV-2025-001 |", "|\n\n \n| EV-2025-001 |", "text/split-table"},
		{"comment in a register", "registers/ISMS-B-02-*", "\n| R-003 |", "\n<!-- 再確認 -->\n| R-003 |", "text/split-table"},
		{"blank line in the statement", "policies/ISMS-A-02-*", "\n| A.5.3 |", "\n\n| A.5.3 |", "text/split-table"},
		{"blank line in a revision history", "policies/ISMS-A-03-*", "\n| 2 |", "\n\n| 2 |", "text/split-table"},
		{"headers of the statement", "policies/ISMS-A-02-*", "| 管理策番号 | 管理策名 |", "| Control | Title |", ""},
		{"serial header of the statement", "policies/ISMS-A-02-*", "| 管理策番号 | 管理策名 |", "| No. | 管理策 |", ""},
		{"number of another incident", "records/ISMS-B-12/INC-2026-001.md", "record: INC-2026-001", "record: INC-2025-001", "document/duplicate-number"},
		{"number of another review", "records/ISMS-B-25/MR-2026-01.md", "record: MR-2026-01", "record: MR-2025-01", "document/duplicate-number"},
		{"full-width key of another asset", "registers/ISMS-B-01-*", "\n| AS-025 |", "\n| ＡＳ－０２４ |", "register/duplicate-key"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, changed := make(map[string]string, len(sample)), 0
			for name, text := range sample {
				files[name] = text
				if ok, _ := path.Match(c.file, name); ok && strings.Contains(text, c.old) {
					files[name] = strings.Replace(text, c.old, c.changed, 1)
					changed++
				}
			}
			if changed != 1 {
				t.Fatalf("%q is in %d files", c.old, changed)
			}
			var got []string
			for _, f := range check(t, files, exampleDay).Findings {
				got = append(got, f.Rule)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

// sampleFiles returns the files of examples/sample.
func sampleFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	sample := os.DirFS("../../examples/sample")
	err := fs.WalkDir(sample, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(sample, name)
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
