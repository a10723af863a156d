package rules

import (
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/standard"
)

// unjudgedControls returns the controls that the plan of an audit names, or all
// applicable ones where it names them all, and that no item judges.
func unjudgedControls(s *isms.System, y *auditYear, judged auditSubjects, edition standard.Edition) []string {
	st := s.Statement()
	all := y.subjects.allControls
	if st == nil || !all && len(y.subjects.controls) == 0 || len(judged.controls) == 0 || judgedStatement(st.File) == nil || st.Edition != edition {
		return nil
	}
	if first, _ := auditDays(y.plans[0]); latestRevision(st.File).After(first) {
		return nil // what applied on the days of the audit cannot be told
	}
	var missing []string
	for i := range st.Rows {
		r := &st.Rows[i]
		if r.Applicable == isms.Applicable && r.Control != nil && (all || namesControl(y.subjects, r.ID)) && !coversSubject(judged.controls, subjectOf(r.ID)) {
			missing = append(missing, r.ID)
		}
	}
	return missing
}

// namesControl reports whether a text names a control itself or a range of
// controls; a theme alone (A.8) may stand for some of its controls.
func namesControl(a auditSubjects, id string) bool {
	number := subjectOf(id)
	for _, r := range a.controls {
		if len(r.first) > 1 && coversSubject([]subjectRange{r}, number) {
			return true
		}
	}
	return false
}
