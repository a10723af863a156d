package standard

// MappingKind says how two controls of different editions correspond. It
// describes the pair, from whichever side one asks.
type MappingKind string

// The kinds of correspondence.
const (
	Kept   MappingKind = "kept"   // one control became one
	Merged MappingKind = "merged" // several older controls became one newer control
	Split  MappingKind = "split"  // one older control became several newer controls
	New    MappingKind = "new"    // the newer control had no predecessor
	None   MappingKind = "none"   // the older control has no successor
)

// Mapping is the correspondence of one control to one of another edition.
type Mapping struct {
	From string
	// To is "" when the kind is New or None.
	To         string
	Kind       MappingKind
	Confidence Confidence
}

// Successors returns the controls of edition to that correspond to control id
// of edition from, in the order of the data; asked backwards, it returns the
// predecessors. A control without any gives one Mapping of kind None or New.
// The result is nil when from has no such control or the editions are equal.
//
// Between 2013 and 2022 every pair is [TwoSources]. Between 2005 and 2013
// almost all are [Unconfirmed]: hints to show, no ground for a finding. From
// 2005 to 2022 the two steps are joined.
func (s *Standard) Successors(from Edition, id string, to Edition) []Mapping {
	if _, ok := s.Control(from, id); !ok || from == to || !to.Valid() {
		return nil
	}
	if from > to {
		rel := s.relations[span{to, from}]
		return rel.mappings(id, rel.backward[id], New)
	}
	rel := s.relations[span{from, to}]
	return rel.mappings(id, rel.forward[id], None)
}

// span is an older and a newer edition.
type span struct{ older, newer Edition }

// relation holds the pairs of corresponding controls of two editions.
type relation struct {
	forward, backward map[string][]link
	// weakest is the weakest confidence in the table of pairs: that a control
	// is in none of them is known no better.
	weakest Confidence
}

type link struct {
	to         string
	confidence Confidence
}

func newRelation() *relation {
	return &relation{forward: map[string][]link{}, backward: map[string][]link{}, weakest: TwoSources}
}

// add records a pair, once.
func (r *relation) add(older, newer string, c Confidence) {
	for _, l := range r.forward[older] {
		if l.to == newer {
			return
		}
	}
	r.forward[older] = append(r.forward[older], link{newer, c})
	r.backward[newer] = append(r.backward[newer], link{older, c})
	r.weakest = weaker(r.weakest, c)
}

// mappings describes the links of a control; missing is the kind when there
// are none.
func (r *relation) mappings(id string, links []link, missing MappingKind) []Mapping {
	if len(links) == 0 {
		return []Mapping{{From: id, Kind: missing, Confidence: r.weakest}}
	}
	out := make([]Mapping, len(links))
	for i, l := range links {
		older, newer := id, l.to
		if missing == New {
			older, newer = newer, older
		}
		out[i] = Mapping{From: id, To: l.to, Kind: r.kind(older, newer), Confidence: l.confidence}
	}
	return out
}

func (r *relation) kind(older, newer string) MappingKind {
	switch {
	case len(r.forward[older]) > 1:
		return Split
	case len(r.backward[newer]) > 1:
		return Merged
	}
	return Kept
}

// join composes two relations: the newer side of the first is the older side
// of the second. Controls are given in the order of the oldest edition.
func join(controls []*Control, first, second *relation) *relation {
	out := newRelation()
	for _, c := range controls {
		for _, middle := range first.forward[c.ID] {
			for _, last := range second.forward[middle.to] {
				out.add(c.ID, last.to, weaker(middle.confidence, last.confidence))
			}
		}
	}
	out.weakest = weaker(first.weakest, second.weakest)
	return out
}
