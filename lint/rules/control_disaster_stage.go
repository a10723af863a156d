package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var controlDisasterStage = &lint.Rule{
	Name:         "control/disaster-stage",
	Severity:     lint.Warning,
	Requirements: []string{"CTL-021"},
	Clauses:      []string{"8.1", "10.2"},
	Controls:     []string{"A.5.24", "A.5.27"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "自然災害への対応の手順に、再発防止又は報告の段階がありません",
			EN: "the procedure for natural disasters has no stage for lessons or for the report",
		},
		Why: message.Text{
			JA: "災害は防げませんが、備えは見直せます。復旧で手順が終わっていると、同じ被害を繰り返します",
			EN: "a disaster cannot be prevented but the preparation for it can be improved; a procedure that ends with the recovery repeats the damage",
		},
		Wrong: disasterExample("-", "-"),
		Right: disasterExample("委員会で備えを見直す", "ISMS管理責任者から社長"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if !isms.IsControlRules(f) || f.Meta.Status == isms.Draft || f.Meta.Status == isms.Obsolete {
			return
		}
		for i := range f.Doc.Tables {
			checkDisasterTable(p, f, &f.Doc.Tables[i])
		}
		for i := range f.Doc.Headings {
			if namesDisaster(fold.Key(f.Doc.Headings[i].Title)) && isIncidentSection(f.Doc, i) {
				checkDisasterSection(p, f, i)
			}
		}
	},
}

// checkDisasterTable looks at a table of the kinds of incidents, one row each,
// with a column for each stage.
func checkDisasterTable(p *lint.Pass, f *isms.File, t *document.Table) {
	row, others := disasterRow(t)
	if row == nil || !others {
		return
	}
	reported := -1
	for _, stage := range lastStages() {
		column := -1
		for c := 1; c < len(t.Header); c++ {
			if containsOneOf(fold.Key(t.Header[c].Text), stage.column...) {
				column = c
			}
		}
		switch {
		case column < 0 && !rowHasWord(row, stage.words):
			reportDisaster(p, f, row.Cells[0].Span, stage)
		case column >= 0 && column < len(row.Cells) && column != reported && (isms.Value{Text: row.Cells[column].Text}).None():
			reportDisaster(p, f, row.Cells[column].Span, stage)
			reported = column // one column may stand for both stages
		}
	}
}

func checkDisasterSection(p *lint.Pass, f *isms.File, heading int) {
	text := fold.Key(sectionText(f.Doc, heading))
	if text == "" {
		return // document/empty-section
	}
	for _, stage := range lastStages() {
		if !containsOneOf(text, stage.words...) {
			reportDisaster(p, f, f.Doc.Headings[heading].TextSpan, stage)
		}
	}
}

func reportDisaster(p *lint.Pass, f *isms.File, at source.Span, stage lastStage) {
	p.Report(lint.Finding{File: f.Path, Span: &at, Subject: stage.name.EN, Message: message.Textf(
		"自然災害への対応に、「%[1]s」の段階がありません。誰が何を行うかを定めてください",
		"the response to natural disasters has no stage %[1]q, expected who does what", stage.name)})
}

// disasterExample is control operation rules with the stages of two kinds of incidents.
func disasterExample(prevention, report string) string {
	return rulesExample(`## A.5.24 情報セキュリティインシデント管理の計画策定及び準備

ISMS管理責任者は、種類ごとの対応を次の表に定める。

| 種類 | 発見 | 確認と対応 | 再発防止 | 報告 |
|---|---|---|---|---|
| 不正アクセス | 発見した従業員が連絡する | システム管理責任者が通信を遮断する | 委員会で決める | ISMS管理責任者から社長 |
| 自然災害 | 避難と安否を確かめる | 社長が事業の継続を決める | ` + prevention + " | " + report + " |\n")
}
