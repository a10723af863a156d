package main

import (
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/standard"
)

// transitionView is the table of the transition of the organisation's own
// Statement of Applicability.
func transitionView(s *isms.System, from, to standard.Edition) *report.View {
	t := report.Table{
		Key: "transition", Title: message.Textf("%[1]s年版から%[2]s年版への移行", "transition from %[1]s to %[2]s", string(from), string(to)),
		Columns: []report.Column{
			{Key: "control", Title: message.Same(string(to))},
			{Key: "title", Title: words("管理策名", "Title"), Long: true},
			{Key: "kind", Title: words("変化", "Change")},
			{Key: "from", Title: message.Same(string(from)), Long: true},
			{Key: "applicable", Title: words("適用", "Applicable")},
			{Key: "risks", Title: words("リスク", "Risks"), Long: true},
			{Key: "procedures", Title: words("規定", "Procedures"), Long: true},
			{Key: "confidence", Title: words("根拠", "Confidence")},
		},
	}
	counts := map[standard.MappingKind]int{}
	for _, row := range s.Transition(from, to) {
		counts[row.Kind]++
		t.Rows = append(t.Rows, transitionCells(&row))
	}
	notes := []message.Text{message.Textf("継続 %d 件、統合 %d 件、分割 %d 件、新規 %d 件、後継なし %d 件", "%d kept, %d merged, %d split, %d new, %d without successor",
		counts[standard.Kept], counts[standard.Merged], counts[standard.Split], counts[standard.New], counts[standard.None])}
	if s.Statement() == nil {
		notes = append(notes, noStatement)
	}
	return &report.View{Name: "soa", Tables: []report.Table{t}, Notes: notes}
}

func transitionCells(r *isms.TransitionRow) []report.Cell {
	var id, title report.Cell
	if c := r.Control; c != nil {
		id, title = report.TextCell(c.ID), report.Cell{Text: words(c.TitleJA, c.TitleEN)}
	} else if len(r.From) > 0 {
		title = report.Cell{Text: words(r.From[0].TitleJA, r.From[0].TitleEN)}
	}
	var from []string
	for _, c := range r.From {
		from = append(from, c.ID)
	}
	return []report.Cell{
		id, title, mappingCell(r.Kind), report.ListCell(from), transitionApplicable(r.Rows), report.ListCell(r.Risks), report.ListCell(r.Documents),
		confidenceCell(r.Confidence),
	}
}

// transitionApplicable tells what the statement says today: applicable where
// one of the controls is.
func transitionApplicable(rows []*isms.StatementRow) report.Cell {
	if len(rows) == 0 {
		return report.Cell{Value: "unstated"}
	}
	best := isms.Excluded
	for _, r := range rows {
		switch {
		case r.Applicable == isms.Applicable:
			return applicableCell(isms.Applicable)
		case r.Applicable == isms.Undecided:
			best = isms.Undecided
		}
	}
	return applicableCell(best)
}

func mappingCell(k standard.MappingKind) report.Cell {
	c := report.Cell{Text: message.Same(string(k)), Value: k}
	switch k {
	case standard.Kept:
		c.Text.JA = "継続"
	case standard.Merged:
		c.Text.JA, c.Tone = "統合", report.Notable
	case standard.Split:
		c.Text.JA, c.Tone = "分割", report.Notable
	case standard.New:
		c.Text.JA, c.Tone = "新規", report.Bad
	case standard.None:
		c.Text, c.Tone = words("後継なし", "no successor"), report.Bad
	}
	return c
}

// confidenceCell says how well a correspondence is attested.
func confidenceCell(c standard.Confidence) report.Cell {
	cell := report.Cell{Text: message.Same(string(c)), Value: c}
	switch c {
	case standard.TwoSources:
		cell.Text = words("確認済み", "confirmed")
	case standard.OneSource, standard.CrossEdition:
		cell.Text = words("一つの資料", "one source")
	case standard.Unconfirmed, standard.Unknown:
		cell.Text, cell.Tone = words("未確認", "unconfirmed"), report.Dim
	}
	return cell
}
