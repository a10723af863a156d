package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var approvalRemovedStatement = &lint.Rule{
	Name:           "approval/removed-statement",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-002", "EVD-008", "EVD-010"},
	Clauses:        []string{"7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "承認を証明していた承認書が削除されたか、別の内容に置き換えられています",
			EN: "a statement that proved an approval was removed or replaced by another one",
		},
		Why: message.Text{
			JA: "過去の改訂を誰が承認したかは、承認書がなければ証明できません。記録の承認書は記録の保管期間まで、文書の承認書は次の改訂が承認された後も様式集の保管期間まで残します。承認書の置き場所を変えることはできます",
			EN: "without the statement nothing proves who approved a past revision; that of a record is kept as long as the record, that of a document for its retention period after the next approval. A statement may be moved to another place",
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
-- before/approvals/ISMS-A-03/r1-sato-2024-04-01.txt --
ismslint-approval/1
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
digest: sha256:34ab1e8c9a0ff73e9ec0ffc0def51bc1382092a1f70650e66397cc88c5ec1aef
approver: sato
name: 佐藤 花子
role: president
day: 2024-04-01
-- before/approvals/ISMS-A-03/r1-sato-2024-04-01.txt.sig --
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
-- before/approvals/ISMS-A-03/r1-sato-2024-04-01.txt --
ismslint-approval/1
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
digest: sha256:34ab1e8c9a0ff73e9ec0ffc0def51bc1382092a1f70650e66397cc88c5ec1aef
approver: sato
name: 佐藤 花子
role: president
day: 2024-04-01
-- before/approvals/ISMS-A-03/r1-sato-2024-04-01.txt.sig --
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgLglgOgcLCFA+Az622WD0PZUAne
rSUL9ZFDDY+1tH1GEAAAARaXNtc2xpbnQtYXBwcm92YWwAAAAAAAAABnNoYTUxMgAAAFMA
AAALc3NoLWVkMjU1MTkAAABAzxVsHJSlRvrziiJGf/Hb6ynytWAZTESZEYnlnTZKCUaEQB
K7eOmuomg0Iyh0s4ZmC6Q/YlzlJnDOjl1FdwmqDg==
-----END SSH SIGNATURE-----
-- approvals/2024/r1-sato-2024-04-01.txt --
ismslint-approval/1
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
digest: sha256:34ab1e8c9a0ff73e9ec0ffc0def51bc1382092a1f70650e66397cc88c5ec1aef
approver: sato
name: 佐藤 花子
role: president
day: 2024-04-01
-- approvals/2024/r1-sato-2024-04-01.txt.sig --
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgLglgOgcLCFA+Az622WD0PZUAne
rSUL9ZFDDY+1tH1GEAAAARaXNtc2xpbnQtYXBwcm92YWwAAAAAAAAABnNoYTUxMgAAAFMA
AAALc3NoLWVkMjU1MTkAAABAzxVsHJSlRvrziiJGf/Hb6ynytWAZTESZEYnlnTZKCUaEQB
K7eOmuomg0Iyh0s4ZmC6Q/YlzlJnDOjl1FdwmqDg==
-----END SSH SIGNATURE-----
`,
	},
	Change: func(p *lint.Pass, c *isms.Change) {
		for _, a := range c.Withdrawn {
			kept, severity := keepingOf(c, a)
			if severity == lint.Off {
				continue
			}
			what := message.Text{JA: "削除されています", EN: "removed"}
			if _, there := c.After.StatementAt(a.File.Path); there {
				what = message.Text{JA: "別の承認書に置き換えられています", EN: "replaced by another one"}
			}
			p.Report(lint.Finding{
				File: a.File.Path, Subject: a.File.Path, Severity: severity,
				Message: message.Textf("「%[1]s」を「%[2]s」が %[3]s に承認したことを示す承認書が%[4]s。%[5]s",
					"the statement by which %[2]q approved %[1]s on %[3]s was %[4]s, but %[5]s",
					subjectStated(a), a.Person.Name, a.Statement.Day, what, kept),
			})
		}
	},
}

// subjectStated names what a statement is about.
func subjectStated(a *isms.Approval) message.Text {
	st := a.Statement
	if st.Revision == 0 {
		return message.Text{JA: st.Number, EN: st.Number}
	}
	return message.Textf("%[1]s 改訂%[2]d", "revision %[2]d of %[1]s", st.Number, st.Revision)
}

// keepingOf says why a statement is to be kept, and how grave it is that it is
// gone: lint.Off once it need not be kept.
func keepingOf(c *isms.Change, a *isms.Approval) (why message.Text, severity lint.Severity) {
	form, from := a.Statement.Number, supersededOn(c, a)
	record := recordStated(c, form)
	if record != nil {
		form, from = record.Meta.Form.Text, a.Statement.Day
		if last := retentionBegins(record); last.After(from) {
			from = last
		}
	}
	kept, known := retentionOf(c, form)
	until := kept.end(from)
	switch {
	case known && kept.forever:
		return message.Text{JA: "期限なく保管することになっています。承認書を戻してください", EN: "it is to be kept for good; restore it"}, lint.Error
	case known && !from.IsZero() && c.AsOf.Before(until):
		return message.Textf("保管期間は %s までです。承認書を戻してください", "it is to be kept until %s; restore it", until), lint.Error
	case known && !from.IsZero() && !kept.later:
		return message.Text{}, lint.Off
	case record != nil && len(c.After.Record(a.Statement.Number)) == 0:
		return message.Text{
			JA: "保管期間が終わったことを様式集から確かめられません。承認書を戻すか、保管期間を確かめて廃棄の記録を残してください",
			EN: "the collection of forms does not tell that its retention period has ended; restore it, or make sure of the period and record the disposal",
		}, lint.Warning
	}
	return message.Text{JA: "ほかに承認を証明するものがありません。承認書を戻してください", EN: "nothing else proves the approval; restore it"}, lint.Error
}

// recordStated returns the record of an id, or what it was before it was
// removed; nil when it is none.
func recordStated(c *isms.Change, id string) *isms.File {
	if records := c.After.Record(id); len(records) > 0 {
		return records[0]
	}
	for _, pair := range c.Pairs {
		if pair.ID == id && pair.Before != nil && pair.Before.Kind == isms.RecordFile {
			return pair.Before
		}
	}
	if c.Past == nil || id == config.FileName || len(c.After.Documents(id)) > 0 {
		return nil
	}
	f, _, err := c.Past.Removed(id)
	if err != nil || f == nil || f.Kind != isms.RecordFile {
		return nil
	}
	return f
}

// supersededOn returns the day of the first approval of the same document
// after that of a statement, zero when there is none: until then the approval
// is in force, and its retention does not run.
func supersededOn(c *isms.Change, a *isms.Approval) (first date.Date) {
	later := func(other *isms.Approval) {
		if day := other.Statement.Day; other.Proven() && day.After(a.Statement.Day) && (first.IsZero() || day.Before(first)) {
			first = day
		}
	}
	for _, other := range c.After.Approvals(a.Statement.Number) {
		later(other)
	}
	for _, other := range c.Withdrawn {
		if other.Statement.Number == a.Statement.Number {
			later(other)
		}
	}
	return first
}
