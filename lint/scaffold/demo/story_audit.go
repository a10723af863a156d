package demo

import (
	"fmt"

	"github.com/ismslint/ismslint/lint/date"
)

// internalAudit is the yearly audit: plan, checklist, report and the corrective
// action, which is done two months later.
func (n *notes) internalAudit(m int) {
	n.on(n.day(m, 3))
	earlier := n.action
	record := n.next("IA", 2)
	held := working(n.today().AddDays(9))
	reported := working(held.AddDays(4))
	v := values{"record": record, "held": held, "reported": reported, "fy": fiscalYear(held), "earlier": earlier}
	n.branch("audit", func() {
		n.record("ISMS-B-20", record, "audit-plan", v)
		n.commit(secretariat, "audit-plan", v)
		n.sign(record)
		n.on(held.AddDays(1))
		n.round++
		round := n.round
		list, action := n.next("IAC", 2), n.next("CAR", 3)
		v["list"], v["action"] = list, action
		v["finding"], v["control"] = n.text(fmt.Sprintf("action-%d-what", round), nil), n.control("A.8.13")
		n.record("ISMS-B-22", list, "audit-list", v)
		n.on(reported)
		report := n.next("IAR", 2)
		v["report"] = report
		n.record("ISMS-B-23", report, "audit-report", v)
		n.audit, n.report, n.action = record, report, action
		n.correct(fmt.Sprintf("action-%d", round), "action-audit", action, report, held, date.Date{}, date.Date{})
		n.commit(secretariat, "audit", v)
		n.sign(list, report)
	})
	n.merge("manager", "audit", "merge", values{"what": n.text("subject-audit", nil)})
	n.planned = append(n.planned, &correction{piece: fmt.Sprintf("action-%d", n.round), by: "action-audit", id: n.action, related: n.report, found: held, month: m + 4})
}

// correction is a corrective action that is still to be verified.
type correction struct {
	piece, by, id, related string
	found                  date.Date
	month                  int
}

// correct writes the report on a corrective action as it is today.
func (n *notes) correct(piece, by, id, related string, found, done, verified date.Date) {
	shown := func(d date.Date) string {
		if d.IsZero() {
			return ""
		}
		return d.String()
	}
	n.record("ISMS-B-24", id, "action", values{
		"title": n.text(piece, nil), "what": n.text(piece+"-what", nil), "cause": n.text(piece+"-cause", nil),
		"measure": n.text(piece+"-measure", nil), "source": n.text(by+"-source", nil), "department": n.text(by+"-department", nil),
		"related": related, "found": found, "due": found.AddMonths(3), "done": shown(done), "verified": shown(verified),
	})
}

// verify closes the corrective actions that are due in a month.
func (n *notes) verify(m int) {
	for _, c := range n.planned {
		switch m {
		case c.month - 2:
			n.on(n.day(m, 8))
			n.correct(c.piece, c.by, c.id, c.related, c.found, n.today(), date.Date{})
			n.commit(systems, "action", values{"record": c.id})
		case c.month:
			n.on(n.day(m, 4))
			n.correct(c.piece, c.by, c.id, c.related, c.found, working(n.day(m-2, 8)), n.today())
			n.commit(auditor, "action", values{"record": c.id})
			n.sign(c.id)
		}
	}
}

// managementReview is the yearly review of effectiveness and by management.
func (n *notes) managementReview(m int) {
	n.on(n.day(m, 10))
	effect, record := n.next("ER", 2), n.next("MR", 2)
	type item struct {
		Plan string
		Due  date.Date
	}
	var open []item
	for _, p := range n.plans {
		if p.since <= m && m <= p.ends {
			open = append(open, item{p.id, p.due})
		}
	}
	v := values{"record": record, "effect": effect, "before": n.review, "open": open, "objectives": append(append([]string{}, n.former...), n.objectives...),
		"next": n.later(), "meeting": n.meeting,
		"audit": n.audit, "report": n.report, "action": n.action, "since": n.since(m)}
	n.branch("management-review", func() {
		n.record("ISMS-B-11", effect, "effect", v)
		n.record("ISMS-B-25", record, "review", v)
		n.commit(secretariat, "review", v)
		n.sign(effect, record)
	})
	n.merge("manager", "management-review", "merge", values{"what": n.text("subject-review", nil)})
	n.review = record
}

// working returns a day, or the next one that is no weekend.
func working(d date.Date) date.Date {
	for weekday(d) == 0 || weekday(d) == 6 {
		d = d.AddDays(1)
	}
	return d
}
