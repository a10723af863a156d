package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// checkRiskValue compares a stated value with the one that the formula gives.
// It reports whether it reported anything.
func checkRiskValue(p *lint.Pass, r *isms.Row, a *isms.Assessment, column string) bool {
	m := riskModelOf(p)
	if m == nil || a.Stated.None() || a.Stated.Ditto() || a.Complete && a.Agrees() || isOpenCell(r.Table, a.Stated.Text) {
		return false
	}
	title, text := riskTitle(r, column), cellExcerpt(a.Stated.Text)
	switch {
	case a.Complete && !a.IsNumber && a.StatedBand == nil:
		reportRisk(p, r, a.Stated, message.Textf(
			"%[1]s「%[2]s」が「%[3]s」です。%[4]sから計算した「%[5]s」だけを、単位を付けずに記入してください",
			"%[2]q%[1]s is %[3]q, expected the number %[5]s without a unit, which follows from %[4]s",
			ofRow(r), title, text, levelsOf(r, m, a), isms.RiskDecimal(a.Computed)))
	case a.Complete:
		finding := tableFinding(r.Table, a.Stated.Span, message.Textf(
			"%[1]s「%[2]s」が「%[3]s」です。%[4]sから計算すると%[5]sになります",
			"%[2]q%[1]s is %[3]q, expected %[5]s, which follows from %[4]s", ofRow(r), title, text, levelsOf(r, m, a), expectedValue(m, a)))
		finding.Fix = recompute(r, a)
		p.Report(finding)
	case anyLevelGiven(a):
		// What is not on its scale, risk/scale reports; what is empty, register/row.
		return false
	case !a.IsNumber && a.StatedBand == nil:
		reportRisk(p, r, a.Stated, message.Textf(
			"%[1]s「%[2]s」が「%[3]s」です。計算式で求めた数値を、単位を付けずに記入してください",
			"%[2]q%[1]s is %[3]q, expected the number that the formula gives, without a unit", ofRow(r), title, text))
	case a.IsNumber && !m.CanBe(a.StatedNumber):
		reportRisk(p, r, a.Stated, message.Textf(
			"%[1]s「%[2]s」の「%[3]s」は、計算式では生じない値です。取り得るのは%[4]sです",
			"%[2]q%[1]s is %[3]q, which the formula never gives, expected one of %[4]s", ofRow(r), title, text, possibleValues(m)))
	default:
		return false
	}
	return true
}

// recompute replaces a wrong value by the computed one, where the cell holds
// nothing else.
func recompute(r *isms.Row, a *isms.Assessment) *lint.Fix {
	if !a.IsNumber || isms.WithoutRemark(a.Stated.Text) != a.Stated.Text {
		return nil
	}
	value := isms.RiskDecimal(a.Computed)
	return &lint.Fix{
		Description: message.Textf("計算し直した値%sに置き換える", "replace the value by %s, as computed", value),
		Edits:       []lint.Edit{{Span: a.Stated.Span, NewText: value}},
	}
}

func anyLevelGiven(a *isms.Assessment) bool {
	for _, l := range a.Levels {
		if !l.None() {
			return true
		}
	}
	return false
}

// levelsOf lists the factors with their values.
func levelsOf(r *isms.Row, m *isms.RiskModel, a *isms.Assessment) message.Text {
	var ja, en []string
	for i := range m.Factors {
		title, level := factorTitle(r, m.Factors[i].Name), isms.RiskDecimal(m.Factors[i].Scale[a.Levels[i].Index])
		ja, en = append(ja, title.JA+" "+level), append(en, title.EN+" "+level)
	}
	return message.Text{JA: strings.Join(ja, "、"), EN: strings.Join(en, ", ")}
}

// factorTitle names the column that holds a factor before treatment.
func factorTitle(r *isms.Row, factor string) message.Text {
	for i := range r.Table.Schema.Columns {
		if c := &r.Table.Schema.Columns[i]; c.Factor == factor {
			return columnTitle(r.Table, c)
		}
	}
	return message.Same(factor)
}

// expectedValue is the computed value, with the name of its band where the
// table states values by names.
func expectedValue(m *isms.RiskModel, a *isms.Assessment) message.Text {
	if !a.IsNumber && a.StatedBand != nil && a.Band != nil {
		return bandName(m, a.Band)
	}
	return message.Same(isms.RiskDecimal(a.Computed))
}

// possibleValues lists the values that the formula can take, the first and
// last ones of a long list.
func possibleValues(m *isms.RiskModel) message.Text {
	const most = 12
	var words []string
	values := m.Values()
	for i, v := range values {
		if len(values) > most && i == most-1 {
			words = append(words, "…", isms.RiskDecimal(values[len(values)-1]))
			break
		}
		words = append(words, isms.RiskDecimal(v))
	}
	return message.Text{JA: strings.Join(words, "、"), EN: strings.Join(words, ", ")}
}
