package config

import "github.com/ismslint/ismslint/lint/source"

func (r *reader) approval(n *source.Node) {
	a := &r.Approval
	if grade := str(n.Get("evidence")); grade != "" {
		a.Evidence = Grade(grade)
	}
	if series := n.Get("series"); series != nil {
		for _, f := range series.Fields {
			if grade := str(f.Value); grade != "" {
				a.Series[f.Key] = Grade(grade)
			}
		}
	}
	seen := r.unique("文書番号", "number")
	for _, t := range items(n.Get("self_approval")) {
		seen(t.Get("number"))
		a.SelfApproval = append(a.SelfApproval, Exception{
			Number: str(t.Get("number")), Reason: str(t.Get("reason")), Until: day(t.Get("until")), Span: r.head(t),
		})
	}
}
