package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

var controlEdition = &lint.Rule{
	Name:         "control/edition",
	Severity:     lint.Warning,
	Requirements: []string{"CTL-002", "A02-1"},
	Clauses:      []string{"6.1.3", "7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "管理策の番号が、文書の適用規格とは別の版のものです",
			EN: "the id of a control is of another edition than the document is written to",
		},
		Why: message.Text{
			JA: "管理策の番号は版によって変わり、同じ番号が別の管理策を指すこともあります。版の対応を示す表や改訂履歴は判定しません",
			EN: "ids change from edition to edition, and one id can mean different controls; mapping tables and the revision history are not judged",
		},
		Wrong: rulesExample("## A.12.3.1 情報のバックアップ\n\nシステム管理責任者は、毎日バックアップを取得する。\n"),
		Right: rulesExample("## A.8.13 情報のバックアップ\n\nシステム管理責任者は、毎日バックアップを取得する。\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled || f.Meta.Status == isms.Obsolete {
			return
		}
		found := foreignIDs(p.Organization, f)
		if len(found) == 0 {
			return
		}
		own := p.EditionOf(f)
		distinct := map[string]bool{}
		for _, id := range found {
			distinct[id.id] = true
		}
		if len(distinct) > mostSingle {
			reportForeignDocument(p, f, found[0], len(distinct), own)
			return
		}
		for _, id := range found {
			reportForeignID(p, f, id, own)
		}
	},
}

// foreignSeverity is that of an id of another edition: in the two documents
// that are about controls it makes the control unknown.
func foreignSeverity(f *isms.File) lint.Severity {
	if (f.Statement != nil || isms.IsControlRules(f)) && !unapproved(f) {
		return lint.Error
	}
	return lint.Warning
}

func reportForeignDocument(p *lint.Pass, f *isms.File, first foreignID, n int, own standard.Edition) {
	p.Report(lint.Finding{File: first.path, Span: &first.span, Severity: foreignSeverity(f), Subject: string(first.edition), Message: message.Textf(
		"「%[1]s」など%[2]d件の管理策の番号が%[3]sのものです。この文書の適用規格は%[4]sなので、番号を改めるか、文書の適用規格（edition）を「%[5]s」にしてください",
		"%[1]q and other ids, %[2]d in all, are of %[3]s, but the document is written to %[4]s; expected ids of that edition, or edition: \"%[5]s\" in the front matter",
		first.id, n, editionName(first.edition), editionName(own), first.edition)})
}

func reportForeignID(p *lint.Pass, f *isms.File, id foreignID, own standard.Edition) {
	finding := lint.Finding{File: id.path, Span: &id.span, Severity: foreignSeverity(f)}
	if _, ok := p.Standard.Control(id.edition, id.id); ok {
		finding.Message = message.Textf("「%[1]s」は%[2]sの番号です。%[3]s",
			"%[1]q is a control of %[2]s; %[3]s", id.id, editionName(id.edition), became(p.Standard, id.edition, id.id, own))
	} else {
		finding.Message = message.Textf("「%[1]s」は%[2]sで管理策をまとめた項目の番号で、%[3]sにはありません",
			"%[1]q is a group of controls in %[2]s, expected an id of %[3]s", id.id, editionName(id.edition), editionName(own))
	}
	p.Report(finding)
}
