package demo

import (
	"fmt"
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/standard"
)

func weekday(d date.Date) time.Weekday {
	const noon = 12
	return time.Date(d.Year, d.Month, d.Day, noon, 0, 0, 0, time.UTC).Weekday()
}

// change tells what changes the ISMS itself in a month, as it should be done.
func (n *notes) change(m int) {
	switch m {
	case newRisk:
		n.assess(m, "ai", &plan{id: "RTP-003", risk: "R-005", ends: m + 5}, "ISMS-B-01")
	case otherRisk:
		n.assess(m, "mail", &plan{id: "RTP-004", risk: "R-006", ends: m + 6})
	case transition:
		n.transit(m)
	case handover:
		n.manager = successor
	case handover + 1:
		n.reorganize(m)
	}
	n.verify(m)
}

// assess brings in a risk with its treatment.
func (n *notes) assess(m int, what string, p *plan, assets ...string) {
	n.on(n.day(m, 3))
	p.due, p.since = n.day(p.ends+1, 25), m
	subject := n.text("subject-"+what, nil)
	n.branch("risk-"+what, func() {
		ids := append([]string{"ISMS-B-02"}, assets...)
		n.row("ISMS-B-02", "3 ", "risk-"+what, n.some(nil))
		n.row("ISMS-B-03", "3 ", "plan-"+what, n.some(values{"from": n.today(), "due1": p.due}))
		for _, id := range assets {
			n.row(id, "3 ", "asset-"+what, nil)
		}
		change := n.text("plan-new", values{"plan": p.id})
		for _, d := range append(ids, "ISMS-B-03") {
			n.revise(d, "plan", values{"what": change})
		}
		n.commit(secretariat, "new-risk", values{"what": subject})
		n.sign(ids...)
		n.approve("ISMS-B-03")
		n.commit(president, "approve-president", values{"what": "ISMS-B-03"})
	})
	n.merge(president, "risk-"+what, "merge", values{"what": subject})
	n.plans = append(n.plans, p)
}

// transit brings the ISMS to the edition of 2022.
func (n *notes) transit(m int) {
	n.on(n.day(m, 10))
	what := n.text("subject-transition", nil)
	n.branch("transition-2022", func() {
		n.edition = standard.Edition2022
		n.revised = n.today()
		for _, id := range []string{statement, manual, rulesDoc} {
			n.edit(id, func(s string) string { return n.toNew(id, s) })
			n.revise(id, "transition", nil)
		}
		n.commit("manager", "transition-draft", nil)
		n.on(n.day(m, 14))
		registers := []string{"ISMS-B-02", "ISMS-B-03", "ISMS-B-04", "ISMS-B-19"}
		for _, id := range registers {
			n.edit(id, func(s string) string { return n.mapControls(s, standard.Edition2013, standard.Edition2022) })
			n.revise(id, "transition", nil)
		}
		n.commit(secretariat, "transition-draft", nil)
		n.settings(date.Date{})
		n.commit("manager", "transition-config", nil)
		n.on(n.day(m, 19))
		n.approve(statement, manual, rulesDoc, "ISMS-B-03", "ISMS-B-04")
		n.commit(president, "approve-president", values{"what": what})
		n.sign("ISMS-B-02", "ISMS-B-19")
	})
	n.merge("manager", "transition-2022", "merge", values{"what": what})
}

// reorganize revises the manual after the handover. The drafter rewrites the
// day of an earlier revision on the way.
func (n *notes) reorganize(m int) {
	n.on(n.day(m, 6))
	add := n.text("manual-add", nil)
	n.edit(manual, func(s string) string {
		_, to, ok := section(s, "7")
		if !ok {
			n.fail(fmt.Errorf("%s has no section 7", manual))
			return s
		}
		s = s[:to] + add + "\n\n" + s[to:]
		history, _, _ := section(s, n.history())
		was, now := n.notation(manual, n.revised), n.notation(manual, n.revised.AddDays(-30))
		return s[:history] + strings.ReplaceAll(s[history:], was, now)
	})
	n.revise(manual, "handover", nil)
	n.commit("manager", "manual", nil)
	n.approve(manual)
	n.commit(president, "approve-president", values{"what": manual})
}

// deviate tells what goes wrong in a month.
func (n *notes) deviate(m int) {
	switch m {
	case quiet:
		n.on(n.day(m, 15))
		n.remote("remote-add")
		n.commit(systems, "quiet-change", nil)
	case quiet + 1:
		n.on(n.day(m, 16))
		n.remote("remote-limit")
		n.revise(rulesDoc, "remote", nil)
		n.commit("manager", "mend-change", nil)
		n.approve(rulesDoc)
		n.commit(president, "approve-president", values{"what": rulesDoc})
	case cleaned:
		n.on(n.day(m, 9))
		n.edit("ISMS-B-13", func(s string) string { return dropRows(s, "3 ", n.lastEvent) })
		n.commit(systems, "remove-row", nil)
		n.serials[n.lastEvent[:len("EV-2000")]]--
	case handover:
		n.on(n.day(m, 14))
		add := n.text("entry-add", nil)
		n.edit("ISMS-B-14", func(s string) string {
			_, to, _ := section(s, "2 ")
			return s[:to] + add + "\n\n" + s[to:]
		})
		n.revise("ISMS-B-14", "entry", nil)
		n.commit(secretariat, "entry", nil)
		n.approveAs("ISMS-B-14", founder, isms.Manager)
		n.commit(founder, "approve-manager", values{"what": "ISMS-B-14"})
	case tidying:
		n.on(n.day(m, 15))
		n.tidy()
		n.commit(secretariat, "tidy-statement", nil)
	case clauses:
		n.on(n.day(m, 15))
		n.edit(statement, func(s string) string { return setField(s, "clauses", `["6.1.3", "8.3"]`, "drafted_by") })
		n.commit("manager", "clauses", nil)
	}
}

// remote adds a piece to the rules on remote working.
func (n *notes) remote(piece string) {
	add := n.text(piece, nil)
	n.edit(rulesDoc, func(s string) string {
		from := strings.Index(s, "\n### "+n.control("A.6.7")+" ")
		if from < 0 {
			n.fail(fmt.Errorf("%s has no section on remote working", rulesDoc))
			return s
		}
		// The second item of the list says what is done.
		at := from + strings.Index(s[from:], "\n\n- ") + len("\n\n")
		at += strings.IndexByte(s[at:], '\n') + 1
		at += strings.IndexByte(s[at:], '\n')
		return s[:at] + add + s[at:]
	})
}

// tidy changes the day of a statement that was signed.
func (n *notes) tidy() {
	var path string
	for p := range n.files {
		if approval.IsStatement(p) && strings.HasPrefix(p, approval.Folder+"/ISMS-B-19/r2-") {
			path = p
		}
	}
	if path == "" {
		n.fail(fmt.Errorf("there is no statement on revision 2 of ISMS-B-19"))
		return
	}
	s := n.files[path]
	at := strings.Index(s, "\nday: ") + len("\nday: ")
	d, _, _ := date.Parse(s[at : at+len("2006-01-02")])
	n.put(path, s[:at]+d.AddDays(-3).String()+s[at+len("2006-01-02"):])
}
