package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskOwnerApproval = &lint.Rule{
	Name:         "risk/owner-approval",
	Severity:     lint.Error,
	Requirements: []string{"RSK-009"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "対応するリスクにリスク所有者の承認日がないか、対応を始めた後に承認しています",
			EN: "a risk that is treated has no approval of its owner, or one given after the treatment began",
		},
		Why: message.Text{
			JA: "対応計画と残留リスクは、実施する前にリスク所有者が承認します。承認のない対応は、残るリスクを誰も引き受けていないことになります",
			EN: "the owner approves the plan and the residual risk before the work begins; without it nobody has taken the risk that remains",
		},
		Wrong: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 対応 | - | 低減 | A.7.8 | 2 | 2 | 1 | 6 | 伊藤 美咲 | - | 2026-04-10 | RTP-001 |"),
		Right: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 対応 | - | 低減 | A.7.8 | 2 | 2 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachRiskOf(s, func(r *isms.Risk) {
			approved := r.Day("owner_approved")
			switch {
			case approved.None():
				checkUnapproved(p, r)
			case approved.Valid():
				checkStarted(p, s, r, approved)
			}
		})
	},
}

func checkUnapproved(p *lint.Pass, r *isms.Risk) {
	v := r.Written("owner_approved")
	if !v.Present {
		return // a table without the column is for register/column
	}
	switch {
	case r.Treated() || hasException(r):
		reportRisk(p, r.Row, v, message.Textf(
			"%[1]s「%[2]s」がありません。対応計画と残留リスクについてリスク所有者の承認を得て、承認日を記入してください",
			"%[2]q%[1]s is empty, expected the day on which the risk owner approved the plan and the residual risk", ofRow(r.Row), riskTitle(r.Row, "owner_approved")))
	case r.Accepted() && r.Before.Band != nil && r.Before.Band.Treatment == isms.DecideRisk:
		warnRisk(p, r.Row, v, message.Textf(
			"%[1]s「%[2]s」がありません。個別の判断で受容するリスクなので、リスク所有者の承認日を記入してください",
			"%[2]q%[1]s is empty, expected the approval of the risk owner, because the risk is accepted case by case", ofRow(r.Row), riskTitle(r.Row, "owner_approved")))
	}
}

// checkStarted compares the approval with the day on which the work began.
func checkStarted(p *lint.Pass, s *isms.System, r *isms.Risk, approved isms.Day) {
	if !r.Treated() {
		return
	}
	for _, v := range r.List("plan") {
		for _, id := range citedIDs(v.Text) {
			item := s.Find("plan", id)
			if item == nil {
				continue
			}
			if started := item.Day("started"); started.Valid() && started.Date.Before(approved.Date) {
				reportRisk(p, r.Row, approved.Value, message.Textf(
					"%[1]s「%[2]s」%[3]sが、計画「%[4]s」を始めた%[5]sより後です。始める前に承認を得てください",
					"%[2]q%[1]s is %[3]s, after plan item %[4]q began on %[5]s, expected the approval before the work",
					ofRow(r.Row), riskTitle(r.Row, "owner_approved"), approved.Date, cellExcerpt(item.Name()), started.Date),
					riskRelated(item, "started", "実際の開始日", "actual start"))
			}
		}
	}
}
