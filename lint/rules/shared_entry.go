package rules

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

const entryForm = "ISMS-B-14"

// eachEntry calls check for the entries of people in entry/exit sheets that
// are more than drafts.
func eachEntry(s *isms.System, check func(r *isms.Row)) {
	for r := range s.Rows(entryForm, "entries") {
		if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) {
			check(r)
		}
	}
}

// clockTime reads a time of day such as 9:05, 17時30分 or 午後3時 as minutes
// since midnight.
func clockTime(text string) (minutes int, ok bool) {
	key := fold.Key(isms.WithoutRemark(text))
	afternoon := 0
	if rest, found := strings.CutPrefix(key, "午後"); found {
		key, afternoon = rest, 12*60
	} else if rest, found := strings.CutSuffix(key, "pm"); found {
		key, afternoon = rest, 12*60
	}
	key = strings.TrimSuffix(strings.TrimPrefix(key, "午前"), "am")
	key = strings.TrimSuffix(strings.TrimSuffix(strings.Replace(key, "時", ":", 1), "分"), "頃")
	hour, minute, found := strings.Cut(key, ":")
	if !found {
		return 0, false
	}
	h, err := strconv.Atoi(hour)
	if err != nil || h < 0 || h > 24 {
		return 0, false
	}
	m := 0
	if minute != "" {
		if m, err = strconv.Atoi(minute); err != nil || m < 0 || m > 59 {
			return 0, false
		}
	}
	if afternoon > 0 && h == 12 {
		afternoon = 0
	}
	return h*60 + m + afternoon, true
}

// entryExample is an entry/exit sheet with its rows.
func entryExample(rows string) string {
	return `---
number: ISMS-B-14
title: 入退室管理票
revision: 1
status: approved
established: 2026-04-22
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-04-22
---
# 入退室管理票

| 番号 | 日付 | 区域 | 氏名 | 所属 | 目的 | 応対者 | 入室時刻 | 退室時刻 |
|---|---|---|---|---|---|---|---|---|
` + rows
}
