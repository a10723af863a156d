package isms_test

import (
	"slices"
	"testing"

	"github.com/ismslint/ismslint/lint/date"
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

// TestHeatMapByValue: where the sum of the factors does not tell the bands the
// values run across, and a residual value without its factors has no place.
func TestHeatMapByValue(t *testing.T) {
	b := newBuilder(t, "[risk]\nformula = \"importance * impact * likelihood\"\n[risk.factors]\nimportance = [1, 2, 3]\nimpact = [1, 2, 3]\nlikelihood = [1, 2, 3]\n"+
		"[[risk.bands]]\nname = \"accept\"\nmax = 6\n[[risk.bands]]\nname = \"treat\"\n")
	text := frontMatter("ISMS-B-02", "リスクアセスメント結果表") +
		`| リスク番号 | 資産番号 | 脅威 | ぜい弱性 | 重要度 | 影響度 | 起こりやすさ | リスク値 | 決定 | 残留の起こりやすさ | 残留リスク値 |
|---|---|---|---|---|---|---|---|---|---|---|
| R-001 | AS-001 | 消失 | 控えがない | 3 | 2 | 2 | 12 | 対応 | 1 | 6 |
| R-002 | AS-001 | 故障 | 予備がない | 3 | 2 | 2 | 12 | 対応 | - | 6 |
`
	s := b.System([]*isms.File{file(t, b, "b02.md", text, nil)}, func() []string { return []string{"b02.md"} }, date.Date{Year: 2026, Month: 6, Day: 1})
	model, err := s.RiskModel()
	if err != nil {
		t.Fatal(err)
	}
	h := isms.NewHeatMap(model, s.Risks())
	if !h.ByValue || h.Down.Name != "likelihood" || !slices.Equal(h.Columns, []float64{1, 2, 3, 4, 6, 8, 9, 12, 18, 27}) {
		t.Fatalf("by value: %v, down %s, columns %v", h.ByValue, h.Down.Name, h.Columns)
	}
	// R-001 keeps its importance and impact; where R-002 ends is not known.
	if h.Before[1][7] != 2 || h.After[2][4] != 1 || h.UnplacedAfter != 1 {
		t.Errorf("before %v, after %v (%d not placed)", h.Before, h.After, h.UnplacedAfter)
	}
}
