package rules

// roleExample returns the files of an example about the holders of roles: an
// organisation in which everything is in order but for the intervals of the
// ISMS manager.
func roleExample(manager string) string {
	return "-- ismslint.toml --\n" + rolePeople + manager
}

const rolePeople = `[[people]]
id = "sato"
name = "佐藤 花子"
[[people]]
id = "tanaka"
name = "田中 一郎"
[[people]]
id = "suzuki"
name = "鈴木 次郎"
[[people]]
id = "ito"
name = "伊藤 美咲"
[[roles]]
role = "president"
person = "sato"
from = 2020-04-01
[[roles]]
role = "isms-secretariat"
person = "suzuki"
from = 2020-04-01
until = 2023-03-31
appointed_by = "tanaka"
appointed_on = 2020-04-01
[[roles]]
role = "isms-secretariat"
person = "ito"
from = 2023-04-01
appointed_by = "tanaka"
appointed_on = 2023-04-01
[[roles]]
role = "isms-committee"
person = "ito"
from = 2020-04-01
appointed_by = "tanaka"
appointed_on = 2020-04-01
[[roles]]
role = "chief-auditor"
person = "ito"
from = 2020-04-01
appointed_by = "sato"
appointed_on = 2020-04-01
`
