package rules

import (
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
)

const (
	pledgeForm  = "ISMS-B-15"
	consentForm = "ISMS-B-16"
)

// pledge is a row of an index of pledges, and the person of the configuration
// whom it names by id or alias; nil when the configuration knows no such person.
type pledge struct {
	row    *isms.Row
	person *config.Person
}

// pledgesOf returns the pledges of all indexes that are more than drafts, and
// whether any of them can be told to be that of a person of the configuration.
func pledgesOf(s *isms.System) (pledges []pledge, known bool) {
	for r := range s.Rows(pledgeForm, "pledges") {
		if unapproved(r.Table.File) || isBroken(r) || !r.Day("signed").Valid() {
			continue
		}
		person := s.People.Find(isms.WithoutRemark(r.Written("person").Text))
		known = known || person != nil
		pledges = append(pledges, pledge{r, person})
	}
	return pledges, known
}

// pledgeConfig is an organisation that gives the numbers of its employees as
// aliases.
const pledgeConfig = `-- ismslint.toml --
[organization]
name = "株式会社サンプル"

[[people]]
id = "suzuki"
name = "鈴木 次郎"
aliases = ["E1001"]

[[people]]
id = "tanaka"
name = "田中 一郎"
aliases = ["E1002"]

[[people]]
id = "kimura"
name = "木村 健"
aliases = ["E1003"]
left = 2026-06-30

[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
`

// pledgeExample is an index of pledges with its rows.
func pledgeExample(rows string) string {
	return `-- records/ISMS-B-15/PLG-2026-01.md --
---
form: ISMS-B-15
record: PLG-2026-01
title: 機密保持誓約書の索引
status: approved
created: 2026-06-05
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-06-12
---
# 機密保持誓約書の索引

| 社員番号 | 所属 | 区分 | 署名日 | アクセス開始日 | 様式改訂番号 | 署名の証拠 |
|---|---|---|---|---|---|---|
` + rows
}

// consentExample is an index of consents with its rows.
func consentExample(assets, rows string) string {
	return `-- records/ISMS-B-16/CNS-2026-01.md --
---
form: ISMS-B-16
record: CNS-2026-01
title: 個人情報取扱いに関する同意書の索引
status: approved
created: 2026-07-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-07-06
---
# 個人情報取扱いに関する同意書の索引

| 項目 | 内容 |
|---|---|
| 利用目的に対応する資産 | ` + assets + ` |

## 索引

| 本人番号 | 利用目的 | 第三者への提供・委託 | 取得日 | 同意日 | 様式改訂番号 |
|---|---|---|---|---|---|
` + rows
}
