package main

import (
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
)

// heatTable shows the counts of a heat map. A cell has the tone of the highest
// band that its combinations of factors give.
func heatTable(key string, title message.Text, h *isms.HeatMap, counts [][]int) report.Table {
	t := report.Table{Key: key, Title: title, Columns: []report.Column{{Key: h.Down.Name, Title: message.Same(""), Right: true}}}
	for _, v := range h.Columns {
		t.Columns = append(t.Columns, report.Column{Key: isms.RiskDecimal(v), Title: message.Same(isms.RiskDecimal(v)), Right: true})
	}
	for i, v := range h.Rows {
		cells := []report.Cell{{Text: message.Same(isms.RiskDecimal(v)), Value: v}}
		for k := range h.Columns {
			cells = append(cells, heatCell(counts[i][k], h.Bands[i][k]))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func heatCell(count int, bands []*isms.RiskBand) report.Cell {
	cell := report.NumberCell(count)
	if count == 0 {
		cell.Text = message.Same("·")
	}
	for _, b := range bands {
		cell.Tone = max(cell.Tone, bandTone(b))
	}
	return cell
}

// heatAxes names the factors of a heat map.
func heatAxes(s *isms.System, h *isms.HeatMap) message.Text {
	across := words("", "")
	for i := range h.Across {
		name := factorName(s, h.Across[i].Name)
		if i > 0 {
			across.JA += "＋"
			across.EN += " + "
		}
		across.JA += name.JA
		across.EN += name.EN
	}
	down := factorName(s, h.Down.Name)
	if h.ByValue {
		return words("縦: "+down.JA+"、横: リスク値", down.EN+" down, risk value across")
	}
	if len(h.Across) == 0 {
		return down
	}
	return words("縦: "+down.JA+"、横: "+across.JA, down.EN+" down, "+across.EN+" across")
}

// factorName is what the risk assessment calls a factor.
func factorName(s *isms.System, name string) message.Text {
	for _, t := range s.Tables(isms.RiskForm, isms.RiskTable) {
		for i := range t.Schema.Columns {
			if c := &t.Schema.Columns[i]; c.Factor == name {
				return c.Title
			}
		}
	}
	return message.Same(name)
}
