package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var incidentPrevention = &lint.Rule{
	Name:         "incident/prevention",
	Severity:     lint.Error,
	Requirements: []string{"B12-3"},
	Clauses:      []string{"10.2"},
	Controls:     []string{"A.5.27"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "インシデントの再発防止策を、ISMS推進委員会で審議した記録がありません",
			EN: "nothing shows that the committee deliberated on preventing a recurrence of an incident",
		},
		Why: message.Text{
			JA: "再発防止策は、ISMS管理責任者が委員会に諮って全社に広げます。議事録を挙げなければ、決めたことを確かめられません",
			EN: "the ISMS manager takes the measures to the committee so that all departments learn from them; without the minutes nobody can tell what was decided",
		},
		Wrong: incidentReportExample("## 再発防止\n\n宛先を二人で確かめる。\n"),
		Right: incidentReportExample("## 再発防止\n\n2026-07-16のISMS推進委員会で、宛先を二人で確かめることを決めた。\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(incidentForm, schema.RecordTable) {
			if f := r.Table.File; f.Kind != isms.RecordFile || f.Meta.Status != isms.Approved || isBroken(r) || r.Value("kind").Text == "disaster" {
				continue
			}
			checkPrevention(p, s, r)
		}
	},
}

func checkPrevention(p *lint.Pass, s *isms.System, r *isms.Row) {
	v := r.Written("prevention")
	deliberated := false
	text := v.Text
	sisterRows(r.Table, "measures", func(m *isms.Row) {
		deliberated = deliberated || m.Day("deliberated").Valid()
		text += "\n" + m.Written("measure").Text
	})
	if deliberated || v.Empty() && !hasSister(r.Table, "measures") {
		return // what is not filled in at all is for register/field
	}
	for _, id := range namedIDs(s, "minutes", text) {
		if s.Find("minutes", id) != nil {
			return
		}
	}
	if key := fold.Key(text); containsOneOf(key, "委員会", "committee") {
		if first, _ := daysIn(text); !first.IsZero() || !s.Defines("minutes") {
			return
		}
	}
	reportForm(p, r, v, "", message.Textf(
		"再発防止に、ISMS推進委員会で審議した日又は議事録の番号がありません。審議して記入してください",
		"the measures against a recurrence cite no minutes, expected when the ISMS committee deliberated on them"))
}
