package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var approvalEvidence = &lint.Rule{
	Name:           "approval/evidence",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-001", "EVD-002", "EVD-003", "EVD-004", "DOC-005"},
	Clauses:        []string{"5.3", "7.5.2", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "承認を証明するものが、設定で求めている水準に達していません",
			EN: "what proves an approval is weaker than the configuration demands",
		},
		Why: message.Text{
			JA: "文書に承認者の名前を書くことは誰にでもできます。本人の鍵による署名があれば、誰がどの内容を承認したかを後から確かめられます",
			EN: "anyone can write the name of an approver into a document; a signature with the own key shows later who approved which text",
		},
		Wrong: `-- ismslint.toml --
[organization]
name = "株式会社サンプル"
[[people]]
id = "sato"
name = "佐藤 花子"
keys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC4JYDoHCwhQPgM+ttlg9D2VAJ3q0lC/WRQw2PtbR9Rh sato"]
[[people]]
id = "tanaka"
name = "田中 一郎"
[[roles]]
role = "president"
person = "sato"
from = 2020-04-01
[approval]
evidence = "signed"
-- policies/ISMS-A-03-ISMSマニュアル.md --
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

本社の全業務を対象とする。
`,
		Right: `-- ismslint.toml --
[organization]
name = "株式会社サンプル"
[[people]]
id = "sato"
name = "佐藤 花子"
keys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC4JYDoHCwhQPgM+ttlg9D2VAJ3q0lC/WRQw2PtbR9Rh sato"]
[[people]]
id = "tanaka"
name = "田中 一郎"
[[roles]]
role = "president"
person = "sato"
from = 2020-04-01
[approval]
evidence = "signed"
-- policies/ISMS-A-03-ISMSマニュアル.md --
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

本社の全業務を対象とする。
-- approvals/ISMS-A-03/r1-sato-2024-04-01.txt --
ismslint-approval/1
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
digest: sha256:34ab1e8c9a0ff73e9ec0ffc0def51bc1382092a1f70650e66397cc88c5ec1aef
approver: sato
name: 佐藤 花子
role: president
day: 2024-04-01
-- approvals/ISMS-A-03/r1-sato-2024-04-01.txt.sig --
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgLglgOgcLCFA+Az622WD0PZUAne
rSUL9ZFDDY+1tH1GEAAAARaXNtc2xpbnQtYXBwcm92YWwAAAAAAAAABnNoYTUxMgAAAFMA
AAALc3NoLWVkMjU1MTkAAABAzxVsHJSlRvrziiJGf/Hb6ynytWAZTESZEYnlnTZKCUaEQB
K7eOmuomg0Iyh0s4ZmC6Q/YlzlJnDOjl1FdwmqDg==
-----END SSH SIGNATURE-----
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, e := range lint.Gather(p, s, provenFiles{}, evidenceOf) {
			f, want, all := e.file, p.Demanded(e.file), e.evidence
			// A signature over the text needs no history.
			if (e.err != nil || s.Past == nil) && want != config.Signed && slices.ContainsFunc(all, func(e isms.Evidence) bool {
				return e.Person != nil && isms.Rank(e.Grade) < isms.Rank(want)
			}) {
				p.Unproven("承認の証拠として「%[1]s」が求められていますが、履歴を確認できません: %[2]s", "\"%[1]s\" is demanded as evidence for approvals, but the history cannot be read: %[2]s",
					gradeName(want), historyProblem(e.err))
				return
			}
			for i := range all {
				e := &all[i]
				// Who is not known, and what proves nothing, is for other rules.
				if e.Person == nil || isms.Rank(e.Grade) >= isms.Rank(want) || len(e.Stale) > 0 || len(e.Refused) > 0 {
					continue
				}
				if e.Uncommitted && want != config.Signed {
					p.NotEvaluated(f, "まだコミットされていないため、承認の証拠を確認できません", "it is not committed yet, so what proves its approval cannot be told")
					break
				}
				at := e.Approver.Place()
				p.Report(lint.Finding{
					File: f.Path, Span: &at, Subject: e.Person.ID,
					Message: message.Textf("「%[1]s」による承認を証明するものが「%[2]s」にとどまり、求められている「%[3]s」に達していません。%[4]s",
						"the approval by %[1]q is proven by no more than %[2]q, expected %[3]q; %[4]s", e.Person.Name, gradeName(e.Grade), gradeName(want), howToProve(f, want)),
				})
			}
		}
	},
}

type provenFiles struct{}

// provenFile is an approved file with what proves the approval.
type provenFile struct {
	file     *isms.File
	evidence []isms.Evidence
	err      error // why the history could not be asked
}

// evidenceOf returns the evidence of a file of which more is demanded than its
// own word.
func evidenceOf(s *isms.System, f *isms.File) []provenFile {
	want := s.Demanded(f)
	if isms.Rank(want) == 0 || f.Meta.Status != isms.Approved || f.Kind != isms.Controlled && f.Kind != isms.RecordFile {
		return nil
	}
	all, err := s.Evidence(f, want)
	return []provenFile{{f, all, err}}
}

func gradeName(g config.Grade) message.Text {
	switch g {
	case config.Forge:
		return message.Text{JA: "開発基盤での承認", EN: "record of the forge"}
	case config.Committed:
		return message.Text{JA: "承認者本人の署名付きコミット", EN: "commit signed by the approver"}
	case config.Signed:
		return message.Text{JA: "本文への電子署名", EN: "signature over the text"}
	}
	return message.Text{JA: "文書への記載", EN: "entry in the document"}
}

func howToProve(f *isms.File, want config.Grade) message.Text {
	if want == config.Signed {
		return message.Textf("承認者が ismslint approve %s を実行してください", "have the approver run ismslint approve %s", f.ID())
	}
	return message.Textf("承認者が自分の鍵で署名したコミットでこの改訂を取り込むか、ismslint approve %s を実行してください", "have the approver bring this revision in with a commit signed with the own key, or run ismslint approve %s", f.ID())
}

func historyProblem(err error) message.Text {
	if err == nil {
		return message.Text{JA: "git のリポジトリではありません", EN: "this is no git repository"}
	}
	return message.Of(err)
}
