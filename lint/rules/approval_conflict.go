package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// approvalConflict is an error where a table says it, which is read exactly,
// and a warning where a sentence does, whose sense is inferred.
var approvalConflict = &lint.Rule{
	Name:           "approval/conflict",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-005", "B20-5"},
	Clauses:        []string{"5.3", "7.5.2"},
	Controls:       []string{"A.5.2"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "本文や表が、文書体系と違う役割を文書の起案者・承認者としています",
			EN: "a text or table names another drafter or approver of a document than the catalogue does",
		},
		Why: message.Text{
			JA: "承認者が二通りに読めると、どの承認が有効かが決まりません。起案と承認の役割は文書体系で決め、本文を合わせます。表の食い違いはエラー、文章から読み取れる食い違いは警告です",
			EN: "with two answers to who approves, no approval is surely valid; the catalogue decides and texts follow it. A table that differs is an error, a sentence that reads so a warning",
		},
		Wrong: `# ISMSマニュアル

## 7.5 文書化した情報

| 文書番号 | 文書名 | 起案 | 承認 |
|---|---|---|---|
| ISMS-B-03 | リスク対応計画書 | ISMS事務局 | ISMS管理責任者 |

「事業継続計画書」は、ISMS事務局が作成し、ISMS管理責任者の承認を得る。
`,
		Right: `# ISMSマニュアル

## 7.5 文書化した情報

| 文書番号 | 文書名 | 起案 | 承認 |
|---|---|---|---|
| ISMS-B-03 | リスク対応計画書 | ISMS事務局 | 社長 |

「事業継続計画書」は、ISMS事務局が作成し、社長の承認を得る。
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled || f.Meta.Status == isms.Obsolete {
			return
		}
		for i := range f.Doc.Tables {
			if f.Revisions == nil || f.Revisions.Table != i {
				checkDocumentList(p, f, &f.Doc.Tables[i])
			}
		}
		checkActs(p, f)
	},
}

// act is what a text says of a document: who drafts or approves it.
type act struct {
	approves bool
	// weak marks words such as 作成 (prepare), which also stand for filling in
	// a record or supplying a part (design §9.3).
	weak bool
}

// conflicts reports whether the roles are others than the one that the
// catalogue gives the act. Of several roles one right one is enough. Risk
// owners approve plans and residual risks besides the approver (6.1.3 f).
func (a act) conflicts(p *lint.Pass, e *isms.Entry, roles []isms.Role) bool {
	if a.approves {
		return !slices.Contains(roles, e.Approver) && !slices.Contains(roles, isms.RiskOwner)
	}
	if slices.Contains(roles, e.Drafter) || a.weak && e.Kind == isms.KindRecord {
		return false
	}
	return !a.weak || !slices.ContainsFunc(roles, func(r isms.Role) bool { return !keepsDocuments(p.Catalogue, r) })
}

// keepsDocuments reports whether the catalogue lets a role draft or approve any
// document. Others, such as department heads, prepare entries of registers.
func keepsDocuments(c *isms.Catalogue, role isms.Role) bool {
	return slices.ContainsFunc(c.Entries, func(e *isms.Entry) bool { return e.Drafter == role || e.Approver == role })
}

// expected returns the role that the catalogue gives the act.
func (a act) expected(e *isms.Entry) isms.Role {
	if a.approves {
		return e.Approver
	}
	return e.Drafter
}

// reportConflict reports what is written of documents for which the catalogue
// says one and the same.
func reportConflict(p *lint.Pass, f *isms.File, at source.Span, a act, docs []*isms.Entry, written string, severity lint.Severity) {
	what := message.Text{JA: "起案者", EN: "drafter"}
	if a.approves {
		what = message.Text{JA: "承認者", EN: "approver"}
	}
	var ja, en, numbers []string
	var declared []lint.Related
	for _, e := range docs {
		ja, en, numbers = append(ja, e.Label().JA), append(en, e.Label().EN), append(numbers, e.Number)
		if e.Declared != nil {
			declared = append(declared, lint.Related{File: p.Config.Path, Span: e.Declared, Message: message.Text{JA: "文書体系の定め", EN: "entry of the catalogue"}})
		}
	}
	p.Report(lint.Finding{
		File: f.Path, Span: &at, Severity: severity, Subject: strings.Join(numbers, " "), Related: declared,
		Message: message.Textf("%[1]sの%[2]sが「%[3]s」となっていますが、文書体系では「%[4]s」です",
			"the %[2]s of %[1]s is given as \"%[3]s\", but the catalogue says %[4]s",
			message.Text{JA: strings.Join(ja, "、"), EN: strings.Join(en, ", ")}, what, written, p.Roles.Name(a.expected(docs[0]))),
	})
}
