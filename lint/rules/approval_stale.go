package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var approvalStale = &lint.Rule{
	Name:           "approval/stale",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-004", "EVD-005", "DOC-020"},
	Clauses:        []string{"7.5.2", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "署名による承認の後に、文書の内容が変わっています",
			EN: "the content of a document changed after it was approved by signature",
		},
		Why: message.Text{
			JA: "承認者が署名したのは別の内容であり、今の内容は誰も承認していません",
			EN: "the approver signed another text; nobody approved the present one",
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

全社の全業務を対象とする。
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
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			if f.Meta.Status == isms.Approved && len(s.Approvals(f.ID())) > 0 {
				reportStale(p, s, f)
			}
		})
	},
}

// reportStale reports each approver who signed another content than the file
// has now.
func reportStale(p *lint.Pass, s *isms.System, f *isms.File) {
	all, _ := s.Evidence(f, config.Declared) // asks nothing of the history
	for i := range all {
		e := &all[i]
		if e.Approval != nil || len(e.Stale) == 0 {
			continue
		}
		at, last := e.Approver.Place(), e.Stale[len(e.Stale)-1]
		p.Report(lint.Finding{
			File: f.Path, Span: &at, Subject: e.Person.ID,
			Message: message.Textf("「%[1]s」が %[2]s に署名した後で、内容が変わっています。内容を戻すか、改訂番号を上げて承認を受けてください（書誌情報だけの修正なら ismslint approve %[3]s で承認し直せます）",
				"the content changed after %[1]q signed it on %[2]s; restore it, or issue a new revision and have it approved (for a change of metadata alone, approve again with ismslint approve %[3]s)",
				e.Person.Name, last.Statement.Day, f.ID()),
			Related: []lint.Related{{File: last.File.Path, Message: message.Text{JA: "署名された承認書", EN: "the signed statement of approval"}}},
		})
	}
}
