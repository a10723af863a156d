package rules

import (
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
			kept, known := retentionOf(c, f.Meta.Form.Text)
			until := kept.end(from)
			switch {
			case known && kept.forever:
				p.Report(lint.Finding{
					File: f.Path, Subject: f.ID(),
					Message: message.Textf("記録「%s」が削除されていますが、期限なく保管することになっています。記録を戻してください",
						"the record %q was deleted, but is to be kept for good; restore it", f.ID()),
				})
			case known && !from.IsZero() && c.AsOf.Before(until):
				p.Report(lint.Finding{
					File: f.Path, Subject: f.ID(),
					Message: message.Textf("記録「%s」が削除されていますが、保管期間は %s までです。記録を戻してください",
						"the record %q was deleted, but is to be kept until %s; restore it", f.ID(), until),
				})
			case !known || from.IsZero() || kept.later:
				p.Report(lint.Finding{
					File: f.Path, Subject: f.ID(), Severity: lint.Warning,
					Message: message.Textf("記録「%s」が削除されていますが、保管期間が終わったことを様式集から確かめられません。記録を戻すか、保管期間を確かめて廃棄の記録を残してください",
						"the record %q was deleted, but the collection of forms does not tell that its retention period has ended; restore it, or make sure of the period and record the disposal", f.ID()),
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

// retentionOf returns how long what is kept under a form, by its number, is
// kept by the collection of forms, as it was before the change where that
// touches it: who shortens a period cannot delete by it at once.
func retentionOf(c *isms.Change, form string) (retention, bool) {
	for _, before := range c.Replaced {
		for _, t := range before.Tables {
			for i := range t.Rows {
				if t.Form == collectionOfForms && t.Name == "forms" && fold.Equal(t.Rows[i].Value("form").Text, form) {
					return readRetention(t.Rows[i].Value("retention").Text)
				}
			}
		}
	}
	for row := range c.After.Rows(collectionOfForms, "forms") {
		if fold.Equal(row.Value("form").Text, form) {
			return readRetention(row.Value("retention").Text)
		}
	}
	return retention{}, false
}
