package rules

import (
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var eventSerial = &lint.Rule{
	Name:         "event/serial",
	Severity:     lint.Error,
	Requirements: []string{"B13-1"},
	Clauses:      []string{"7.5.3"},
	Controls:     []string{"A.6.8"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報セキュリティ事象記録簿の番号が飛んでいるか、前後しています",
			EN: "the numbers of the event log have a gap or are out of order",
		},
		Why: message.Text{
			JA: "番号が続いていれば、報告された事象が消されていないことが分かります。欠けた番号は、都合の悪い事象の削除を疑わせます",
			EN: "an unbroken series shows that no report was deleted; a missing number looks like one that was",
		},
		Wrong: eventExample(`| EV-2026-001 | 2026-05-20 | 伊藤 美咲 | 離席中の画面 | 鈴木 次郎 | 事象のみ | 田中 一郎 | 2026-05-22 | - |
| EV-2026-003 | 2026-06-20 | 伊藤 美咲 | 印刷物の放置 | 鈴木 次郎 | 事象のみ | 田中 一郎 | 2026-06-22 | - |
`),
		Right: eventExample(`| EV-2026-001 | 2026-05-20 | 伊藤 美咲 | 離席中の画面 | 鈴木 次郎 | 事象のみ | 田中 一郎 | 2026-05-22 | - |
| EV-2026-002 | 2026-06-20 | 伊藤 美咲 | 印刷物の放置 | 鈴木 次郎 | 事象のみ | 田中 一郎 | 2026-06-22 | - |
`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		series := map[string][]numberedRow{}
		var prefixes []string
		for r := range s.Rows(eventForm, "events") {
			if r.Table.File.Meta.Status == isms.Draft {
				continue
			}
			id := fold.Key(r.Name())
			i := len(id)
			for i > 0 && id[i-1] >= '0' && id[i-1] <= '9' {
				i--
			}
			n, err := strconv.Atoi(id[i:])
			if err != nil {
				continue
			}
			if series[id[:i]] == nil {
				prefixes = append(prefixes, id[:i])
			}
			series[id[:i]] = append(series[id[:i]], numberedRow{n, r})
		}
		for _, prefix := range prefixes {
			checkSeries(p, s, series[prefix])
		}
	},
}

// numberedRow is a row with the number at the end of its id.
type numberedRow struct {
	n   int
	row *isms.Row
}

// hasUnnumbered reports whether a row of the table has no number of its own.
func hasUnnumbered(t *isms.Table) bool {
	return slices.ContainsFunc(t.Rows, func(r isms.Row) bool {
		id := r.Written("id")
		return id.None() || id.Ditto()
	})
}

// checkSeries looks at the numbers of one prefix in the order of the rows. A
// log may also be kept with the latest event on top.
func checkSeries(p *lint.Pass, s *isms.System, rows []numberedRow) {
	if len(rows) > 1 && rows[0].n > rows[len(rows)-1].n {
		slices.Reverse(rows)
	}
	for i := 1; i < len(rows); i++ {
		before, now := rows[i-1], rows[i]
		id := now.row.Written("id")
		switch {
		case now.n > before.n+1 && containsOneOf(fold.Key(now.row.Written("note").Text), "欠番", "void", "notused"):
			// the note explains the gap
		case now.n > before.n+1 && (s.Repeats("event", before.row.Name()) || hasUnnumbered(now.row.Table)):
			// a row that was meant to have another number may fill it
		case now.n > before.n+1 && !slices.ContainsFunc(rows, func(o numberedRow) bool { return o.n == now.n-1 }):
			reportForm(p, now.row, id, "", message.Textf(
				"事象番号が %[1]s から %[2]s へ飛んでいます。欠けた事象を記入し直すか、欠番の理由を備考に書いてください",
				"the event numbers go from %[1]s to %[2]s, expected no gap", cellExcerpt(before.row.Name()), cellExcerpt(now.row.Name())),
				formRelated(before.row, before.row.Written("id"), "前の事象", "the event before"))
		case now.n < before.n:
			reportForm(p, now.row, id, "", message.Textf(
				"事象番号 %[2]s が %[1]s の後にあります。番号の順に並べてください",
				"event %[2]s follows %[1]s, expected the events in the order of their numbers", cellExcerpt(before.row.Name()), cellExcerpt(now.row.Name())),
				formRelated(before.row, before.row.Written("id"), "前の事象", "the event before"))
		}
	}
}
