package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
)

func (a *app) showRisksCommand(f *showFlags) *cobra.Command {
	return &cobra.Command{
		Use: "risks [PATH…]", Short: "List the risks, and count them before and after treatment",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.show(cmd.Context(), f, args, risksView)
		},
	}
}

func risksView(s *isms.System) (*report.View, error) {
	model, err := s.RiskModel()
	if err != nil {
		return nil, usageError(err)
	}
	t := report.Table{Key: "risks", Columns: []report.Column{
		{Key: "id", Title: words("番号", "ID")},
		{Key: "asset", Title: words("資産", "Asset")},
		{Key: "threat", Title: words("脅威", "Threat"), Long: true},
		{Key: "value", Title: words("リスク値", "Value"), Right: true},
		{Key: "band", Title: words("区分", "Band")},
		{Key: "decision", Title: words("決定", "Decision")},
		{Key: "options", Title: words("選択肢", "Option")},
		{Key: "controls", Title: words("管理策", "Controls"), Long: true},
		{Key: "residual", Title: words("残留", "Residual"), Right: true},
		{Key: "residual_band", Title: words("残留の区分", "Residual band")},
		{Key: "owner", Title: words("所有者", "Owner"), Long: true},
		{Key: "plan", Title: words("計画", "Plan")},
	}}
	risks := s.Risks()
	for i := range risks {
		t.Rows = append(t.Rows, riskCells(&risks[i]))
	}
	view := &report.View{Name: "risks", Tables: []report.Table{t}}
	view.Notes = append(view.Notes, words(fmt.Sprintf("リスク %d 件", len(risks)), count(len(risks), "risk")))
	h := isms.NewHeatMap(model, risks)
	if h == nil || len(risks) == 0 {
		return view, nil
	}
	axes := heatAxes(s, h)
	view.Tables = append(view.Tables,
		heatTable("before", words("対応前の件数（"+axes.JA+"）", "counts before treatment ("+axes.EN+")"), h, h.Before),
		heatTable("after", words("対応後の件数（"+axes.JA+"）", "counts after treatment ("+axes.EN+")"), h, h.After))
	if h.UnplacedBefore+h.UnplacedAfter > 0 {
		view.Notes = append(view.Notes, message.Textf("値がそろわず件数に入らないリスク: 対応前 %d 件、対応後 %d 件",
			"not counted because a factor is missing or off its scale: %d before, %d after", h.UnplacedBefore, h.UnplacedAfter))
	}
	return view, nil
}

func riskCells(r *isms.Risk) []report.Cell {
	value, band := assessmentCells(&r.Before)
	residual, residualBand := assessmentCells(&r.After)
	decision := report.TextCell("")
	if !r.Decision.None() {
		decision = choiceCell(r.Table.Schema.Column("decision"), r.Decision.Text)
	}
	return []report.Cell{
		report.TextCell(r.Name()), rowCell(r.Row, "asset"), rowCell(r.Row, "threat"), value, band, decision, optionsCell(r), rowList(r.Row, "controls"),
		residual, residualBand, rowCell(r.Row, "owner"), rowCell(r.Row, "plan"),
	}
}

func optionsCell(r *isms.Risk) report.Cell {
	cell := report.Cell{Value: []string{}}
	for i, o := range r.Options {
		c := choiceCell(r.Table.Schema.Column("option"), o.Text)
		if i > 0 {
			cell.Text.JA += "、"
			cell.Text.EN += ", "
		}
		cell.Text.JA += c.Text.JA
		cell.Text.EN += c.Text.EN
		cell.Value = append(cell.Value.([]string), o.Text)
	}
	return cell
}

// assessmentCells shows a risk value with its band. A stated value that the
// formula contradicts is shown beside the computed one.
func assessmentCells(a *isms.Assessment) (value, band report.Cell) {
	switch {
	case !a.Agrees():
		value = report.Cell{Text: message.Same(a.Stated.Text + "≠" + isms.RiskDecimal(a.Computed)), Value: a.Computed, Tone: report.Bad}
	case a.Complete:
		value = report.Cell{Text: message.Same(isms.RiskDecimal(a.Computed)), Value: a.Computed}
	case a.IsNumber:
		value = report.Cell{Text: message.Same(isms.RiskDecimal(a.StatedNumber)), Value: a.StatedNumber}
	case !a.Stated.None():
		value = report.TextCell(a.Stated.Text)
	}
	if a.Band != nil {
		band = report.Cell{Text: bandName(a.Band), Value: a.Band.Name, Tone: bandTone(a.Band)}
	}
	return value, band
}

// bandName is what people call the band.
func bandName(b *isms.RiskBand) message.Text {
	name := message.Same(b.Name)
	switch b.Name {
	case string(isms.AcceptRisk):
		name.JA = "受容"
	case string(isms.DecideRisk):
		name.JA = "判断"
	case string(isms.TreatRisk):
		name.JA = "対応"
	}
	for _, label := range b.Labels {
		if strings.ContainsFunc(label, func(r rune) bool { return r >= 0x80 }) {
			name.JA = label
			break
		}
	}
	return name
}

func bandTone(b *isms.RiskBand) report.Tone {
	switch b.Treatment {
	case isms.AcceptRisk:
		return report.Good
	case isms.TreatRisk:
		return report.Bad
	}
	return report.Notable
}
