package fold_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/ismslint/ismslint/lint/fold"
)

func TestKey(t *testing.T) {
	same := [][]string{
		{"制定日", "制 定 日", "制　定　日", " 制定日 "},
		{"JIS Q 27001", "ＪＩＳ Ｑ ２７００１", "jisq27001", "J I S Q 2 7 0 0 1"},
		{"ISMS-A-03", "ISMS－A－03", "ＩＳＭＳ‐Ａ‐０３", "isms—a—03"},
		{"ISMSマニュアル", "ISMS マニュアル", "ＩＳＭＳﾏﾆｭｱﾙ"},
		{"入退室管理票(外部・従業員)", "入退室管理票（外部･従業員）", "入退室管理票 ( 外部・従業員 )"},
		{"Statement of applicability", "STATEMENT  OF\tAPPLICABILITY"},
		{"佐藤花子", "佐藤\u200B花子", "佐藤 花子"},
	}
	for i, group := range same {
		for _, s := range group {
			if !fold.Equal(group[0], s) {
				t.Errorf("%q (%q) differs from %q (%q)", s, fold.Key(s), group[0], fold.Key(group[0]))
			}
			for j, other := range same {
				if i != j && fold.Equal(s, other[0]) {
					t.Errorf("%q equals %q", s, other[0])
				}
			}
		}
	}
	for _, pair := range [][2]string{{"サーバー", "サーバ"}, {"長音ー", "長音-"}, {"規定", "規程"}} {
		if fold.Equal(pair[0], pair[1]) {
			t.Errorf("%q equals %q", pair[0], pair[1])
		}
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"制 定 日":              "制定日",
		"  a   b ":           "a b",
		"ISMS の 適用":          "ISMS の適用",
		"ＩＳＭＳ　Manual":        "ISMS Manual",
		"Ｒｉｓｋ  treatment 計画": "Risk treatment 計画",
	} {
		if got := fold.Text(in); got != want {
			t.Errorf("Text(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzKey: a key is its own key, and compatibility forms make no difference.
func FuzzKey(f *testing.F) {
	f.Add("制 定 日")
	f.Add("ISMS－A－03")
	f.Add("ｶﾞ・･")
	f.Fuzz(func(t *testing.T, s string) {
		key := fold.Key(s)
		if again := fold.Key(key); again != key {
			t.Errorf("Key(%q) = %q, but Key of that is %q", s, key, again)
		}
		if nfkc := fold.Key(norm.NFKC.String(s)); nfkc != key {
			t.Errorf("Key(%q) = %q, but %q after NFKC", s, key, nfkc)
		}
	})
}
