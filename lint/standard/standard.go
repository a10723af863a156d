package standard

// Standard is the standard in all its editions. It is made by [Load], is not
// changed afterwards, and may be used by several goroutines at once. The
// values that its methods return are shared and must not be changed.
type Standard struct {
	editions  map[Edition]*contents
	relations map[span]*relation
}

// contents is one edition.
type contents struct {
	edition   Edition
	controls  []*Control
	groups    []*Group
	clauses   []*Clause
	controlOf map[string]*Control
	groupOf   map[string]*Group
	clauseOf  map[string]*Clause
}

// Controls returns the controls of Annex A in the order of the edition.
func (s *Standard) Controls(e Edition) []*Control { return s.edition(e).controls }

// Control returns the control with the given id, in the form that [ParseID]
// gives.
func (s *Standard) Control(e Edition, id string) (*Control, bool) {
	c, ok := s.edition(e).controlOf[id]
	return c, ok
}

// Groups returns the themes of 2022, or the domains each followed by its
// objectives, in the order of the edition.
func (s *Standard) Groups(e Edition) []*Group { return s.edition(e).groups }

// Group returns the theme, domain or objective with the given id.
func (s *Standard) Group(e Edition, id string) (*Group, bool) {
	g, ok := s.edition(e).groupOf[id]
	return g, ok
}

// Clauses returns the clauses from 4 on, each followed by its parts.
func (s *Standard) Clauses(e Edition) []*Clause { return s.edition(e).clauses }

// Clause returns the clause with the given number, such as "6.1.2".
func (s *Standard) Clause(e Edition, number string) (*Clause, bool) {
	c, ok := s.edition(e).clauseOf[number]
	return c, ok
}

// EditionsOf returns the editions that have a control with the given id,
// oldest first.
func (s *Standard) EditionsOf(id string) []Edition {
	return editionsWhere(func(e Edition) bool { _, ok := s.Control(e, id); return ok })
}

// GroupEditionsOf returns the editions that have a theme, domain or objective
// with the given id, oldest first. A.5.1 is a control of 2022 and an objective
// of 2013 and 2005.
func (s *Standard) GroupEditionsOf(id string) []Edition {
	return editionsWhere(func(e Edition) bool { _, ok := s.Group(e, id); return ok })
}

func editionsWhere(has func(Edition) bool) []Edition {
	var out []Edition
	for _, e := range Editions() {
		if has(e) {
			out = append(out, e)
		}
	}
	return out
}

func (s *Standard) edition(e Edition) *contents {
	if c, ok := s.editions[e]; ok {
		return c
	}
	return &contents{}
}
