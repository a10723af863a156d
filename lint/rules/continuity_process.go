package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var continuityProcess = &lint.Rule{
	Name:         "continuity/process",
	Severity:     lint.Warning,
	Requirements: []string{"B05-2"},
	Clauses:      []string{"8.2"},
	Controls:     []string{"A.5.29", "A.5.30"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "重要な業務に、それが止まるシナリオがありません",
			EN: "an essential process has no scenario in which it is disrupted",
		},
		Why: message.Text{
			JA: "止まったときに困る業務ほど、何が起きれば止まるかを考えておく必要があります。重要な業務の表（業務番号と業務プロセス）がない文書は対象にしません",
			EN: "the processes that matter most need to be thought through; documents without a table of essential processes (process ID and process) are left alone",
		},
		Wrong: continuityProcessExample("利用店舗への請求"),
		Right: continuityProcessExample("受注"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		var disrupted strings.Builder
		everything := false
		eachScenario(s, func(r *isms.Row) {
			if v := r.Written("process"); !v.None() {
				key := fold.Key(v.Text)
				disrupted.WriteString(key + "\n")
				everything = everything || isEveryProcess(key)
			}
		})
		if everything {
			return
		}
		for _, t := range s.Tables(scenarioForm, "processes") {
			eachRowInForce(t, func(r *isms.Row) {
				if process := r.Written("process"); r.Value("critical").Text != "other" && !process.None() && !isDisrupted(r, disrupted.String()) {
					warnForm(p, r, process, "", message.Textf(
						"%[1]s重要な業務「%[2]s」が止まるシナリオがありません。止まる原因を挙げ、復旧の目標を決めてください",
						"no scenario disrupts the essential process %[2]q%[1]s, expected one with its recovery targets",
						ofRow(r), cellExcerpt(process.Text)))
				}
			})
		}
	},
}

// isDisrupted reports whether a text names the process or its id.
func isDisrupted(r *isms.Row, disrupted string) bool {
	name, id := fold.Key(isms.WithoutRemark(r.Written("process").Text)), fold.Key(r.Name())
	return strings.Contains(disrupted, name) || id != "" && strings.Contains(disrupted, id)
}

// isEveryProcess reports whether a text, in the form of [fold.Key], means all
// processes together.
func isEveryProcess(key string) bool {
	return key == "all" || key == "全て" || key == "すべて" || key == "全社" ||
		containsOneOf(key, "全ての業務", "すべての業務", "全業務", "全社の業務", "allprocesses", "allbusinessprocesses")
}

// continuityProcessExample is an assessment that names an essential process.
func continuityProcessExample(process string) string {
	return scenarioExample("| 業務番号 | 業務プロセス | 重要性 |\n|---|---|---|\n| PR-001 | "+process+" | 重要 |\n\n",
		"| BCS-001 | 大地震 | 受注 | 72時間 | 48時間 | 24時間 | 1 | 3 | 伊藤 美咲 | 2026-05-14 |\n")
}
