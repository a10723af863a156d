package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// eachRisk calls check for the risks of a file that is in force or on its way
// there. Rows whose cells are not those of the columns are left out, which
// register/row reports.
func eachRisk(f *isms.File, check func(r *isms.Risk)) {
	if f.Meta.Status == isms.Obsolete {
		return
	}
	risks := f.Risks()
	for i := range risks {
		if !risks[i].Shifted() {
			check(&risks[i])
		}
	}
}

// eachFinishedRisk is eachRisk without the rows of drafts and without those
// that say that there is no risk: of the others something may be demanded.
func eachFinishedRisk(f *isms.File, check func(r *isms.Risk)) {
	if f.Meta.Status == isms.Draft {
		return
	}
	eachRisk(f, func(r *isms.Risk) {
		if !r.Excused {
			check(r)
		}
	})
}

// eachRiskOf calls check for the finished risks of all files.
func eachRiskOf(s *isms.System, check func(r *isms.Risk)) {
	for _, f := range s.OfForm(isms.RiskForm) {
		eachFinishedRisk(f, check)
	}
}

// reportRisk reports a place in a row; of a cell that does not exist the place
// is the row's id.
func reportRisk(p *lint.Pass, r *isms.Row, v isms.Value, text message.Text, related ...lint.Related) {
	p.Report(tableFinding(r.Table, riskPlace(r, v), text, related...))
}

// warnRisk is reportRisk for what is only likely to be wrong.
func warnRisk(p *lint.Pass, r *isms.Row, v isms.Value, text message.Text, related ...lint.Related) {
	f := tableFinding(r.Table, riskPlace(r, v), text, related...)
	f.Severity = lint.Warning
	p.Report(f)
}

func riskPlace(r *isms.Row, v isms.Value) source.Span {
	if v.Present {
		return v.Span
	}
	if id := r.Written(r.Table.Schema.Key[0]); id.Present {
		return id.Span
	}
	return r.Span
}

// riskRelated names another row that a finding speaks of.
func riskRelated(r *isms.Row, column string, ja, en string) lint.Related {
	at := riskPlace(r, r.Written(column))
	return lint.Related{File: r.Table.Path, Span: &at, Message: message.Text{JA: ja, EN: en}}
}

// riskTitle names a column as the table of the row does.
func riskTitle(r *isms.Row, column string) message.Text {
	c := r.Table.Schema.Column(column)
	if c == nil {
		return message.Same(column)
	}
	return columnTitle(r.Table, c)
}

// bandLimits says which values belong to a band: 「6以下」, 「10以上」.
func bandLimits(m *isms.RiskModel, b *isms.RiskBand) message.Text {
	var values []string
	for _, v := range m.Values() {
		if m.Band(v) == b {
			values = append(values, isms.RiskDecimal(v))
		}
	}
	switch {
	case len(values) == 0:
		return message.Text{JA: "該当する値なし", EN: "no value"}
	case b == &m.Bands[0] && b.Max != nil:
		return message.Textf("%s以下", "%s or less", isms.RiskDecimal(*b.Max))
	case b == &m.Bands[len(m.Bands)-1]:
		return message.Textf("%s以上", "%s or more", values[0])
	}
	return message.Text{JA: strings.Join(values, "、"), EN: strings.Join(values, ", ")}
}

// bandName names a band as people write it, with its limits.
func bandName(m *isms.RiskModel, b *isms.RiskBand) message.Text {
	name := message.Same(b.Name)
	switch {
	case len(b.Labels) > 0:
		name = message.Same(b.Labels[0])
	case b.Name == string(isms.AcceptRisk):
		name.JA = "受容"
	case b.Name == string(isms.DecideRisk):
		name.JA = "判断"
	case b.Name == string(isms.TreatRisk):
		name.JA = "対応"
	}
	limits := bandLimits(m, b)
	return message.Text{JA: "「" + name.JA + "」（" + limits.JA + "）", EN: name.EN + " (" + limits.EN + ")"}
}

// riskModelOf returns the risk model. A configuration whose model cannot be
// used has been refused before any rule ran.
func riskModelOf(p *lint.Pass) *isms.RiskModel {
	m, err := p.RiskModel()
	if err != nil {
		return nil
	}
	return m
}
