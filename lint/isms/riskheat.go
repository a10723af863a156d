package isms

import "slices"

// HeatMap counts risks by the cells of a matrix: one factor down, the sum of
// the others across. Where that sum does not tell the bands, it is the last
// factor down and the risk values across.
type HeatMap struct {
	// Rows are the values of the scale of the factor down, highest first;
	// Columns those of what runs across, lowest first.
	Rows, Columns []float64
	// Across are the factors that add up across; nil where the model has a
	// single factor, or risk values run across, which ByValue reports.
	Across  []RiskFactor
	Down    RiskFactor
	ByValue bool
	// Before and After are the counts, by row and column. Unplaced are the
	// risks with a factor that is missing or off its scale.
	Before, After                 [][]int
	UnplacedBefore, UnplacedAfter int
	// Bands are the bands that a cell can have, from the lowest to the highest
	// that a combination of the factors gives; nil where none falls into it.
	Bands [][][]*RiskBand

	model *RiskModel
	down  int // index of the factor down
}

// NewHeatMap counts the risks by the model: impact down and threat plus
// vulnerability across in the model that is built in. A model with factors whose
// scales are many gives many columns.
func NewHeatMap(m *RiskModel, risks []Risk) *HeatMap {
	if len(m.Factors) == 0 {
		return nil
	}
	h := &HeatMap{model: m, Across: m.Factors[1:]}
	if h.combine(); !h.tellsBands() {
		h = &HeatMap{model: m, ByValue: true, down: len(m.Factors) - 1}
		h.combine()
	}
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
		if !after.Complete && (after.Stated.None() || after.IsNumber && after.StatedNumber == r.Before.Computed) {
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

// heatPlace is a cell by the values down and across.
type heatPlace struct{ row, column float64 }

// combine walks all combinations of the factors and sets the rows, the columns
// and the bands of each cell.
func (h *HeatMap) combine() {
	m := h.model
	h.Down = m.Factors[h.down]
	h.Rows = slices.Clone(h.Down.Scale)
	slices.Sort(h.Rows)
	slices.Reverse(h.Rows)
	bands := map[heatPlace][]*RiskBand{}
	levels := make([]int, len(m.Factors))
	for {
		p := h.place(levels)
		if b := m.Band(m.Value(levels)); b != nil && !slices.Contains(bands[p], b) {
			bands[p] = append(bands[p], b)
		}
		if !slices.Contains(h.Columns, p.column) {
			h.Columns = append(h.Columns, p.column)
		}
		if !advance(levels, m.Factors) {
			break
		}
	}
	slices.Sort(h.Columns)
	h.Bands = make([][][]*RiskBand, len(h.Rows))
	for i, row := range h.Rows {
		for _, column := range h.Columns {
			h.Bands[i] = append(h.Bands[i], bands[heatPlace{row, column}])
		}
	}
}

// tellsBands reports whether every cell has one band. Two factors always make
// a matrix.
func (h *HeatMap) tellsBands() bool {
	for _, row := range h.Bands {
		for _, bands := range row {
			if len(bands) > 1 && len(h.Across) > 1 {
				return false
			}
		}
	}
	return true
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

// place returns the cell of a combination of the factors.
func (h *HeatMap) place(levels []int) heatPlace {
	p := heatPlace{row: h.Down.Scale[levels[h.down]]}
	if h.ByValue {
		p.column = h.model.Value(levels)
	} else {
		p.column = h.sum(levels)
	}
	return p
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
	p := h.place(levels)
	row, column := slices.Index(h.Rows, p.row), slices.Index(h.Columns, p.column)
	if row < 0 || column < 0 {
		return false
	}
	grid[row][column]++
	return true
}
