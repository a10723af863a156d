package rules

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// formRows returns the rows of the collection of forms, by the number of the
// form. Of several rows for one form it is the first.
func formRows(s *isms.System) map[string]*isms.Row {
	rows := map[string]*isms.Row{}
	for r := range s.Rows(collectionOfForms, "forms") {
		if e := listedEntry(s.Organization, r.Written("form")); e != nil && !isBroken(r) && rows[e.Number] == nil {
			rows[e.Number] = r
		}
	}
	return rows
}

// retentionYears reads the last number of years in a retention period such as
// 5年 or 契約の終了から5年. The number of a calendar year is none.
func retentionYears(text string) (years int, ok bool) {
	const most = 100
	key := fold.Key(text)
	for i := range key {
		if !hasAnyPrefix(key[i:], "年", "か年", "year") {
			continue
		}
		start := i
		for start > 0 && key[start-1] >= '0' && key[start-1] <= '9' {
			start--
		}
		if n, err := strconv.Atoi(key[start:i]); err == nil && n <= most {
			years, ok = n, true
		}
	}
	return years, ok
}

// formsExample is a collection of forms with the given rows, whose header may
// have further columns, and a catalogue of three documents.
func formsExample(columns, rows string) string {
	return `-- ismslint.toml --
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-A-05"
title = "ISMS様式集"
[[documents.catalogue]]
number = "ISMS-B-12"
title = "セキュリティインシデント報告書"
kind = "record"
records = true
[[documents.catalogue]]
number = "ISMS-B-24"
title = "是正処置に関する報告書"
kind = "record"
records = true
-- policies/ISMS-A-05-ISMS様式集.md --
---
number: ISMS-A-05
title: ISMS様式集
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMS様式集

| 様式番号 | 様式名 | 様式改訂番号 | 保管期限 | 保管場所 |` + columns + `
|---|---|---|---|---|` + strings.Repeat("---|", strings.Count(columns, "|")) + "\n" + rows
}

// correctiveRecord is a corrective action report in an example, with further
// lines of front matter.
func correctiveRecord(id, front string) string {
	return "-- records/ISMS-B-24/" + id + ".md --\n---\nform: ISMS-B-24\nrecord: " + id + `
title: 施錠の忘れ
status: approved
created: 2026-05-11
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-06-30
` + front + "---\n# 施錠の忘れ\n"
}
