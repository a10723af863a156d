package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

func reportRecord(p *lint.Pass, ids *recordIDs, f *isms.File, id string, at source.Span) {
	meant, last := ids.meant(id)
	switch {
	case meant != "":
		p.Reportf(f, at, "記録「%[1]s」は、記録のファイルにも台帳の行にもありません。「%[2]s」のことですか",
			"there is neither a record nor a row %[1]q; did you mean %[2]q", id, meant)
	case last != "":
		p.Reportf(f, at, "記録「%[1]s」は、記録のファイルにも台帳の行にもありません（この年の最後の記録は %[2]s です）。番号を直すか、記録を追加してください",
			"there is neither a record nor a row %[1]q (the last record of that year is %[2]s); correct the id or add the record", id, last)
	default:
		p.Reportf(f, at, "記録「%s」は、記録のファイルにも台帳の行にもありません。番号を直すか、記録を追加してください",
			"there is neither a record nor a row %q; correct the id or add the record", id)
	}
}

// meant returns the only record that id may be a slip of the pen for, with two
// digits exchanged or another year, or "", and the last record of the same year.
func (r *recordIDs) meant(id string) (meant, last string) {
	if r.guesses++; r.guesses > mostGuesses {
		return "", ""
	}
	shape, year, _ := recordShape(id)
	serial := strings.TrimPrefix(id[strings.IndexByte(id, '-')+1:], year)
	for _, other := range r.system.RecordIDs() {
		otherShape, otherYear, _ := recordShape(other)
		if otherShape != shape {
			continue
		}
		if otherYear == year {
			last = max(last, other)
		}
		if serial != "" && otherYear != year && strings.HasSuffix(other, serial) || digitsExchanged(id, other) {
			if meant != "" {
				meant = "?"
			} else {
				meant = other
			}
		}
	}
	if meant == "?" {
		meant = ""
	}
	return meant, last
}

// digitsExchanged reports whether exchanging two neighbouring characters of a
// gives b.
func digitsExchanged(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
