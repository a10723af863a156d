package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// checkRevised holds the revised date against the revision number: the first
// revision has none, every later one has (design decision 1). Which is the
// first one, the history knows best: where it begins with an unexpected
// number, revision/sequence reports that alone.
func checkRevised(p *lint.Pass, f *isms.File, rows []isms.Revision) {
	m, initial := f.Meta, p.Config.Documents.InitialRevision
	if !m.Revision.Valid {
		return
	}
	current := m.Revision.Int
	begins := current
	if len(rows) > 0 && rows[0].Revision.Valid {
		begins = rows[0].Revision.Int
	}
	switch {
	case !m.Revised.Empty() && current <= initial && begins >= current:
		p.Reportf(f, m.Revised.Span, "改訂番号 %d は最初の版なので、改訂日は書きません（%s）。改訂したのなら改訂番号を上げてください",
			"revision %d is the first one and has no revised date, but %s is given; remove it or raise the revision", current, m.Revised.Text)
	case m.Revised.Empty() && current > initial && !unapproved(f) && (len(rows) == 0 || begins != current):
		p.Reportf(f, m.Revision.Place(), "改訂番号 %d に改訂日（revised）がありません", "revision %d has no revised date (revised)", current)
	}
}

// compareRevision holds the current revision against the rows, and reports
// whether they agree. A draft may be one ahead: its row is written when it is
// approved.
func compareRevision(p *lint.Pass, f *isms.File, rows []isms.Revision) (agree bool) {
	if len(rows) == 0 {
		return true
	}
	current, last := f.Meta.Revision, rows[len(rows)-1]
	highest, found := -1, false
	for _, r := range rows {
		if r.Revision.Valid {
			highest, found = max(highest, r.Revision.Int), found || isCurrent(f, r)
		}
	}
	expected := p.Config.Documents.InitialRevision + len(rows) - 1
	switch {
	case !current.Valid || highest < 0:
	case found && highest == current.Int:
	case unapproved(f) && current.Int == highest+1:
	case !found && current.Int == expected: // revision/sequence reports the row
	default:
		p.Report(lint.Finding{
			File: f.Path, Span: &current.Span,
			Message: message.Textf("改訂番号が %d ですが、改訂履歴の最後は %d です", "the revision is %d, but the last row of the revision history is %d", current.Int, highest),
			Related: related(f, last.Revision.Span, "改訂履歴の最後の行", "last row of the revision history"),
		})
		return false
	}
	return true
}

func compareDay(p *lint.Pass, f *isms.File, head, row isms.Day, what, where message.Text) {
	if !head.Valid() || !row.Valid() || head.Date == row.Date {
		return
	}
	p.Report(lint.Finding{
		File: f.Path, Span: &head.Span,
		Message: message.Textf("%[1]sが %[2]s ですが、%[3]sは %[4]s です", "the %[1]s is %[2]s, but the %[3]s says %[4]s", what, head.Date, where, row.Date),
		Related: related(f, row.Span, where.JA, where.EN),
	})
}

// comparePersons holds the persons of a field against those of the row of the
// same revision. Names that cannot be told apart are left to other rules.
func comparePersons(p *lint.Pass, f *isms.File, head isms.Names, cell isms.Value, what, where message.Text) {
	if head.None() || cell.None() {
		return
	}
	stated, signed := signersOf(p, head), signersIn(p, cell.Text)
	if !allPersons(stated) || !allPersons(signed) {
		return
	}
	for _, s := range signed {
		if indexOf(stated, s) >= 0 {
			return
		}
	}
	at := placeOf(head)
	p.Report(lint.Finding{
		File: f.Path, Span: &at,
		Message: message.Textf("%[1]sが「%[2]s」ですが、%[3]sでは「%[4]s」です",
			"the %[1]s is %[2]s, but the %[3]s says %[4]s", what, listPersons(stated), where, listPersons(signed)),
		Related: related(f, cell.Span, where.JA, where.EN),
	})
}

// related names one other place in the same file.
func related(f *isms.File, at source.Span, ja, en string) []lint.Related {
	return []lint.Related{{File: f.Path, Span: &at, Message: message.Text{JA: ja, EN: en}}}
}
