package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var eventIncident = &lint.Rule{
	Name:         "event/incident",
	Severity:     lint.Error,
	Requirements: []string{"B13-3"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.25", "A.5.26"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "インシデントと評価した事象と、インシデント報告書が対応していません",
			EN: "an event that is an incident and the incident report do not refer to each other",
		},
		Why: message.Text{
			JA: "事象の報告から対応、再発防止までをたどれなければ、インシデントにどう対応したかを説明できません",
			EN: "unless one leads to the other, nobody can follow an incident from the first report to its prevention",
		},
		Wrong: eventExample("| EV-2026-001 | 2026-05-20 | 伊藤 美咲 | 誤送信 | 鈴木 次郎 | インシデント | 田中 一郎 | 2026-05-22 | - |\n"),
		Right: eventExample("| EV-2026-001 | 2026-05-20 | 伊藤 美咲 | 誤送信 | 鈴木 次郎 | インシデント | 田中 一郎 | 2026-05-22 | INC-2026-001 |\n") + incidentReportExample(""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachEvent(s, func(r *isms.Row) { checkEventIncident(p, s, r) })
		for r := range s.Rows(incidentForm, schema.RecordTable) {
			if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) {
				checkIncidentEvent(p, s, r)
			}
		}
	},
}

// checkEventIncident looks from an event to its incident. That a report with
// the id exists at all is for register/field to say.
func checkEventIncident(p *lint.Pass, s *isms.System, r *isms.Row) {
	v := r.Written("incident")
	evaluation := r.Value("evaluation").Text
	switch {
	case evaluation == "incident" && v.None() && v.Present:
		reportForm(p, r, v, "", message.Textf(
			"%[1]s評価は「%[2]s」ですが、「%[3]s」がありません。「セキュリティインシデント報告書」を作り、その番号を記入してください",
			"the evaluation%[1]s is %[2]q, but %[3]q is empty; expected the id of an incident report",
			ofRow(r), cellExcerpt(r.Written("evaluation").Text), riskTitle(r, "incident")))
	case evaluation == "event" && !v.None():
		reportForm(p, r, v, "", message.Textf(
			"%[1]s評価は「%[2]s」ですが、「%[3]s」に %[4]s があります。どちらかを直してください",
			"the evaluation%[1]s is %[2]q, but %[3]q is %[4]s; expected the two to agree",
			ofRow(r), cellExcerpt(r.Written("evaluation").Text), riskTitle(r, "incident"), cellExcerpt(v.Text)))
	default:
		for _, part := range r.List("incident") {
			if incident := s.Find("incident", isms.WithoutRemark(part.Text)); incident != nil && !namesID(incident, "event", r.Name()) && !incident.Written("event").None() {
				reportForm(p, r, part, "", message.Textf(
					"%[1]s「%[2]s」は %[3]s ですが、その報告書の事象番号に %[4]s がありません。どちらかを直してください",
					"%[2]q%[1]s is %[3]s, but that report does not name event %[4]s; expected the two to agree",
					ofRow(r), riskTitle(r, "incident"), cellExcerpt(part.Text), cellExcerpt(r.Name())),
					formRelated(incident, incident.Written("event"), "報告書の事象番号", "event of the report"))
			}
		}
	}
}

// checkIncidentEvent looks from an incident to its events.
func checkIncidentEvent(p *lint.Pass, s *isms.System, incident *isms.Row) {
	if s.Repeats("incident", incident.Name()) {
		return
	}
	for _, part := range incident.List("event") {
		event := s.Find("event", isms.WithoutRemark(part.Text))
		if event == nil || !event.Written("incident").Present || namesID(event, "incident", incident.Name()) {
			continue
		}
		if v := event.Written("incident"); v.None() && event.Value("evaluation").Text == "incident" {
			continue // reported at the event
		}
		reportForm(p, incident, part, "", message.Textf(
			"事象 %[1]s の行に、このインシデント %[2]s の番号がありません。事象記録簿の評価とインシデント番号を直してください",
			"event %[1]s does not name incident %[2]s, expected its evaluation and incident id in the event log",
			cellExcerpt(part.Text), cellExcerpt(incident.Name())),
			formRelated(event, event.Written("incident"), "事象のインシデント番号", "incident of the event"))
	}
}
