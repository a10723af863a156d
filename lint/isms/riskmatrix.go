package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
)

// RiskMatrix is a table that prints the risk value for combinations of the
// factors: one or more factors across, the others down, and at most one that a
// heading, the text above the table or its corner fixes.
type RiskMatrix struct {
	Cells []MatrixCell
}

// MatrixCell is one printed value.
type MatrixCell struct {
	*document.TableCell
	// Levels are the indexes into the scales of the factors, Value is what the
	// formula gives for them.
	Levels []int
	Value  float64
}

// maxMatrix bounds how many columns or rows a table may have to be read as a
// matrix.
const maxMatrix = 200

// Matrix reads a table of a document as a risk matrix. It returns nil when the
// table is none.
func (m *RiskModel) Matrix(d *document.Document, table int) *RiskMatrix {
	if !MayBeMatrix(d, table) {
		return nil
	}
	t := &d.Tables[table]
	var across, down [][]string
	for i := range t.Header[1:] {
		across = append(across, partsOf(t.Header[i+1].Text))
	}
	for i := range t.Rows {
		if len(t.Rows[i].Cells) == 0 {
			return nil
		}
		down = append(down, partsOf(t.Rows[i].Cells[0].Text))
	}
	columns, rows := sameLength(across), sameLength(down)
	if columns == 0 || rows == 0 || columns+rows > len(m.Factors) || columns+rows < len(m.Factors)-1 {
		return nil
	}
	var best *RiskMatrix
	most := -1
	for _, order := range m.orders(d, t, rows, across, down) {
		if x := m.matrix(t, order, across, down); x != nil {
			if n := x.agreeing(); n > most {
				best, most = x, n
			}
		}
	}
	return best
}

// MayBeMatrix tells most tables from risk matrices without a model.
func MayBeMatrix(d *document.Document, table int) bool {
	t := &d.Tables[table]
	if len(t.Header) < 3 || len(t.Header) > maxMatrix || len(t.Rows) < 2 || len(t.Rows) > maxMatrix {
		return false
	}
	n := len(partsOf(t.Header[1].Text))
	for i := range t.Header[1:] {
		if parts := partsOf(t.Header[i+1].Text); len(parts) == 0 || len(parts) != n {
			return false
		}
	}
	return isAboutRisk(d, t)
}

// isAboutRisk reports whether the headings or the text above a table speak of
// risk.
func isAboutRisk(d *document.Document, t *document.Table) bool {
	for i := t.Section; i >= 0; i = d.Headings[i].Parent {
		if speaksOfRisk(d.Headings[i].Text) {
			return true
		}
	}
	return speaksOfRisk(textAbove(d, t)) || speaksOfRisk(t.Header[0].Text)
}

func speaksOfRisk(text string) bool {
	return strings.Contains(text, "リスク") || strings.Contains(strings.ToLower(text), "risk")
}

// textAbove returns the text of the block before the table.
func textAbove(d *document.Document, t *document.Table) string {
	if i := t.Header[0].Block - 1; i >= 0 && i < len(d.Blocks) && d.Blocks[i].Kind != document.Cell {
		return d.Blocks[i].Text
	}
	return ""
}

// partsOf splits a header such as 1,2 or (1・2) or "Threat 1, vulnerability 2".
func partsOf(text string) []string {
	const longest = 80
	if text == "" || len(text) > longest {
		return nil
	}
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，、､・･/／×()（）", r) })
}

// sameLength returns the number of parts that all headers have, or 0.
func sameLength(headers [][]string) int {
	n := len(headers[0])
	for _, parts := range headers {
		if len(parts) != n {
			return 0
		}
	}
	return n
}

// order says which factors the parts of the headers are, the rows' first, and
// which factor is fixed at which level.
type order struct {
	rows, columns []int
	fixed, level  int // fixed is -1 when none is
}

// matrix reads the table with the factors in the given order.
func (m *RiskModel) matrix(t *document.Table, o order, across, down [][]string) *RiskMatrix {
	x := &RiskMatrix{}
	numbers, cells := 0, 0
	for i := range t.Rows {
		row := t.Rows[i].Cells
		for k := 1; k < len(t.Header) && k < len(row); k++ {
			levels := make([]int, len(m.Factors))
			if o.fixed >= 0 {
				levels[o.fixed] = o.level
			}
			if !m.setLevels(levels, o.rows, down[i]) || !m.setLevels(levels, o.columns, across[k-1]) {
				return nil
			}
			if cells++; row[k].Text == "" {
				continue
			}
			if _, ok := RiskNumber(row[k].Text); ok || m.BandNamed(row[k].Text) != nil {
				numbers++
			}
			x.Cells = append(x.Cells, MatrixCell{TableCell: &row[k], Levels: levels, Value: m.Value(levels)})
		}
	}
	if 2*numbers < cells {
		return nil
	}
	return x
}

func (m *RiskModel) setLevels(levels, factors []int, parts []string) bool {
	for i, f := range factors {
		level, ok := m.Factors[f].levelIn(parts[i])
		if !ok {
			return false
		}
		levels[f] = level
	}
	return true
}

func (x *RiskMatrix) agreeing() int {
	n := 0
	for i := range x.Cells {
		if v, ok := RiskNumber(x.Cells[i].Text); ok && v == x.Cells[i].Value {
			n++
		}
	}
	return n
}

// fixedIn returns the factor that a text names together with a level, as in
// 損害が2のとき.
func (m *RiskModel) fixedIn(text string) (factor, level int, ok bool) {
	const longest = 300
	if len(text) > longest {
		return 0, 0, false
	}
	key := fold.Key(text)
	for i := range m.Factors {
		start, end := m.Factors[i].mentioned(key)
		if start < 0 {
			continue
		}
		rest := key[end:min(end+24, len(key))]
		if n := strings.IndexAny(rest, "0123456789"); n >= 0 {
			if level, ok := m.Factors[i].Level(rest[n : n+1]); ok {
				return i, level, true
			}
		}
	}
	return 0, 0, false
}
