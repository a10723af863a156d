package rules

import "testing"

func TestDuration(t *testing.T) {
	for _, c := range []struct {
		text string
		want float64 // -1 for no duration
	}{
		{"24時間", 1440}, {"２４ 時 間", 1440}, {"1時間30分", 90}, {"5時間10分", 310}, {"3日", 4320}, {"1週間", 10080}, {"1か月", 43200}, {"1ヵ月", -1},
		{"24時間以内", 1440}, {"約4時間（目安）", 240}, {"0", 0}, {"即時", 0}, {"0.5時間", 30}, {"90分", 90},
		{"4 hours", 240}, {"1 hour 30 minutes", 90}, {"72h", 4320}, {"30 min", 30}, {"2 days", 2880}, {"Within 4 hours", 240},
		{"", -1}, {"-", -1}, {"24", -1}, {"24～48時間", -1}, {"2営業日", -1}, {"3 business days", -1}, {"翌朝まで", -1}, {"1..5時間", -1}, {"4時間又は5時間", -1},
	} {
		got, ok := duration(c.text)
		if !ok {
			got = -1
		}
		if got != c.want {
			t.Errorf("duration(%q) = %v, want %v", c.text, got, c.want)
		}
	}
}
