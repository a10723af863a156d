package config

import "github.com/ismslint/ismslint/lint/source"

func (r *reader) periods(n *source.Node) {
	set := func(key string, days *int) {
		if v, ok := number(n.Get(key)); ok {
			*days = int(v)
		}
	}
	set("trigger_days", &r.Periods.Trigger)
	set("evaluation_days", &r.Periods.Evaluation)
	set("follow_up_days", &r.Periods.FollowUp)
}
