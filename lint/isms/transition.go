package isms

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/standard"
)

// TransitionRow says what becomes of an organisation's controls when it goes
// from one edition of the standard to another (CTL-002).
type TransitionRow struct {
	// Control is the control of the edition gone to; nil for controls that
	// have no successor there.
	Control *standard.Control
	// Kind and Confidence are those of the correspondence; of several, the
	// confidence is the weakest.
	Kind       standard.MappingKind
	Confidence standard.Confidence
	// From are the controls of the edition come from; none for a new control.
	From []*standard.Control
	// Rows are what the Statement of Applicability says of them, or of Control
	// where the statement is already written to the edition gone to.
	Rows []*StatementRow
	// Risks are the ids of the risks that the statement gives for these
	// controls or that are treated with them; Documents the places that the
	// statement names and the sections about them. Both are what the
	// transition affects, sorted.
	Risks, Documents []string
}

// Transition returns the table of the transition from one edition to another,
// in the order of the edition gone to, controls without a successor last.
func (s *System) Transition(from, to standard.Edition) []TransitionRow {
	t := transition{system: s, statement: s.Statement(), from: from, to: to, risks: s.risksByControl(), sections: s.sectionsByControl()}
	var rows []TransitionRow
	for _, c := range s.Standard.Controls(to) {
		rows = append(rows, t.row(c))
	}
	for _, c := range s.Standard.Controls(from) {
		for _, m := range s.Standard.Successors(from, c.ID, to) {
			if m.Kind == standard.None {
				row := TransitionRow{Kind: m.Kind, Confidence: m.Confidence, From: []*standard.Control{c}}
				t.affected(&row)
				rows = append(rows, row)
			}
		}
	}
	return rows
}

type transition struct {
	system          *System
	statement       *Statement
	from, to        standard.Edition
	risks, sections map[editionID][]string
}

// editionID is a control; an id alone means different ones in different editions.
type editionID struct {
	edition standard.Edition
	id      string
}

func (t *transition) row(c *standard.Control) TransitionRow {
	row := TransitionRow{Control: c, Kind: standard.New}
	for i, m := range t.system.Standard.Successors(t.to, c.ID, t.from) {
		row.Kind = m.Kind
		if i == 0 || weaker(m.Confidence, row.Confidence) {
			row.Confidence = m.Confidence
		}
		if old, ok := t.system.Standard.Control(t.from, m.To); ok {
			row.From = append(row.From, old)
		}
	}
	t.affected(&row)
	return row
}

// weaker reports whether a is attested less than b.
func weaker(a, b standard.Confidence) bool {
	order := []standard.Confidence{standard.Unknown, standard.Unconfirmed, standard.CrossEdition, standard.OneSource, standard.TwoSources}
	return slices.Index(order, a) < slices.Index(order, b)
}

// affected adds what the organisation has for the controls of a row.
func (t *transition) affected(row *TransitionRow) {
	controls := row.From
	if row.Control != nil {
		controls = append(slices.Clip(controls), row.Control)
	}
	for _, c := range controls {
		key := editionID{c.Edition, c.ID}
		if t.statement != nil && t.statement.Edition == c.Edition {
			t.stated(row, t.statement.Row(c.ID))
		}
		row.Risks = append(row.Risks, t.risks[key]...)
		row.Documents = append(row.Documents, t.sections[key]...)
	}
	row.Risks, row.Documents = distinct(row.Risks), distinct(row.Documents)
}

// stated adds what the statement says of a control.
func (t *transition) stated(row *TransitionRow, r *StatementRow) {
	if r == nil {
		return
	}
	row.Rows = append(row.Rows, r)
	for _, v := range r.List("risks") {
		row.Risks = append(row.Risks, v.Text)
	}
	for _, v := range r.List("document") {
		row.Documents = append(row.Documents, strings.Join(strings.Fields(v.Text), " "))
	}
}

func distinct(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

// risksByControl returns the risks that are treated with each control.
func (s *System) risksByControl() map[editionID][]string {
	out := map[editionID][]string{}
	for r := range s.Rows("ISMS-B-02", "risks") {
		edition := s.EditionOf(r.Table.File)
		for _, v := range r.List("controls") {
			found := false
			s.NamesControl(v.Text, edition, func(id string) {
				found = true
				out[editionID{edition, id}] = append(out[editionID{edition, id}], r.Name())
			})
			if id := ControlID(WithoutRemark(v.Text)); !found && id != "" {
				out[editionID{edition, id}] = append(out[editionID{edition, id}], r.Name())
			}
		}
	}
	return out
}

// sectionsByControl returns the sections of documents in force about each
// control, as number and id.
func (s *System) sectionsByControl() map[editionID][]string {
	out := map[editionID][]string{}
	for _, f := range s.Files() {
		if f.Kind != Controlled || f.Meta.Status == Obsolete {
			continue
		}
		for _, c := range s.ControlSections(f) {
			key := editionID{s.EditionOf(f), c.ID}
			out[key] = append(out[key], f.ID()+" "+c.ID)
		}
	}
	return out
}
