package lint

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/source"
)

// Report is the result of a run.
type Report struct {
	// Kind and Commit say what was checked, AsOf the day of judgement.
	Kind   repo.Kind
	Commit string
	AsOf   date.Date
	// Prefix is the path from the root of the repository to the root of the
	// ISMS, with a final slash, or "". Forges expect paths with it.
	Prefix string
	// Findings are sorted by file, position and rule. Suppressed and
	// baselined ones are among them.
	Findings     []Finding
	NotEvaluated []NotEvaluated
	Summary      Summary
	// Rules are the rules that were enabled, sorted by name.
	Rules []*Rule
	// Notes are remarks about the run itself, such as files that were skipped.
	Notes []message.Text
	// Failure is set when the run could not be completed; findings are then
	// incomplete or absent.
	Failure error

	// Sources are the texts of the files that findings point into, by path.
	Sources map[string]*source.Text
	// Earlier are the texts of the files of other commits that findings point
	// into, by the commit's id and the path.
	Earlier map[string]map[string]*source.Text
}

// Summary counts.
type Summary struct {
	// Files is the number of files that belong to the ISMS, Covered the
	// number of those that at least one rule for their kind was applied to.
	Files, Covered int
	// Errors, Warnings and Infos count active findings.
	Errors, Warnings, Infos int
	Suppressed, Baselined   int
}

// Fails reports whether an active finding is at or above a severity. Nothing
// is at or above Off.
func (r *Report) Fails(at Severity) bool {
	if at == Off {
		return false
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Active() && f.Severity >= at {
			return true
		}
	}
	return false
}

// Incomplete reports whether something that had to be checked could not be.
func (r *Report) Incomplete() bool {
	if r.Failure != nil {
		return true
	}
	for _, n := range r.NotEvaluated {
		if n.Required {
			return true
		}
	}
	return false
}
