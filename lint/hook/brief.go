package hook

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

// mostFindings is the number of findings that one who pushes is shown.
const mostFindings = 50

// Brief returns a report as one who pushes is shown it: where the push is
// refused, with what refuses it alone, and in any case with no more than can be
// read. The summary counts all of them, and a note says how many are left out.
func Brief(r *lint.Report, failOn lint.Severity) *lint.Report {
	refused := r.Fails(failOn)
	brief := *r
	brief.Findings = nil
	left := 0
	for i := range r.Findings {
		f := &r.Findings[i]
		switch {
		case !f.Active():
		case refused && f.Severity < failOn, len(brief.Findings) == mostFindings:
			left++
		default:
			brief.Findings = append(brief.Findings, *f)
		}
	}
	if left > 0 {
		brief.Notes = append(r.Notes[:len(r.Notes):len(r.Notes)], message.Textf(
			"このほかに %d 件あります。手元で ismslint check を実行すると、すべて表示されます",
			"%d more are not shown; run ismslint check in your clone to see all", left))
	}
	return &brief
}
