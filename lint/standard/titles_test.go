package standard_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

func TestSameTitle(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"オフィス，部屋及び施設のセキュリティ", "オフィス、部屋及び施設のセキュリティ", true},
		{"オフィス，部屋及び施設のセキュリティ", "オフィス, 部屋および施設のセキュリティ", true},
		{"雇用の終了又は変更後の責任", "雇用の終了または変更後の責任", true},
		{"技術的ぜい弱性の管理", "技術的脆弱性の管理", true},
		{"懲戒手続", "懲戒手続き", true},
		{"ウェブ・フィルタリング", "ウェブフィルタリング", true},
		{"ウェブ・フィルタリング", "ｳｪﾌﾞ･ﾌｨﾙﾀﾘﾝｸﾞ", true},
		{"データマスキング", "データマスキング", true}, // decomposed か and marks
		{"ICTサプライチェーン", "ＩＣＴ サプライチェーン", true},
		{"プライバシー及びPIIの保護", "プライバシー及び\u3000PII\u200bの保護", true},
		{"Clock synchronization", "clock Synchronization", true},
		{"Secure disposal or re-use of equipment", "Secure disposal or reuse of equipment", true},
		{"Confidentiality or non-disclosure agreements", "Confidentiality or non‑disclosure agreements", true},
		{"Information back-up", "Information backup", true},
		{"アクセス制御", "アクセス制限", false},
		{"暗号の使用", "暗号の利用", false},
		{"情報の転送", "情報転送", false},
		{"サーバ", "サーバー", false},
		{"Access control", "Access controls", false},
		{"Logging", "", false},
	} {
		if standard.SameTitle(c.a, c.b) != c.same || standard.SameTitle(c.b, c.a) != c.same {
			t.Errorf("SameTitle(%q, %q) is not %v", c.a, c.b, c.same)
		}
	}
}

func TestAccepts(t *testing.T) {
	s := load(t)
	for _, c := range []struct {
		edition standard.Edition
		id      string
		title   string
		want    bool
	}{
		{"2022", "A.5.1", "情報セキュリティのための方針群", true},
		{"2022", "A.5.1", "Policies for Information Security", true},
		{"2022", "A.5.1", "情報セキュリティの方針群", false},
		{"2022", "A.5.1", "", false},
		{"2022", "A.5.1", "  ", false},
		{"2022", "A.5.10", "情報及びその他の関連資産の利用の許容範囲", true},
		{"2022", "A.5.10", "情報およびその他の関連資産の許容される利用", true}, // the other wording
		{"2022", "A.5.21", "Managing information security in the ICT supply chain", true},
		{"2022", "A.5.21", "Managing information security in the information and communication technology（ICT）supply chain", true},
		{"2022", "A.5.31", "法的、法令及び規制要求事項の識別", true},
		{"2022", "A.8.8", "技術的脆弱性の管理", true},
		{"2022", "A.8.8", "技術的ぜい弱性管理", false},
		{"2013", "A.5.1.1", "情報セキュリティ基本方針文書", false}, // that of 2005
		{"2005", "A.5.1.1", "情報セキュリティ基本方針文書", true},
		{"2005", "A.10.6.1", "ネットワーク管理策", true}, // unconfirmed, and yet accepted
		{"2005", "A.6.1.2", "Information security coordination", true},
	} {
		control, ok := s.Control(c.edition, c.id)
		if !ok {
			t.Fatalf("%s %s is missing", c.edition, c.id)
		}
		if got := control.Accepts(c.title); got != c.want {
			t.Errorf("%s %s accepts %q: %v, want %v", c.edition, c.id, c.title, got, c.want)
		}
	}
}

// A group without a Japanese title accepts no Japanese title, not even none.
func TestAcceptsNothingUnknown(t *testing.T) {
	g, _ := load(t).Group(standard.Edition2005, "A.5.1")
	if g.TitleJA != "" || g.Accepts("") || g.Accepts("情報セキュリティ基本方針") || !g.Accepts("Information security policy") {
		t.Errorf("group %+v", g)
	}
	if g.TitleCertain(message.Japanese) || g.Title(message.Japanese) != "Information security policy" {
		t.Errorf("group %+v", g)
	}
}

func TestTitleCertain(t *testing.T) {
	s := load(t)
	type counts struct{ ja, en int }
	for e, want := range map[standard.Edition]counts{
		standard.Edition2022: {93, 93}, standard.Edition2013: {10, 114}, standard.Edition2005: {0, 133},
	} {
		var got counts
		for _, c := range s.Controls(e) {
			if c.TitleCertain(message.Japanese) {
				got.ja++
			}
			if c.TitleCertain(message.English) {
				got.en++
			}
			if c.TitleEN == "" || c.TitleJA == "" {
				t.Errorf("%s %s has the titles %q and %q", e, c.ID, c.TitleJA, c.TitleEN)
			}
		}
		if got != want {
			t.Errorf("%s: %+v titles are certain, want %+v", e, got, want)
		}
	}
}

func TestContested(t *testing.T) {
	n := 0
	for _, c := range load(t).Controls(standard.Edition2022) {
		if !c.ContestedJA {
			continue
		}
		n++
		if len(c.AliasesJA) == 0 {
			t.Errorf("%s is contested, and no other wording is known", c.ID)
		}
		for _, alias := range c.AliasesJA {
			if !c.Accepts(alias) {
				t.Errorf("%s does not accept its alias %q", c.ID, alias)
			}
		}
	}
	if n != 22 {
		t.Errorf("%d Japanese titles are contested, want 22", n)
	}
}

func TestUnconfirmedTitle(t *testing.T) {
	c, _ := load(t).Control(standard.Edition2005, "A.6.2.2")
	if c.TitleJA != "顧客対応におけるセキュリティ" || c.ConfidenceJA != standard.Unconfirmed || c.ConfidenceEN != standard.TwoSources {
		t.Errorf("A.6.2.2 of 2005 is %+v", c)
	}
}

// No title names two controls of one edition: a title alone finds its control.
func TestTitlesAreDistinct(t *testing.T) {
	s := load(t)
	for _, e := range standard.Editions() {
		for _, a := range s.Controls(e) {
			for _, b := range s.Controls(e) {
				if a != b && (b.Accepts(a.TitleJA) || b.Accepts(a.TitleEN)) {
					t.Errorf("%s: %s accepts the title of %s", e, b.ID, a.ID)
				}
			}
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for title, want := range map[string]message.Language{
		"Access control": message.English, "": message.English, "ICT": message.English, "ＩＣＴ": message.English,
		"ICTサプライチェーン": message.Japanese, "選考": message.Japanese, "ﾛｸﾞ": message.Japanese, "の": message.Japanese,
	} {
		if got := standard.LanguageOf(title); got != want {
			t.Errorf("%q is %q, want %q", title, got, want)
		}
	}
}

func TestTitle(t *testing.T) {
	c, _ := load(t).Control(standard.Edition2022, "A.8.15")
	if c.Title(message.Japanese) != "ログ取得" || c.Title(message.English) != "Logging" {
		t.Errorf("A.8.15 is %q and %q", c.Title(message.Japanese), c.Title(message.English))
	}
}
