package demo

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

const (
	statement = "ISMS-A-02" // Statement of Applicability
	manual    = "ISMS-A-03"
	rulesDoc  = "ISMS-A-04" // control operation rules
)

// toOld rewrites the text of a new document, which is of the edition of 2022,
// to that of 2013.
func (w *world) toOld(id, s string) string {
	s = strings.NewReplacer("| 未実施 |", "| 実施 |", "| Not implemented |", "| Implemented |").Replace(s)
	switch id {
	case statement:
		s = w.oldStatement(s)
	case rulesDoc:
		s = w.oldRules(s)
	}
	s = w.mapControls(s, standard.Edition2022, standard.Edition2013)
	s = strings.NewReplacer("27001:2022", "27001:2013", "27001:2023", "27001:2014", "27002:2022", "27002:2013",
		"93の管理策", "114の管理策", "93 controls", "114 controls").Replace(s)
	var kept []string
	for _, line := range strings.Split(s, "\n") {
		if !strings.Contains(line, "1:2024") {
			kept = append(kept, line)
		}
	}
	s = strings.Join(kept, "\n")
	if id == manual {
		s = withoutPlanning(s)
	}
	switch id {
	case statement, manual, rulesDoc:
		s = setField(s, "edition", `"2013"`, "drafted_by")
	}
	return s
}

// toNew gives a document the text that a new one of the edition of 2022 has,
// and leaves its head and its revision history as they are.
func (w *world) toNew(id, s string) string {
	fresh := strings.NewReplacer("| 未実施 |", "| 実施 |", "| Not implemented |", "| Implemented |").Replace(w.fresh[id])
	head, _, _ := strings.Cut(s, "\n---\n")
	_, body, _ := strings.Cut(fresh, "\n---\n")
	was, _, _ := section(s, w.history())
	now, _, _ := section(body, w.history())
	if clauses := field(fresh, "clauses"); clauses != "" {
		head = setField(head+"\n---\n", "clauses", clauses, "drafted_by")
		head = strings.TrimSuffix(head, "\n---\n")
	}
	return setField(head+"\n---\n"+body[:now]+s[was:], "edition", `"2022"`, "drafted_by")
}

// withoutPlanning gives a manual the clauses of the edition of 2013, which does
// not know the planning of changes (6.3).
func withoutPlanning(s string) string {
	s = swapImprovement(s)
	if from := strings.Index(s, "\n### 6.3 "); from >= 0 {
		to := from + 1 + strings.Index(s[from+1:], "\n#")
		s = s[:from] + s[to:]
	}
	return strings.NewReplacer(`"6.3", `, "", "計画した変更は6.3に従って管理し", "計画した変更を管理し",
		"Planned changes are handled according to section 6.3.", "Planned changes are controlled.").Replace(s)
}

// swapImprovement puts nonconformity (10.2) before continual improvement (10.1),
// as the edition of 2013 does.
func swapImprovement(s string) string {
	first, second := strings.Index(s, "\n### 10.1 "), strings.Index(s, "\n### 10.2 ")
	if first < 0 || second < first {
		return s
	}
	end := second + 1 + strings.Index(s[second+1:], "\n## ")
	a := strings.Replace(s[first:second], "### 10.1 ", "### 10.2 ", 1)
	b := strings.Replace(s[second:end], "### 10.2 ", "### 10.1 ", 1)
	return s[:first] + b + a + s[end:]
}

// mapControls replaces the ids of controls by the first of those that they
// correspond to. One that corresponds to none goes, with the mark before it.
func (w *world) mapControls(s string, from, to standard.Edition) string {
	var b strings.Builder
	last := 0
	standard.ScanIDs(s, func(start, end int, id string) bool {
		other := w.counterpart(from, id, to)
		switch {
		case other == id:
		case other != "":
			b.WriteString(s[last:start] + other)
			last = end
		default:
			if _, known := w.std.Control(from, id); known {
				b.WriteString(strings.TrimSuffix(strings.TrimSuffix(s[last:start], "、"), ", "))
				last = end
			}
		}
		return true
	})
	return b.String() + s[last:]
}

// counterpart returns the first control of another edition that a control
// corresponds to, "" when there is none, and the id where it is no control of
// the edition.
func (w *world) counterpart(from standard.Edition, id string, to standard.Edition) string {
	if _, ok := w.std.Control(from, id); !ok {
		return id
	}
	for _, m := range w.std.Successors(from, id, to) {
		if m.To != "" {
			return m.To
		}
	}
	return ""
}

// oldStatement replaces the rows of the Statement of Applicability.
func (w *world) oldStatement(s string) string {
	reasons := map[string]string{}
	var applies, done string
	for _, line := range strings.Split(s, "\n") {
		if cells := strings.Split(line, " | "); len(cells) > 5 && strings.HasPrefix(cells[0], "| A.") {
			reasons[strings.TrimPrefix(cells[0], "| ")] = cells[3]
			applies, done = cells[2], cells[4]
		}
	}
	s = dropRows(s, "3 ", "A.")
	var rows strings.Builder
	for _, c := range w.std.Controls(standard.Edition2013) {
		reason := reasons[w.counterpart(standard.Edition2013, c.ID, standard.Edition2022)]
		if reason == "" {
			reason = w.text("reason", nil)
		}
		fmt.Fprintf(&rows, "| %s | %s | %s | %s | %s | %s %s | |\n", c.ID, c.Title(w.o.Language), applies, reason, done, rulesDoc, c.ID)
	}
	out, _ := addRow(s, "3 ", rows.String())
	return out
}

// oldRules replaces the sections about the controls.
func (w *world) oldRules(s string) string {
	from, history := strings.Index(s, "\n## A."), 0
	if history, _, _ = section(s, w.history()); from < 0 || history < from {
		return s
	}
	bodies := map[string]string{}
	for _, part := range strings.Split(s[from:history], "\n### ")[1:] {
		title, body, _ := strings.Cut(part, "\n")
		body, _, _ = strings.Cut(body, "\n## ")
		id, _, _ := strings.Cut(title, " ")
		bodies[id] = strings.TrimSpace(body)
	}
	var b strings.Builder
	domain := ""
	for _, c := range w.std.Controls(standard.Edition2013) {
		if g, ok := w.std.Group(standard.Edition2013, c.Group); ok && g.Parent != domain {
			domain = g.Parent
			title := domain
			if d, ok := w.std.Group(standard.Edition2013, domain); ok {
				title = d.Title(w.o.Language)
			}
			fmt.Fprintf(&b, "\n## %s %s\n", domain, title)
		}
		body := bodies[w.counterpart(standard.Edition2013, c.ID, standard.Edition2022)]
		if body == "" {
			body = w.text("rule", nil)
		}
		fmt.Fprintf(&b, "\n### %s %s\n\n%s\n", c.ID, c.Title(w.o.Language), body)
	}
	return s[:from] + b.String() + "\n" + s[history:]
}

// controls lists the controls of the edition in force that have a prefix, as
// a piece asks for them.
func (w *world) controls(prefixes ...string) string {
	var ids []string
	for _, c := range w.std.Controls(w.edition) {
		for _, p := range prefixes {
			if strings.HasPrefix(c.ID, p+".") {
				ids = append(ids, c.ID)
			}
		}
	}
	return strings.Join(ids, message.Text{JA: "、", EN: ", "}.In(w.o.Language))
}
