package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var correctiveRecurrence = &lint.Rule{
	Name:         "corrective/recurrence",
	Severity:     lint.Warning,
	Requirements: []string{"B24-5"},
	Clauses:      []string{"10.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "以前の是正処置と同じ原因が書かれているのに、再発として扱われていません",
			EN: "a corrective action has the cause of an earlier one, but does not refer to it as a recurrence",
		},
		Why: message.Text{
			JA: "同じ原因の不適合が再び起きたのなら、前の処置は有効ではありませんでした。審査では、軽微な不適合の再発は重大な不適合として扱われることがあります",
			EN: "if the same cause led to another nonconformity, the first action was not effective; auditors raise recurring minor nonconformities to major ones",
		},
		Wrong: recurrenceExample(""),
		Right: recurrenceExample("| 関連する記録 | CAR-2026-001（再発） |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachCorrective(p, s, func(p *lint.Pass, s *isms.System, r *isms.Row) {
			for _, cause := range causesOf(r) {
				if first := firstWith(s, cause); first != nil && first != r {
					reportRecurrence(p, first, r)
					return
				}
			}
		})
	},
}

// causes finds the files that state a cause.
var causes = isms.NewIndex("cause", func(f *isms.File, add func(string)) {
	for _, r := range correctiveRows(f) {
		for _, cause := range causesOf(r) {
			add(cause)
		}
	}
})

// firstWith returns the first report that states a cause.
func firstWith(s *isms.System, cause string) *isms.Row {
	for _, f := range s.Lookup(causes, cause) {
		for _, r := range correctiveRows(f) {
			if slices.Contains(causesOf(r), cause) {
				return r
			}
		}
	}
	return nil
}

// shortestCause is the length in bytes (12 Japanese characters, some 6 English
// words) from which on two equal sentences are taken for the same cause and not
// for a phrase such as 確認が漏れた.
const shortestCause = 36

// causesOf returns the sentences that state the cause, in the form of [fold.Key].
func causesOf(r *isms.Row) []string {
	if r.Name() == "" {
		return nil
	}
	var out []string
	for _, column := range []string{"cause", "root_cause"} {
		sentences := strings.FieldsFunc(r.Written(column).Text, func(c rune) bool { return c == '。' || c == '.' || c == '\n' })
		for _, sentence := range sentences {
			if key := fold.Key(sentence); len(key) >= shortestCause {
				out = append(out, key)
			}
		}
	}
	return out
}

func reportRecurrence(p *lint.Pass, a, b *isms.Row) {
	if da, db := a.Day("found"), b.Day("found"); da.Valid() && db.Valid() && db.Date.Before(da.Date) {
		a, b = b, a
	}
	for _, column := range []string{"related", "cause", "root_cause", "similar", "similar_result", "nonconformity"} {
		if strings.Contains(fold.Key(b.Written(column).Text), fold.Key(a.Name())) {
			return
		}
	}
	warnForm(p, b, b.Written("cause"), a.Name(), message.Textf(
		"原因が以前の是正処置 %[1]s と同じです。再発であれば「関連する記録」に %[1]s を挙げ、前の処置がなぜ有効でなかったかを調べてください",
		"the cause is that of the earlier corrective action %[1]s; expected %[1]s among the related records if this is a recurrence, and why the first action was not effective",
		cellExcerpt(a.Name())),
		formRelated(a, a.Written("cause"), "以前の是正処置の原因", "cause of the earlier corrective action"))
}

// recurrenceExample is two corrective actions of one cause.
func recurrenceExample(related string) string {
	const cause = "\n## 原因\n\n退職の手続の確認票に、外部サービスの一覧がなかった。\n"
	second := strings.ReplaceAll(correctiveExample("review", related+cause), "CAR-2026-001.md", "CAR-2026-002.md")
	second = strings.Replace(second, "record: CAR-2026-001", "record: CAR-2026-002", 1)
	return correctiveExample("review", cause) + strings.Replace(second, "found: 2026-05-28", "found: 2026-08-28", 1)
}
