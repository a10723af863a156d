package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var objectivePlanItem = &lint.Rule{
	Name:         "objective/plan-item",
	Severity:     lint.Error,
	Requirements: []string{"OBJ-007"},
	Clauses:      []string{"6.1.3", "6.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "目標管理表に載せたリスク対応計画が、計画書やリスクアセスメントの結果と合いません",
			EN: "an item of the risk treatment plan on the sheet of objectives disagrees with the plan or the risk assessment",
		},
		Why: message.Text{
			JA: "リスク対応計画を目標と同じ表で管理するときも、番号とリスクは計画書と同じにします。受容したリスクの計画は警告とします",
			EN: "a treatment that is managed on the sheet of objectives keeps the number and risks of the plan; one whose risks are all accepted is a warning",
		},
		Wrong: objectivePlanExample("RTP-002", "R-001"),
		Right: objectivePlanExample("RTP-001", "R-001"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		prefix := planPrefix(s)
		if prefix == "" {
			return
		}
		eachObjective(s, func(r *isms.Row) {
			if strings.HasPrefix(fold.Key(r.Name()), prefix) {
				checkObjectivePlan(p, s, r)
			}
		})
	},
}

// planPrefix returns what all ids of the plan begin with, in the form of
// [fold.Key], or "" where they have no letters in common or share them with
// the targets.
func planPrefix(s *isms.System) string {
	prefix := ""
	for _, id := range s.IDs("plan") {
		letters, _, ok := strings.Cut(fold.Key(id), "-")
		if !ok || prefix != "" && prefix != letters+"-" {
			return ""
		}
		prefix = letters + "-"
	}
	return prefix
}

func checkObjectivePlan(p *lint.Pass, s *isms.System, r *isms.Row) {
	id := r.Written("id")
	item := s.Find("plan", r.Name())
	if item == nil {
		reportForm(p, r, id, "", message.Textf(
			"%[1]s は「リスク対応計画書」にありません。計画書の番号に合わせるか、計画書に加えてください",
			"%[1]q is not in the risk treatment plan, expected one of its ids", cellExcerpt(r.Name())))
		return
	}
	planned := riskIDs(s, item, "risks")
	cited := append(riskIDs(s, r, "considered"), riskIDs(s, r, "input")...)
	if len(cited) > 0 && slices.ContainsFunc(cited, func(id string) bool { return !slices.Contains(planned, id) }) {
		at := r.Written("considered")
		if len(riskIDs(s, r, "considered")) == 0 {
			at = r.Written("input")
		}
		reportForm(p, r, at, "", message.Textf(
			"%[1]sリスク番号が、「リスク対応計画書」の %[2]s と違います。計画書に合わせてください",
			"the risks%[1]s differ from %[2]s of the risk treatment plan, expected the same",
			ofRow(r), cellExcerpt(item.Written("risks").Text)), formRelated(item, item.Written("risks"), "計画書のリスク番号", "the risks of the plan"))
		return
	}
	checkPlanAccepted(p, s, r, planned)
}

// checkPlanAccepted reports an item all of whose risks are acceptable anyway.
func checkPlanAccepted(p *lint.Pass, s *isms.System, r *isms.Row, planned []string) {
	known := 0
	for _, risk := range s.Risks() {
		if !slices.Contains(planned, fold.Key(risk.Written("id").Text)) {
			continue
		}
		known++
		if band := risk.Before.Band; band == nil || band.Treatment != isms.AcceptRisk {
			return
		}
	}
	if known == 0 || known < len(planned) {
		return
	}
	warnForm(p, r, r.Written("id"), "accepted", message.Textf(
		"%[1]sリスク（%[2]s）は、受容基準以下です。計画として管理する必要があるか確かめてください",
		"the risks%[1]s (%[2]s) are within the acceptance criterion, expected a plan only for risks above it",
		ofRow(r), strings.ToUpper(strings.Join(planned, ", "))))
}

// riskIDs returns the ids of risks that a cell cites, in the form of [fold.Key].
func riskIDs(s *isms.System, r *isms.Row, column string) []string {
	var ids []string
	for _, v := range r.List(column) {
		for _, id := range citedIDs(v.Text) {
			if s.Find("risk", id) != nil {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func objectivePlanExample(id, risk string) string {
	return "-- registers/ISMS-B-03-リスク対応計画書.md --\n" +
		planStateExample("2026-12-25", "着手", "2026-05-11", "-", "-", "") +
		"-- registers/ISMS-B-26-情報セキュリティ目標管理表.md --\n" +
		strings.NewReplacer("OBJ-2026-01", id, "稼動率99.95%以上", "書庫の施錠率100%（"+risk+"）").Replace(objectiveExample("2027-03-31", "-", ""))
}
