package rules

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
)

// expiry returns the last day on which certificates to a superseded edition
// were valid, or no day.
func expiry(e standard.Edition) date.Date {
	switch e {
	case standard.Edition2005:
		return date.Date{Year: 2015, Month: 10, Day: 1}
	case standard.Edition2013:
		return date.Date{Year: 2025, Month: 10, Day: 31}
	}
	return date.Date{}
}

// expired reports whether the organisation is certified and the edition is one
// to which nobody can be certified any more (design decision 11).
func expired(s *isms.System, e standard.Edition) bool {
	certified := s.Config.Organization.Certified
	last := expiry(e)
	return certified != nil && *certified && !last.IsZero() && s.AsOf().After(last)
}

// editionSetting returns the place of standard.edition in the configuration.
func editionSetting(s *isms.System) *source.Span {
	if _, v, ok := s.Config.Root.At([]string{"standard", "edition"}); ok && v != nil {
		return &v.Span
	}
	return firstLine(s)
}
