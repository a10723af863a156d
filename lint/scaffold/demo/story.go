package demo

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/scaffold"
)

// The months of the story, counted from 0.
const (
	approved   = 2  // the first ISMS is approved
	quiet      = 8  // a rule is changed without a revision, and mended a month later
	accident   = 12 // an incident
	newRisk    = 15 // a new technology comes into use
	cleaned    = 16 // a row of the event log is removed
	transition = 17 // to the edition of 2022
	handover   = 21 // the ISMS manager changes with this month
	backdating = 24 // from here on, the report on the next course is written late
	otherRisk  = 25
	tidying    = 31 // a statement of approval is edited by hand
	clauses    = 34 // metadata change after the approval
)

// live tells the three years.
func (w *world) live() {
	n := &notes{world: w, serials: map[string]int{}, aims: map[int]bool{}}
	w.establishment(n)
	n.train(approved)
	n.endOfMonth(approved)
	for m := approved + 1; m < months && w.err == nil; m++ {
		if w.o.Progress != nil {
			w.o.Progress(m, months)
		}
		n.month(m)
	}
}

// begin is the first month as the language writes it.
func (w *world) begin() string {
	return message.Text{
		JA: fmt.Sprintf("%d年%d月", w.start.Year, int(w.start.Month)),
		EN: fmt.Sprintf("%s %d", w.start.Month, w.start.Year),
	}.In(w.o.Language)
}

// settings writes the configuration as of today. The second manager is in
// office when from is not zero.
func (w *world) settings(from date.Date) {
	type role struct {
		Role, Part, By  string
		From, Until, On date.Date
	}
	since, long := w.start, date.Date{Year: w.start.Year - 5, Month: 4, Day: 1}
	roles := []role{{Role: "president", Part: president, From: long}}
	first := role{Role: "isms-manager", Part: founder, By: president, From: since, On: since}
	if !from.IsZero() {
		first.Until = from.AddDays(-1)
	}
	roles = append(roles, first)
	if !from.IsZero() {
		roles = append(roles, role{Role: "isms-manager", Part: successor, By: president, From: from, On: w.today()})
	}
	add := func(name, by string, parts ...string) {
		for _, p := range parts {
			roles = append(roles, role{Role: name, Part: p, By: by, From: since, On: since})
		}
	}
	add("isms-secretariat", founder, secretariat)
	add("isms-committee", founder, founder, successor, secretariat, systems)
	add("system-manager", founder, systems)
	add("chief-auditor", president, chief)
	add("internal-auditor", chief, auditor, colleague)
	add("department-head", president, founder, successor, chief)
	add("risk-owner", founder, founder, successor, chief)
	emails, units := map[string]string{}, map[string]string{}
	for part, p := range w.people {
		emails[part], units[part] = p.email, p.department
	}
	w.put(config.FileName, w.text("config", values{"parts": w.order, "emails": emails, "departments": units, "roles": roles})+"\n")
}

// establishment is the time up to the approval of the first ISMS.
func (w *world) establishment(n *notes) {
	w.on(w.day(0, 6))
	w.settings(date.Date{})
	w.put(".gitignore", w.text("gitignore", nil)+"\n")
	w.put("README.md", w.text("readme", values{"early": w.day(quiet, 28), "begin": w.begin()})+"\n")
	w.commit("manager", "start", nil)
	w.branch("establish", func() {
		w.on(w.day(0, 14))
		drafted, files := w.today(), w.templates()
		w.draft(files, ".gitattributes", "policies/")
		w.commit("manager", "draft-policies", nil)
		w.on(w.day(0, 21))
		w.draft(files, "registers/")
		w.commit(secretariat, "draft-registers", nil)
		w.on(w.day(0, 24))
		w.draft(files, "forms/", "records/")
		w.commit(secretariat, "draft-forms", nil)
		n.fill()
		w.approveAll(drafted)
	})
	w.merge("manager", "establish", "merge", values{"what": w.text("subject-establish", nil)})
}

// draft brings in those of the documents of a new ISMS whose paths begin with
// one of some prefixes, as the edition of 2013 has them.
func (w *world) draft(files []scaffold.File, prefixes ...string) {
	for _, f := range files {
		if !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(f.Path, p) }) {
			continue
		}
		text := string(f.Content)
		if number := field(text, "number"); number != "" {
			w.fresh[number] = text
			text = w.toOld(number, text)
		}
		w.put(f.Path, text)
	}
}

// approveAll has the first ISMS approved.
func (w *world) approveAll(drafted date.Date) {
	w.on(w.day(approved, 12))
	byRole := map[isms.Role][]string{}
	for _, e := range w.organizationNow().Organization().Catalogue.Entries {
		if _, ok := w.paths[e.Number]; ok {
			w.establish(e.Number, drafted)
			byRole[e.Approver] = append(byRole[e.Approver], e.Number)
		}
	}
	what := w.text("subject-establish", nil)
	w.approve(byRole[isms.President]...)
	w.commit(president, "approve-president", values{"what": what})
	w.approve(byRole[isms.Manager]...)
	w.commit("manager", "approve-manager", values{"what": what})
}
