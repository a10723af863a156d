package isms

import "slices"

// HeatMap counts risks by the cells of a matrix: one factor down, the sum of
// the others across.
type HeatMap struct {
	// Rows are the values of the scale of the first factor, highest first;
	// Columns those that the other factors add up to, lowest first.
	Rows, Columns []float64
	// Factors across; nil where the model has a single factor.
	Across []RiskFactor
	Down   RiskFactor
	// Before and After are the counts, by row and column. Unplaced are the
	// risks with a factor that is missing or off its scale.
	Before, After                 [][]int
	UnplacedBefore, UnplacedAfter int
	// Bands are the bands that a cell can have, from the lowest to the highest
	// that a combination of the factors gives; nil where none falls into it.
	Bands [][][]*RiskBand
}

// NewHeatMap counts the risks by the model: impact down and threat plus
// vulnerability across in the model that is built in, otherwise the first
// factor down and the sum of the others across. A model with factors whose
// scales are many gives many columns.
func NewHeatMap(m *RiskModel, risks []Risk) *HeatMap {
	if len(m.Factors) == 0 {
		return nil
	}
	h := &HeatMap{Down: m.Factors[0], Across: m.Factors[1:], Rows: slices.Clone(m.Factors[0].Scale)}
	slices.Sort(h.Rows)
	slices.Reverse(h.Rows)
	h.Bands = h.combine(m)
	h.Before, h.After = h.grid(), h.grid()
	for i := range risks {
		r := &risks[i]
		if r.Excused {
			continue
		}
		if !h.count(h.Before, &r.Before) {
			h.UnplacedBefore++
		}
		// A risk without a residual value stays where it is.
		after := &r.After
		if !after.Complete {
			after = &r.Before
		}
		if !h.count(h.After, after) {
			h.UnplacedAfter++
		}
	}
	return h
}

func (h *HeatMap) grid() [][]int {
	g := make([][]int, len(h.Rows))
	for i := range g {
		g[i] = make([]int, len(h.Columns))
	}
	return g
}

// combine walks all combinations of the factors, sets the columns and returns
// the bands of each cell.
func (h *HeatMap) combine(m *RiskModel) [][][]*RiskBand {
	type place struct{ row, sum float64 }
	bands := map[place][]*RiskBand{}
	levels := make([]int, len(m.Factors))
	for {
		p := place{m.Factors[0].Scale[levels[0]], h.sum(levels)}
		if b := m.Band(m.Value(levels)); b != nil && !slices.Contains(bands[p], b) {
			bands[p] = append(bands[p], b)
		}
		if !slices.Contains(h.Columns, p.sum) {
			h.Columns = append(h.Columns, p.sum)
		}
		if !advance(levels, m.Factors) {
			break
		}
	}
	slices.Sort(h.Columns)
	cells := make([][][]*RiskBand, len(h.Rows))
	for i, row := range h.Rows {
		for _, sum := range h.Columns {
			cells[i] = append(cells[i], bands[place{row, sum}])
		}
	}
	return cells
}

// advance sets the next combination of levels; it is false behind the last.
func advance(levels []int, factors []RiskFactor) bool {
	for k := range levels {
		if levels[k]++; levels[k] < len(factors[k].Scale) {
			return true
		}
		levels[k] = 0
	}
	return false
}

func (h *HeatMap) sum(levels []int) float64 {
	total := 0.0
	for k := range h.Across {
		total += h.Across[k].Scale[levels[k+1]]
	}
	return total
}

func (h *HeatMap) count(grid [][]int, a *Assessment) bool {
	if !a.Complete {
		return false
	}
	levels := make([]int, len(a.Levels))
	for k := range a.Levels {
		levels[k] = a.Levels[k].Index
	}
	row := slices.Index(h.Rows, h.Down.Scale[levels[0]])
	column := slices.Index(h.Columns, h.sum(levels))
	if row < 0 || column < 0 {
		return false
	}
	grid[row][column]++
	return true
}
