package isms

import (
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/formula"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// RiskModel is the risk model of the organisation: factors with their scales,
// the formula that joins them, and the bands of risk values (domain §3).
type RiskModel struct {
	Factors []RiskFactor
	Bands   []RiskBand

	formula *formula.Formula
}

// RiskFactor is one factor of a risk model.
type RiskFactor struct {
	config.Factor
	labels map[string]int // index into the scale by the label in the form of [fold.Key]
}

// RiskBand is one range of risk values.
type RiskBand struct {
	config.Band
	// Treatment says what is done with risks of the band.
	Treatment RiskTreatment

	labels map[string]bool
}

// RiskTreatment is what a band demands (domain §3.2).
type RiskTreatment string

// What bands demand. The first band accepts and the last one treats, unless
// their names say something else; those between are decided case by case.
const (
	AcceptRisk RiskTreatment = "accept"
	DecideRisk RiskTreatment = "decide"
	TreatRisk  RiskTreatment = "treat"
)

// builtinBandLabels are names of bands that need no declaration.
func builtinBandLabels(t RiskTreatment) []string {
	switch t {
	case AcceptRisk:
		return []string{"受容", "原則受容", "保有", "accept", "accepted", "acceptable"}
	case DecideRisk:
		return []string{"受容可能", "判断", "要判断", "個別判断", "条件付き受容", "decide", "conditional", "tolerable"}
	}
	return []string{"対応", "リスク対応", "要対応", "treat", "treatment", "unacceptable"}
}

// newRiskModel compiles the risk model of a configuration.
func newRiskModel(r *config.Risk) (*RiskModel, error) {
	compiled, err := r.Compile()
	if err != nil {
		return nil, err
	}
	m := &RiskModel{formula: compiled}
	for _, f := range r.Factors {
		factor := RiskFactor{Factor: f, labels: make(map[string]int, len(f.Labels))}
		for i, label := range f.Labels {
			factor.labels[fold.Key(label)] = i
		}
		m.Factors = append(m.Factors, factor)
	}
	for i, b := range r.Bands {
		band := RiskBand{Band: b, Treatment: treatmentOf(i, r.Bands), labels: map[string]bool{}}
		for _, label := range append([]string{b.Name}, b.Labels...) {
			band.labels[fold.Key(label)] = true
		}
		m.Bands = append(m.Bands, band)
	}
	for i := range m.Bands {
		m.addBuiltinLabels(&m.Bands[i])
	}
	return m, nil
}

func treatmentOf(i int, bands []config.Band) RiskTreatment {
	switch t := RiskTreatment(fold.Key(bands[i].Name)); {
	case t == AcceptRisk || t == DecideRisk || t == TreatRisk:
		return t
	case i == len(bands)-1 && i > 0:
		return TreatRisk
	case i == 0:
		return AcceptRisk
	}
	return DecideRisk
}

// addBuiltinLabels gives the band those names of its treatment that no other
// band claims. Where two bands have one treatment they are names of neither.
func (m *RiskModel) addBuiltinLabels(b *RiskBand) {
	for i := range m.Bands {
		if o := &m.Bands[i]; o != b && o.Treatment == b.Treatment {
			return
		}
	}
	for _, label := range builtinBandLabels(b.Treatment) {
		if m.BandNamed(label) == nil {
			b.labels[fold.Key(label)] = true
		}
	}
}

// Value returns the risk value of a combination of the factors, which is given
// by the indexes into their scales.
func (m *RiskModel) Value(levels []int) float64 { return m.formula.At(levels) }

// Values are the values that the formula can take, in rising order.
func (m *RiskModel) Values() []float64 { return m.formula.Values() }

// CanBe reports whether some combination of the factors has the value.
func (m *RiskModel) CanBe(value float64) bool {
	_, ok := slices.BinarySearch(m.Values(), value)
	return ok
}

// Band returns the band of a risk value, or nil.
func (m *RiskModel) Band(value float64) *RiskBand {
	for i := range m.Bands {
		if b := &m.Bands[i]; b.Max == nil || value <= *b.Max {
			return b
		}
	}
	return nil
}

// BandNamed returns the band that a text names, or nil.
func (m *RiskModel) BandNamed(text string) *RiskBand {
	key := fold.Key(WithoutRemark(text))
	for i := range m.Bands {
		if m.Bands[i].labels[key] {
			return &m.Bands[i]
		}
	}
	return nil
}

// Level reads the text of a cell as a value of the factor's scale, by number
// in any width or by label, and returns its index. A remark in brackets may
// follow it.
func (f *RiskFactor) Level(text string) (int, bool) {
	if len(f.labels) > 0 {
		if i, ok := f.labels[fold.Key(WithoutRemark(text))]; ok {
			return i, true
		}
	}
	v, ok := RiskNumber(text)
	if !ok {
		return 0, false
	}
	i := slices.Index(f.Scale, v)
	return i, i >= 0
}

// Describe lists the scale for messages, with its labels.
func (f *RiskFactor) Describe() message.Text {
	var text message.Text
	for i, v := range f.Scale {
		if i > 0 {
			text.JA += "、"
			text.EN += ", "
		}
		text.JA += RiskDecimal(v)
		text.EN += RiskDecimal(v)
		if i < len(f.Labels) {
			text.JA += "（" + f.Labels[i] + "）"
			text.EN += " (" + f.Labels[i] + ")"
		}
	}
	return text
}

// RiskNumber reads the text of a cell as a number without a unit, in any width.
func RiskNumber(text string) (float64, bool) { return NumberIn(&schema.Column{}, text) }

// RiskDecimal writes a risk value or level as people do.
func RiskDecimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
