package rules

import (
	"fmt"
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
			JA: "番号が続いていれば、保管期間の終わる前に記録が消されていないことが分かります。台帳や計画が先に番号を決めている記録と、どこかに欠番と書いた番号は対象になりません。前後の記録がなく番号の並びから分からないものは、履歴を使う history/population が指摘します",
			EN: "an unbroken series shows that no record was removed before its retention ended; ids that a register or plan gives beforehand, and those that a text calls void, do not count; what is gone without leaving a gap is for history/population, which asks the history",
		},
		Wrong: formsExample("", "| ISMS-B-24 | 是正処置に関する報告書 | 1 | 5年 | records/ISMS-B-24/ |\n") +
			correctiveRecord("CAR-2026-001", "") + correctiveRecord("CAR-2026-003", ""),
		Right: formsExample("", "| ISMS-B-24 | 是正処置に関する報告書 | 1 | 5年 | records/ISMS-B-24/ |\n") +
			correctiveRecord("CAR-2026-001", "") + correctiveRecord("CAR-2026-002", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, checkSerial)
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

// serials finds records by their forms, the beginnings and the numbers of their
// ids.
var serials = isms.NewIndex("serial", func(f *isms.File, add func(string)) {
	if r, ok := serialOf(f); ok && f.Kind == isms.RecordFile {
		add(r.key(r.n))
	}
})

// key is the key of the record with a number in the same series.
func (r serialRecord) key(n int) string {
	return r.file.Meta.Form.Text + "\x00" + r.prefix + "\x00" + strconv.Itoa(n)
}

// before returns the record before this one in the series, unless the distance
// is too long for a gap.
func (r serialRecord) before(s *isms.System) (serialRecord, bool) {
	for n := r.n - 1; n >= max(0, r.n-longestGap); n-- {
		if files := s.Lookup(serials, r.key(n)); len(files) > 0 {
			return serialOf(files[len(files)-1])
		}
	}
	return serialRecord{}, false
}

// checkSerial reports the ids that are missing before a record.
func checkSerial(p *lint.Pass, s *isms.System, f *isms.File) {
	now, ok := serialOf(f)
	if e := s.Catalogue.Entry(f.Meta.Form.Text); !ok || f.Kind != isms.RecordFile || e == nil || e.Number != f.Meta.Form.Text || s.Lookup(serials, now.key(now.n))[0] != f {
		return
	}
	before, ok := now.before(s)
	if !ok || before.n == now.n-1 || retentionOver(s, isms.Derived(s, formRowsKey{}, formRows)[f.Meta.Form.Text], now) {
		return
	}
	var missing []string
	for n := before.n + 1; n < now.n; n++ {
		if id := fmt.Sprintf("%s%0*d", now.prefix, now.width, n); !isExplained(s, id) {
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		at := now.file.Head()
		p.Report(lint.Finding{File: now.file.Path, Span: &at, Subject: missing[0], Message: message.Textf(
			"記録番号 %[1]s がありません。保管期間の終わる前の記録は残し、使わなかった番号なら欠番であることを様式集などに書いてください",
			"there is no record %[1]s, expected one until its retention ends, or a note that the number is void", listed(missing)),
			Related: related(before.file, before.file.Head(), "前の番号の記録", "the record before")})
	}
}

type (
	formRowsKey struct{}
	voidIDsKey  struct{}
)

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
func isExplained(s *isms.System, id string) bool {
	for _, kind := range s.Kinds() {
		if s.Find(kind, id) != nil || s.MayDefine(kind, id) {
			return true
		}
	}
	return isms.Derived(s, voidIDsKey{}, voidIDs)[id]
}
