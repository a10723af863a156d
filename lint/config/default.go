package config

import "time"

// DefaultTimezone is the IANA name of the time zone that applies when the
// configuration names none.
const DefaultTimezone = "Asia/Tokyo"

// Default returns the configuration that applies where a file says nothing:
// edition 2022, all Markdown files, and the risk model of three factors with
// three values each (domain §3.1 and §3.2).
func Default() *Config {
	return &Config{
		Organization: Organization{Timezone: defaultLocation()},
		Standard:     Standard{Edition: "2022", ClimateAmendment: true},
		Documents:    Documents{Include: []string{"**/*.md"}, Exclude: []string{}, InitialRevision: 1},
		RoleNames:    map[string][]string{},
		Risk: Risk{
			Formula: "impact * (threat + vulnerability)",
			Factors: []Factor{
				{Name: "impact", Scale: []float64{1, 2, 3}},
				{Name: "threat", Scale: []float64{1, 2, 3}},
				{Name: "vulnerability", Scale: []float64{1, 2, 3}},
			},
			Bands: []Band{{Name: "accept", Max: limit(6)}, {Name: "decide", Max: limit(9)}, {Name: "treat"}},
		},
		Periods:  Periods{Trigger: 30, Evaluation: 14, FollowUp: 14, Year: time.April, Review: time.April, Legal: time.March},
		Approval: Approval{Evidence: Declared, Series: map[string]Grade{}},
		Rules:    map[string]RuleSetting{},
	}
}

// defaultLocation does without the database of time zones where there is none;
// Japan has had no daylight saving time since 1951.
func defaultLocation() *time.Location {
	if l, err := time.LoadLocation(DefaultTimezone); err == nil {
		return l
	}
	return time.FixedZone(DefaultTimezone, int((9 * time.Hour).Seconds()))
}

func limit(v float64) *float64 { return &v }
