package isms

import (
	"slices"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/fold"
)

// bareFactorHeaders are headers that name a factor where the cells below hold
// levels, and otherwise the threat or vulnerability in words.
func bareFactorHeaders(factor string) []string {
	switch factor {
	case "threat":
		return []string{"脅威", "threat"}
	case "vulnerability":
		return []string{"ぜい弱性", "脆弱性", "vulnerability"}
	}
	return nil
}

// placeFactors finds the columns of factors that their headers alone do not
// tell: 脅威 over a column of numbers, and headers that a table repeats for the
// values after treatment.
func placeFactors(t *Table, factors []config.Factor) {
	if len(t.Header) == 0 {
		return
	}
	p := factorPlacer{table: t, keys: make([]string, len(t.Header))}
	for i := range t.Header {
		p.keys[i] = fold.Key(t.Header[i].Text)
	}
	for _, f := range factors {
		p.before(f)
	}
	for _, f := range factors {
		p.after(f)
	}
	p.repeated("value", "residual_value")
}

type factorPlacer struct {
	table *Table
	keys  []string // of the header cells
}

// before finds the column of a factor under a bare header.
func (p *factorPlacer) before(f config.Factor) {
	column := p.column(func(i int) bool { return p.table.Schema.Columns[i].Factor == f.Name })
	if column < 0 || p.table.cells[column] >= 0 {
		return
	}
	for cell, key := range p.keys {
		if !slices.Contains(bareFactorHeaders(f.Name), key) || !p.holdsLevels(cell, f) {
			continue
		}
		if words := slices.Index(p.table.cells, cell); words >= 0 {
			p.release(words)
		}
		p.place(column, cell)
		return
	}
}

// after finds the residual column of a factor as the second one with the
// header of the factor.
func (p *factorPlacer) after(f config.Factor) {
	columns := p.table.Schema.Columns
	before := p.column(func(i int) bool { return columns[i].Factor == f.Name })
	after := p.column(func(i int) bool { return columns[i].Residual == f.Name })
	if before >= 0 && after >= 0 {
		p.repeated(columns[before].Name, columns[after].Name)
	}
}

// repeated gives the second cell with the header of one column to another
// column that the table does not have.
func (p *factorPlacer) repeated(first, second string) {
	s := p.table.Schema
	from, to := s.Index(first), s.Index(second)
	if from < 0 || to < 0 || p.table.cells[from] < 0 || p.table.cells[to] >= 0 {
		return
	}
	header := p.keys[p.table.cells[from]]
	for cell := p.table.cells[from] + 1; cell < len(p.keys); cell++ {
		if p.keys[cell] == header && !slices.Contains(p.table.cells, cell) {
			p.place(to, cell)
			return
		}
	}
}

func (p *factorPlacer) column(match func(i int) bool) int {
	for i := range p.table.Schema.Columns {
		if match(i) {
			return i
		}
	}
	return -1
}

func (p *factorPlacer) place(column, cell int) {
	p.table.cells[column] = cell
	p.table.Columns[p.table.Schema.Columns[column].Name] = cell
}

// release takes a column from its cell and looks for another one that names it.
func (p *factorPlacer) release(column int) {
	p.table.cells[column] = -1
	delete(p.table.Columns, p.table.Schema.Columns[column].Name)
	for cell, key := range p.keys {
		i, ok := p.table.Schema.Match(key)
		if ok && i == column && !slices.Contains(p.table.cells, cell) && !slices.Contains(bareFactorHeaders("threat"), key) &&
			!slices.Contains(bareFactorHeaders("vulnerability"), key) {
			p.place(column, cell)
			return
		}
	}
}

// holdsLevels reports whether the cells of a column are numbers or labels of
// the factor, those that are blank aside.
func (p *factorPlacer) holdsLevels(cell int, f config.Factor) bool {
	found := false
	for i := range p.table.Rows {
		cells := p.table.Rows[i].cells
		if cell >= len(cells) || (Value{Text: cells[cell].Text}).None() {
			continue
		}
		text := cells[cell].Text
		if _, ok := RiskNumber(text); !ok && !slices.ContainsFunc(f.Labels, func(l string) bool { return fold.Equal(l, WithoutRemark(text)) }) {
			return false
		}
		found = true
	}
	return found
}
