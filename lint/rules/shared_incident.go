package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// leaksPersonalData reports whether the report says that personal data leaked.
func leaksPersonalData(r *isms.Row) bool {
	v := r.Written("personal_data")
	if v.None() || isOpenCell(r.Table, v.Text) {
		return !r.Written("authority_report").None() || r.Day("preliminary").Valid()
	}
	key := fold.Key(v.Text)
	return key != "0" && !hasAnyPrefix(key, "なし", "無", "含まない", "含まれない", "該当なし", "0件", "no", "0people")
}

// foundOn returns the day on which an incident became known.
func foundOn(r *isms.Row) date.Date {
	if d := r.Day("found"); d.Valid() {
		return d.Date
	}
	return r.Day("reported").Date
}

// checkLeakLaw reports a leak of personal data whose report names no law of
// the register of legal requirements.
func checkLeakLaw(p *lint.Pass, s *isms.System, r *isms.Row) {
	if !s.Defines("law") {
		return
	}
	f := r.Table.File
	for i := range f.Doc.Identifiers {
		if s.Find("law", f.Doc.Identifiers[i].Text) != nil {
			return
		}
	}
	var names []string
	for law := range s.Rows("ISMS-B-04", "laws") {
		if name := fold.Key(isms.WithoutRemark(law.Written("name").Text)); len(name) > 3 {
			names = append(names, name)
		}
	}
	if bodyHasOneOf(f, append(names, "個人情報保護法", "個人情報の保護に関する法律")...) {
		return
	}
	warnForm(p, r, r.Written("personal_data"), "law", message.Textf(
		"個人データの漏えいですが、「法的要求事項登録簿」の法令を挙げていません。個人情報保護法の登録番号を、社外への対応に書いてください",
		"personal data leaked, but no law of the register of legal requirements is cited; expected its id with the response to the outside"))
}
