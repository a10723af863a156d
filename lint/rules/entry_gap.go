package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var entryGap = &lint.Rule{
	Name:         "entry/gap",
	Severity:     lint.Error,
	Requirements: []string{"B14-3"},
	Clauses:      []string{"7.5.3", "8.1"},
	Controls:     []string{"A.7.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "入退室の記録か、その月ごとの索引に、抜けている月があります",
			EN: "a month is missing in the records of entries and exits, or in their monthly index",
		},
		Why: message.Text{
			JA: "入退室の記録は営業日に絶え間なくとるものです。記録のない月があると、その間の入退室は誰にも分かりません",
			EN: "entries are recorded on every working day; of a month without records nobody knows who came and went",
		},
		Wrong: entryIndexExample("2026-08", "2026-10"),
		Right: entryIndexExample("2026-09", "2026-10"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, t := range s.Tables(entryForm, "months") {
			if t.File.Meta.Status != isms.Draft {
				checkMonthGaps(p, s, t, monthsByArea(t, func(r *isms.Row) date.Date { return r.Month("month").First }), "month", reportForm)
			}
		}
		for _, t := range s.Tables(entryForm, "entries") {
			if t.File.Meta.Status != isms.Draft {
				checkMonthGaps(p, s, t, monthsByArea(t, func(r *isms.Row) date.Date { return monthStart(r.Day("date").Date) }), "date", warnForm)
			}
		}
	},
}

// monthRow is a row that stands for a month.
type monthRow struct {
	month date.Date
	row   *isms.Row
}

// monthsByArea returns the rows of a table in the order of their months, for
// each area in the order of the table.
func monthsByArea(t *isms.Table, month func(*isms.Row) date.Date) [][]monthRow {
	byArea := map[string]int{}
	var out [][]monthRow
	for i := range t.Rows {
		r := &t.Rows[i]
		m := month(r)
		if isBroken(r) || m.Year == 0 {
			continue
		}
		area := fold.Key(r.Written("area").Text)
		if t.Name == "entries" {
			area = "" // visitors need not come to every area every month
		}
		k, ok := byArea[area]
		if !ok {
			k = len(out)
			byArea[area], out = k, append(out, nil)
		}
		out[k] = append(out[k], monthRow{m, r})
	}
	for _, rows := range out {
		slices.SortStableFunc(rows, func(a, b monthRow) int { return a.month.Compare(b.month) })
	}
	return out
}

type formReport func(p *lint.Pass, r *isms.Row, v isms.Value, subject string, text message.Text, related ...lint.Related)

// checkMonthGaps reports months between two rows, and months after the last
// row of an index that should have been entered by the end of the month that
// followed (design decision 9).
func checkMonthGaps(p *lint.Pass, s *isms.System, t *isms.Table, areas [][]monthRow, column string, report formReport) {
	for _, rows := range areas {
		for i := 1; i < len(rows); i++ {
			before, now := rows[i-1], rows[i]
			if missing := before.month.AddMonths(1); missing.Before(now.month) {
				report(p, now.row, now.row.Written(column), monthName(missing), message.Textf(
					"%[1]s の次が %[2]s で、%[3]sの記録がありません。記録を確かめて加えるか、記録のない理由を書いてください",
					"%[2]s follows %[1]s, expected a record of %[3]s",
					monthName(before.month), monthName(now.month), monthSpan(missing, now.month.AddMonths(-1))),
					formRelated(before.row, before.row.Written(column), "その前の記録", "the record before"))
			}
		}
		last := rows[len(rows)-1]
		due := monthStart(s.AsOf()).AddMonths(-2)
		if t.Name == "months" && last.month.Before(due) {
			report(p, last.row, last.row.Written(column), "last", message.Textf(
				"%[1]s より後の %[2]sの記録がありません。翌月の末までに索引に加えてください",
				"nothing follows %[1]s, expected a record of %[2]s by the end of the month after",
				monthName(last.month), monthSpan(last.month.AddMonths(1), due)))
		}
	}
}

func monthName(d date.Date) string { return d.String()[:len("2006-01")] }

// monthSpan names the months from one to another.
func monthSpan(first, last date.Date) message.Text {
	if first == last {
		return message.Same(monthName(first))
	}
	return message.Textf("%[1]s から %[2]s まで", "%[1]s to %[2]s", monthName(first), monthName(last))
}

// entryIndexExample is an index of entry/exit sheets with the given months.
func entryIndexExample(months ...string) string {
	text := `---
number: ISMS-B-14
title: 入退室管理票
revision: 1
status: approved
established: 2026-04-22
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-04-22
---
# 入退室管理票

| 管理票番号 | 対象月 | 確認者 | 確認日 | 原本の保管場所 |
|---|---|---|---|---|
`
	for _, m := range months {
		text += "| ENT-" + m + " | " + m + " | 鈴木 次郎 | 2026-11-04 | 耐火書庫 |\n"
	}
	return text
}
