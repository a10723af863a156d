package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var approvalStatement = &lint.Rule{
	Name:           "approval/statement",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-001", "EVD-003", "ROL-003", "ROL-009"},
	Clauses:        []string{"5.3", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "承認書の署名又は内容が正しくなく、承認を証明していません",
			EN: "a statement of approval proves nothing: its signature or what it says is wrong",
		},
		Why: message.Text{
			JA: "本人の鍵でない署名、署名後に書き換えられた承認書、鍵の有効期限が切れてから登録された承認書（承認日はさかのぼって書けます）は、承認がなかったのと同じです",
			EN: "a signature of someone else, a statement edited afterwards, or one that was committed after its key had expired (any day can be written into it) is worth as much as no approval",
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
-- approvals/ISMS-A-03/r1-sato-2024-04-01.txt --
ismslint-approval/1
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
digest: sha256:34ab1e8c9a0ff73e9ec0ffc0def51bc1382092a1f70650e66397cc88c5ec1aef
approver: sato
name: 佐藤 花子
role: president
day: 2024-04-02
-- approvals/ISMS-A-03/r1-sato-2024-04-01.txt.sig --
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgLglgOgcLCFA+Az622WD0PZUAne
rSUL9ZFDDY+1tH1GEAAAARaXNtc2xpbnQtYXBwcm92YWwAAAAAAAAABnNoYTUxMgAAAFMA
AAALc3NoLWVkMjU1MTkAAABAzxVsHJSlRvrziiJGf/Hb6ynytWAZTESZEYnlnTZKCUaEQB
K7eOmuomg0Iyh0s4ZmC6Q/YlzlJnDOjl1FdwmqDg==
-----END SSH SIGNATURE-----
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
		for _, a := range s.AllApprovals() {
			if !a.Unsure.IsZero() {
				p.NotEvaluated(nil, "鍵の有効期限が切れる前に登録された承認書かどうかを履歴から確認できません: %s",
					"the history does not tell whether a statement came before its key expired: %s", a.Unsure)
			}
			if a.Proven() {
				continue
			}
			p.Report(lint.Finding{
				File: a.File.Path, Subject: a.File.Path,
				Message: message.Textf("この承認書は承認を証明していません: %s", "this statement does not prove an approval: %s", a.Problem),
			})
		}
	},
}
