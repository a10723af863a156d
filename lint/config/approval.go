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
	a.ForgeKeys, a.RevokedKeys = keys(n.Get("forge_keys")), keys(n.Get("revoked_keys"))
	seen := r.unique("文書番号", "number")
	for _, t := range items(n.Get("self_approval")) {
		seen(t.Get("number"))
		a.SelfApproval = append(a.SelfApproval, Exception{
			Number: str(t.Get("number")), Reason: str(t.Get("reason")), Until: day(t.Get("until")), Span: r.head(t),
		})
	}
}

func keys(n *source.Node) []Key {
	if n == nil || n.Kind != source.List {
		return nil
	}
	var out []Key
	for _, item := range n.Items {
		if text := str(item); text != "" {
			out = append(out, Key{Text: text, Span: item.Span})
		}
	}
	return out
}

func keyTexts(list []Key) []string {
	var texts []string
	for _, k := range list {
		texts = append(texts, k.Text)
	}
	return texts
}
