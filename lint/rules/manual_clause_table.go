package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

var manualClauseTable = &lint.Rule{
	Name:         "manual/clause-table",
	Severity:     lint.Warning,
	Requirements: []string{"A03-5"},
	Clauses:      []string{"7.5.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "規格の箇条に合わせた節番号に、箇条と異なる節が混ざっているのに、箇条との対応表がありません",
			EN: "sections that follow the clauses of the standard hold numbers that mean something else there, and no table maps them to the clauses",
		},
		Why: message.Text{
			JA: "「6.1.5」が規格の箇条なのか自社の節なのか区別できないと、監査の基準や是正処置で参照先を取り違えます。節と箇条の対応表を1つ置けば防げます",
			EN: "when nobody can tell whether 6.1.5 is a clause or a section of the manual, audit criteria and corrective actions point to the wrong text; one table of sections and clauses prevents that",
		},
		Wrong: manualExample(clauseSections + "### 6.1.4 リスク値の算定\n\nリスク値を計算する。\n"),
		Right: manualExample(clauseSections + "### 6.1.4 リスク値の算定\n\nリスク値を計算する。\n\n## 箇条との対応\n\n| 本書の節 | 規格の箇条 |\n|---|---|\n| 6.1.4 | 6.1.2 d) |\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if !isManual(f) {
			return
		}
		edition := f.Meta.Edition.Text
		if !standard.Edition(edition).Valid() {
			edition = p.Config.Standard.Edition
		}
		own, follows := ownSections(f, p.Standard, standard.Edition(edition))
		if len(own) == 0 || !follows || hasClauseTable(f) {
			return
		}
		first := own[0]
		more := message.Text{}
		if n := len(own) - 1; n > 0 {
			more = message.Textf("（ほか%[1]d件）", " (%[1]d more)", n)
		}
		finding := lint.Finding{File: f.Path, Span: &first.TextSpan, Message: message.Textf(
			"節「%[1]s」は、%[2]sの箇条と同じ形の番号ですが、その箇条ではありません%[3]s。節と箇条の対応表を加えてください",
			"section %[1]q has a number like a clause of %[2]s but is none of them%[3]s; expected a table that maps sections to clauses",
			fold.Text(first.Text), editionName(standard.Edition(edition)), more)}
		for _, h := range own[1:min(len(own), 6)] {
			finding.Related = append(finding.Related, related(f, h.TextSpan, "箇条にない節", "no clause either")...)
		}
		p.Report(finding)
	},
}

// clauseSections are sections of a manual that follow the clauses.
const clauseSections = "## 4.1 組織及びその状況の理解\n\n課題を決める。\n\n## 6.2 情報セキュリティ目的及びそれを達成するための計画策定\n\n目的を決める。\n\n## 7.2 力量\n\n力量を決める。\n\n"
