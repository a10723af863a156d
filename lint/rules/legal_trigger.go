package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var legalTrigger = &lint.Rule{
	Name:         "legal/trigger",
	Severity:     lint.Warning,
	Requirements: []string{"B04-3", "CAL-005"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.31"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "定期の見直しの月（3月）以外に見直した法的要求事項に、臨時の見直しの記録がないか、その契機が定めたものではありません",
			EN: "a legal requirement changed outside of the month of the yearly review, March, without an entry of the ad-hoc review, or with an unknown trigger",
		},
		Why: message.Text{
			JA: "臨時の見直しは、事業の開始、活動の変更や終了、法令の制定、改正、契約の変化のいずれかを契機に行います。契機を残さなければ、見直すべき出来事を見付けていることを示せません。見直しの記録の表がない登録簿は対象にしません",
			EN: "ad-hoc reviews follow a new activity, its change or end, a new law, an amendment or a changed contract; without the trigger nothing shows that such events are noticed; registers without a table of reviews are left alone",
		},
		Wrong: legalTriggerExample("| 2025-06-09 | (4) | L-001 | 管理策に変更はない |\n"),
		Right: legalTriggerExample("| 2025-06-09 | (4) | L-001 | 管理策に変更はない |\n| 2026-08-24 | (1) | L-002 | 利用条件に加えた |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, t := range s.Tables(legalForm, "laws") {
			if reviews := legalReviewsBeside(t); reviews != nil {
				eachRowInForce(t, func(r *isms.Row) { checkAdHocReview(p, r, reviews) })
			}
		}
		for _, t := range s.Tables(legalForm, "reviews") {
			known := knownTriggers(t)
			eachRowInForce(t, func(r *isms.Row) {
				if v := r.Written("trigger"); !v.None() && !v.Ditto() && !namesTrigger(p, v.Text, known) {
					reportTrigger(p, r, v)
				}
			})
		}
	},
}

// everyLaw stands for all requirements among those that reviews name.
const everyLaw = ""

// legalReviewsBeside returns the days of the reviews that are entered beside a
// register, by the requirements that they name; nil when there are no entries.
func legalReviewsBeside(t *isms.Table) map[string][]date.Date {
	var reviews map[string][]date.Date
	sisterRows(t, "reviews", func(r *isms.Row) {
		if reviews == nil {
			reviews = map[string][]date.Date{}
		}
		laws, day := r.Written("laws"), r.Day("date").Date
		if laws.None() || containsOneOf(fold.Key(laws.Text), "全", "すべて", "all") {
			reviews[everyLaw] = append(reviews[everyLaw], day)
		}
		for _, v := range isms.SplitList(laws) {
			for _, id := range citedIDs(v.Text) {
				reviews[id] = append(reviews[id], day)
			}
		}
	})
	return reviews
}

// checkAdHocReview looks for the entry of the review that a row underwent
// outside of the yearly review. What was registered with the first issue needs none.
func checkAdHocReview(p *lint.Pass, r *isms.Row, reviews map[string][]date.Date) {
	reviewed, established := r.Day("reviewed"), r.Table.File.Meta.Established
	if !reviewed.Valid() || reviewed.Date.Month == p.Config.Periods.Legal || !established.Valid() || !established.Date.Before(reviewed.Date) {
		return
	}
	first, last := reviewed.Date.AddDays(-p.Config.Periods.Trigger), reviewed.Date.AddDays(p.Config.Periods.Trigger)
	near := func(day date.Date) bool { return !day.Before(first) && !day.After(last) }
	if slices.ContainsFunc(reviews[fold.Key(r.Name())], near) || slices.ContainsFunc(reviews[everyLaw], near) {
		return
	}
	f := tableFinding(r.Table, riskPlace(r, reviewed.Value), message.Textf(
		"%[1]s「%[2]s」が %[3]s で%[4]d月の定期見直しではありませんが、臨時の見直しの記録にありません。契機と結果を記録してください",
		"%[2]q%[1]s is %[3]s, which is not the regular review of %[4]s, expected an entry of the ad-hoc review with its trigger",
		ofRow(r), riskTitle(r, "reviewed"), reviewed.Date, p.Config.Periods.Legal))
	f.Severity = lint.Warning
	p.Report(f)
}

func reportTrigger(p *lint.Pass, r *isms.Row, v isms.Value) {
	warnForm(p, r, v, "", message.Textf(
		"%[1]s「%[2]s」が「%[3]s」です。定めた契機（事業の開始、活動の変更や終了、法令の制定、改正、契約の変化）の番号、又は定期の別を記入してください",
		"%[2]q%[1]s is %[3]q, expected one of the defined triggers (new activity, its change or end, new law, amendment, changed contract) or the regular review",
		ofRow(r), riskTitle(r, "trigger"), cellExcerpt(v.Text)))
}

// knownTriggers returns the numbers of the triggers: those that the document
// lists, or the five that every register has.
func knownTriggers(t *isms.Table) []string {
	var known []string
	sisterRows(t, "triggers", func(r *isms.Row) {
		if number := strings.Trim(fold.Key(r.Written("trigger").Text), "()[].【】"); number != "" {
			known = append(known, number)
		}
	})
	if known == nil {
		known = []string{"1", "2", "3", "4", "5"}
	}
	return known
}

// namesTrigger reports whether a text names a trigger by its number or in words.
func namesTrigger(p *lint.Pass, text string, known []string) bool {
	key := fold.Key(text)
	return containsOneOf(key, known...) || containsOneOf(key, strconv.Itoa(int(p.Config.Periods.Legal))+"月", strings.ToLower(p.Config.Periods.Legal.String())) ||
		containsOneOf(key, "開始", "新規", "新しい", "変更", "終了", "制定", "施行", "改正", "契約", "定期", "定例", "年次", "毎年", "年度",
			"new", "begin", "start", "change", "end", "enact", "amend", "contract", "regular", "annual", "yearly", "scheduled", "periodic")
}

// legalTriggerExample is a register with a requirement added in August.
func legalTriggerExample(reviews string) string {
	return legalExample("| 見直し日 | 契機 | 対象 | 結果 |\n|---|---|---|---|\n"+reviews+"\n",
		`| L-001 | 著作権法 | 法令 | 第21条 | 開発部 | 許諾の範囲で利用する | A.5.32 | 2026-03-01施行分 | 適合 | 2026-03-19 | 2026-03-23 |
| L-002 | 生成AIの利用契約 | 契約 | 第3条 | 開発部 | 入力を学習に使わせない | A.5.23 | 契約番号 CT-010 | 適合 | 2026-08-21 | 2026-08-24 |
`)
}
