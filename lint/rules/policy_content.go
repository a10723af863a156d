package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var policyContent = &lint.Rule{
	Name:         "policy/content",
	Severity:     lint.Warning,
	Requirements: []string{"A01-2"},
	Clauses:      []string{"5.2"},
	Controls:     []string{"A.5.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報セキュリティ基本方針に、規格が求める四つの内容のうち見当たらないものがあります",
			EN: "the information security policy lacks one of the four contents that the standard asks for",
		},
		Why: message.Text{
			JA: "基本方針には、組織の目的に見合う理念、情報セキュリティ目的又はそれを定める枠組み、要求事項を満たす約束、継続的に改善する約束の四つを書きます。言葉で判断するため、別の言い方をしている場合は抑制してください",
			EN: "the policy suits the purpose of the organisation, holds the objectives or a framework for them, and promises to satisfy requirements and to improve continually; the rule looks for words, so suppress it where others say the same",
		},
		Wrong: policyExample("", `## 基本理念

当社の事業は、お客様の信頼の上に成り立っている。

## 行動原則

(1) 情報セキュリティ目標を毎年定める。

(2) 法令及び契約の要求事項を満たす。
`),
		Right: policyExample("", `## 基本理念

当社の事業は、お客様の信頼の上に成り立っている。

## 行動原則

(1) 情報セキュリティ目標を毎年定める。

(2) 法令及び契約の要求事項を満たす。

(3) ISMSを継続的に改善する。
`),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled || f.Entry == nil || f.Entry.Form != basicPolicyForm || f.Meta.Status == isms.Obsolete || unapproved(f) || !tablesReadable(f) {
			return
		}
		var found [len(policyContents)]bool
		prose := false
		ownBlocks(f, func(b *document.Block) bool {
			prose = prose || b.Kind == document.Paragraph || b.Kind == document.ListItem || b.Kind == document.Cell
			key := fold.Key(b.Text)
			for i := range policyContents {
				found[i] = found[i] || containsOneOf(key, policyContents[i].words...)
			}
			return true
		})
		if !prose {
			return // nothing is written yet
		}
		for i := range policyContents {
			if c := &policyContents[i]; !found[i] {
				at := f.Head()
				p.Report(lint.Finding{File: f.Path, Span: &at, Subject: c.name.EN, Message: message.Textf(
					"基本方針に「%[1]s」が見当たりません。規格の5.2が求める内容なので、原則の一つとして書いてください",
					"the policy has no %[1]s, expected it among the principles as clause 5.2 asks", c.name)})
			}
		}
	},
}

// policyContents are the contents of a policy that clause 5.2 asks for, with
// words in the form of [fold.Key] of which a policy that has them uses one.
var policyContents = [...]struct {
	name  message.Text
	words []string
}{
	{message.Text{JA: "組織の目的や事業に触れた理念", EN: "idea that speaks of the purpose of the organisation"},
		[]string{"理念", "事業", "業務", "使命", "社会", "お客", "顧客", "サービス", "basicidea", "purpose", "business", "mission", "customer", "client", "service"}},
	{message.Text{JA: "情報セキュリティ目的又はそれを定める枠組み", EN: "objectives or framework for setting them"},
		[]string{"目標", "セキュリティ目的", "セキュリティの目的", "目的を定", "目的を設", "目的を達", "目的の設定", "目的の達成", "objective", "target", "goal"}},
	{message.Text{JA: "要求事項を満たす約束", EN: "commitment to satisfy requirements"},
		[]string{"要求事項", "要求を満た", "法令", "法律", "法規", "関係法", "順守", "遵守", "コンプライアンス", "requirement", "laws", "oflaw", "legal", "regulat", "statut", "complian", "obligation"}},
	{message.Text{JA: "継続的に改善する約束", EN: "commitment to continual improvement"},
		[]string{"改善", "improv", "enhanc"}},
}
