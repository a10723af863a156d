package demo

import (
	"time"

	"github.com/ismslint/ismslint/lint/date"
)

// month tells one month of operation.
func (n *notes) month(m int) {
	n.change(m)
	// What is due within twelve months comes every eleven, so that nothing is
	// late when the history ends.
	switch m % 11 {
	case suppliers:
		n.evaluate(m)
	case tests:
		n.test(m)
	case audits:
		n.internalAudit(m)
	case reviews:
		n.managementReview(m)
	}
	switch n.day(m, 1).Month {
	case time.March:
		n.legal(m)
		n.planYear(m)
	case time.April:
		n.issues(m)
		n.yearly(m)
	case time.September:
		n.check(m)
	}
	n.deviate(m)
	n.train(m)
	n.happen(m)
	n.endOfMonth(m)
	if m == handover-1 {
		n.settings(n.day(handover, 1))
		n.commit("manager", "handover", nil)
	}
}

// legal is the review of legal requirements of March.
func (n *notes) legal(m int) {
	n.on(n.day(m, 9))
	n.branch("legal-review", func() {
		day := n.today().String()
		n.cells("ISMS-B-04", "3 ", "L-", map[int]string{9: n.text("conform", nil), 10: day, 11: day})
		n.row("ISMS-B-04", "4 ", "legal-review", nil)
		n.revise("ISMS-B-04", "legal", nil)
		n.commit(secretariat, "legal", nil)
		n.approve("ISMS-B-04")
		n.commit(president, "approve-president", values{"what": n.text("subject-legal", nil)})
	})
	n.merge(president, "legal-review", "merge", values{"what": n.text("subject-legal", nil)})
}

// issues is the review of issues, risks and opportunities of April.
func (n *notes) issues(m int) {
	n.on(n.day(m, 7))
	n.cells("ISMS-B-27", "3 ", n.issueKey(), map[int]string{
		7: n.nextMay().String(), 8: n.text("issue-evaluation", nil), 9: n.today().String()})
	n.meet("april")
	n.revise("ISMS-B-27", "issues", nil)
	n.commit(secretariat, "issues", nil)
	n.sign("ISMS-B-27")
}

// sign has the ISMS manager approve and commit.
func (n *notes) sign(ids ...string) {
	n.approve(ids...)
	what := ""
	for i, id := range ids {
		if i > 0 {
			what += ", "
		}
		what += id
	}
	n.commit("manager", "approve-manager", values{"what": what})
}

// planYear sets objectives and courses for the business year to come.
func (n *notes) planYear(m int) {
	n.on(n.day(m, 24))
	next := fiscalYear(n.today()) + 1
	for _, id := range n.objectives {
		n.cells("ISMS-B-26", "3 ", id, map[int]string{15: n.text("done", nil), 16: n.text("objective-result", nil)})
	}
	n.aim(next)
	for _, kind := range []string{"6", "9", "2"} {
		n.plan(kind, next)
	}
	ids := []string{"ISMS-B-08", "ISMS-B-26"}
	for _, id := range ids {
		n.revise(id, "year", values{"fy": next})
	}
	n.commit(secretariat, "year", values{"fy": next})
	n.sign(ids...)
}

// yearly is the rest of what April brings: assets and risks.
func (n *notes) yearly(m int) {
	n.on(n.day(m, 14))
	n.branch("review-of-the-year", func() {
		day := n.today().String()
		n.cells("ISMS-B-01", "3 ", "AS-", map[int]string{18: day})
		n.reassess()
		ids := []string{"ISMS-B-01", "ISMS-B-02"}
		for _, id := range ids {
			n.revise(id, "yearly", nil)
		}
		n.commit(secretariat, "yearly", nil)
		n.on(n.day(m, 17))
		n.sign(ids...)
	})
	n.merge("manager", "review-of-the-year", "merge", values{"what": n.text("subject-yearly", nil)})
}

// reassess looks at the risks again. Those under treatment wait for its end.
func (n *notes) reassess() {
	day := n.today().String()
	risks := []string{"R-002", "R-003"}
	for _, p := range n.plans {
		if p.done {
			risks = append(risks, p.risk)
		}
	}
	for _, risk := range risks {
		n.cells("ISMS-B-02", "3 ", risk, map[int]string{18: day, 19: day})
	}
}

// The months of what comes every eleven months, of which it is the rest.
const (
	suppliers = 0
	tests     = 8
	audits    = 9
	reviews   = 10
)

// evaluate is the evaluation of suppliers.
func (n *notes) evaluate(m int) {
	n.on(n.day(m, 11))
	meeting := n.meet("supplier")
	n.revise("ISMS-B-27", "meeting", nil)
	record := n.next("SEV", 2)
	n.record("ISMS-B-18", record, "supplier-review", values{"meeting": meeting, "since": n.since(m), "next": n.later()})
	n.cells("ISMS-B-19", "3 ", "SUP-", map[int]string{13: n.today().String()})
	n.revise("ISMS-B-19", "supplier", nil)
	n.commit(secretariat, "supplier", values{"record": record})
	n.sign(record, "ISMS-B-19", "ISMS-B-27")
}

// since is the month from which a yearly review looks back, later that of the
// next one.
func (n *notes) since(m int) string { return monthOf(n.day(max(m-11, approved), 1)) }
func (n *notes) later() string      { return monthOf(n.today().AddMonths(11)) }

// test is the yearly test of the business continuity plan, together with the
// measurement of what is done for security.
func (n *notes) test(m int) {
	n.on(n.day(m, 22))
	record := n.next("BCT", 2)
	n.record("ISMS-B-07", record, "test", values{"revision": revisionOf(n.files[n.paths["ISMS-B-06"]])})
	n.cells("ISMS-B-05", "4 ", "SC-", map[int]string{11: n.today().String()})
	n.revise("ISMS-B-05", "test", nil)
	n.row("ISMS-B-10", "3 ", "measure", values{"since": n.since(m)})
	n.revise("ISMS-B-10", "measure", nil)
	n.commit(systems, "test", values{"record": record})
	n.approve(record)
	n.commit(president, "approve-president", values{"what": record})
	n.sign("ISMS-B-05", "ISMS-B-10")
}

// check is what September brings: assets and auditors are looked at again.
func (n *notes) check(m int) {
	n.on(n.day(m, 12))
	n.cells("ISMS-B-01", "3 ", "AS-", map[int]string{18: n.today().String()})
	n.revise("ISMS-B-01", "stocktaking", nil)
	n.cells("ISMS-B-21", "3 ", "", map[int]string{4: n.today().String()})
	n.revise("ISMS-B-21", "auditors", nil)
	n.commit(secretariat, "check", nil)
	n.sign("ISMS-B-01", "ISMS-B-21")
}

// train reports the courses of a month. The report on the first one of the last
// year comes late and says otherwise.
func (n *notes) train(m int) {
	month := monthOf(n.day(m, 1))
	var first *course
	for _, c := range n.courses {
		late := first == nil && !c.month.Before(n.day(backdating, 1))
		if late {
			first = c
		}
		const months = 3
		switch {
		case !late && monthOf(c.month) == month:
			n.on(n.day(m, 20))
			n.reportCourse(c, n.today())
		case late && monthOf(c.month.AddMonths(months)) == month:
			n.on(n.day(m, 20))
			n.reportCourse(c, date.Date{Year: c.month.Year, Month: c.month.Month, Day: 20})
		}
	}
}

func (n *notes) reportCourse(c *course, held date.Date) {
	record := n.next("TR", 2)
	v := values{"fy": c.fy, "id": c.id, "held": held, "people": 24, "score": 86 + len(n.courses)%7, "kind": c.kind}
	v["course"] = n.text("course-name", v)
	n.record("ISMS-B-09", record, "training", v)
	v["record"] = record
	n.commit(secretariat, "training", v)
	n.sign(record)
}

// endOfMonth enters what is entered every month.
func (n *notes) endOfMonth(m int) {
	n.on(n.day(m, 26))
	month := monthOf(n.today())
	if month != monthOf(n.day(m, 1)) { // the weekend led into the next month
		month = monthOf(n.day(m, 1))
	}
	for _, p := range n.plans {
		missed := m == 6 || m == 7
		if p.since <= m && m <= p.ends && !missed {
			n.row("ISMS-B-03", "4 ", "progress", values{"plan": p.id, "month": month, "done": m == p.ends})
		}
	}
	meeting := ""
	if m%3 == 0 {
		meeting = n.meeting
	}
	if fy := fiscalYear(n.day(m, 1)); n.aims[fy] {
		n.row("ISMS-B-26", "4 ", "objective-month", values{"month": month, "fy": fy, "rate": 95 + m%5, "meeting": meeting})
	}
	n.row("ISMS-B-14", "3 ", "entry-month", values{"month": month, "count": 18 + m*7%13, "hash": hash("ENT-" + month)})
	n.commit(secretariat, "monthly", values{"month": month})
	n.finishPlans(m)
}

// finishPlans reflects in the plan what was done this month.
func (n *notes) finishPlans(m int) {
	for _, p := range n.plans {
		if p.ends != m {
			continue
		}
		p.done = true
		n.cells("ISMS-B-03", "3 ", p.id, map[int]string{13: n.today().String(), 14: n.text("done", nil)})
		what := n.text("plan-done", values{"plan": p.id})
		n.revise("ISMS-B-03", "plan", values{"what": what})
		n.accept(p)
		n.revise("ISMS-B-02", "plan", values{"what": what})
		n.commit(secretariat, "plan-done", values{"what": what})
		n.sign("ISMS-B-02")
		n.approve("ISMS-B-03")
		n.commit(president, "approve-president", values{"what": "ISMS-B-03"})
	}
}

// accept assesses a risk whose treatment is done: it is now what was to remain.
func (n *notes) accept(p *plan) {
	day, accept := n.today().String(), n.text("accept", nil)
	n.cells("ISMS-B-02", "3 ", p.risk, map[int]string{
		4: "3", 5: "1", 6: "1", 7: "6", 8: accept, 9: accept, 10: n.text("treated", values{"plan": p.id}),
		11: n.text("retain", nil), 18: day, 19: day,
	})
}
