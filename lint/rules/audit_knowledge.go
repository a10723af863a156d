package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var auditKnowledge = &lint.Rule{
	Name:         "audit/knowledge",
	Severity:     lint.Info,
	Requirements: []string{"B21-3"},
	Clauses:      []string{"7.2", "9.2.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査員の力量の根拠に、規格、自社の規則、監査する業務又は監査の方法の理解が出てきません",
			EN: "nothing in the register of auditors speaks of the standard, the own rules, the audited work or the methods of auditing",
		},
		Why: message.Text{
			JA: "監査には、規格、自社の規則、監査する業務及び監査の方法の四つの理解が要ります。台帳の本文、教育・資格の欄、そこに挙げた教育の記録と課程のどこかにあれば足ります",
			EN: "an audit takes knowledge of the standard, the own rules, the audited work and the methods of auditing; it is enough that the register, its rows, or the training that they cite speak of it",
		},
		Wrong: auditorExample("| 伊藤 美咲 | 営業部 | JIS Q 27001の研修（2025-06-12修了） | 2025-06-13 | 2027-06-12 | 佐藤 花子 |\n"),
		Right: auditorExample("| 伊藤 美咲 | 営業部 | 規格、当社の規則、監査する業務及び監査の方法の研修（2025-06-12修了） | 2025-06-13 | 2027-06-12 | 佐藤 花子 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, t := range s.Tables(auditorForm, "auditors") {
			if t.File.Meta.Status == isms.Draft || len(t.Rows) == 0 {
				continue
			}
			if missing := missingKnowledge(knowledgeText(s, t)); len(missing) > 0 {
				f := tableFinding(t, t.HeaderSpan(), message.Textf(
					"内部監査員の力量の根拠に、%[1]sの理解が書かれていません。登録の条件か教育・資格の欄に書いてください",
					"the register does not say that the auditors know %[1]s, expected it in the conditions or in the evidence of competence", joined(missing)))
				f.Severity = lint.Info
				p.Report(f)
			}
		}
	},
}

// knowledge is one of the four things that an auditor knows, with words that
// speak of it.
type knowledge struct {
	name  message.Text
	words []string
}

func auditorKnowledge() []knowledge {
	return []knowledge{
		{message.Text{JA: "規格", EN: "the standard"}, []string{"規格", "27001", "要求事項", "審査員", "standard", "irca"}},
		{message.Text{JA: "自社の規則", EN: "the organisation's own rules"}, []string{"規則", "規程", "規定", "マニュアル", "手順", "社内", "own rules", "our rules", "policies", "procedures", "manual", "the organisation's rules", "the organization's rules"}},
		{message.Text{JA: "監査する業務", EN: "the audited work"}, []string{"業務", "監査対象", "部門の理解", " work", "audited departments", "audited work", "audited area", "processes", "operations", "business"}},
		{message.Text{JA: "監査の方法", EN: "the methods of auditing"}, []string{"監査の技法", "監査技法", "監査の方法", "監査方法", "監査の手法", "監査手法", "監査の進め方", "監査の手順", "監査員養成", "監査員研修", "監査員資格", "監査員コース", "監査員講習", "監査研修", "監査の研修", "監査実務", "審査員", "公認情報システム監査人", "cisa", "irca", "19011", "audit method", "methods of audit", "auditing method", "audit technique", "auditor training", "auditor course", "internal audit training", "internal audit course", "lead auditor", "how to audit"}},
	}
}

// knowledgeText is what a register of auditors and the records and rows that
// it cites say.
func knowledgeText(s *isms.System, t *isms.Table) string {
	var b strings.Builder
	cited := map[string]bool{}
	for i := range t.Rows {
		b.WriteString(t.Rows[i].Written("qualification").Text + "\n" + t.Rows[i].Written("note").Text + "\n")
		for _, token := range idTokens(t.Rows[i].Written("qualification").Text) {
			cited[token.text] = true
		}
	}
	for i := range t.File.Doc.Blocks {
		b.WriteString(t.File.Doc.Blocks[i].Text + "\n")
	}
	for id := range cited {
		for _, f := range s.Record(id) {
			for i := range f.Doc.Blocks {
				b.WriteString(f.Doc.Blocks[i].Text + "\n")
			}
		}
		if r := s.Find("course", id); r != nil {
			for i := range r.Table.Schema.Columns {
				b.WriteString(r.At(i).Text + "\n")
			}
		}
	}
	return strings.ToLower(b.String())
}

func missingKnowledge(text string) []message.Text {
	var missing []message.Text
	for _, k := range auditorKnowledge() {
		if !containsOneOf(text, k.words...) {
			missing = append(missing, k.name)
		}
	}
	return missing
}

// joined lists texts in both languages.
func joined(texts []message.Text) message.Text {
	var ja, en []string
	for _, t := range texts {
		ja, en = append(ja, t.JA), append(en, t.EN)
	}
	return message.Text{JA: strings.Join(ja, "、"), EN: strings.Join(en, ", ")}
}
