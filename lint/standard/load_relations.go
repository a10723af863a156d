package standard

import (
	"fmt"
	"io/fs"
)

// loadRelations reads which controls of one edition correspond to which of
// the next from the table of the older edition.
func (s *Standard) loadRelations(files fs.FS) error {
	early, err := s.readRelation(files, Edition2005, Edition2013)
	if err != nil {
		return err
	}
	late, err := s.readRelation(files, Edition2013, Edition2022)
	if err != nil {
		return err
	}
	s.relations[span{Edition2005, Edition2013}] = early
	s.relations[span{Edition2013, Edition2022}] = late
	s.relations[span{Edition2005, Edition2022}] = join(s.Controls(Edition2005), early, late)
	return nil
}

func (s *Standard) readRelation(files fs.FS, older, newer Edition) (*relation, error) {
	column := "refs_" + string(newer)
	t, err := readTable(files, "annex-a-"+string(older)+".csv", "id", column, "mapping_confidence")
	if err != nil {
		return nil, err
	}
	rel := newRelation()
	return rel, t.each(func(r row) error {
		confidence := r.confidence("mapping_confidence")
		rel.weakest = weaker(rel.weakest, confidence)
		for _, id := range r.list(column) {
			if err := s.relate(rel, r.text("id"), newer, id, confidence); err != nil {
				return err
			}
		}
		for _, id := range r.list(column + "_unverified") {
			if err := s.relate(rel, r.text("id"), newer, id, Unconfirmed); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Standard) relate(rel *relation, id string, newer Edition, successor string, c Confidence) error {
	if _, ok := s.Control(newer, successor); !ok {
		return fmt.Errorf("control %q has the unknown successor %q", id, successor)
	}
	rel.add(id, successor, c)
	return nil
}
