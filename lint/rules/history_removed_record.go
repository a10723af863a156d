package rules

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var historyRemovedRecord = &lint.Rule{
	Name:           "history/removed-record",
	Severity:       lint.Error,
	Requirements:   []string{"FRM-7", "EVD-010", "EVD-014"},
	Clauses:        []string{"7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "保管期間が終わっていない記録が削除されています",
			EN: "a record was deleted before its retention period ended",
		},
		Why: message.Text{
			JA: "保管期間中の記録は監査や係争のときの証拠であり、失えば取り戻せません",
			EN: "a record within its retention period is evidence for audits and disputes",
		},
		Wrong: `-- policies/ISMS-A-05-ISMS様式集.md --
---
number: ISMS-A-05
title: ISMS様式集
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMS様式集

| 様式番号 | 様式名 | 改訂番号 | 保管期間 | 保管場所 |
|---|---|---|---|---|
| ISMS-B-24 | 是正処置に関する報告書 | 1 | 5年 | records/ISMS-B-24 |
-- before/records/ISMS-B-24/CAR-2026-001.md --
---
form: ISMS-B-24
record: CAR-2026-001
title: 是正処置（入館証の返却）
status: approved
created: 2026-11-16
approved_by: tanaka
approved_on: 2026-11-18
---
# 是正処置（入館証の返却）

鍵の返却が遅れていた。
`,
		Right: `-- policies/ISMS-A-05-ISMS様式集.md --
---
number: ISMS-A-05
title: ISMS様式集
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMS様式集

| 様式番号 | 様式名 | 改訂番号 | 保管期間 | 保管場所 |
|---|---|---|---|---|
| ISMS-B-24 | 是正処置に関する報告書 | 1 | 5年 | records/ISMS-B-24 |
-- before/records/ISMS-B-24/CAR-2026-001.md --
---
form: ISMS-B-24
record: CAR-2026-001
title: 是正処置（入館証の返却）
status: approved
created: 2020-05-12
approved_by: tanaka
approved_on: 2020-05-15
---
# 是正処置（入館証の返却）

鍵の返却が遅れていた。
`,
	},
	Change: func(p *lint.Pass, c *isms.Change) {
		for _, pair := range c.Pairs {
			f := pair.Before
			if pair.After != nil || f == nil || f.Kind != isms.RecordFile || f.Meta.Status == isms.Draft || f.Meta.Record.Empty() {
				continue
			}
			from := retentionBegins(f)
			period, known := retentionOf(c.After, f)
			until := from.AddMonths(period)
			switch {
			case !known || from.IsZero():
				p.Report(lint.Finding{
					File: f.Path, Subject: f.ID(), Severity: lint.Warning,
					Message: message.Textf("記録「%s」が削除されていますが、保管期間が様式集から読み取れません。記録を戻すか、保管期間を確かめて廃棄の記録を残してください",
						"the record %q was deleted, but the collection of forms does not tell its retention period; restore it, or make sure of the period and record the disposal", f.ID()),
				})
			case c.AsOf.Before(until):
				p.Report(lint.Finding{
					File: f.Path, Subject: f.ID(),
					Message: message.Textf("記録「%s」が削除されていますが、保管期間は %s までです。記録を戻してください",
						"the record %q was deleted, but is to be kept until %s; restore it", f.ID(), until),
				})
			}
		}
	},
}

// retentionBegins is the last day that a record speaks of itself, from which
// its retention is counted.
func retentionBegins(f *isms.File) date.Date {
	day := f.Meta.Created.Date
	if on := f.Meta.ApprovedOn; on.Valid() && on.Date.After(day) {
		day = on.Date
	}
	return day
}

// retentionOf returns the retention period of a record in months, as the
// collection of forms says it in numbers.
func retentionOf(s *isms.System, f *isms.File) (months int, known bool) {
	for row := range s.Rows(collectionOfForms, "forms") {
		if fold.Equal(row.Value("form").Text, f.Meta.Form.Text) {
			return monthsOf(row.Value("retention").Text)
		}
	}
	return 0, false
}

// monthsOf reads the first number with a unit of years or months in a text.
func monthsOf(text string) (int, bool) {
	key := fold.Key(text)
	for i := 0; i < len(key); {
		end := i
		for end < len(key) && '0' <= key[end] && key[end] <= '9' {
			end++
		}
		if end == i {
			i++
			continue
		}
		n, err := strconv.Atoi(key[i:end])
		rest := strings.TrimLeft(key[end:], "-")
		switch {
		case err != nil || n > 100:
			return 0, false
		case strings.HasPrefix(rest, "年") || strings.HasPrefix(rest, "year") || strings.HasPrefix(rest, "か年") || strings.HasPrefix(rest, "ヶ年"):
			return 12 * n, true
		case strings.HasPrefix(rest, "か月") || strings.HasPrefix(rest, "ヶ月") || strings.HasPrefix(rest, "カ月") || strings.HasPrefix(rest, "ヵ月") || strings.HasPrefix(rest, "month"):
			return n, true
		}
		i = end
	}
	return 0, false
}
