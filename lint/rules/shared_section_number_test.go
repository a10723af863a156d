package rules

import (
	"slices"
	"testing"
)

func TestSectionRefs(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // the numbers that point to a section
	}{
		{"6.1.2項を参照", []string{"6.1.2"}},
		{"６．１．２に定める", []string{"6.1.2"}},
		{"6.1及び6.2を参照", []string{"6.1", "6.2"}},
		{"6.1.1～6.1.3のとおり", []string{"6.1.1", "6.1.3"}},
		{"第６章と第Ⅲ章", []string{"6", "3"}},
		{"「6.1.2 リスク対応」による", []string{"6.1.2"}},
		{"see sections 6.1, 6.2 and 7.1", []string{"6.1", "6.2", "7.1"}},
		{"§ 4.2", []string{"4.2"}},
		{"4.1の課題", nil},
		{"2.5項目を参照", nil},
		{"全5章を参照", nil},
		{"TLS 1.2に従う", nil},
		{"A.5.1に定める", nil},
		{"2023.10.01に定める", nil},
		{"10.0.0.256による", nil},
		{"99.5%に基づく", nil},
		{"図6.1による", nil},
		{"6.1", nil},
	} {
		var got []string
		for _, r := range sectionRefs(c.text) {
			if r.points {
				got = append(got, r.number)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("sectionRefs(%q) point to %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSectionKey(t *testing.T) {
	for in, want := range map[string]string{"６．１": "6.1", "Ⅲ": "3", "ⅩⅠ": "11", "IV": "4", "十二": "12", "A.5.1": "a.5.1", "6.": "6", "": ""} {
		if got := sectionKey(in); got != want {
			t.Errorf("sectionKey(%q) = %q, want %q", in, got, want)
		}
	}
}
