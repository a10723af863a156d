package demo

import (
	"fmt"

	"github.com/ismslint/ismslint/lint/date"
)

// happen tells the events of a month: one every third month or so, and the incident.
func (n *notes) happen(m int) {
	switch {
	case m == accident:
		n.incident(m)
	case m%3 == 0 || m == cleaned+1 || m == months-1:
		n.on(n.day(m, 21))
		n.events++
		n.event(fmt.Sprintf("event-%d", (n.events-1)%4+1), auditor, "")
		n.commit(secretariat, "event", values{"id": n.lastEvent})
	}
}

// event adds an event to the log.
func (n *notes) event(piece, reporter, incident string) {
	n.lastEvent = n.next("EV", 3)
	n.row("ISMS-B-13", "3 ", "event", values{"id": n.lastEvent, "reporter": reporter, "incident": incident,
		"content": n.text(piece, nil), "kind": n.text(piece+"-kind", nil), "decision": n.text(piece+"-decision", nil)})
}

// incident tells of a quotation that was sent to the wrong customer.
func (n *notes) incident(m int) {
	n.on(n.day(m, 18))
	occurred := n.today()
	record := n.next("INC", 3)
	n.event("event-5", colleague, record)
	n.commit(secretariat, "event", values{"id": n.lastEvent})
	n.on(n.day(m, 22))
	meeting := n.meet("incident")
	n.revise("ISMS-B-27", "meeting", nil)
	action := n.next("CAR", 3)
	n.record("ISMS-B-12", record, "incident", values{"event": n.lastEvent, "occurred": occurred, "meeting": meeting, "action": action})
	n.correct("action-incident", "action-incident", action, record, occurred, date.Date{}, date.Date{})
	n.commit(systems, "incident", values{"record": record})
	n.sign(record, "ISMS-B-27")
	n.planned = append(n.planned, &correction{piece: "action-incident", by: "action-incident", id: action, related: record, found: occurred, month: m + 4})
}
