package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var soaReason = &lint.Rule{
	Name:         "soa/reason",
	Severity:     lint.Error,
	Requirements: []string{"A02-2"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "適用宣言書に、管理策を採用又は除外した理由がありません",
			EN: "the Statement of Applicability gives no reason for including or excluding a control",
		},
		Why: message.Text{
			JA: "規格は、採用の理由と除外の理由の両方を求めています。除外は、なぜその管理策が要らないのかを説明できなければ認められません",
			EN: "the standard asks for the justification of inclusions and of exclusions; an exclusion that nobody can explain is not accepted",
		},
		Wrong: soaExample(`| A.7.4 | 物理的セキュリティの監視 | × | 対象外 | - | - | - |
`),
		Right: soaExample(`| A.7.4 | 物理的セキュリティの監視 | × | 自社の事務所や機械室を持たず、全員が在宅で働いているため | - | - | - |
`),
	},
	Document: statementRule(func(p *lint.Pass, s *isms.Statement, r *isms.StatementRow) {
		if r.Applicable == isms.Undecided {
			return
		}
		reason, ok := reasonOf(r)
		if !ok || !reason.None() && !hollow(r, reason) {
			return
		}
		severity, at := registerSeverity(s.File), rowPlace(r, reason)
		switch {
		case r.Applicable == isms.Excluded && !reason.None():
			reportControl(p, r, severity, at, message.Textf(
				"「%[1]s」を除外した理由が「%[2]s」だけでは分かりません。なぜ不要なのかを事業や拠点の実態で説明してください",
				"%[2]q does not say why %[1]q is excluded, expected a reason that follows from the business or the premises", controlName(r), cellExcerpt(reason.Text)))
		case r.Applicable == isms.Excluded:
			reportControl(p, r, severity, at, message.Textf(
				"「%[1]s」を除外した理由がありません。なぜ不要なのかを書いてください",
				"the exclusion of %[1]q has no reason, expected why the control is not needed", controlName(r)))
		default:
			reportControl(p, r, severity, at, message.Textf(
				"「%[1]s」を採用した理由がありません。対応するリスク、法令又は契約が分かるように書いてください",
				"the inclusion of %[1]q has no reason, expected the risk, law or contract that it answers", controlName(r)))
		}
	}),
}

// reasonOf returns the reason of a row, from the column for both or the one
// that its applicability asks for. ok is false when the table has neither,
// which register/column reports.
func reasonOf(r *isms.StatementRow) (reason isms.Value, ok bool) {
	column := "reason_included"
	if r.Applicable == isms.Excluded {
		column = "reason_excluded"
	}
	reason = r.Row.Written("reason")
	if specific := r.Row.Written(column); reason.None() && specific.Present {
		reason = specific
	}
	return reason, reason.Present
}

// hollow reports whether a reason only repeats that the control is excluded,
// or its title.
func hollow(r *isms.StatementRow, reason isms.Value) bool {
	if isOpenCell(r.Table, reason.Text) {
		return false
	}
	key := fold.Key(reason.Text)
	if title := r.Row.Written("title").Text; title != "" && key == fold.Key(title) {
		return true
	}
	return r.Applicable == isms.Excluded && slices.Contains(hollowReasons, key)
}

// hollowReasons are texts, in the form of [fold.Key], that say no more than
// that a control is excluded.
var hollowReasons = []string{
	"対象外", "対象外のため", "対象なし", "対象がないため", "不要", "不要のため", "不要なため", "必要なし", "必要ないため", "適用外", "適用外のため", "適用除外", "適用しない", "適用しないため",
	"非適用", "除外", "除外する", "不採用", "採用しない", "採用しないため", "該当しない", "該当しないため", "該当がないため", "該当なしのため", "なし", "×",
	"notapplicable", "n/a", "notneeded", "notrequired", "notrelevant", "excluded", "no", "outofscope",
}
