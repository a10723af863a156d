package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentDuplicateNumber = &lint.Rule{
	Name:         "document/duplicate-number",
	Severity:     lint.Error,
	Requirements: []string{"DOC-001", "EVD-013"},
	Clauses:      []string{"7.5.2", "7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "有効な文書や記録の番号が、ほかのファイルと重複しています",
			EN: "a current document or a record has the number of another one",
		},
		Why: message.Text{
			JA: "同じ番号の文書が2つあると、どちらが最新版か分からず、古い版が使われるおそれがあります。過去の版は git の履歴に残るため、写しを置く必要はありません",
			EN: "of two documents with one number nobody knows which is current; earlier versions are kept by git and need no copies",
		},
		Wrong: `-- policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
-- policies/ISMS-A-03-マニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
`,
		Right: `-- policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
-- policies/廃止/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: obsolete
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			reportDuplicates(p, f, s.Lookup(currentNumbers, numberKey(f.Meta.Number.Text)), func(f *isms.File) isms.Value { return f.Meta.Number },
				message.Text{JA: "文書番号「%[1]s」の有効な文書がほかにもあります。1つだけを残し、ほかは削除するか状態を廃止（obsolete）にしてください",
					EN: "the document number %[1]q has another current document, expected one; delete the others or set their status to obsolete"})
			reportDuplicates(p, f, s.Lookup(currentRecords, recordKey(f)), func(f *isms.File) isms.Value { return f.Meta.Record },
				message.Text{JA: "記録番号「%[1]s」の記録がほかにもあります。様式ごとに重複しない番号を付けてください",
					EN: "the record number %[1]q is that of another record too, expected a number of its own within the form"})
		})
	},
}

// currentNumbers finds the documents that are not obsolete by their numbers,
// currentRecords the records by form and id: the id of a record is unique
// within its form.
var (
	currentNumbers = isms.NewIndex("current-number", func(f *isms.File, add func(string)) {
		if f.Meta.Status != isms.Obsolete && f.Kind == isms.Controlled && !f.Meta.Number.Empty() {
			add(numberKey(f.Meta.Number.Text))
		}
	})
	currentRecords = isms.NewIndex("current-record", func(f *isms.File, add func(string)) {
		if f.Meta.Status != isms.Obsolete && f.Kind == isms.RecordFile && !f.Meta.Record.Empty() {
			add(recordKey(f))
		}
	})
)

func recordKey(f *isms.File) string {
	return numberKey(f.Meta.Form.Text) + " " + numberKey(f.Meta.Record.Text)
}

// reportDuplicates reports all files of a group but the original when it is
// the original's turn.
func reportDuplicates(p *lint.Pass, f *isms.File, group []*isms.File, number func(*isms.File) isms.Value, text message.Text) {
	if len(group) < 2 || originalOf(group) != f {
		return
	}
	original := number(f).Span
	for _, c := range group {
		if c == f {
			continue
		}
		at := number(c).Span
		p.Report(lint.Finding{
			File: c.Path, Span: &at, Message: message.Textf(text.JA, text.EN, number(c).Text),
			Related: []lint.Related{{File: f.Path, Span: &original, Message: message.Text{JA: "同じ番号のファイル", EN: "file with the same number"}}},
		})
	}
}

// originalOf returns the first file that does not look like a copy.
func originalOf(group []*isms.File) *isms.File {
	i := slices.IndexFunc(group, func(f *isms.File) bool { return copyMark(f) == "" && obsoleteFolder(f.Path) == "" })
	return group[max(i, 0)]
}
