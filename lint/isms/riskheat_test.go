package isms_test

import (
	"slices"
	"testing"

	"github.com/ismslint/ismslint/lint/isms"
)

func TestHeatMap(t *testing.T) {
	s := systemOf(t, map[string]string{"b02.md": frontMatter("ISMS-B-02", "リスクアセスメント結果表") +
		`| リスク番号 | 資産番号 | 脅威 | ぜい弱性 | 損害 | 脅威のレベル | ぜい弱性のレベル | リスク値 | 決定 | 残留の損害 | 残留の脅威 | 残留のぜい弱性 | 残留リスク値 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| R-001 | AS-001 | 消失 | 控えがない | 3 | 2 | 2 | 12 | 対応 | 3 | 1 | 1 | 6 |
| R-002 | AS-001 | 漏えい | 権限が広い | 3 | 3 | 1 | 12 | 対応 | - | - | - | - |
| R-003 | AS-001 | 故障 | 予備がない | 5 | 1 | 1 | 10 | 対応 | 1 | 1 | 1 | 2 |
`})
	model, err := s.RiskModel()
	if err != nil {
		t.Fatal(err)
	}
	h := isms.NewHeatMap(model, s.Risks())
	if !slices.Equal(h.Rows, []float64{3, 2, 1}) || !slices.Equal(h.Columns, []float64{2, 3, 4, 5, 6}) {
		t.Fatalf("rows %v, columns %v", h.Rows, h.Columns)
	}
	// R-002 has no residual value and stays; R-003 is off the scale before.
	if h.Before[0][2] != 2 || h.After[0][2] != 1 || h.After[0][0] != 1 || h.After[2][0] != 1 || h.UnplacedBefore != 1 || h.UnplacedAfter != 0 {
		t.Errorf("before %v (%d not placed), after %v (%d not placed)", h.Before, h.UnplacedBefore, h.After, h.UnplacedAfter)
	}
	for _, c := range []struct {
		row, column int
		want        isms.RiskTreatment
	}{{0, 4, isms.TreatRisk}, {2, 0, isms.AcceptRisk}, {0, 1, isms.DecideRisk}} {
		if got := h.Bands[c.row][c.column]; len(got) != 1 || got[0].Treatment != c.want {
			t.Errorf("band of row %d, column %d is %v, want %s", c.row, c.column, got, c.want)
		}
	}
}
