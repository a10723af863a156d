package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var historyPopulation = &lint.Rule{
	Name:           "history/population",
	Severity:       lint.Warning,
	Requirements:   []string{"FRM-7", "EVD-016"},
	Clauses:        []string{"7.5.3", "9.2"},
	Controls:       []string{"A.5.33"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	YieldsTo:       []string{"history/removed-record"},
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "以前あった記録がなくなっており、その理由が分かりません",
			EN: "a record that once existed is gone, and nothing says why",
		},
		Why: message.Text{
			JA: "監査では記録の全件（母集団）から抜き取って確かめるため、全件がそろっていることを示せなければなりません。削除した変更そのものは history/removed-record が、残っている記録の間の欠番は form/serial が指摘し、このルールは、その後も戻らず、番号の並びからは分からない記録を指摘します。ismslint history、check --range 及びコミット前の検査では調べません",
			EN: "an auditor samples from all records and must be able to rely on their being all; the change that removes one is for history/removed-record and a gap between those that are left for form/serial, while this rule tells of what stays away without leaving a gap; ismslint history, check --range and the check of what is staged do not look for it",
		},
		Wrong: `-- past/records/ISMS-B-24/CAR-2026-002.md --
---
form: ISMS-B-24
record: CAR-2026-002
title: 是正処置（紙の廃棄）
status: approved
created: 2026-11-16
approved_by: tanaka
approved_on: 2026-11-18
---
# 是正処置（紙の廃棄）

鍵の返却が遅れていた。
-- policies/ISMS-A-05-ISMS様式集.md --
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
created: 2026-11-10
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
created: 2026-11-10
approved_by: tanaka
approved_on: 2026-11-18
---
# 是正処置（入館証の返却）

鍵の返却が遅れていた。
`,
		Right: `-- past/records/ISMS-B-24/CAR-2026-002.md --
---
form: ISMS-B-24
record: CAR-2026-002
title: 是正処置（紙の廃棄）
status: approved
created: 2026-11-16
approved_by: tanaka
approved_on: 2026-11-18
---
# 是正処置（紙の廃棄）

鍵の返却が遅れていた。
-- policies/ISMS-A-05-ISMS様式集.md --
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

CAR-2026-002 は二重に起票したため欠番とした。
-- before/records/ISMS-B-24/CAR-2026-001.md --
---
form: ISMS-B-24
record: CAR-2026-001
title: 是正処置（入館証の返却）
status: approved
created: 2026-11-10
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
created: 2026-11-10
approved_by: tanaka
approved_on: 2026-11-18
---
# 是正処置（入館証の返却）

鍵の返却が遅れていた。
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		gone, err := s.Gone(mostForPopulation)
		if err != nil {
			p.NotEvaluated(nil, "なくなった記録を履歴から探せません: %s", "the history cannot be searched for records that are gone: %s", message.Of(err))
			return
		}
		for _, g := range gone {
			if f := g.File; !unapproved(f) && !isAccountedFor(s, f) && !mayBeDisposedOf(s, f) {
				reportGone(p, s, g)
			}
		}
	},
}

// mostForPopulation is the number of commits above which they are not searched:
// each is compared with the one before, which takes a fifth of a millisecond.
const mostForPopulation = 2000

func reportGone(p *lint.Pass, s *isms.System, g isms.Gone) {
	finding := lint.Finding{
		File: ".", Subject: g.File.ID(),
		Message: message.Textf("記録「%[1]s」（%[2]s）は、コミット %[3]s で削除されたままです。記録を戻すか、欠番又は廃棄したことを様式集などに書いてください",
			"the record %[1]q (%[2]s) is gone since commit %[3]s, expected it to stay, or a note that its number is void or that it was disposed of", g.File.ID(), g.File.Meta.Title.Text, g.Commit.Name()),
		Related: []lint.Related{{File: g.File.Path, Commit: g.Commit.ID, Message: message.Textf("削除したコミット", "the commit that removed it")}},
	}
	if row := isms.Derived(s, formRowsKey{}, formRows)[g.File.Meta.Form.Text]; row != nil {
		at := row.Span
		finding.File, finding.Span = row.Table.Path, &at
	}
	p.Report(finding)
}

type disposedIDsKey struct{}

// isAccountedFor reports whether a removed record is back, goes by another
// number, is called void or disposed of, or leaves a gap that form/serial sees.
func isAccountedFor(s *isms.System, f *isms.File) bool {
	if len(s.Record(f.ID())) > 0 || isExplained(s, f.ID()) || isms.Derived(s, disposedIDsKey{}, disposedIDs)[f.ID()] {
		return true
	}
	for _, other := range s.Records(f.Meta.Form.Text) {
		if fold.Equal(other.Meta.Title.Text, f.Meta.Title.Text) && other.Meta.Created.Date == f.Meta.Created.Date {
			return true
		}
	}
	return leavesGap(s, f)
}

// leavesGap reports whether there are records close before and after a removed
// one in its series.
func leavesGap(s *isms.System, f *isms.File) bool {
	r, ok := serialOf(f)
	if !ok {
		return false
	}
	before, ok := r.before(s)
	for n := r.n + 1; ok && n <= before.n+longestGap; n++ {
		if len(s.Lookup(serials, r.key(n))) > 0 {
			return true
		}
	}
	return false
}

func disposedIDs(s *isms.System) map[string]bool {
	return idsIn(s, func(f *isms.File, b *document.Block) bool {
		return containsOneOf(noteKey(f, b), "廃棄", "処分し", "処分済", "削除し", "disposed", "destroyed", "deleted")
	})
}

// mayBeDisposedOf reports whether the retention period of a record has ended by
// what the collection of forms says.
func mayBeDisposedOf(s *isms.System, f *isms.File) bool {
	form := isms.Derived(s, formRowsKey{}, formRows)[f.Meta.Form.Text]
	from := retentionBegins(f)
	if form == nil || from.IsZero() {
		return false
	}
	kept, known := readRetention(form.Written("retention").Text)
	return known && !kept.forever && !kept.later && !s.Follows(kept.end(from))
}
