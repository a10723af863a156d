package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var trainingScore = &lint.Rule{
	Name:         "training/score",
	Severity:     lint.Error,
	Requirements: []string{"B09-3"},
	Clauses:      []string{"7.2"},
	Controls:     []string{"A.6.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "教育の確認テストが合格点に届いていないのに、再テストの記録がありません",
			EN: "the score of a training is below the pass mark and nothing is said of a retest",
		},
		Why: message.Text{
			JA: "合格点に届かない人は、必要な力量を得たとは言えません。再テスト又は追加の教育を行い、その結果を記録します",
			EN: "who is below the pass mark has not reached the competence that was required; a retest or further training, and its result, is recorded",
		},
		Wrong: trainingScoreExample("72点", "20問のテストを行った。"),
		Right: trainingScoreExample("72点", "20問のテストを行い、2名は2026-06-02の再テストで合格した。"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		trainingTables(s, schema.RecordTable, func(t *isms.Table) {
			for i := range t.Rows {
				checkScore(p, &t.Rows[i])
			}
		})
	},
}

func checkScore(p *lint.Pass, r *isms.Row) {
	mark, score := r.Written("pass_mark"), r.Written("score")
	_, rest := targetBound(fold.Key(isms.WithoutRemark(mark.Text)))
	want, okWant := quantityIn(rest)
	have, okHave := quantityIn(scoreKey(score.Text))
	if !okWant || !okHave || want.unit != have.unit || want.before != have.before && want.before != "" || have.value >= want.value {
		return
	}
	if isRetested(r.Table.File) {
		return
	}
	reportForm(p, r, score, "", message.Textf(
		"「%[1]s」の %[2]s が合格点 %[3]s に届いていません。再テスト又は追加の教育を行い、その結果を記録してください",
		"%[1]q is %[2]q, below the pass mark %[3]q; expected the result of a retest or of further training",
		riskTitle(r, "score"), cellExcerpt(score.Text), cellExcerpt(mark.Text)))
}

// scoreKey is the text of a score without the words that say which score it is.
func scoreKey(text string) string {
	key := fold.Key(isms.WithoutRemark(text))
	for _, word := range []string{"平均点", "平均", "最低点", "最低", "average", "lowest", "mean", ":"} {
		key = strings.TrimPrefix(key, word)
	}
	return key
}

// isRetested reports whether a report speaks of a retest or further training.
func isRetested(f *isms.File) bool {
	return bodyHasOneOf(f, "再テスト", "再試験", "追試", "再受講", "再教育", "補習", "再度", "retest", "re-test", "resit", "resat", "retook", "secondattempt", "furthertraining")
}

func trainingScoreExample(score, test string) string {
	return strings.Replace(trainingExample("| 営業部 | 4 | 4 | 0 | - |\n"), "# 全従業員教育\n", `# 全従業員教育

| 項目 | 内容 |
|---|---|
| 合格点 | 80点 |
| 平均点 | `+score+` |

## 確認テスト

`+test+"\n", 1)
}
