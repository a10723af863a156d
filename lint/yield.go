package lint

import "slices"

// subject is what a rule found something of.
type subject struct{ rule, name string }

// yield drops the findings of rules that leave a subject to others, where these
// found something of it.
func (r *run) yield() {
	var found map[subject]bool
	for _, rule := range r.rules.enabled {
		if len(rule.YieldsTo) == 0 {
			continue
		}
		if found == nil {
			found = r.subjects()
		}
		r.findings = slices.DeleteFunc(r.findings, func(f Finding) bool {
			return f.Rule == rule.Name && slices.ContainsFunc(rule.YieldsTo, func(other string) bool { return found[subject{other, f.Subject}] })
		})
	}
}

func (r *run) subjects() map[subject]bool {
	found := map[subject]bool{}
	for i := range r.findings {
		if f := &r.findings[i]; f.Subject != "" {
			found[subject{f.Rule, f.Subject}] = true
		}
	}
	return found
}
