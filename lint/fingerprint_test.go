package lint_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
)

// fingerprintsOf returns the fingerprints of one rule's findings in a register
// with the given rows, in the order of the file.
func fingerprintsOf(t *testing.T, rule, rows string) []string {
	t.Helper()
	const head = "---\nnumber: ISMS-B-19\ntitle: 委託先管理台帳\nrevision: 1\nstatus: draft\nestablished: 2026-04-01\ndrafted_by: 鈴木\n---\n# 委託先管理台帳\n\n" +
		"| 委託先番号 | 会社名 | 委託内容 |\n|---|---|---|\n"
	root := t.TempDir()
	for name, text := range map[string]string{config.FileName: "", "ISMS-B-19.md": head + rows} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var all []string
	for _, f := range runOn(t, root, 0).Findings {
		if f.Rule == rule {
			all = append(all, f.Fingerprint)
		}
	}
	return all
}

// TestFingerprintNamesTheRow: a finding in the row of a table stays the same
// while other rows and other cells change.
func TestFingerprintNamesTheRow(t *testing.T) {
	const wide = "| SP-001 | 甲社 | ４０台の保守 |\n| SP-002 | 乙社 | ４０台の保守 |\n"
	was := fingerprintsOf(t, "text/width", wide)
	if len(was) != 2 || was[0] == was[1] {
		t.Fatalf("got %v, want two findings", was)
	}
	for name, c := range map[string]struct {
		rows string
		want []string
	}{
		"first mended":        {strings.Replace(wide, "４０", "40", 1), was[1:]},
		"rows in other order": {"| SP-002 | 乙社 | ４０台の保守 |\n| SP-001 | 甲社 | ４０台の保守 |\n", []string{was[1], was[0]}},
		"other cell changed":  {strings.Replace(wide, "甲社", "丙社", 1), was},
		"row put before":      {"| SP-000 | 丁社 | 警備 |\n" + wide, was},
	} {
		if got := fingerprintsOf(t, "text/width", c.rows); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
	if got := fingerprintsOf(t, "text/width", strings.Replace(wide, "SP-001", "SP-009", 1)); len(got) != 2 || got[0] == was[0] {
		t.Errorf("another row: got %v, want another finding than %v", got, was[0])
	}
}

// TestFingerprintOfARow: a finding about a whole row is that of the row,
// whatever the cells say.
func TestFingerprintOfARow(t *testing.T) {
	was := fingerprintsOf(t, "register/row", "| SP-001 | 甲社 |\n| SP-002 | 乙社 |\n")
	if len(was) != 2 || was[0] == was[1] {
		t.Fatalf("got %v, want two findings", was)
	}
	if got := fingerprintsOf(t, "register/row", "| SP-001 | 甲社（旧丙社） |\n| SP-002 | 乙社 | 警備 |\n"); !slices.Equal(got, was[:1]) {
		t.Errorf("got %v, want %v", got, was[:1])
	}
}
