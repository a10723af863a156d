package lint

// Without drops the findings that another state has, too: what is left is what
// the change between the two is responsible for. What only a change can be
// found guilty of is in no report on a single state.
func (r *Report) Without(before *Report) {
	known := make(map[string]bool, len(before.Findings))
	for i := range before.Findings {
		known[before.Findings[i].Fingerprint] = true
	}
	kept := r.Findings[:0:0]
	for _, f := range r.Findings {
		if !known[f.Fingerprint] {
			kept = append(kept, f)
		}
	}
	r.Findings = kept
	r.Count()
}

// Count counts the findings anew. The numbers of files stay as they are.
func (r *Report) Count() { r.summarise(r.Summary.Files, r.Summary.Covered) }
