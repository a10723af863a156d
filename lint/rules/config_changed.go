package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var configChanged = &lint.Rule{
	Name:           "config/changed",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-005"},
	Clauses:        []string{"5.3", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "ISMSの設定（ismslint.toml）が、ISMS管理責任者の承認なしに変更されています",
			EN: "the configuration was changed without the approval of the ISMS manager",
		},
		Why: message.Text{
			JA: "設定には担当者・鍵・役割・基準が書かれており、変更できる人は自分の変更を自分で承認できてしまいます",
			EN: "who may change people, keys, roles and thresholds can approve any change",
		},
		Wrong: `-- before/ismslint.toml --
[organization]
name = "株式会社サンプル"
[[people]]
id = "tanaka"
name = "田中 一郎"
[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2024-04-01
-- ismslint.toml --
[organization]
name = "株式会社サンプル"
[[people]]
id = "tanaka"
name = "田中 一郎"
[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
`,
		Right: `-- before/ismslint.toml --
[organization]
name = "株式会社サンプル"
[[people]]
id = "tanaka"
name = "田中 一郎"
[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2024-04-01
-- ismslint.toml --
[organization]
name = "株式会社サンプル"
[[people]]
id = "tanaka"
name = "田中 一郎"
[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2024-04-01
`,
	},
	Change: func(p *lint.Pass, c *isms.Change) {
		if c.Config == nil || c.Config.Approval != nil || c.Config.Before == nil || byManager(c) {
			return
		}
		severity := lint.Default
		if !managerHasKey(c.After, c.AsOf) {
			severity = lint.Warning // nobody could sign
		}
		p.Report(lint.Finding{
			File: c.Config.Path, Severity: severity, Subject: isms.BytesDigest(c.Config.After),
			Message: message.Text{
				JA: "設定が変更されていますが、ISMS管理責任者の承認がありません。変更した内容を確かめ、ISMS管理責任者が ismslint approve ismslint.toml を実行してください",
				EN: "the configuration was changed without the approval of the ISMS manager; look at the change and have the manager run ismslint approve ismslint.toml",
			},
		})
	},
}

// byManager reports whether the ISMS manager made and signed the change.
func byManager(c *isms.Change) bool {
	return c.Commit != nil && c.Commit.Proven() &&
		c.After.People.Holds(c.Commit.Signer.ID, isms.Manager, c.Commit.Day)
}

func managerHasKey(s *isms.System, day date.Date) bool {
	for _, id := range s.People.Holders(isms.Manager, day) {
		if person := s.People.Find(id); person != nil && s.Keys != nil && len(s.Keys.Of(person)) > 0 {
			return true
		}
	}
	return false
}
