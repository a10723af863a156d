package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var reviewActions = &lint.Rule{
	Name:         "review/actions",
	Severity:     lint.Error,
	Requirements: []string{"B25-3"},
	Clauses:      []string{"9.3.2", "9.3.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "前回のマネジメントレビューで決めた処置の結果が、次の議事録にありません",
			EN: "the minutes do not report on an action that the previous management review decided on",
		},
		Why: message.Text{
			JA: "決めた処置がどうなったかを次のレビューで確かめなければ、レビューは形だけのものになります",
			EN: "unless the next review asks what became of the actions, the reviews are a mere formality",
		},
		Wrong: reviewActionsExample("| 1 | 予算の計上 | 計上した | 2026-03-27 |\n"),
		Right: reviewActionsExample("| 1 | 予算の計上 | 計上した | 2026-03-27 |\n| 2 | 研修の実施 | 8月に実施した | 2026-08-28 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		reviews := reviewsByDay(s)
		for i := 1; i < len(reviews); i++ {
			checkFollowUp(p, reviews[i-1], reviews[i])
		}
	},
}

func checkFollowUp(p *lint.Pass, before, now *isms.Row) {
	var reported []*isms.Row
	sisterRows(now.Table, "previous", func(r *isms.Row) { reported = append(reported, r) })
	text := ""
	sisterRows(before.Table, "actions", func(action *isms.Row) {
		if isReported(action, reported) {
			return
		}
		if text == "" {
			text = fold.Key(string(now.Table.File.Doc.Source))
		}
		if key := fold.Key(action.Written("action").Text); strings.Contains(text, key) || len(reported) == 0 && strings.Contains(text, fold.Key(before.Name())) {
			return // reported in other words
		}
		reportForm(p, now, now.Written("previous"), before.Name()+" "+action.Name(), message.Textf(
			"前回のレビュー %[1]s で決めた処置 %[2]s「%[3]s」の結果がありません。「前回までの処置」に状況を記入してください",
			"the minutes do not report on action %[2]s of the previous review %[1]s (%[3]q), expected its status",
			cellExcerpt(before.Name()), cellExcerpt(action.Name()), cellExcerpt(action.Written("action").Text)),
			formRelated(action, action.Written("action"), "前回決めた処置", "the action decided on"))
	})
}

// isReported reports whether a row is about an action, by its number or text.
func isReported(action *isms.Row, reported []*isms.Row) bool {
	return slices.ContainsFunc(reported, func(r *isms.Row) bool {
		return action.Name() != "" && fold.Equal(r.Name(), action.Name()) || fold.Equal(r.Written("action").Text, action.Written("action").Text)
	})
}

func reviewActionsExample(previous string) string {
	return "-- records/ISMS-B-25/MR-2025-01.md --\n" + reviewFileExample("MR-2025-01", "2025-11-10", "", `| 番号 | 処置 | 担当 | 期限 |
|---|---|---|---|
| 1 | 予算の計上 | 田中 一郎 | 2026-03-31 |
| 2 | 研修の実施 | 鈴木 次郎 | 2026-08-31 |
`) + reviewExample("", "## 前回までの処置\n\n| 番号 | 処置 | 結果 | 完了日 |\n|---|---|---|---|\n"+previous)
}
