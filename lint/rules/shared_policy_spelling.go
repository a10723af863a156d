package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// compareSpelling reports terms that the policy spells in one way and the
// manual in another. Within one document it is for text/term.
func compareSpelling(p *lint.Pass, policy, manual *isms.File) {
	own, theirs := spellingsOf(p, policy), spellingsOf(p, manual)
	for _, at := range own.order {
		other, ok := theirs.first[at.group]
		if !ok || own.mixed[at.group] || theirs.mixed[at.group] || other.word == at.word {
			continue
		}
		span := own.check.span(at)
		p.Report(lint.Finding{File: policy.Path, Span: &span, Severity: lint.Info, Message: message.Textf(
			"「%[1]s」は、マニュアルでは「%[2]s」と書かれています。どちらかにそろえてください",
			"%[1]q is spelled %[2]q in the manual, expected one spelling", at.word, other.word),
			Related: related(manual, theirs.check.span(other), "マニュアルの表記", "the spelling in the manual")})
	}
}

// documentSpellings are the spellings that a document uses, by group.
type documentSpellings struct {
	check *termCheck
	first map[int]termPlace
	mixed map[int]bool // groups with more than one spelling
	order []termPlace  // the first places in the order of the document
}

func spellingsOf(p *lint.Pass, f *isms.File) *documentSpellings {
	d := &documentSpellings{check: &termCheck{pass: p, file: f}, first: map[int]termPlace{}, mixed: map[int]bool{}}
	d.check.look(builtinTerms())
	places := slices.Clone(d.check.places)
	slices.SortStableFunc(places, func(a, b termPlace) int { return d.check.span(a).Start - d.check.span(b).Start })
	for _, at := range places {
		if at.group < 0 || d.check.declares(at.word) || !d.check.free(at) {
			continue
		}
		if have, ok := d.first[at.group]; ok {
			d.mixed[at.group] = d.mixed[at.group] || have.word != at.word
			continue
		}
		d.first[at.group] = at
		d.order = append(d.order, at)
	}
	return d
}

// wordingExample is a policy that names the committee beside a manual.
func wordingExample(committee string) string {
	return policyExample("", "目標の達成を"+committee+"で確かめる。\n") + `-- policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMSマニュアル

ISMS推進委員会は、四半期に1回開く。
`
}
