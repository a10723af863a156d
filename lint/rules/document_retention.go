package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentRetention = &lint.Rule{
	Name:         "document/retention",
	Severity:     lint.Error,
	Requirements: []string{"DOC-015", "A05-1", "A05-2"},
	Clauses:      []string{"7.5.3"},
	Controls:     []string{"A.5.33"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "様式集に、台帳や記録の保管期間又は保管場所が定められていません",
			EN: "the collection of forms does not say how long and where a register or record is kept",
		},
		Why: message.Text{
			JA: "期間と場所が決まっていない記録は、監査のときに見つからず、捨ててよい時期も判断できません",
			EN: "a record without a period and a place cannot be found at the audit, and nobody knows when it may be destroyed",
		},
		Wrong: `-- ismslint.toml --
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-A-05"
title = "ISMS様式集"
[[documents.catalogue]]
number = "ISMS-B-12"
title = "セキュリティインシデント報告書"
kind = "record"
[[documents.catalogue]]
number = "ISMS-B-24"
title = "是正処置に関する報告書"
kind = "record"
-- policies/ISMS-A-05-ISMS様式集.md --
---
number: ISMS-A-05
title: ISMS様式集
---
# ISMS様式集

| 様式番号 | 様式名 | 保管期間 | 保管場所 |
|---|---|---|---|
| ISMS-B-12 | セキュリティインシデント報告書 | 適宜 | |
`,
		Right: `-- ismslint.toml --
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-A-05"
title = "ISMS様式集"
[[documents.catalogue]]
number = "ISMS-B-12"
title = "セキュリティインシデント報告書"
kind = "record"
[[documents.catalogue]]
number = "ISMS-B-24"
title = "是正処置に関する報告書"
kind = "record"
-- policies/ISMS-A-05-ISMS様式集.md --
---
number: ISMS-A-05
title: ISMS様式集
---
# ISMS様式集

| 様式番号 | 様式名 | 保管期間 | 保管場所 |
|---|---|---|---|
| ISMS-B-12 | セキュリティインシデント報告書 | 対応の完了後5年 | records/ISMS-B-12 |
| ISMS-B-24 | 是正処置に関する報告書 | 3年 | records/ISMS-B-24 |
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		// A document that is being worked on may still be incomplete.
		if f.Kind != isms.Controlled || f.Entry == nil || f.Entry.Number != collectionOfForms || f.Meta.Status == isms.Obsolete {
			return
		}
		c := retentionCheck{p: p, f: f, severity: lint.Error, catalogue: newFormCatalogue(p.Catalogue), covered: map[*isms.Entry]bool{}}
		if unapproved(f) {
			c.severity = lint.Warning
		}
		for i := range f.Doc.Tables {
			if t := newRetentionTable(c.catalogue, &f.Doc.Tables[i]); t != nil {
				c.table(t)
			}
		}
		c.missing()
	},
}

// collectionOfForms is the number of the document that defines retention and
// place of registers and records (domain §1.1).
const collectionOfForms = "ISMS-A-05"
