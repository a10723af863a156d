package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	sig "github.com/ismslint/ismslint/lint/signature"
)

var configChanged = &lint.Rule{
	Name:           "config/changed",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-005"},
	Clauses:        []string{"5.3", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Permanent:      true,
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
		config := c.Config
		if config == nil || config.Approval != nil || config.Before == nil && !config.People.Declared() || byManager(c) {
			return
		}
		severity := lint.Default
		if !managerHasKey(config, c.AsOf) {
			severity = lint.Warning // nobody could sign
		}
		what := message.Text{JA: "設定", EN: "the configuration"}
		if isms.BytesDigest(config.Before) == isms.BytesDigest(config.After) {
			what = message.Textf("設定が指す鍵のファイル（%[1]s）", "a file of keys of the configuration, %[1]s,", strings.Join(config.KeyFiles, ", "))
		}
		p.Report(lint.Finding{
			File: config.Path, Severity: severity, Subject: config.Digest,
			Message: message.Textf("%sが変更されていますが、ISMS管理責任者の承認がありません。変更した内容を確かめ、ISMS管理責任者が ismslint approve ismslint.toml を実行してください",
				"%s was changed without the approval of the ISMS manager; look at the change and have the manager run ismslint approve ismslint.toml", what),
		})
	},
}

// byManager reports whether the ISMS manager made and signed the change. Who
// that is, and the keys, are those of before the change.
func byManager(c *isms.Change) bool {
	if c.Commit == nil || c.Commit.Signature.Problem != sig.None {
		return false
	}
	for _, key := range managerKeys(c.Config, c.Commit.Day) {
		if key.Fingerprint() == c.Commit.Signature.Fingerprint {
			return true
		}
	}
	return false
}

func managerHasKey(c *isms.ConfigChange, day date.Date) bool { return len(managerKeys(c, day)) > 0 }

func managerKeys(c *isms.ConfigChange, day date.Date) []*sig.Key {
	var keys []*sig.Key
	for _, id := range c.People.Holders(isms.Manager, day) {
		if person := c.People.Find(id); person != nil {
			keys = append(keys, c.Keys.Of(person)...)
		}
	}
	return keys
}
