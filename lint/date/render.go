package date

import "fmt"

// Format renders the day in the given notation, without leading zeros except
// in ISO; the first year of an era is 元年. It returns "" for the zero Date,
// for a day before the eras that this package knows (25 December 1926) in the
// notation of an era, and for an unknown notation.
func (d Date) Format(f Format) string {
	if d.IsZero() {
		return ""
	}
	switch f {
	case ISO:
		return d.String()
	case Slash:
		return fmt.Sprintf("%d/%d/%d", d.Year, int(d.Month), d.Day)
	case Dot:
		return fmt.Sprintf("%d.%d.%d", d.Year, int(d.Month), d.Day)
	case Kanji:
		return fmt.Sprintf("%d年%d月%d日", d.Year, int(d.Month), d.Day)
	case EnglishLong:
		return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
	case EnglishMonth:
		return fmt.Sprintf("%s %d, %d", d.Month, d.Day, d.Year)
	case Era, EraDot:
		return d.formatEra(f)
	}
	return ""
}

func (d Date) formatEra(f Format) string {
	for _, e := range eras() {
		if d.Before(e.first) {
			continue
		}
		year := d.Year - e.first.Year + 1
		if f == EraDot {
			return fmt.Sprintf("%s%d.%d.%d", e.letter, year, int(d.Month), d.Day)
		}
		if year == 1 {
			return fmt.Sprintf("%s元年%d月%d日", e.name, int(d.Month), d.Day)
		}
		return fmt.Sprintf("%s%d年%d月%d日", e.name, year, int(d.Month), d.Day)
	}
	return ""
}
