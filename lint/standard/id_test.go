package standard_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/standard"
)

func TestParseID(t *testing.T) {
	for in, want := range map[string]string{
		"A.5.1":       "A.5.1",
		"A.5.1.1":     "A.5.1.1",
		"A.18.2.3":    "A.18.2.3",
		"A.10.10.6":   "A.10.10.6",
		"A.5":         "A.5",
		"A5.1":        "A.5.1",
		"A5.1.1":      "A.5.1.1",
		"a.8.24":      "A.8.24",
		"Ａ．５．１":       "A.5.1",
		"Ａ５．１":        "A.5.1",
		"A.８.２４":      "A.8.24",
		"ａ．５．１．１":     "A.5.1.1",
		"A.5.1.":      "A.5.1",
		"A.5.1．":      "A.5.1",
		"A.5.":        "A.5",
		"A.05.01":     "A.5.1",
		"A 5.1":       "A.5.1",
		"A. 5. 1":     "A.5.1",
		"":            "",
		"A":           "",
		"A.":          "",
		"A5":          "",
		"A 5":         "",
		"A4":          "",
		"5.1":         "",
		"５．１":         "",
		"B.5.1":       "",
		"AA.5.1":      "",
		"A.5.1.1.1":   "",
		"A.0.1":       "",
		"A.5.0":       "",
		"A.5.100":     "",
		"A.005.1":     "",
		"A..5.1":      "",
		"A.5..1":      "",
		"A-5-1":       "",
		"A.5.1 ":      "",
		" A.5.1":      "",
		"A.5.1a":      "",
		"A.5.x":       "",
		"A.5.1 A.5.2": "",
		"A.5.1〜A.5.4": "",
		"A.5.1 方針群":   "",
		"ISMS-A-03":   "",
		"Ａ":           "",
		"A.5.\xff":    "",
	} {
		got, ok := standard.ParseID(in)
		if got != want || ok != (want != "") {
			t.Errorf("ParseID(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func ids(s string) []string {
	out := []string{}
	standard.ScanIDs(s, func(_, _ int, id string) bool {
		out = append(out, id)
		return true
	})
	return out
}

func TestScanIDs(t *testing.T) {
	for in, want := range map[string][]string{
		"":      {},
		"A.5.1": {"A.5.1"},
		"管理策A.5.1及びＡ．８．２４を適用する。":              {"A.5.1", "A.8.24"},
		"附属書A.5.1.1、A.18.2.3.":                {"A.5.1.1", "A.18.2.3"},
		"(A.5.1)/A.5.2;A5.3":                  {"A.5.1", "A.5.2", "A.5.3"},
		"A.5.1〜A.5.4、A.6.1-A.6.3、A.7.1～A.7.2": {"A.5.1", "A.5.4", "A.6.1", "A.6.3", "A.7.1", "A.7.2"},
		"see A.5.1. A.8 follows":              {"A.5.1", "A.8"},
		"A A.5.1 AA.5.2 ＡＡ.5.3":               {"A.5.1"},
		"A4用紙、A3、Annex A. 5 controls, A 5.1":  {},
		"ISMS-A-03, ISMS-A.5.1, USA.5.1":      {},
		"A.5.1a A.5.1-2 A.5.1_x A.5.1.1.1":    {},
		"v.A.5.1, 1A.5.1, A.5.1Ａ, A.5.100":    {},
		"5.1 6.1.2 b.5.1 a.5.1":               {},
	} {
		if got := ids(in); !slices.Equal(got, want) {
			t.Errorf("ScanIDs(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestScanIDsStops(t *testing.T) {
	n := 0
	standard.ScanIDs("A.5.1 A.5.2 A.5.3", func(int, int, string) bool {
		n++
		return n < 2
	})
	if n != 2 {
		t.Errorf("yield was called %d times after it said stop at 2", n)
	}
}

func FuzzParseID(f *testing.F) {
	for _, s := range []string{"A.5.1", "Ａ．５．１", "A5.1", "A. 5. 1.", "a.05.01", "A.5.1-A.5.4", "5.1", "A.", "A.5.1.1.1", "\xef\xbc\xa1.5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if id, ok := standard.ParseID(s); ok {
			if again, ok := standard.ParseID(id); !ok || again != id {
				t.Fatalf("ParseID(%q) = %q, which becomes %q, %v", s, id, again, ok)
			}
		}
		prev := 0
		standard.ScanIDs(s, func(start, end int, id string) bool {
			if start < prev || end <= start || end > len(s) {
				t.Fatalf("span %d–%d after %d in %q", start, end, prev, s)
			}
			prev = end
			if got, ok := standard.ParseID(s[start:end]); !ok || got != id {
				t.Fatalf("ScanIDs found %q as %q, ParseID says %q, %v", s[start:end], id, got, ok)
			}
			return true
		})
	})
}

func BenchmarkScanIDs(b *testing.B) {
	text := strings.Repeat("管理責任者は、A.5.1の方針群（ISMS-A-01、第2版）を毎年見直し、委員会の承認を得る。\n", 60)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		standard.ScanIDs(text, func(int, int, string) bool { return true })
	}
}
