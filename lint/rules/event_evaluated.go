package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var eventEvaluated = &lint.Rule{
	Name:         "event/evaluated",
	Severity:     lint.Error,
	Requirements: []string{"B13-2"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.25"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報セキュリティ事象が、受付から定めた日数（設定がなければ14日）以内に評価されていません",
			EN: "an information security event was not evaluated within the days that the configuration allows, 14 unless it says otherwise",
		},
		Why: message.Text{
			JA: "評価しないうちは、インシデントとして対応すべきかどうかが決まりません。放置された事象は大きな被害になります",
			EN: "until it is evaluated nobody knows whether the event is an incident; those left lying are the ones that grow",
		},
		Wrong: eventExample("| EV-2026-001 | 2026-05-20 | 伊藤 美咲 | 離席中の画面 | 鈴木 次郎 | - | - | - | - |\n"),
		Right: eventExample("| EV-2026-001 | 2026-05-20 | 伊藤 美咲 | 離席中の画面 | 鈴木 次郎 | 事象のみ | 田中 一郎 | 2026-05-22 | - |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachEvent(s, func(r *isms.Row) {
			received := receivedOn(r)
			if received.IsZero() {
				return
			}
			days := p.Config.Periods.Evaluation
			limit := received.AddDays(days)
			evaluation, evaluated := r.Written("evaluation"), r.Day("evaluated")
			switch {
			case evaluated.Valid() && evaluated.Date.After(limit) && r.Written("note").None():
				warnForm(p, r, evaluated.Value, "", message.Textf(
					"%[1]s評価日 %[2]s が、受付の %[3]s から%[4]d日を超えています。遅れた理由を備考に書き、以後は期限内に評価してください",
					"the evaluation%[1]s on %[2]s is more than %[4]d days after %[3]s, expected it in time",
					ofRow(r), evaluated.Date, received, days))
			case evaluation.None() && evaluation.Present && s.AsOf().After(limit):
				reportForm(p, r, evaluation, "", message.Textf(
					"%[1]s「%[2]s」がありません。%[3]s の受付から%[4]d日を過ぎています。インシデントかどうかを評価してください",
					"%[2]q%[1]s is empty more than %[4]d days after %[3]s, expected whether it is an incident",
					ofRow(r), riskTitle(r, "evaluation"), received, days))
			}
		})
	},
}
