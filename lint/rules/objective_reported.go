package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var objectiveReported = &lint.Rule{
	Name:         "objective/reported",
	Severity:     lint.Error,
	Requirements: []string{"B11-2", "OBJ-010"},
	Clauses:      []string{"6.2", "9.1", "9.3.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "有効性レビュー又はマネジメントレビューで、取り上げていない目標があります",
			EN: "an effectiveness review or a management review passes over an information security objective",
		},
		Why: message.Text{
			JA: "全ての目標の達成状況を有効性レビューで評価し、マネジメントレビューで報告します。マネジメントレビューで触れていないものは警告とします",
			EN: "the effectiveness review evaluates every objective and the management review is told; what only the management review passes over is a warning",
		},
		Wrong: objectiveExampleFile() + effectivenessExample("2026-10-01", "全体として有効である。\n"),
		Right: objectiveExampleFile() + effectivenessExample("2026-10-01", "OBJ-2026-01 は見込みどおりである。\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		before := reportedOn{}
		for _, r := range effectivenessReviews(s) {
			now := reportedOn{recordDay(r.Table.File), newCitedBody(r.Table.File.Doc)}
			checkObjectives(p, s, r, before, now, lint.Error)
			before = now
		}
		before = reportedOn{}
		for _, r := range reviewsByDay(s) {
			now := reportedOn{r.Day("date").Date, newCitedBody(r.Table.File.Doc)}
			checkObjectives(p, s, r, before, now, lint.Warning)
			before = now
		}
	},
}

// reportedOn is a record that reports on objectives, and its day.
type reportedOn struct {
	day date.Date
	doc *citedBody
}

// closed reports whether the record took up a target, and its result has been
// entered since: a review in November speaks of the targets of a year that ends
// in December, and the next one need not.
func (o reportedOn) closed(r *isms.Row) bool {
	return o.doc != nil && !r.Written("evaluation").None() && o.doc.has(r.Name())
}

// effectivenessReviews returns the effectiveness reviews that are more than
// drafts, in the order of their days.
func effectivenessReviews(s *isms.System) []*isms.Row {
	var out []*isms.Row
	for r := range s.Rows(effectivenessForm, schema.RecordTable) {
		if f := r.Table.File; r.Table.Fields && f.Meta.Status != isms.Draft && !recordDay(f).IsZero() && tablesReadable(f) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b *isms.Row) int { return recordDay(a.Table.File).Compare(recordDay(b.Table.File)) })
	return out
}

// checkObjectives looks in a record for the targets that were in force between
// the record before it and its day.
func checkObjectives(p *lint.Pass, s *isms.System, record *isms.Row, before, now reportedOn, severity lint.Severity) {
	f := record.Table.File
	cited, day := now.doc, now.day
	if severity == lint.Warning && (!reportsOn(f, "objectives") || citesForm(p.Organization, f, objectiveForm, cited.ids) || citesEffectiveness(s, cited)) {
		return // the minutes lack the whole input, or point to where the objectives are evaluated
	}
	var missing []string
	var related []lint.Related
	eachObjective(s, func(r *isms.Row) {
		start, due := objectiveStart(p, r), r.Day("due")
		if cited.has(r.Name()) || start.IsZero() || start.After(day) || !due.Valid() || !due.Date.After(before.day) || before.closed(r) {
			return
		}
		missing = append(missing, cellExcerpt(r.Name()))
		if len(related) < mostRelated {
			related = append(related, formRelated(r, r.Written("id"), "取り上げていない目標", "the objective"))
		}
	})
	if len(missing) == 0 {
		return
	}
	finding := tableFinding(record.Table, riskPlace(record, record.Written("objectives")), message.Textf(
		"目標 %[1]s の達成状況がありません。目標ごとに実績と判定を記入してください",
		"the record says nothing of %[1]s, expected the result and the judgement of every objective", listSome(missing)), related...)
	finding.Severity, finding.Subject = severity, strings.Join(missing, " ")
	p.Report(finding)
}

// citesEffectiveness reports whether an effectiveness review, which evaluates
// the objectives, is among the ids.
func citesEffectiveness(s *isms.System, cited *citedBody) bool {
	return slices.ContainsFunc(s.Records(effectivenessForm), func(f *isms.File) bool { return cited.has(f.Meta.Record.Text) })
}

func objectiveExampleFile() string {
	return "-- registers/ISMS-B-26-情報セキュリティ目標管理表.md --\n" + objectiveExample("2027-03-31", "-", "")
}
