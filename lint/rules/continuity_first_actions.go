package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var continuityFirstActions = &lint.Rule{
	Name:         "continuity/first-actions",
	Severity:     lint.Warning,
	Requirements: []string{"B06-4"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.29"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "事業継続計画書に避難と安否の確認がないか、被害の把握や復旧より後になっています",
			EN: "the business continuity plan has no evacuation or confirmation of safety, or puts damage and recovery first",
		},
		Why: message.Text{
			JA: "災害のときは人の安全が業務に優先します。最初の行動の節では、避難、安否の確認を被害の把握や復旧より前に置きます",
			EN: "in a disaster people come before the business; the section on the first response begins with evacuation and with confirming that everyone is safe",
		},
		Wrong: continuityPlanExample("2026-05-21", "## 初動の手順\n\n(1) 被害を調べ、社長に報告する\n\n(2) 建物の外へ避難する\n\n(3) 従業員の安否を確認する\n"),
		Right: continuityPlanExample("2026-05-21", "## 初動の手順\n\n(1) 建物の外へ避難する\n\n(2) 従業員の安否を確認する\n\n(3) 被害を調べ、社長に報告する\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachContinuityPlan(s, func(f *isms.File) {
			a := readFirstActions(f)
			for _, missing := range []struct {
				found  bool
				action message.Text
			}{
				{a.evacuation, message.Text{JA: "避難", EN: "evacuation"}},
				{a.safety, message.Text{JA: "安否の確認", EN: "confirmation that everyone is safe"}},
			} {
				if !missing.found {
					reportMissingAction(p, f, missing.action)
				}
			}
			if a.evacuation && a.safety && a.early != nil {
				p.Report(lint.Finding{Severity: lint.Warning, File: f.Path, Span: a.early, Message: message.Textf(
					"最初の行動が「%[1]s」で、避難と安否の確認がその後にあります。人の安全に関わる行動を先にしてください",
					"the first response begins with %[1]q, expected evacuation and the confirmation of safety before it", cellExcerpt(a.earlyText))})
			}
		})
	},
}

func reportMissingAction(p *lint.Pass, f *isms.File, action message.Text) {
	at := f.Head()
	p.Report(lint.Finding{Severity: lint.Warning, File: f.Path, Span: &at, Subject: action.EN, Message: message.Textf(
		"事業継続計画書に「%[1]s」がありません。復旧の手順の前に定めてください",
		"the plan says nothing of %[1]q, expected it before the procedures of recovery", action)})
}

// firstActions is what a plan says about the first response.
type firstActions struct {
	evacuation, safety bool
	// early is the place of a step towards recovery that stands before both in
	// the section on the first response, or nil.
	early     *source.Span
	earlyText string
}

func readFirstActions(f *isms.File) firstActions {
	var a firstActions
	section := firstResponse(f)
	var safe bool // a step for the safety of people was seen in the section
	for i := range f.Doc.Blocks {
		b := &f.Doc.Blocks[i]
		key := fold.Key(b.Text)
		isSafety := containsOneOf(key, "安否", "confirmsafety", "confirmingsafety", "safetyconfirmation", "aresafe", "issafe", "safetyof", "accountedfor", "headcount")
		isEvacuation := containsOneOf(key, "避難", "退避", "身の安全", "人命", "evacuat", "placeofrefuge", "assemblypoint", "gettosafety", "ownsafety")
		a.safety, a.evacuation = a.safety || isSafety, a.evacuation || isEvacuation
		if !section.Contains(b.Span) {
			continue
		}
		safe = safe || isSafety || isEvacuation
		if !safe && a.early == nil && containsOneOf(key, "被害", "復旧", "切替", "切り替", "再開", "代替", "damage", "recover", "resum", "restor", "switch") {
			at := b.Span
			a.early, a.earlyText = &at, b.Text
		}
	}
	return a
}

// firstResponse returns the text below the heading of the first response, or
// no text where the plan has no such section.
func firstResponse(f *isms.File) source.Span {
	for i := range f.Doc.Headings {
		h := &f.Doc.Headings[i]
		if containsOneOf(fold.Key(h.Title), "初動", "最初の行動", "最初の対応", "初期対応", "発生直後", "発災直後", "firstresponse", "firstaction", "initialresponse", "immediateaction", "immediateresponse") {
			return source.Span{Start: h.Span.End, End: h.End}
		}
	}
	return source.Span{}
}
