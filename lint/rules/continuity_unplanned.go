package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var continuityUnplanned = &lint.Rule{
	Name:         "continuity/unplanned",
	Severity:     lint.Warning,
	Requirements: []string{"B06-1"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.29", "A.5.30"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "事業継続計画書が、同じかより小さいシナリオは扱うのに、あるシナリオを扱っていません",
			EN: "the business continuity plan covers a scenario but not another that is at least as severe",
		},
		Why: message.Text{
			JA: "計画を作る基準を超えた事態に手順がなければ、起きたときに動けません。基準は組織ごとに異なるため、計画に載っているシナリオと発生可能性、影響を比べて判断します",
			EN: "without a procedure nobody knows what to do when it happens; as the threshold differs, scenarios are compared by likelihood and impact with those that the plan covers",
		},
		Wrong: continuityUnplannedExample(""),
		Right: continuityUnplannedExample("| BCS-002 | 受注 | 8時間 | 4.2 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		if len(s.Tables(continuity, "targets")) == 0 {
			return
		}
		inForce := false
		eachContinuityPlan(s, func(*isms.File) { inForce = true })
		if !inForce {
			return
		}
		planned := plannedScenarios(s)
		var covered, open []severity
		seen := map[[len(severityColumns)]float64]bool{}
		eachScenario(s, func(r *isms.Row) {
			switch {
			case r.Written("id").None():
			case planned[fold.Key(r.Name())]:
				if c := severityOf(r); !seen[c.key()] {
					seen[c.key()] = true
					covered = append(covered, c)
				}
			default:
				open = append(open, severityOf(r))
			}
		})
		for _, r := range open {
			for _, c := range covered {
				if r.asSevereAs(c) {
					reportUnplanned(p, r.row, c.row)
					break
				}
			}
		}
	},
}

// plannedScenarios returns the scenarios that plans name: in the table of
// targets, in headings or anywhere in the text.
func plannedScenarios(s *isms.System) map[string]bool {
	planned := map[string]bool{}
	eachContinuityPlan(s, func(f *isms.File) {
		for _, id := range f.Doc.Identifiers {
			planned[fold.Key(id.Text)] = true
		}
		tablesNamed(f, "targets", func(r *isms.Row) {
			for _, v := range r.List("scenario") {
				for _, id := range citedIDs(v.Text) {
					planned[id] = true
				}
			}
		})
	})
	return planned
}

// severity is how a scenario is rated; a rating that is not a number is absent.
type severity struct {
	row     *isms.Row
	ratings [len(severityColumns)]isms.Decimal
}

var severityColumns = [...]string{"likelihood", "impact", "value"}

func severityOf(r *isms.Row) severity {
	s := severity{row: r}
	for i, column := range severityColumns {
		s.ratings[i] = r.Number(column)
	}
	return s
}

// key tells scenarios of different severity apart.
func (s severity) key() (key [len(severityColumns)]float64) {
	for i, d := range s.ratings {
		key[i] = -1
		if d.Valid {
			key[i] = d.Float
		}
	}
	return key
}

// asSevereAs reports whether a scenario is at least as likely and as grave as
// another, and known to be.
func (s severity) asSevereAs(other severity) bool {
	known := false
	for i := range s.ratings {
		a, b := &s.ratings[i], &other.ratings[i]
		if !a.Valid || !b.Valid {
			continue
		}
		if a.Float < b.Float {
			return false
		}
		known = known || i > 0 // the likelihood alone says too little
	}
	return known
}

func reportUnplanned(p *lint.Pass, r, covered *isms.Row) {
	id := r.Written("id")
	warnForm(p, r, id, "", message.Textf(
		"シナリオ「%[1]s」が事業継続計画書にありません。発生可能性と影響が同じか小さい「%[2]s」と同じように、目標と手順を定めてください",
		"scenario %[1]q is not in the business continuity plan, expected targets and a procedure as for %[2]q, which is no more severe",
		cellExcerpt(r.Name()), cellExcerpt(covered.Name())),
		formRelated(covered, covered.Written("id"), "計画にあるシナリオ", "scenario that the plan covers"))
}

// continuityUnplannedExample is an assessment of two scenarios and a plan for
// the first.
func continuityUnplannedExample(second string) string {
	return scenarioExample("", `| BCS-001 | 大地震 | 受注 | 72時間 | 48時間 | 24時間 | 1 | 3 | 伊藤 美咲 | 2026-05-14 |
| BCS-002 | クラウド基盤の障害 | 受注 | 24時間 | 8時間 | 1時間 | 2 | 3 | 伊藤 美咲 | 2026-05-14 |
`) + continuityPlanExample("2026-05-21", "| シナリオ番号 | 業務プロセス | 目標復旧時間 | 手順 |\n|---|---|---|---|\n| BCS-001 | 受注 | 48時間 | 4.1 |\n"+second)
}
