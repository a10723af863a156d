package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// isCurrent reports whether a row of the history is that of the revision which
// the front matter states.
func isCurrent(f *isms.File, row isms.Revision) bool {
	return row.Revision.Valid && f.Meta.Revision.Valid && row.Revision.Int == f.Meta.Revision.Int
}

// currentRow returns the row of the revision that the front matter states, the
// last one if there are several, and false when there is none.
func currentRow(f *isms.File, rows []isms.Revision) (isms.Revision, bool) {
	for i := len(rows) - 1; i >= 0; i-- {
		if isCurrent(f, rows[i]) {
			return rows[i], true
		}
	}
	return isms.Revision{}, false
}

// awaitsApproval reports whether the last row of the history is that of the
// revision which is being worked on, so that date and approval are still to
// come.
func awaitsApproval(f *isms.File, rows []isms.Revision, i int) bool {
	last := rows[i].Revision
	return unapproved(f) && i == len(rows)-1 && (!last.Valid || !f.Meta.Revision.Valid || last.Int >= f.Meta.Revision.Int)
}

// hasColumn reports whether the history has a column, so that a row which is
// too short for it lacks the cell.
func hasColumn(f *isms.File, c isms.RevisionColumn) bool {
	_, ok := f.Revisions.Columns[c]
	return ok
}

// placeIn returns the place of a cell, or that of its row where the row is too
// short to have it.
func placeIn(v isms.Value, row source.Span) source.Span {
	if !v.Present {
		return row
	}
	return v.Span
}

// numberIn returns the revision number of a row as written, for messages.
func numberIn(row isms.Revision) message.Text {
	if row.Revision.None() {
		return message.Text{JA: "（空欄）", EN: "(blank)"}
	}
	return message.Same(row.Revision.Text)
}

// isPlaceholder reports whether a text is still to be filled in, which
// text/placeholder reports.
func isPlaceholder(text string) bool {
	if strings.ContainsAny(text, "○〇◯●△□◆＿_{}<>Ｘ？?") {
		return true
	}
	lower := strings.ToLower(text)
	for _, mark := range []string{"xx", "yyyy", "tbd", "未定", "別途"} {
		if strings.Contains(lower, mark) {
			return true
		}
	}
	return false
}
