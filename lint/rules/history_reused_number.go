package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var historyReusedNumber = &lint.Rule{
	Name:           "history/reused-number",
	Severity:       lint.Error,
	Requirements:   []string{"FRM-2", "EVD-013", "EVD-016"},
	Clauses:        []string{"7.5.2", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "以前使われていた番号が、別の文書や記録に使われています",
			EN: "a number that was used before is given to another document or record",
		},
		Why: message.Text{
			JA: "同じ番号が二つのものを指すと、過去の参照や承認がどちらのものか分からなくなります",
			EN: "old references and approvals then point to something else",
		},
		Wrong: `-- past/records/ISMS-B-24/CAR-2026-001.md --
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
-- before/records/ISMS-B-24/CAR-2026-002.md --
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
title: 是正処置（紙の廃棄）
status: approved
created: 2026-11-16
approved_by: tanaka
approved_on: 2026-11-18
---
# 是正処置（紙の廃棄）

鍵の返却が遅れていた。
`,
		Right: `-- past/records/ISMS-B-24/CAR-2026-001.md --
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
-- before/records/ISMS-B-24/CAR-2026-002.md --
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
		if c.Initial || c.Past == nil {
			return
		}
		for _, pair := range c.Pairs {
			f := pair.After
			if pair.Before != nil || f == nil || f.ID() == f.Path {
				continue
			}
			old, commit, err := c.Past.Removed(f.ID())
			if err != nil {
				p.NotEvaluated(f, "以前の文書や記録を履歴から読み取れません: %s", "earlier documents and records cannot be read from the history: %s", message.Of(err))
				return
			}
			if old != nil && (old.Meta.Status == isms.Draft || old.Meta.Status == isms.Review) {
				old, commit, err = c.Past.Approved(f.ID()) // a draft may be thrown away
			}
			if err != nil || old == nil || old.Meta.Title.Empty() || fold.Equal(old.Meta.Title.Text, f.Meta.Title.Text) {
				continue
			}
			at := f.Head()
			p.Report(lint.Finding{
				File: f.Path, Span: &at,
				Message: message.Textf("番号「%s」は以前「%s」に使われていました。新しい番号を付けてください",
					"the number %q was used before, for %q, expected a new number", f.ID(), old.Meta.Title.Text),
				Related: []lint.Related{{File: old.Path, Commit: commitID(commit), Message: message.Textf("以前の「%s」", "the earlier %q", old.Meta.Title.Text)}},
			})
		}
	},
}
