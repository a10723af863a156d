package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentObsoleteCopy = &lint.Rule{
	Name:         "document/obsolete-copy",
	Severity:     lint.Warning,
	Requirements: []string{"EVD-013"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "ファイルの名前や置き場所から、文書の写しや古い版と見られます",
			EN: "name, folder or title make a file look like a copy or an earlier version of a document",
		},
		Why: message.Text{
			JA: "「_v2」「最終」「コピー」などの付いたファイルが増えると、どれが有効な版か分からなくなります。過去の版は git の履歴から取り出せます",
			EN: "files named _v2, final or copy leave open which of them is in force; earlier versions are in the history of git",
		},
		Wrong: `-- policies/ISMS-A-03-ISMSマニュアル_最終.md --
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
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			if f.Kind != isms.Controlled && f.Kind != isms.RecordFile || f.Meta.Status == isms.Obsolete {
				return
			}
			reportCopyName(p, f)
			reportInObsoleteFolder(p, f)
			if f.Kind != isms.Controlled || f.Meta.Title.Empty() {
				return
			}
			if first := s.Lookup(currentTitles, fold.Key(f.Meta.Title.Text))[0]; first != f {
				reportSameTitle(p, f, first)
			}
		})
	},
}

// currentTitles finds the documents that are not obsolete by their titles.
var currentTitles = isms.NewIndex("current-title", func(f *isms.File, add func(string)) {
	if f.Kind == isms.Controlled && f.Meta.Status != isms.Obsolete && !f.Meta.Title.Empty() {
		add(fold.Key(f.Meta.Title.Text))
	}
})

func reportCopyName(p *lint.Pass, f *isms.File) {
	mark := copyMark(f)
	if mark == "" {
		return
	}
	at := f.Head()
	p.Report(lint.Finding{File: f.Path, Span: &at, Subject: "name", Message: message.Textf(
		"ファイル名「%[1]s」の「%[2]s」は、写しや版を表す語と見られます。写しなら削除し、正式な文書なら取り除いた名前に変えてください",
		"the file name %[1]q has %[2]q, which marks a copy or version; delete a copy, and name the document itself without it", f.Name(), mark)})
}

// reportInObsoleteFolder reports an approved document among those that are out
// of use. Approved records stay approved wherever they are kept.
func reportInObsoleteFolder(p *lint.Pass, f *isms.File) {
	if f.Kind != isms.Controlled || f.Meta.Status != isms.Approved {
		return
	}
	if folder := obsoleteFolder(f.Path); folder != "" {
		p.Reportf(f, f.Meta.StatusValue.Place(), "フォルダ「%[1]s」にある文書の状態が「%[2]s」です。使わなくなった文書は状態を廃止（obsolete）にし、有効な文書は別のフォルダに移してください",
			"the document is in the folder %[1]q but its status is %[2]q, expected \"obsolete\"; move it if it is in force", folder, f.Meta.StatusValue.Text)
	}
}

// reportSameTitle reports a document that has the title, but not the number,
// of another one. Where the catalogue knows the title of its number,
// document/title reports that already.
func reportSameTitle(p *lint.Pass, f, other *isms.File) {
	a, b := f.Meta.Number, other.Meta.Number
	if a.Empty() || b.Empty() || numberKey(a.Text) == numberKey(b.Text) {
		return
	}
	if f.Entry != nil && !isTitle(f.Entry, f.Meta.Title.Text) || other.Entry != nil && !isTitle(other.Entry, other.Meta.Title.Text) {
		return
	}
	place := other.Meta.Title.Span
	p.Report(lint.Finding{
		File: f.Path, Span: &f.Meta.Title.Span,
		Message: message.Textf("文書名「%[1]s」は、番号の異なる文書（%[2]s）と同じです。写しなら削除し、別の文書なら文書名を変えてください",
			"the title %[1]q is also that of %[2]s, a document of another number; delete a copy, and give another document a title of its own", f.Meta.Title.Text, b.Text),
		Related: []lint.Related{{File: other.Path, Span: &place, Message: message.Text{JA: "同じ文書名の文書", EN: "document with the same title"}}},
	})
}
