package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var roleKey = &lint.Rule{
	Name:           "role/key",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-001", "EVD-012"},
	Clauses:        []string{"5.3", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "登録されている鍵が読み取れないか、複数の人に登録されています",
			EN: "a registered key cannot be read, or is registered for more than one person",
		},
		Why: message.Text{
			JA: "鍵を共有していると、起案者と承認者が別人であることを署名から証明できません",
			EN: "where a key is shared, signatures cannot show that drafter and approver are two people",
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
keys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC4JYDoHCwhQPgM+ttlg9D2VAJ3q0lC/WRQw2PtbR9Rh sato"]
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
keys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBKtfDu0WAI8AIlXCVtQYQUTAbINZiRbkIy5fxaoWaHA tanaka"]
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
		if s.Keys == nil {
			return
		}
		for _, problem := range s.Keys.Problems {
			at := problem.Span
			p.Report(lint.Finding{File: p.Config.Path, Span: &at, Message: problem.Text})
		}
		for _, k := range s.Keys.Shared {
			at := k.Span
			p.Report(lint.Finding{
				File: p.Config.Path, Span: &at,
				Message: message.Textf("鍵 %[1]s は「%[2]s」にも登録されています。一人ずつ別の鍵を作り、登録してください",
					"the key %[1]s is registered for %[2]q as well, expected a key of their own for %[3]q", k.Fingerprint, k.Owner.Name, k.Second.Name),
			})
		}
	},
}
