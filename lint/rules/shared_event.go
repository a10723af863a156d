package rules

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
)

const (
	eventForm    = "ISMS-B-13"
	incidentForm = "ISMS-B-12"
)

// eachEvent calls check for the rows of the event logs that are more than drafts.
func eachEvent(s *isms.System, check func(r *isms.Row)) {
	for r := range s.Rows(eventForm, "events") {
		if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) {
			check(r)
		}
	}
}

// receivedOn returns the day on which an event was received, else that on
// which it occurred.
func receivedOn(r *isms.Row) date.Date {
	if d := r.Day("received"); d.Valid() {
		return d.Date
	}
	if d, _ := daysIn(r.Written("received_by").Text); !d.IsZero() {
		return d
	}
	return r.Day("occurred").Date
}

// eventExample is an event log with its rows.
func eventExample(rows string) string {
	return `-- registers/ISMS-B-13-情報セキュリティ事象記録簿.md --
---
number: ISMS-B-13
title: 情報セキュリティ事象記録簿
revision: 1
status: approved
established: 2026-04-22
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-04-22
---
# 情報セキュリティ事象記録簿

| 事象番号 | 発生日時 | 報告者 | 内容 | 受付 | 評価 | 評価者 | 評価日 | インシデント番号 |
|---|---|---|---|---|---|---|---|---|
` + rows
}

// incidentReportExample is an approved report on an incident.
func incidentReportExample(body string) string {
	return `-- records/ISMS-B-12/INC-2026-001.md --
---
form: ISMS-B-12
record: INC-2026-001
title: 誤送信
status: approved
created: 2026-06-15
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-07-27
event: EV-2026-001
kind: 漏えい・流出・盗難
---
# 誤送信

` + body
}
