package isms_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
)

func recordOf(id, created string) string {
	return fmt.Sprintf("---\nform: ISMS-B-24\nrecord: %s\ntitle: 是正処置\nstatus: approved\ncreated: %s\napproved_by: tanaka\napproved_on: 2026-06-30\n---\n# 是正処置\n", id, created)
}

// eventLog is an event log with rows of an id and a day.
func eventLog(rows ...[2]string) string {
	text := "---\nnumber: ISMS-B-13\ntitle: 情報セキュリティ事象記録簿\nrevision: 1\nstatus: approved\nestablished: 2026-04-01\ndrafted_by: suzuki\n---\n# 情報セキュリティ事象記録簿\n\n" +
		"| 事象番号 | 発生日時 | 報告者 | 内容 | 受付者 |\n|---|---|---|---|---|\n"
	for _, r := range rows {
		text += "| " + r[0] + " | " + r[1] + " | 伊藤 美咲 | 置き忘れ | 鈴木 次郎（5月） |\n"
	}
	return text
}

func TestPopulation(t *testing.T) {
	records := map[string]string{
		"a.md": recordOf("CAR-2026-001", "2026-04-01"), "b.md": recordOf("CAR-2026-002", "2026-04-30"),
		"c.md": recordOf("CAR-2026-005", "2026-05-01"), "d.md": recordOf("CAR-2025-009", "2025-12-01"), "e.md": recordOf("ＣＡＲ－２０２６－００７", "未定"),
	}
	log := map[string]string{"log.md": eventLog([2]string{"EV-003", "2026-05-02"}, [2]string{"EV-001", "2026-05-01 10:00"}, [2]string{"", "2026-05-03"}, [2]string{"EV-009", "未定"})}
	april, end := date.Date{Year: 2026, Month: 4, Day: 1}, date.Date{Year: 2026, Month: 4, Day: 30}
	tests := []struct {
		name, form       string
		files            map[string]string
		from, to         date.Date
		ids              []string
		gaps             []isms.Gap
		undated, outside int
	}{
		{"all records", "ISMS-B-24", records, date.Date{}, date.Date{}, []string{"CAR-2025-009", "CAR-2026-001", "CAR-2026-002", "CAR-2026-005", "ＣＡＲ－２０２６－００７"},
			[]isms.Gap{{First: "CAR-2026-003", Last: "CAR-2026-004"}, {First: "CAR-2026-006", Last: "CAR-2026-006"}}, 0, 0},
		{"bounds are included, gaps beside what is listed too", "ISMS-B-24", records, april, end, []string{"CAR-2026-001", "CAR-2026-002"},
			[]isms.Gap{{First: "CAR-2026-003", Last: "CAR-2026-004"}}, 0, 3},
		{"rows, one without a day and one without an id", "ISMS-B-13", log, date.Date{}, end, []string{"EV-009"}, []isms.Gap{{First: "EV-004", Last: "EV-008"}}, 1, 3},
		{"rows of a day", "ISMS-B-13", log, date.Date{Year: 2026, Month: 5, Day: 3}, date.Date{}, []string{"EV-009", ""}, []isms.Gap{{First: "EV-004", Last: "EV-008"}}, 1, 2},
		{"a form without records", "ISMS-B-24", log, april, end, nil, nil, 0, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := systemOf(t, test.files)
			p := s.Population(s.Catalogue.Entry(test.form), test.from, test.to)
			var ids []string
			for _, u := range p.Units {
				ids = append(ids, u.ID)
			}
			if !slices.Equal(ids, test.ids) || !slices.Equal(p.Gaps, test.gaps) || p.Undated != test.undated || p.Outside != test.outside {
				t.Errorf("got %q, gaps %v, %d undated, %d outside\nwant %q, gaps %v, %d undated, %d outside",
					ids, p.Gaps, p.Undated, p.Outside, test.ids, test.gaps, test.undated, test.outside)
			}
		})
	}
}

func TestPopulationUnit(t *testing.T) {
	s := systemOf(t, map[string]string{"log.md": eventLog([2]string{"EV-001", "2026-05-01 10:00"})})
	p := s.Population(s.Catalogue.Entry("ISMS-B-13"), date.Date{}, date.Date{})
	u := p.Units[0]
	if u.Responsible != "鈴木 次郎" || u.Title != "置き忘れ" || u.Day.String() != "2026-05-01" || u.Row == nil || p.Unsure.IsZero() {
		t.Errorf("got %+v, unsure %v", u, p.Unsure)
	}
}
