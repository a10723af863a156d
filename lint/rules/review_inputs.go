package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

var reviewInputs = &lint.Rule{
	Name:         "review/inputs",
	Severity:     lint.Error,
	Requirements: []string{"B25-1"},
	Clauses:      []string{"9.3.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "マネジメントレビューの議事録に、規格が求めるインプットの一部がありません",
			EN: "the minutes of a management review lack an input that the standard requires",
		},
		Why: message.Text{
			JA: "9.3.2はa)からg)までの全てを考慮するよう求めています。2013年版から作った様式には、利害関係者のニーズ及び期待の変化がないことがよくあります",
			EN: "9.3.2 requires all of a) to g); forms made from the 2013 edition often lack the changes in needs and expectations of interested parties",
		},
		Wrong: reviewExample("", reviewInputsExample("")),
		Right: reviewExample("", reviewInputsExample("| 利害関係者のニーズ及び期待の変化 | 顧客2社が認証の取得を求めた | - |\n")),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		r := reviewOf(f)
		if r == nil {
			return
		}
		labels := inputLabels(f)
		edition := p.EditionOf(f)
		for _, input := range requiredInputs() {
			if input.since2022 && edition != standard.Edition2022 || hasInput(labels, input.words) {
				continue
			}
			reportForm(p, r, r.Written("inputs"), input.name.EN, message.Textf(
				"インプットに「%[1]s」がありません。報告した内容を、変化がなければその旨を記録してください",
				"the inputs lack %[1]q, expected what was reported on it, or that there was no change", input.name))
		}
	},
}

// requiredInput is one input of 9.3.2.
type requiredInput struct {
	name message.Text
	// words are groups of words in the form of [fold.Key]; a label that has all
	// words of a group stands for the input.
	words [][]string
	// since2022 marks the input that earlier editions do not have.
	since2022 bool
}

// requiredInputs returns the inputs of 9.3.2 a) to g), with d) in its four parts.
func requiredInputs() []requiredInput {
	text := func(ja, en string) message.Text { return message.Text{JA: ja, EN: en} }
	return []requiredInput{
		{name: text("前回までのマネジメントレビューの処置の状況", "status of actions from previous management reviews"),
			words: [][]string{{"前回"}, {"これまで", "処置"}, {"過去", "処置"}, {"previous"}, {"earlier", "action"}, {"last", "review"}}},
		{name: text("外部及び内部の課題の変化", "changes in external and internal issues"),
			words: [][]string{{"課題"}, {"issues"}}},
		{name: text("利害関係者のニーズ及び期待の変化", "changes in needs and expectations of interested parties"), since2022: true,
			words: [][]string{{"ニーズ"}, {"利害関係者", "期待"}, {"利害関係者", "要求"}, {"needs"}, {"expectations"}}},
		{name: text("不適合及び是正処置の傾向", "trends in nonconformities and corrective actions"),
			words: [][]string{{"不適合"}, {"是正"}, {"nonconformit"}, {"non-conformit"}, {"correctiveaction"}}},
		{name: text("監視及び測定の結果の傾向", "trends in monitoring and measurement results"),
			words: [][]string{{"監視"}, {"測定"}, {"monitoring"}, {"measurement"}}},
		{name: text("監査結果の傾向", "trends in audit results"),
			words: [][]string{{"監査"}, {"audit"}}},
		{name: text("情報セキュリティ目的の達成の傾向", "trends in fulfilment of information security objectives"),
			words: [][]string{{"目的", "達成"}, {"目標"}, {"セキュリティ目的"}, {"objectives"}}},
		{name: text("利害関係者からのフィードバック", "feedback from interested parties"),
			words: [][]string{{"フィードバック"}, {"利害関係者", "意見"}, {"苦情"}, {"feedback"}}},
		{name: text("リスクアセスメントの結果及びリスク対応計画の状況", "results of risk assessment and status of the risk treatment plan"),
			words: [][]string{{"リスクアセスメント"}, {"リスク対応"}, {"riskassessment"}, {"risktreatment"}}},
		{name: text("継続的改善の機会", "opportunities for continual improvement"),
			words: [][]string{{"改善"}, {"improvement"}}},
	}
}

func hasInput(labels []string, groups [][]string) bool {
	for _, words := range groups {
		for _, label := range labels {
			if containsAll(label, words) {
				return true
			}
		}
	}
	return false
}

func containsAll(s string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// inputLabels returns what may name an input, in the form of [fold.Key]: the
// headings, the cells of tables, and the beginnings of list items and
// paragraphs. What is decided is no input.
func inputLabels(f *isms.File) []string {
	const longest, longestOfList = 120, 480 // bytes; one item or cell may tell all parts of d)
	var labels []string
	for i := range f.Doc.Blocks {
		b := &f.Doc.Blocks[i]
		if b.Section >= 0 && isOutput(f.Doc, b.Section) || b.Kind == document.Code || b.Kind == document.HTML {
			continue
		}
		text, most := b.Text, longest
		if b.Kind == document.ListItem || b.Kind == document.Cell {
			most = longestOfList
		}
		if len(text) > most {
			text = text[:most]
		}
		labels = append(labels, fold.Key(strings.ToValidUTF8(text, "")))
	}
	return labels
}

// isOutput reports whether a section records the results of a review.
func isOutput(d *document.Document, section int) bool {
	for s := section; s >= 0; s = d.Headings[s].Parent {
		switch fold.Key(d.Headings[s].Title) {
		case "決定", "決定事項", "アウトプット", "処置", "指示事項", "社長の指示", "decisions", "outputs", "results", "actions", "resolutions":
			return true
		}
	}
	return false
}
