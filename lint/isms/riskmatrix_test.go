package isms_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint/document"
)

// FuzzMatrix looks for tables that make the reader of matrices panic, or give
// a value for levels that are off the scales.
func FuzzMatrix(f *testing.F) {
	f.Add("# リスク\n\n| D \\ (T,V) | 1,1 | 1,2 |\n|---|---|---|\n| 1 | 2 | 3 |\n| 2 | 4 | 6 |\n")
	f.Add("# Risk\n\nImpact 2\n\n| Threat / vulnerability | 1 | 2 |\n|---|---|---|\n| 1 | | x |\n| ２ | 4 |\n")
	f.Add("# リスク\n\n| 損害 | 脅威1、ぜい弱性2 | T=2,V= |\n|---|---|---|\n| 損害= | 2 | 3 |\n| 2 | 4 | 6 |\n")
	m, parser := riskModel(f, ""), document.NewParser()
	f.Fuzz(func(t *testing.T, src string) {
		d := parser.Parse([]byte(src))
		for i := range d.Tables {
			x := m.Matrix(d, i)
			if x == nil {
				continue
			}
			for _, c := range x.Cells {
				if !m.CanBe(c.Value) {
					t.Errorf("%v gives %v", c.Levels, c.Value)
				}
			}
		}
	})
}
