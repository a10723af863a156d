package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
)

var soaUnknownControl = &lint.Rule{
	Name:         "soa/unknown-control",
	Severity:     lint.Error,
	Requirements: []string{"A02-1"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "適用宣言書や台帳の管理策番号が、附属書Aのどの版にもありません",
			EN: "a control number of the Statement of Applicability or of a register is in no edition of Annex A",
		},
		Why: message.Text{
			JA: "番号が違っていると、どの管理策の採否なのかが分からず、ほかの文書からもたどれません。自社で加えた管理策には、A 以外の文字で始まる番号を付けます",
			EN: "with a wrong number nobody knows which control the row is about; a control of the organisation's own has a prefix other than A",
		},
		Wrong: soaExample(`| A.8.35 | 画面の録画 | ○ | 受託開発契約で求められている | 実施 | ISMS-A-04 | - |
`),
		Right: soaExample(`| S-01 | 画面の録画 | ○ | 受託開発契約で求められている | 実施 | ISMS-A-04 | - |
`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			statementRule(checkUnknownRow)(p, f)
			if f.Meta.Status == isms.Obsolete {
				return
			}
			for _, t := range f.Tables {
				for _, column := range strictControlColumns(t) {
					st := s.Statement()
					for i := range t.Rows {
						checkUnknownCited(p, st, &t.Rows[i], column)
					}
				}
			}
		})
	},
}

// checkUnknownRow judges the number of a row of the statement.
func checkUnknownRow(p *lint.Pass, s *isms.Statement, r *isms.StatementRow) {
	if r.Control != nil || r.Own || r.Written.Text == "" || len(p.Standard.EditionsOf(r.ID)) > 0 || isOpenCell(r.Table, r.Written.Text) {
		return
	}
	written := cellExcerpt(r.Written.Text)
	at := r.Written.Span
	severity := registerSeverity(s.File)
	switch meant := byTitle(p.Standard, s.Edition, r.Row.Written("title").Text); {
	case r.ID == "":
		reportControl(p, r, severity, at, message.Textf(
			"「%[1]s」は管理策の番号ではありません。A.5.1 のように書いてください",
			"%[1]q is no number of a control, expected one such as A.5.1", written))
	case meant != nil:
		reportControl(p, r, severity, at, message.Textf(
			"管理策「%[1]s」は附属書Aにありません。「%[2]s」の誤りではありませんか",
			"Annex A has no control %[1]q, did you mean %[2]q", written, titled(meant.ID, &meant.Titles)))
	case isGroup(p.Standard, r.ID):
		reportControl(p, r, severity, at, message.Textf(
			"「%[1]s」は管理策ではなく、管理策をまとめた項目の番号です。管理策ごとに採否を決めてください",
			"%[1]q is not a control but a group of controls, expected one row for each control", written))
	default:
		reportControl(p, r, severity, at, message.Textf(
			"管理策「%[1]s」は附属書Aにありません。%[3]sの%[2]s。自社で加えた管理策であれば、A 以外の文字で始まる番号にしてください",
			"Annex A has no control %[1]q; %[2]s of %[3]s; a control of your own needs a prefix other than A", written, extent(p.Standard, s.Edition, theme(r.ID)), editionName(s.Edition)))
	}
}

// strictControlColumns returns the columns of registers that hold nothing but
// controls.
func strictControlColumns(t *isms.Table) []string {
	return slices.DeleteFunc(controlColumns(t), func(name string) bool {
		return !slices.Contains(t.Schema.Column(name).References, "control")
	})
}

// checkUnknownCited judges the controls that a register names: those of Annex
// A, and those of the organisation's own that the statement must declare.
func checkUnknownCited(p *lint.Pass, st *isms.Statement, r *isms.Row, column string) {
	edition := p.EditionOf(r.Table.File)
	citedControls(p, r, column, func(id string, at source.Span) {
		if _, ok := p.Standard.Control(edition, id); ok || st != nil && st.Row(id) != nil || len(p.Standard.EditionsOf(id)) > 0 || isGroup(p.Standard, id) {
			return
		}
		if _, annex := standard.ParseID(id); !annex && st == nil {
			return
		}
		f := tableFinding(r.Table, at, message.Textf(
			"管理策「%[1]s」は附属書Aにも適用宣言書にもありません。番号を確かめてください",
			"the control %[1]q is neither in Annex A nor in the Statement of Applicability, expected one that is", id))
		f.Subject = id
		p.Report(f)
	})
}

// byTitle returns the control of an edition with a title, or nil.
func byTitle(std *standard.Standard, e standard.Edition, title string) *standard.Control {
	if title == "" {
		return nil
	}
	for _, c := range std.Controls(e) {
		if c.Accepts(title) {
			return c
		}
	}
	return nil
}

func isGroup(std *standard.Standard, id string) bool { return len(std.GroupEditionsOf(id)) > 0 }

// extent says which controls a theme or domain has.
func extent(std *standard.Standard, e standard.Edition, group string) message.Text {
	first, last := "", ""
	for _, c := range std.Controls(e) {
		if theme(c.ID) != group {
			continue
		}
		if first == "" {
			first = c.ID
		}
		last = c.ID
	}
	if first == "" {
		all := std.Controls(e)
		first, last = all[0].ID, all[len(all)-1].ID
	}
	return message.Textf("管理策は %[1]s から %[2]s までです", "expected one from %[1]s to %[2]s", first, last)
}
