package rules

import "testing"

func TestNamesID(t *testing.T) {
	for _, c := range []struct {
		text, id string
		want     bool
	}{
		{"推-2026-02 で審議した", "推-2026-02", true},
		{"推－２０２６－０２で審議した", "推-2026-02", true},
		{"推-2026-021 で審議した", "推-2026-02", false},
		{"目標K01は達成、K010は未達", "K01", true},
		{"K010は未達", "K01", false},
		{"AK01は未達", "k01", false},
		{"OBJ-K01", "K01", false},
		{"番号3の目標", "3", true},
		{"30件", "3", false},
		{"何もない", "", false},
	} {
		if got := textNamesID(c.text, c.id); got != c.want {
			t.Errorf("textNamesID(%q, %q) = %t, want %t", c.text, c.id, got, c.want)
		}
	}
}

func TestIsIDShaped(t *testing.T) {
	for id, want := range map[string]bool{"CAR-2026-001": true, "R-1": true, "是-2026-01": false, "K01": false, "3": false, "": false, "A-01 B-02": false} {
		if got := isIDShaped(id); got != want {
			t.Errorf("isIDShaped(%q) = %t, want %t", id, got, want)
		}
	}
}
