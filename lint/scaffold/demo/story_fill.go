package demo

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/standard"
)

// notes is what the people of the story keep in mind from month to month.
type notes struct {
	*world
	serials map[string]int // the last number given, by kind and year
	plans   []*plan
	courses []*course

	events     int    // their number, the incident aside
	lastEvent  string // the newest event
	round      int    // the number of audits
	audit      string // the newest audit, its report and its corrective action
	report     string
	action     string
	review     string        // the newest management review
	planned    []*correction // corrective actions that are to be verified
	revised    date.Date     // the day of the transition
	objectives []string      // of the newest business year
	former     []string      // of the one before
	aims       map[int]bool  // the business years with objectives
	meeting    string        // the newest of the committee
}

// plan is an item of the risk treatment plan.
type plan struct {
	id, risk    string
	due         date.Date
	since, ends int // the months in which it begins and is done
	done        bool
}

// course is one that is planned and not yet reported.
type course struct {
	id, kind string
	fy       int
	month    date.Date
}

// next returns the next id of a kind in the year of today.
func (n *notes) next(kind string, digits int) string {
	key := fmt.Sprintf("%s-%d", kind, n.today().Year)
	n.serials[key]++
	return fmt.Sprintf("%s-%0*d", key, digits, n.serials[key])
}

// control is a control of the edition in force, by its id in that of 2022.
func (n *notes) control(id string) string {
	if n.edition == standard.Edition2022 {
		return id
	}
	return n.counterpart(standard.Edition2022, id, n.edition)
}

// some are the controls that the pieces about risks name.
func (n *notes) some(more values) values {
	v := values{"a": n.control("A.5.17"), "b": n.control("A.8.13"), "c": n.control("A.5.18"), "d": n.control("A.8.24")}
	for key, value := range more {
		v[key] = value
	}
	return v
}

// fill enters what the registers hold when they are first approved.
func (n *notes) fill() {
	n.on(n.day(1, 8))
	n.row("ISMS-B-01", "3 ", "asset", nil)
	n.cells("ISMS-B-27", "3 ", n.issueKey(), map[int]string{7: n.nextMay().String(), 9: n.today().String()})
	n.meet("first")
	n.commit(secretariat, "assets", nil)
	n.on(n.day(1, 16))
	n.row("ISMS-B-02", "3 ", "risk", n.some(nil))
	n.plans = []*plan{
		{id: "RTP-001", risk: "R-001", due: n.day(10, 25), ends: 9, since: approved},
		{id: "RTP-002", risk: "R-004", due: n.day(11, 25), ends: 10, since: approved},
	}
	n.row("ISMS-B-03", "3 ", "plan-first", n.some(values{"from": n.day(approved, 9), "due1": n.plans[0].due, "due2": n.plans[1].due}))
	n.commit(secretariat, "risks", nil)
	n.on(n.day(approved, 5))
	n.dropSuggestions()
	n.plan("0", fiscalYear(n.today()))
	fy := fiscalYear(n.day(approved+1, 1)) // in March that is the next one
	for _, kind := range []string{"6", "9", "2"} {
		n.plan(kind, fy)
	}
	n.aim(fy)
	record := n.next("NEV", 2)
	n.record("ISMS-B-17", record, "supplier-new", nil)
	n.row("ISMS-B-19", "3 ", "supplier", values{"record": record, "until": n.day(approved, 1).AddMonths(84)})
	n.row("ISMS-B-19", "4 ", "supplier-clauses", nil)
	n.row("ISMS-B-05", "3 ", "processes", nil)
	n.row("ISMS-B-05", "4 ", "scenarios", nil)
	n.row("ISMS-B-06", "5 ", "targets", nil)
	n.row("ISMS-B-21", "3 ", "auditors", values{"until": n.today().AddMonths(60)})
	n.commit(secretariat, "plans", nil)
	n.approve(record)
}

// issueKey is what the rows of the list of issues begin with.
func (n *notes) issueKey() string {
	if n.o.Language == "ja" {
		return "K-"
	}
	return "I-"
}

// nextMay is the end of May after the next review in April.
func (n *notes) nextMay() date.Date {
	year := n.today().Year
	if n.today().Month >= 4 {
		year++
	}
	d, _ := date.New(year, 5, 31)
	return d
}

// meet records a meeting of the committee and returns its id.
func (n *notes) meet(what string) string {
	id := n.next("COM", 2)
	n.row("ISMS-B-27", "4 ", "meeting", values{"id": id,
		"agenda": n.text("meeting-"+what, nil), "decision": n.text("meeting-"+what+"-decision", nil)})
	n.meeting = id
	return id
}

// dropSuggestions removes the rows that the templates suggest and the story
// fills in by itself.
func (n *notes) dropSuggestions() {
	drop := func(id, heading, key string) {
		n.edit(id, func(s string) string { return dropRows(s, heading, key) })
	}
	drop("ISMS-B-08", "2 ", "T-")
	drop("ISMS-B-05", "3 ", "PR-")
	drop("ISMS-B-05", "4 ", "SC-")
	drop("ISMS-B-06", "5 ", "BCP-")
}

// plan enters a course of a business year in the month of its kind, if that is
// still to come. The kind 0 is held at once.
func (n *notes) plan(kind string, fy int) {
	var month int
	_, _ = fmt.Sscan(kind, &month)
	on := date.Date{Year: fy, Month: 4, Day: 1}.AddMonths((month + 8) % 12)
	switch {
	case month == 0:
		on = n.today()
	case monthOf(on) <= monthOf(n.today()):
		return
	}
	n.serials[fmt.Sprint("T", fy)]++
	c := &course{id: fmt.Sprintf("T-%d-%02d", fy, n.serials[fmt.Sprint("T", fy)]), kind: kind, fy: fy, month: on}
	n.courses = append(n.courses, c)
	n.row("ISMS-B-08", "2 ", "course-"+kind, values{"id": c.id, "fy": fy, "planned": monthOf(on)})
}

// aim sets the objectives of a business year.
func (n *notes) aim(fy int) {
	n.aims[fy] = true
	n.former, n.objectives = n.objectives, []string{fmt.Sprintf("OBJ-%d-01", fy), fmt.Sprintf("OBJ-%d-02", fy)}
	n.row("ISMS-B-26", "3 ", "objective", values{"fy": fy, "due": date.Date{Year: fy + 1, Month: 3, Day: 31}})
}

// hash is the digest of an original that is kept elsewhere.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}
