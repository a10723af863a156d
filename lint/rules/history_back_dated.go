package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var historyBackDated = &lint.Rule{
	Name:           "history/back-dated",
	Severity:       lint.Warning,
	Requirements:   []string{"EVD-011"},
	Clauses:        []string{"7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "記録の作成日が、実際に登録された日より大幅に前です",
			EN: "a record is dated long before the day on which it came into the repository",
		},
		Why: message.Text{
			JA: "後からまとめて作られた記録と区別がつかず、監査で疑われます",
			EN: "nobody can tell it from a record that was made up for the audit",
		},
		Wrong: `-- before/records/ISMS-B-24/CAR-2026-002.md --
---
form: ISMS-B-24
record: CAR-2026-002
title: 是正処置（入館証の返却）
status: approved
created: 2026-11-16
approved_by: tanaka
approved_on: 2026-11-18
---
# 是正処置（入館証の返却）

鍵の返却が遅れていた。
-- records/ISMS-B-24/CAR-2026-002.md --
---
form: ISMS-B-24
record: CAR-2026-002
title: 是正処置（入館証の返却）
status: approved
created: 2026-11-16
approved_by: tanaka
approved_on: 2026-11-18
---
# 是正処置（入館証の返却）

鍵の返却が遅れていた。
-- records/ISMS-B-24/CAR-2026-001.md --
---
form: ISMS-B-24
record: CAR-2026-001
title: 是正処置（入館証の返却）
status: approved
created: 2026-06-01
approved_by: tanaka
approved_on: 2026-06-05
---
# 是正処置（入館証の返却）

鍵の返却が遅れていた。
`,
		Right: `-- before/records/ISMS-B-24/CAR-2026-002.md --
---
form: ISMS-B-24
record: CAR-2026-002
title: 是正処置（入館証の返却）
status: approved
created: 2026-11-16
approved_by: tanaka
approved_on: 2026-11-18
---
# 是正処置（入館証の返却）

鍵の返却が遅れていた。
-- records/ISMS-B-24/CAR-2026-002.md --
---
form: ISMS-B-24
record: CAR-2026-002
title: 是正処置（入館証の返却）
status: approved
created: 2026-11-16
approved_by: tanaka
approved_on: 2026-11-18
---
# 是正処置（入館証の返却）

鍵の返却が遅れていた。
-- records/ISMS-B-24/CAR-2026-001.md --
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
	},
	Change: func(p *lint.Pass, c *isms.Change) {
		// The commit that brings an ISMS into git brings its past along.
		if c.Initial {
			return
		}
		for _, pair := range c.Pairs {
			f := pair.After
			if pair.Before != nil || f == nil || f.Kind != isms.RecordFile || !f.Meta.Created.Valid() {
				continue
			}
			created := f.Meta.Created
			if created.Date.DaysUntil(c.AsOf) <= p.Config.Periods.Trigger || wasThereBefore(p, c, f) {
				continue
			}
			on, ok := recordedOn(p, c, f, func(*isms.File) bool { return true })
			if !ok {
				return
			}
			if days := created.Date.DaysUntil(on); days > p.Config.Periods.Trigger {
				p.Reportf(f, created.Place(),
					"記録「%[1]s」の作成日は %[2]s ですが、登録されたのは %[3]d 日後の %[4]s です（目安は %[5]d 日以内）。日付を確かめ、遅れた場合は理由を記録に書いてください",
					"the record %[1]q is dated %[2]s but came into the repository %[3]d days later, on %[4]s, expected within %[5]d days; check the date, or say in the record why it is late",
					f.ID(), created.Date, days, on, p.Config.Periods.Trigger)
			}
		}
	},
}

// wasThereBefore reports whether a record is back that was removed.
func wasThereBefore(p *lint.Pass, c *isms.Change, f *isms.File) bool {
	if c.Past == nil {
		return false
	}
	old, _, err := c.Past.Removed(f.ID())
	if err != nil {
		p.NotEvaluated(f, "以前の記録を履歴から読み取れません: %s", "earlier records cannot be read from the history: %s", message.Of(err))
	}
	return err != nil || old != nil && fold.Equal(old.Meta.Title.Text, f.Meta.Title.Text)
}
