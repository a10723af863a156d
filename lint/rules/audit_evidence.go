package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var auditEvidence = &lint.Rule{
	Name:         "audit/evidence",
	Severity:     lint.Error,
	Requirements: []string{"B22-2"},
	Clauses:      []string{"9.2"},
	Controls:     []string{"A.5.35"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査のチェックリストの「確認した証拠」が、○や「確認済み」だけです",
			EN: "the evidence of an audit item is a bare mark such as ○ or OK",
		},
		Why: message.Text{
			JA: "どの記録や画面を見て判定したかが書かれていないと、監査を行ったことも、判定が正しいことも示せません",
			EN: "unless the item says which record, screen or person was seen, neither the audit nor its verdict can be shown",
		},
		Wrong: checklistExample("| 1 | 5.2 | 経営 | 基本方針が周知されているか | ○ | - | 適合 | 伊藤 美咲 | 2026-10-13 | - |\n"),
		Right: checklistExample("| 1 | 5.2 | 経営 | 基本方針が周知されているか | 掲示板の公開日、従業員3名への質問 | - | 適合 | 伊藤 美咲 | 2026-10-13 | - |\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Form == nil || f.Form.Number != checklistForm || f.Meta.Status == isms.Draft || f.Meta.Status == isms.Obsolete {
			return
		}
		for _, t := range f.Tables {
			if t.Name != checklistItems || !t.Has("evidence") {
				continue
			}
			for i := range t.Rows {
				checkAuditEvidence(p, &t.Rows[i])
			}
		}
	},
}

func checkAuditEvidence(p *lint.Pass, r *isms.Row) {
	v, judgement := r.Written("evidence"), r.Value("judgement")
	if isBroken(r) || v.Empty() || judgement.Text == "not-applicable" || judgement.None() || !v.None() && !isBareMark(v.Text) {
		return
	}
	reportForm(p, r, v, "", message.Textf(
		"項番 %[1]s の「%[2]s」が「%[3]s」だけです。確認した記録の番号、画面、面談した相手などを書いてください",
		"%[2]q of item %[1]s is only %[3]q, expected the records, screens or people that were seen",
		cellExcerpt(r.Name()), riskTitle(r, "evidence"), cellExcerpt(v.Text)))
}

// isBareMark reports whether a text says no more than that something was seen.
func isBareMark(text string) bool {
	const longest = 48
	if len(text) > longest {
		return false
	}
	switch fold.Key(text) {
	case "○", "◯", "〇", "◎", "✓", "✔", "☑", "レ", "×", "△", "ok", "yes", "y", "good", "fine", "done", "checked", "seen", "confirmed", "conforming", "nofindings", "noproblem",
		"済", "済み", "確認", "確認済", "確認済み", "確認した", "適合", "有", "あり", "有り", "良", "良好", "可", "問題なし", "異常なし", "特になし", "実施済", "実施済み", "同上":
		return true
	}
	return false
}
