package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var formSerial = &lint.Rule{
	Name:         "form/serial",
	Severity:     lint.Warning,
	Requirements: []string{"FRM-7"},
	Clauses:      []string{"7.5.3"},
	Controls:     []string{"A.5.33"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "保管期間の過ぎていない記録の番号が欠けています",
			EN: "the record ids of a form have a gap though the retention period has not passed",
		},
		Why: message.Text{
			JA: "番号が続いていれば、保管期間の終わる前に記録が消されていないことが分かります。台帳や計画が先に番号を決めている記録と、どこかに欠番と書いた番号は対象になりません",
			EN: "an unbroken series shows that no record was removed before its retention ended; ids that a register or plan gives beforehand, and those that a text calls void, do not count",
		},
		Wrong: formsExample("", "| ISMS-B-24 | 是正処置に関する報告書 | 1 | 5年 | records/ISMS-B-24/ |\n") +
			correctiveRecord("CAR-2026-001", "") + correctiveRecord("CAR-2026-003", ""),
		Right: formsExample("", "| ISMS-B-24 | 是正処置に関する報告書 | 1 | 5年 | records/ISMS-B-24/ |\n") +
			correctiveRecord("CAR-2026-001", "") + correctiveRecord("CAR-2026-002", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		forms := formRows(s)
		c := &serialCheck{p: p, s: s}
		for _, e := range s.Catalogue.Entries {
			if records := s.Records(e.Number); len(records) > 1 {
				c.records(forms[e.Number], records)
			}
		}
	},
}

// serialRecord is a record with the number at the end of its id; prefix is what
// stands before it.
type serialRecord struct {
	prefix string
	n      int
	width  int
	file   *isms.File
}

// longestGap is the number of missing ids from which a series is taken for one
// that does not count up by one.
const longestGap = 10

// serialCheck is the check of one system.
type serialCheck struct {
	p *lint.Pass
	s *isms.System
	// void are the ids that a text calls void; nil until they are asked for.
	void map[string]bool
}

func (c *serialCheck) records(form *isms.Row, records []*isms.File) {
	var series []serialRecord
	for _, f := range records {
		if r, ok := serialOf(f); ok {
			series = append(series, r)
		}
	}
	slices.SortStableFunc(series, func(a, b serialRecord) int {
		return cmp.Or(cmp.Compare(a.prefix, b.prefix), cmp.Compare(a.n, b.n))
	})
	for i := 1; i < len(series); i++ {
		before, now := series[i-1], series[i]
		if before.prefix != now.prefix || now.n-before.n > longestGap || retentionOver(c.s, form, now) {
			continue
		}
		var missing []string
		for n := before.n + 1; n < now.n; n++ {
			if id := fmt.Sprintf("%s%0*d", now.prefix, now.width, n); !c.isExplained(id) {
				missing = append(missing, id)
			}
		}
		if len(missing) > 0 {
			at := now.file.Head()
			c.p.Report(lint.Finding{File: now.file.Path, Span: &at, Subject: missing[0], Message: message.Textf(
				"記録番号 %[1]s がありません。保管期間の終わる前の記録は残し、使わなかった番号なら欠番であることを様式集などに書いてください",
				"there is no record %[1]s, expected one until its retention ends, or a note that the number is void", listed(missing)),
				Related: related(before.file, before.file.Head(), "前の番号の記録", "the record before")})
		}
	}
}

type serialKey struct{}

// serialOf splits the id of a record, such as CAR-2026-003. ok is false for an
// id of another form.
func serialOf(f *isms.File) (r serialRecord, ok bool) {
	r = isms.Fact(f, serialKey{}, readSerial)
	return r, r.file != nil
}

func readSerial(f *isms.File) serialRecord {
	id := fold.Text(f.Meta.Record.Text)
	i := len(id)
	for i > 0 && id[i-1] >= '0' && id[i-1] <= '9' {
		i--
	}
	n, err := strconv.Atoi(id[i:])
	if err != nil || i == 0 {
		return serialRecord{}
	}
	return serialRecord{prefix: id[:i], n: n, width: len(id) - i, file: f}
}

// retentionOver reports whether the records of the year that the record after
// the gap was made in may have been disposed of.
func retentionOver(s *isms.System, form *isms.Row, now serialRecord) bool {
	day := madeOn(now.file)
	if form == nil || day.IsZero() {
		return false
	}
	years, ok := retentionYears(form.Written("retention").Text)
	return ok && day.AddMonths(12*years).Before(s.AsOf())
}

// isExplained reports whether a register gives the id to something else than a
// record, a text calls it void, or another record has it by mistake.
func (c *serialCheck) isExplained(id string) bool {
	for _, kind := range c.s.Kinds() {
		if c.s.Find(kind, id) != nil || c.s.MayDefine(kind, id) {
			return true
		}
	}
	if c.void == nil {
		c.void = voidIDs(c.s)
	}
	return c.void[id]
}
