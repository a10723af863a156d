package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var planUnreported = &lint.Rule{
	Name:         "plan/unreported",
	Severity:     lint.Error,
	Requirements: []string{"B03-5"},
	Clauses:      []string{"8.3", "9.3.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "終わっていないリスク対応計画が、マネジメントレビューの議事録にありません",
			EN: "the minutes of a management review do not list an item of the risk treatment plan that was open on that day",
		},
		Why: message.Text{
			JA: "リスク対応計画の状況は、マネジメントレビューのインプットです。計画書を番号で挙げただけのときは、期限を過ぎた計画だけを指摘します",
			EN: "the status of the risk treatment plan is an input of the review; where the minutes cite the plan as a whole, only overdue items are reported",
		},
		Wrong: planUnreportedExample("- 計画どおりに進んでいる"),
		Right: planUnreportedExample("- RTP-001 は着手した。期限までに終わる見込みである"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, review := range reviewsByDay(s) {
			checkPlanReported(p, s, review)
		}
	},
}

// checkPlanReported looks in the minutes for the items that were open on the
// day of the review. That the minutes say nothing of the plan at all is for
// review/inputs.
func checkPlanReported(p *lint.Pass, s *isms.System, review *isms.Row) {
	f, day := review.Table.File, review.Day("date").Date
	if !reportsOn(f, "risk treatment") {
		return
	}
	cited := newCitedBody(f.Doc)
	whole := citesForm(p.Organization, f, isms.PlanForm, cited.ids)
	var missing []string
	var related []lint.Related
	eachPlanItem(s, func(item *isms.Row) {
		if !wasOpen(item, day) || cited.has(item.Name()) {
			return
		}
		if due := item.Day("due"); whole && !(due.Valid() && due.Date.Before(day)) {
			return
		}
		missing = append(missing, cellExcerpt(item.Name()))
		if len(related) < mostRelated {
			related = append(related, formRelated(item, item.Written("id"), "終わっていない計画", "the open item"))
		}
	})
	if len(missing) == 0 {
		return
	}
	reportForm(p, review, review.Written("inputs"), strings.Join(missing, " "), message.Textf(
		"議事録に、終わっていないリスク対応計画 %[1]s の状況がありません。計画ごとに状況と見通しを記入してください",
		"the minutes do not report on %[1]s of the risk treatment plan, open on the day of the review; expected the status of every open item",
		listSome(missing)), related...)
}

// wasOpen reports whether an item had been approved, and was not yet done, on a
// day. An item without these dates was not.
func wasOpen(item *isms.Row, day date.Date) bool {
	begin := item.Day("owner_approved")
	if !begin.Valid() {
		begin = item.Day("start")
	}
	if !begin.Valid() || begin.Date.After(day) {
		return false
	}
	if completed := item.Day("completed"); completed.Valid() {
		return completed.Date.After(day)
	}
	return isOpenItem(item)
}

// mostRelated bounds the places that a finding about many rows names.
const mostRelated = 5

// listSome lists ids, of many only the first and their number.
func listSome(ids []string) message.Text {
	const most = mostRelated
	if n := len(ids); n > most {
		return message.Textf("%[1]s ほか%[2]d件", "%[3]s and %[2]d more", strings.Join(ids[:most], "、"), n-most, strings.Join(ids[:most], ", "))
	}
	return listed(ids)
}

func planUnreportedExample(status string) string {
	return "-- registers/ISMS-B-03-リスク対応計画書.md --\n" +
		planStateExample("2026-12-25", "着手", "2026-05-11", "-", "-", "") +
		reviewExample("", "## リスク対応計画の状況\n\n"+status+"\n")
}
