package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

var documentEdition = &lint.Rule{
	Name:         "document/edition",
	Severity:     lint.Warning,
	Requirements: []string{"DOC-014"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書の適用規格の版が、組織の設定と異なるか、存在しないか、使えなくなっています",
			EN: "the edition of the standard that a document is written to is not that of the organisation, does not exist or has expired",
		},
		Why: message.Text{
			JA: "版が混ざると、管理策の番号や箇条の名称が指すものが文書によって変わります。JIS と ISO/IEC の年の組は、2023 と 2022、2014 と 2013、2006 と 2005 です",
			EN: "control numbers and clause titles mean different things in different editions; the years of JIS and ISO/IEC are 2023 and 2022, 2014 and 2013, 2006 and 2005",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル

適用規格：JIS Q 27001:2022
`,
		Right: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル

適用規格：JIS Q 27001:2023（ISO/IEC 27001:2022）
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		own := standard.Edition(s.Config.Standard.Edition)
		if expired(s, own) {
			at := editionSetting(s)
			p.Report(lint.Finding{File: configFile(s), Span: at, Severity: lint.Error, Subject: string(own), Message: message.Textf(
				"認証を受けている組織の適用規格が %[1]s 年版ですが、その認証は %[2]s で無効になりました。%[3]s に移行してください",
				"the organisation is certified and its edition is %[1]s, certificates to which expired on %[2]s; expected %[3]s",
				own, expiry(own), standard.Edition2022.ISO())})
		}
		for _, f := range s.OfKind(isms.Controlled) {
			if f.Meta.Status != isms.Obsolete {
				checkEdition(p, s, f, own)
			}
		}
	},
}

// checkEdition reports at most one finding for a document (design §10.8).
func checkEdition(p *lint.Pass, s *isms.System, f *isms.File, own standard.Edition) {
	editions := coverEditions(f)
	for i, e := range editions {
		if e.edition == "" {
			reportNoEdition(p, f, e)
			return
		}
		if i > 0 && editions[i-1].block == e.block && editions[i-1].edition != e.edition {
			p.Report(lint.Finding{File: f.Path, Span: &e.span, Severity: lint.Error, Message: message.Textf(
				"「%[1]s」と「%[2]s」は同じ版ではありません。%[3]s に対応するのは %[4]s です",
				"%[1]s and %[2]s are different editions, expected %[4]s beside %[3]s", editions[i-1], e, editions[i-1], counterpart(editions[i-1].designation))})
			return
		}
	}
	edition, at := standard.Edition(f.Meta.Edition.Text), f.Meta.Edition.Span
	if !f.Meta.Edition.Present && len(editions) > 0 {
		edition, at = editions[0].edition, editions[0].span
	}
	if !edition.Valid() || edition == own {
		return
	}
	finding := lint.Finding{File: f.Path, Span: &at, Message: message.Textf(
		"適用規格が %[1]s 年版ですが、組織の設定（standard.edition）は %[2]s 年版です。どちらかにそろえてください",
		"the document is written to edition %[1]s of the standard, expected %[2]s as the organisation's standard.edition", edition, own)}
	if expired(s, edition) {
		finding.Severity = lint.Error
		finding.Message = message.Textf("適用規格が %[1]s 年版ですが、その認証は %[2]s で無効になりました。%[3]s に移行してください",
			"the document is written to edition %[1]s, certificates to which expired on %[2]s; expected %[3]s", edition, expiry(edition), standard.Edition2022.ISO())
	}
	p.Report(finding)
}

func reportNoEdition(p *lint.Pass, f *isms.File, e stated) {
	finding := lint.Finding{File: f.Path, Span: &e.span, Severity: lint.Error, Message: message.Textf(
		"「%[1]s」という版はありません。最新の版は %[2]s（%[3]s）です", "there is no edition %[1]s, expected one such as %[2]s (%[3]s)",
		e, standard.Edition2022.JIS(), standard.Edition2022.ISO())}
	for _, known := range standard.Editions() {
		if e.jis && string(known) == e.year {
			finding.Message = message.Textf("「%[1]s」という版はありません。%[2]s に対応する JIS は %[3]s です",
				"there is no edition %[1]s, expected %[3]s, which is identical with %[2]s", e, known.ISO(), known.JIS())
		} else if !e.jis && known.JISYear() == e.year {
			finding.Message = message.Textf("「%[1]s」という版はありません。%[2]s に対応する国際規格は %[3]s です",
				"there is no edition %[1]s, expected %[3]s, which is identical with %[2]s", e, known.JIS(), known.ISO())
		}
	}
	p.Report(finding)
}
