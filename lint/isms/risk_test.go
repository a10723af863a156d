package isms_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// riskBuilder returns a builder for a configuration with the given text.
func riskBuilder(t testing.TB, toml string) *isms.Builder {
	t.Helper()
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, problems := config.Parse(config.FileName, []byte(toml), set)
	for _, p := range problems {
		t.Fatalf("configuration: %s", p.Message.EN)
	}
	return isms.NewBuilder(c, set, std)
}

func riskModel(t testing.TB, toml string) *isms.RiskModel {
	t.Helper()
	m, err := riskBuilder(t, toml).Organization().RiskModel()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestBands holds domain §3.2 and the ways to name bands.
func TestBands(t *testing.T) {
	own := "[[risk.bands]]\nname = \"低\"\nlabels = [\"許容\"]\nmax = 4\n[[risk.bands]]\nname = \"中\"\nmax = 9\n[[risk.bands]]\nname = \"高\"\n"
	turned := "[[risk.bands]]\nname = \"treat\"\nmax = 4\n[[risk.bands]]\nname = \"accept\"\n"
	for _, test := range []struct {
		toml  string
		value float64
		want  isms.RiskTreatment
		names []string
	}{
		{"", 6, isms.AcceptRisk, []string{"accept", "原則受容", "Accept", "受 容（現状維持）"}},
		{"", 8, isms.DecideRisk, []string{"decide", "受容可能", "判断"}},
		{"", 9, isms.DecideRisk, nil},
		{"", 10, isms.TreatRisk, []string{"リスク対応", "Treat", "ＴＲＥＡＴ"}},
		{own, 4, isms.AcceptRisk, []string{"低", "許容", "受容"}},
		{own, 5, isms.DecideRisk, []string{"中"}},
		{own, 10, isms.TreatRisk, []string{"高", "対応"}},
		{turned, 4, isms.TreatRisk, []string{"対応"}},
		{turned, 5, isms.AcceptRisk, nil},
		{"[[risk.bands]]\nname = \"all\"\n", 18, isms.AcceptRisk, nil},
	} {
		m := riskModel(t, test.toml)
		b := m.Band(test.value)
		if b == nil || b.Treatment != test.want {
			t.Errorf("%q: band of %v is %+v, want %s", test.toml, test.value, b, test.want)
			continue
		}
		for _, name := range test.names {
			if got := m.BandNamed(name); got != b {
				t.Errorf("%q: band %q is %+v, want that of %v", test.toml, name, got, test.value)
			}
		}
	}
	if m := riskModel(t, ""); m.BandNamed("最優先") != nil || m.BandNamed("") != nil {
		t.Error("a name that no band has must give none")
	}
}

func TestLevels(t *testing.T) {
	m := riskModel(t, "[risk.labels]\nimpact = [\"低\", \"中\", \"高\"]\n")
	for text, want := range map[string]int{
		"1": 0, "３": 2, "2.0": 1, "中": 1, "２（中）": 1, "高 (3)": 2, " 低": 0,
		"0": -1, "4": -1, "2.5": -1, "2点": -1, "1,2": -1, "-1": -1, "": -1, "-": -1, "high": -1, "1e0": -1, "同上": -1,
	} {
		got, ok := m.Factors[0].Level(text)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("level %q: %d, want %d", text, got, want)
		}
	}
	if d := m.Factors[0].Describe(); d.JA != "1（低）、2（中）、3（高）" || d.EN != "1 (低), 2 (中), 3 (高)" {
		t.Errorf("description %+v", d)
	}
}

// TestFactorColumns finds the factors under headers of many kinds. Each header
// names twelve columns; the row below is the same for all.
func TestFactorColumns(t *testing.T) {
	columns := "[risk.columns]\nimpact = [\"業務への打撃\"]\n"
	for _, test := range []struct{ toml, header, want string }{
		{"", "リスク番号,資産番号,脅威,ぜい弱性,損害,脅威のレベル,ぜい弱性のレベル,リスク値,残留の損害,残留の脅威,残留のぜい弱性,残留リスク値", "2 1 3 = 8; 2 1 1 = 4"},
		{"", "リスク番号,資産番号,脅威の内容,脆弱性の内容,影響度,脅威,脆弱性,リスク値,影響度,脅威,脆弱性,リスク値", "2 1 3 = 8; 2 1 1 = 4"},
		{"", "リスク番号,資産番号,脅威,ぜい弱性,Ｄ,Ｔ,Ｖ,リスク値,残留D,残留T,残留V,残留リスク", "2 1 3 = 8; 2 1 1 = 4"},
		{"", "Risk ID,Asset ID,Threat,Vulnerability,D,T,V,Risk value,D,T,V,Residual risk", "2 1 3 = 8; 2 1 1 = 4"},
		{columns, "リスク番号,資産番号,脅威,ぜい弱性,業務への打撃,T,V,リスク値,残留の業務への打撃,残留T,残留V,残留リスク値", "2 1 3 = 8; 2 1 1 = 4"},
		{"", "リスク番号,資産番号,脅威,ぜい弱性,大きさ,T,V,リスク値,備考,残留T,残留V,残留リスク値", "? 1 3 = ; ? 1 1 = "},
	} {
		cells := strings.Split(test.header, ",")
		doc := "---\nnumber: ISMS-B-02\ntitle: リスクアセスメント結果表\nstatus: approved\n---\n# 表\n\n| " + strings.Join(cells, " | ") + " |\n|" +
			strings.Repeat("---|", len(cells)) + "\n| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 1 | 3 | 8 | 2 | 1 | 1 | 4 |\n"
		f := riskBuilder(t, test.toml).File("r.md", document.NewParser().Parse([]byte(doc)), nil)
		risks := f.Risks()
		if len(risks) != 1 {
			t.Errorf("%s: %d risks, want 1", test.header, len(risks))
			continue
		}
		if got := describeRisk(&risks[0].Before) + "; " + describeRisk(&risks[0].After); got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.header, got, test.want)
		}
		if threat := risks[0].Written("threat").Text; threat != "盗難" {
			t.Errorf("%s: threat %q", test.header, threat)
		}
	}
}

func describeRisk(a *isms.Assessment) string {
	var b strings.Builder
	for _, l := range a.Levels {
		if l.Index < 0 {
			b.WriteString("? ")
			continue
		}
		fmt.Fprintf(&b, "%d ", l.Index+1)
	}
	b.WriteString("= ")
	if a.Complete {
		b.WriteString(isms.RiskDecimal(a.Computed))
	}
	return b.String()
}
