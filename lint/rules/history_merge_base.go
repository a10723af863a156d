package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var historyMergeBase = &lint.Rule{
	Name:           "history/merge-base",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-009"},
	Clauses:        []string{"7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "プッシュによって、既定のブランチの登録済みの履歴が失われます",
			EN: "a push takes recorded history away from the default branch",
		},
		Why: message.Text{
			JA: "承認や改訂の証拠はコミットの履歴にあり、書き換えや削除を許すと、過去の状態を誰も証明できなくなります",
			EN: "the history proves what was approved and when; once it can be rewritten, no past state can be shown",
		},
		Wrong: `-- push --
rewrites: main
commits: 2
-- policies/ISMS-A-03-ISMSマニュアル.md --
` + exampleManual,
		Right: `-- before/policies/ISMS-A-03-ISMSマニュアル.md --
` + exampleManual + `-- policies/ISMS-A-03-ISMSマニュアル.md --
` + exampleManual,
	},
	Change: func(p *lint.Pass, c *isms.Change) {
		d := c.Discarded
		if d == nil {
			return
		}
		// The findings of one push must differ by what is lost.
		f := lint.Finding{File: ".", Subject: d.Branch + " " + d.Tip}
		tip := (&isms.Commit{ID: d.Tip}).Name()
		switch {
		case d.Deleted:
			f.Message = message.Textf("ブランチ「%[1]s」（最後のコミットは %[2]s）を削除するプッシュです。登録済みの履歴が失われるため、ブランチを残してください",
				"the push deletes the branch %[1]q, whose last commit is %[2]s, and its recorded history with it; keep the branch", d.Branch, tip)
		case d.Commits == 0:
			f.Message = message.Textf("ブランチ「%[1]s」の登録済みのコミット %[2]s が、プッシュする履歴に含まれていません。git fetch で取り込み、git merge か git rebase でその上に重ねてください。強制プッシュ（--force）は使わないでください",
				"the history that is pushed leaves out commit %[2]s, which the branch %[1]q has; fetch it, merge or rebase onto it, and do not force the push", d.Branch, tip)
		default:
			f.Message = message.Textf("ブランチ「%[1]s」の登録済みのコミット %[3]d 件（最後は %[2]s）が、プッシュする履歴に含まれていません。git fetch で取り込み、git merge か git rebase でその上に重ねてください。強制プッシュ（--force）は使わないでください",
				"the history that is pushed leaves out commits that the branch %[1]q has: %[3]d, the last of them %[2]s; fetch them, merge or rebase onto them, and do not force the push", d.Branch, tip, d.Commits)
		}
		p.Report(f)
	},
}

// exampleManual is a document that the rule has nothing to say about.
const exampleManual = `---
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

本社の全業務を対象とする。
`
