package config

import (
	"time"

	"github.com/ismslint/ismslint/lint/source"
)

func (r *reader) periods(n *source.Node) {
	set := func(key string, days *int) {
		if v, ok := number(n.Get(key)); ok {
			*days = int(v)
		}
	}
	set("trigger_days", &r.Periods.Trigger)
	set("evaluation_days", &r.Periods.Evaluation)
	set("follow_up_days", &r.Periods.FollowUp)

	month := func(key string, month *time.Month) {
		if v, ok := number(n.Get(key)); ok && v >= 1 && v <= 12 {
			*month = time.Month(v)
		}
	}
	month("year_month", &r.Periods.Year)
	// The yearly cycle moves as a whole: the laws are reviewed in the last
	// month of the year, the issues and risks in the first.
	r.Periods.Review = r.Periods.Year
	r.Periods.Legal = (r.Periods.Year+10)%12 + 1
	month("review_month", &r.Periods.Review)
	month("legal_month", &r.Periods.Legal)
}
