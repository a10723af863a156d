package rules

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// outdatedRows collects the rows of a table in force whose day is out of date,
// each day once, so that a year that was missed is one finding and not as many
// as there are rows.
func outdatedRows(t *isms.Table, column string, isOld func(date.Date) bool) []*outdated {
	groups := map[date.Date]*outdated{}
	var order []*outdated
	eachRowInForce(t, func(r *isms.Row) {
		day := r.Day(column)
		if !day.Valid() || !isOld(day.Date) {
			return
		}
		if groups[day.Date] == nil {
			groups[day.Date] = &outdated{first: r, day: day}
			order = append(order, groups[day.Date])
		}
		groups[day.Date].count++
	})
	return order
}

// others says how many rows have the day besides the one that is reported.
func (o *outdated) others() message.Text {
	if o.count < 2 {
		return message.Text{}
	}
	return message.Textf("（同じ日の行は全部で%d件）", " (%d rows of that day in all)", o.count)
}
