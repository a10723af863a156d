package rules

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
)

var soaMissingControl = &lint.Rule{
	Name:         "soa/missing-control",
	Severity:     lint.Error,
	Requirements: []string{"A02-1"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "適用宣言書に、附属書Aの管理策の行がありません",
			EN: "the Statement of Applicability has no row for a control of Annex A",
		},
		Why: message.Text{
			JA: "採用しない管理策も、検討して除外したことを示すため、理由とともに載せます。行がなければ、見落としと区別できません",
			EN: "a control that is not adopted is listed too, with the reason; without a row nobody can tell an exclusion from an oversight",
		},
		Wrong: soaExample(strings.Replace(allControls(), "| A.7.4 | （管理策名） | × | 拠点を持たず、監視する施設がないため | - | - | - |\n", "", 1)),
		Right: soaExample(allControls()),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		s := judgedStatement(f)
		if s == nil {
			if f.Statement != nil && f.Statement.Foreign != "" && f.Meta.Status != isms.Obsolete {
				p.NotEvaluated(f, "管理策の番号の多くが適用規格とは別の版（%[1]s）のものであるため、判定できません",
					"most of its ids are of another edition (%[1]s)", editionName(f.Statement.Foreign))
			}
			return
		}
		var missing []*standard.Control
		for _, c := range p.Standard.Controls(s.Edition) {
			if s.Row(c.ID) == nil {
				missing = append(missing, c)
			}
		}
		if len(missing) > mostSingle {
			reportMissingThemes(p, s, missing)
			return
		}
		for _, c := range missing {
			reportMissingControls(p, s, c.ID, message.Textf(
				"「%[1]s」の行がありません。%[2]sの附属書Aの管理策は、採用しないものも理由とともに載せてください",
				"the control %[1]q has no row, expected every control of Annex A of %[2]s, excluded ones with the reason", titled(c.ID, &c.Titles), editionName(s.Edition)))
		}
	},
}

// mostSingle is the number of controls up to which each is a finding of its
// own; more are told by theme.
const mostSingle = 10

// reportMissingThemes reports one finding for each theme or domain.
func reportMissingThemes(p *lint.Pass, s *isms.Statement, missing []*standard.Control) {
	forThemes(p.Standard, s.Edition, missing, func(g *standard.Group, total int, ids []string) {
		reportMissingControls(p, s, g.ID, message.Textf(
			"「%[1]s」の管理策%[2]d件のうち%[3]d件の行がありません（%[4]s）。採用しないものも理由とともに載せてください",
			"%[3]d of the %[2]d controls of %[1]q have no row (%[4]s), expected every control, excluded ones with the reason",
			titled(g.ID, &g.Titles), total, len(ids), firstFew(ids)))
	})
}

// forThemes groups controls by the theme or domain that they belong to.
func forThemes(std *standard.Standard, e standard.Edition, controls []*standard.Control, yield func(g *standard.Group, total int, ids []string)) {
	byTheme, total := map[string][]string{}, map[string]int{}
	for _, c := range controls {
		byTheme[theme(c.ID)] = append(byTheme[theme(c.ID)], c.ID)
	}
	for _, c := range std.Controls(e) {
		total[theme(c.ID)]++
	}
	for _, g := range std.Groups(e) {
		if ids := byTheme[g.ID]; len(ids) > 0 && g.Kind != standard.Objective {
			yield(g, total[g.ID], ids)
		}
	}
}

// firstFew lists the first ids and says how many more there are.
func firstFew(ids []string) message.Text {
	const few = 3
	if len(ids) <= few+1 {
		return listed(ids)
	}
	text := listed(ids[:few])
	return message.Text{JA: fmt.Sprintf("%sほか%d件", text.JA, len(ids)-few), EN: fmt.Sprintf("%s and %d more", text.EN, len(ids)-few)}
}

// reportMissingControls reports at the header of the table that holds the rest
// of the theme.
func reportMissingControls(p *lint.Pass, s *isms.Statement, id string, text message.Text) {
	table := s.Tables[0]
	for i := range s.Rows {
		if theme(s.Rows[i].ID) == theme(id) {
			table = s.Rows[i].Table
			break
		}
	}
	f := tableFinding(table, headerPlace(table), text)
	f.Subject = id
	p.Report(f)
}

// headerPlace returns the header cell of the key column.
func headerPlace(t *isms.Table) source.Span {
	if i, ok := t.Columns[t.Schema.Key[0]]; ok {
		return t.Header[i].Span
	}
	return t.HeaderSpan()
}

// allControls are the rows of the 93 controls of the edition of 2022 for an
// organisation without premises.
func allControls() string {
	var b strings.Builder
	for _, t := range []struct{ theme, controls int }{{5, 37}, {6, 8}, {7, 14}, {8, 34}} {
		for i := 1; i <= t.controls; i++ {
			rest := "○ | 顧客との契約で求められているため | 実施 | ISMS-A-04 | -"
			if t.theme == 7 {
				rest = "× | 拠点を持たず、監視する施設がないため | - | - | -"
			}
			fmt.Fprintf(&b, "| A.%d.%d | （管理策名） | %s |\n", t.theme, i, rest)
		}
	}
	return b.String()
}
