package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var referenceRecord = &lint.Rule{
	Name:         "reference/record",
	Severity:     lint.Error,
	Requirements: []string{"FRM-4"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "本文に書かれている記録の番号や台帳の番号に、対応する記録も台帳の行もありません（台帳の番号は警告にとどめます）",
			EN: "a text gives the id of a record or of a row, but neither a record nor a row of a register has it; a warning only for the ids of rows",
		},
		Why: message.Text{
			JA: "番号の先に記録がなければ、是正処置や教育を行った証拠として示せません",
			EN: "without the record behind it, an id is no evidence that anything was done",
		},
		Wrong: `-- records/CAR-2026-001.md --
---
form: ISMS-B-24
record: CAR-2026-001
title: 教育記録の漏れ
status: approved
---
# 教育記録の漏れ

同じ原因の不適合は CAR-2026-007 で扱った。
`,
		Right: `-- records/CAR-2026-001.md --
---
form: ISMS-B-24
record: CAR-2026-001
title: 教育記録の漏れ
status: approved
---
# 教育記録の漏れ

同じ原因の不適合は CAR-2026-002 で扱った。番号は、例えば CAR-2026-099 のように付ける。
-- records/CAR-2026-002.md --
---
form: ISMS-B-24
record: CAR-2026-002
title: 台帳の漏れ
status: approved
---
# 台帳の漏れ
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			if f.Meta.Status == isms.Obsolete || len(f.Doc.Identifiers) == 0 {
				return
			}
			ids := newRecordIDs(s)
			rows := newRowIDs(s, ids)
			for i := range f.Doc.Identifiers {
				if id := &f.Doc.Identifiers[i]; !ids.unresolved(id.Text) {
					rows.report(p, f, id)
				}
			}
		})
		ids := newRecordIDs(s)
		for _, open := range lint.Gather(p, s, openRecord{}, openRecords) {
			reportRecord(p, ids, open.file, open.id, open.at)
		}
	},
}

// openRecord is the id of a record that is not there.
type openRecord struct {
	file *isms.File
	id   string
	at   source.Span
}

func openRecords(s *isms.System, f *isms.File) []openRecord {
	if f.Meta.Status == isms.Obsolete {
		return nil
	}
	var open []openRecord
	ids := newRecordIDs(s)
	for i := range f.Doc.Identifiers {
		if id := &f.Doc.Identifiers[i]; ids.unresolved(id.Text) && !isExample(f.Doc, id) {
			open = append(open, openRecord{f, id.Text, id.Span})
		}
	}
	for _, v := range ids.fieldsOf(f) {
		open = append(open, openRecord{f, v.Text, v.Span})
	}
	return open
}
