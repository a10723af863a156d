package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentFileName = &lint.Rule{
	Name:         "document/file-name",
	Severity:     lint.Warning,
	Requirements: []string{"DOC-002"},
	Clauses:      []string{"7.5.2", "7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "ファイル名に文書番号や記録番号が含まれていません",
			EN: "the name of a file does not contain the document's or record's number",
		},
		Why: message.Text{
			JA: "ファイル名から番号が分からないと、一覧から文書を探せず、番号を取り違えたファイルにも気付けません",
			EN: "a document whose file name lacks its number, or has another one, is hard to find and easy to mistake",
		},
		Wrong: `-- policies/ISMS-A-04-マニュアル.md --
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
		Right: `-- policies/ISMS-A-03-マニュアル.md --
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
			v := f.Meta.Number
			switch {
			case f.Kind == isms.RecordFile:
				v = f.Meta.Record
			case f.Kind != isms.Controlled || f.Entry == nil:
				return // other rules report the number, and the name may well be right
			}
			if v.Empty() || nameContains(f, v.Text) || nameContains(f, pathSafe(v.Text, "-")) || nameContains(f, pathSafe(v.Text, "_")) || isRepeatedRecord(s, f) {
				return
			}
			p.Report(fileNameFinding(p, f, v))
		})
	},
}

// isRepeatedRecord reports whether the number of a record is rather wrong than
// its name: document/duplicate-number reports it as that of another record.
func isRepeatedRecord(s *isms.System, f *isms.File) bool {
	if f.Kind != isms.RecordFile || f.Meta.Status == isms.Obsolete {
		return false
	}
	group := s.Lookup(currentRecords, recordKey(f))
	return len(group) > 1 && originalOf(group) != f
}

func fileNameFinding(p *lint.Pass, f *isms.File, v isms.Value) lint.Finding {
	finding := lint.Finding{File: f.Path, Span: &v.Span, Message: message.Textf(
		"ファイル名「%[1]s」に番号「%[2]s」が含まれていません。番号を含む名前に変えてください",
		"the file name %[1]q does not contain the number, expected %[2]q in it", f.Name(), v.Text)}
	switch other := numberInName(p.Catalogue, f); other {
	case "":
		if narrow := fold.Text(v.Text); narrow != v.Text && nameContains(f, narrow) {
			finding.Message = message.Textf("番号「%[1]s」は、ファイル名と同じ半角の「%[2]s」にしてください",
				"the number is %[1]q, expected %[2]q as in the file name", v.Text, narrow)
		}
	case v.Text:
		finding.Message = message.Textf("ファイル名「%[1]s」の番号は、大文字・小文字と全角・半角も「%[2]s」と同じにしてください",
			"the number in the file name %[1]q is spelt in another way, expected %[2]q", f.Name(), v.Text)
	default:
		finding.Message = message.Textf("ファイル名「%[1]s」の番号「%[2]s」が、文書情報の番号「%[3]s」と異なります。どちらかを直してください",
			"the file name %[1]q has the number %[2]q, expected %[3]q as in the front matter", f.Name(), other, v.Text)
	}
	return finding
}

// pathSafe replaces the characters that names of files cannot have.
func pathSafe(id, with string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return rune(with[0])
		}
		return r
	}, id)
}

// numberInName returns the number of a document of the catalogue, in whatever
// case and width, that the name of a controlled file has instead of its own.
func numberInName(c *isms.Catalogue, f *isms.File) string {
	if f.Kind != isms.Controlled {
		return ""
	}
	name := numberKey(f.Name())
	for _, e := range c.Entries {
		if containsID(name, numberKey(e.Number)) {
			return e.Number
		}
	}
	return ""
}
