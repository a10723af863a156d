package config

import (
	"slices"

	"github.com/ismslint/ismslint/lint/source"
)

func (r *reader) risk(n *source.Node) {
	if formula := str(n.Get("formula")); formula != "" {
		r.Risk.Formula = formula
	}
	if factors := n.Get("factors"); factors != nil && len(factors.Fields) > 0 {
		r.factors(factors)
	}
	if labels := n.Get("labels"); labels != nil {
		r.factorLabels(labels)
	}
	if bands := items(n.Get("bands")); len(bands) > 0 {
		r.bands(bands)
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
	var names []string
	for _, f := range r.Risk.Factors {
		names = append(names, f.Name)
	}
	for _, f := range n.Fields {
		labels, ok := strs(f.Value)
		if !ok {
			continue
		}
		i := slices.Index(names, f.Key)
		if i < 0 {
			r.problem(f.KeySpan,
				"要素「%[1]s」はリスクの算定にないため、%[2]sのいずれかにしてください%[3]s",
				"labels name %[1]q, which is no factor, expected %[2]s%[3]s",
				excerpt(f.Key), choice(names), meant(f.Key, names))
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

func (r *reader) bands(tables []*source.Node) {
	seen := r.unique("区分名", "band")
	r.Risk.Bands = nil
	var above *float64
	for i, t := range tables {
		band := Band{Name: str(t.Get("name")), Span: r.head(t)}
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
