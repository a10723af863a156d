package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var continuityPlanRevision = &lint.Rule{
	Name:         "continuity/plan-revision",
	Severity:     lint.Error,
	Requirements: []string{"B07-1"},
	Clauses:      []string{"7.5.3"},
	Controls:     []string{"A.5.29", "A.5.30"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "テストした事業継続計画書の改訂番号が、テストの日に存在しなかったか、書かれていません",
			EN: "the tested revision of the business continuity plan did not exist on the day of the test, or is not given",
		},
		Why: message.Text{
			JA: "どの版を試したかが分からなければ、今の計画が働くことの証拠になりません。改訂番号は計画の欄に「BCP-001（ISMS-B-06 改訂番号 3）」のように書き、改訂履歴の改訂日と比べます",
			EN: "without knowing which text was tried nothing proves that the present plan works; the revision stands beside the plan, as in \"BCP-001 (ISMS-B-06 revision 3)\", and is compared with the revision history",
		},
		Wrong: continuityRevisionExample("BCP-001（ISMS-B-06 改訂番号 2）"),
		Right: continuityRevisionExample("BCP-001（ISMS-B-06 改訂番号 1）"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		var plan *isms.File
		for _, f := range s.OfForm(continuity) {
			if plan == nil && f.Kind == isms.Controlled && f.Meta.Status != isms.Obsolete && tablesReadable(f) {
				plan = f
			}
		}
		if plan == nil {
			return // that there is none is for document/missing
		}
		eachContinuityTest(s, func(r *isms.Row) {
			if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) {
				checkPlanRevision(p, plan, r)
			}
		})
	},
}

func checkPlanRevision(p *lint.Pass, plan *isms.File, r *isms.Row) {
	day := r.Day("date")
	cited, number, ok := citedPlanRevision(r)
	established := plan.Meta.Established
	if !ok {
		switch {
		case established.Valid() && day.Date.Before(established.Date):
			reportForm(p, r, day.Value, "", message.Textf(
				"テストの日 %[1]s に、事業継続計画書はまだ制定されていません（制定日は %[2]s）。日付と計画を確かめてください",
				"the test took place on %[1]s, before the plan was established on %[2]s, expected a plan that existed", day.Date, established.Date),
				planRelated(plan, established.Value, "計画の制定日", "day on which the plan was established"))
		case !cited.None():
			warnForm(p, r, cited, "", message.Textf(
				"「%[1]s」の「%[2]s」に、テストした計画の改訂番号がありません。「改訂番号 %[3]s」のように書き加えてください",
				"%[1]q is %[2]q, expected the revision of the plan that was tested too, such as \"revision %[3]s\"",
				riskTitle(r, "plan"), cellExcerpt(cited.Text), planRevisionText(plan)))
		}
		return
	}
	rows := plan.Revisions.Ordered()
	inForce := 0
	var found *isms.Revision
	for i := range rows {
		if !rows[i].Revision.Valid || !rows[i].Date.Valid() {
			continue
		}
		if rows[i].Revision.Int == number {
			found = &rows[i]
		}
		if rows[i].Date.Date.Before(day.Date) {
			inForce = max(inForce, rows[i].Revision.Int)
		}
	}
	switch {
	case found == nil && plan.Meta.Revision.Valid && number > plan.Meta.Revision.Int:
		reportForm(p, r, cited, "", message.Textf(
			"事業継続計画書に改訂番号 %[1]d はありません（今の改訂番号は %[2]d）。テストした版の番号に改めてください",
			"the plan has no revision %[1]d, its current one is %[2]d; expected the revision that was tested", number, plan.Meta.Revision.Int),
			planRelated(plan, plan.Meta.Revision.Value, "計画の改訂番号", "revision of the plan"))
	case found != nil && found.Date.Date.After(day.Date):
		reportForm(p, r, cited, "", message.Textf(
			"事業継続計画書の改訂番号 %[1]d は %[2]s の改訂で、テストの日 %[3]s にはまだありません。テストした版の番号に改めてください",
			"revision %[1]d of the plan is of %[2]s, after the test on %[3]s, expected a revision that existed on that day", number, found.Date.Date, day.Date),
			planRelated(plan, found.Date.Value, "改訂履歴", "revision history"))
	case found != nil && inForce > number:
		warnForm(p, r, cited, "", message.Textf(
			"テストの日 %[1]s には、事業継続計画書は改訂番号 %[2]d になっていましたが、改訂番号 %[3]d をテストしています。有効な版でテストするか、番号を確かめてください",
			"revision %[2]d of the plan was in force on %[1]s, but revision %[3]d was tested, expected the one in force", day.Date, inForce, number))
	}
}
