package config

import (
	"slices"

	"github.com/ismslint/ismslint/lint/source"
)

// risk reads the risk model. sound reports whether the section of the file is
// as its schema has it; only then is the formula tried.
func (r *reader) risk(n *source.Node, sound bool) {
	before := len(r.problems)
	if formula := str(n.Get("formula")); formula != "" {
		r.Risk.Formula = formula
	}
	if factors := n.Get("factors"); factors != nil && len(factors.Fields) > 0 {
		r.factors(factors)
	}
	if labels := n.Get("labels"); labels != nil {
		r.factorLabels(labels)
	}
	if columns := n.Get("columns"); columns != nil {
		r.factorColumns(columns)
	}
	if bands := items(n.Get("bands")); len(bands) > 0 {
		r.bands(bands)
	}
	if n != nil && sound && len(r.problems) == before {
		r.riskFormula(n)
	}
}

func (r *reader) factors(n *source.Node) {
	r.Risk.Factors = nil
	for _, f := range n.Fields {
		factor := Factor{Name: f.Key, Span: f.KeySpan}
		if f.Value.Kind == source.List {
			for _, item := range f.Value.Items {
				if v, ok := number(item); ok {
					factor.Scale = append(factor.Scale, v)
				}
			}
		}
		r.Risk.Factors = append(r.Risk.Factors, factor)
	}
}

// factorLabels names the values of the factors, built-in ones included.
func (r *reader) factorLabels(n *source.Node) {
	for _, f := range n.Fields {
		labels, ok := strs(f.Value)
		i := r.factor("labels", f)
		if !ok || i < 0 {
			continue
		}
		if want := len(r.Risk.Factors[i].Scale); len(labels) != want && want > 0 {
			r.problem(f.Value.Span,
				"要素「%[1]s」の値は%[2]d個、呼び方は%[3]d個なので、数を合わせてください",
				"%[1]s has %[2]d values but %[3]d labels, expected as many labels as values",
				f.Key, want, len(labels))
			continue
		}
		r.Risk.Factors[i].Labels = labels
	}
}

// factorColumns names the columns of the factors, built-in ones included.
func (r *reader) factorColumns(n *source.Node) {
	for _, f := range n.Fields {
		if i := r.factor("columns", f); i >= 0 {
			r.Risk.Factors[i].Columns = list(f.Value)
		}
	}
}

// factor returns the index of the factor that a key of a table names, or -1.
func (r *reader) factor(table string, f source.Field) int {
	var names []string
	for _, f := range r.Risk.Factors {
		names = append(names, f.Name)
	}
	i := slices.Index(names, f.Key)
	if i < 0 {
		r.problem(f.KeySpan,
			"要素「%[2]s」はリスクの算定にないため、%[3]sのいずれかにしてください%[4]s",
			"%[1]s name %[2]q, which is no factor, expected %[3]s%[4]s",
			table, excerpt(f.Key), choice(names), meant(f.Key, names))
	}
	return i
}

func (r *reader) bands(tables []*source.Node) {
	seen := r.unique("区分名", "band")
	r.Risk.Bands = nil
	var above *float64
	for i, t := range tables {
		band := Band{Name: str(t.Get("name")), Labels: list(t.Get("labels")), Span: r.head(t)}
		seen(t.Get("name"))
		highest := t.Get("max")
		v, ok := number(highest)
		switch {
		case ok && above != nil && v <= *above:
			r.problem(highest.Span,
				"区分「%[1]s」の上限値%[2]sが前の区分の上限値%[3]s以下のため、小さい順に並べてください",
				"max %[2]s of band %[1]q is not above %[3]s of the band before, expected bands in rising order",
				excerpt(band.Name), decimal(v), decimal(*above))
		case highest == nil && i < len(tables)-1:
			r.problem(band.Span,
				"区分「%[1]s」に上限値（max）がないため、指定してください（上限を省けるのは最後の区分だけです）",
				"band %[1]q has no max, expected one because other bands follow", excerpt(band.Name))
		}
		if ok {
			band.Max, above = &v, &v
		}
		r.Risk.Bands = append(r.Risk.Bands, band)
	}
}
