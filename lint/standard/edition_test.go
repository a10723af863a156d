package standard_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint/standard"
)

func TestEditionPairs(t *testing.T) {
	for e, jis := range map[standard.Edition]string{"2005": "2006", "2013": "2014", "2022": "2023"} {
		if e.JISYear() != jis || e.JIS() != "JIS Q 27001:"+jis || e.ISO() != "ISO/IEC 27001:"+string(e) || !e.Valid() {
			t.Errorf("%s: %q, %q, %q, %v", e, e.JISYear(), e.JIS(), e.ISO(), e.Valid())
		}
	}
	if e := standard.Edition("2023"); e.Valid() || e.JIS() != "" || e.JISYear() != "" {
		t.Errorf("2023 counts as an edition of ISO/IEC 27001")
	}
}

func TestParseEdition(t *testing.T) {
	for in, want := range map[string]standard.Edition{
		"JIS Q 27001:2023": "2022",
		"JISQ27001：2023":   "2022",
		"ＪＩＳ　Ｑ　２７００１：２０２３": "2022",
		"jis q 27001:2014":     "2013",
		"JIS Q 27001:2006":     "2005",
		"JIS Q 27001-2014":     "2013",
		"ISO/IEC 27001:2022":   "2022",
		"ISO/IEC27001：2013":    "2013",
		"ISO 27001:2005":       "2005",
		"ISO/IEC 27001 (2022)": "2022",
		"2022":                 "2022",
		"2023":                 "2022",
		"2014":                 "2013",
		" 2013 ":               "2013",
		"2022年版":               "2022",
		"JIS Q 27001（2023年版）":  "2022",
		"2013 edition":         "2013",
		"JIS Q 27001:2023（ISO/IEC 27001:2022）":     "2022",
		"ISO/IEC 27001:2022 / JIS Q 27001:2023":    "2022",
		"JIS Q 27001:2014、ISO/IEC 27001:2013":      "2013",
		"ISO/IEC 27001:2022/Amd 1:2024":            "2022",
		"ISO/IEC 27001:2022 + Amendment 1:2024":    "2022",
		"":                                         "",
		"27001":                                    "",
		"2024":                                     "",
		"JIS Q 27001":                              "",
		"JIS Q 27001:2022":                         "", // no such edition of JIS
		"ISO/IEC 27001:2023":                       "", // nor of ISO
		"JIS Q 27001:2023（ISO/IEC 27001:2013）":     "", // no pair
		"ISO/IEC 27002:2022":                       "",
		"JIS Q 27002:2014":                         "",
		"ISO/IEC 27001:2013/Amd 1:2024":            "",
		"Amd 1:2024":                               "",
		"2022 or later":                            "",
		"JIS Q 27001:2023, ISO 9001:2015":          "",
		"JISQ27001ISO27001:2022":                   "",
		"ISO/IEC 27001:20222":                      "",
		"JIS Q 27001:2023 ISO/IEC 27001:2022":      "2022",
		"JIS Q 27001:2023\nISO/IEC 27001:2022":     "2022",
		"JIS Q 27001:2014及びISO/IEC 27001:2013":     "2013",
		"ISO/IEC 27001:2022 and JIS Q 27001:2023":  "2022",
		"ISO/IEC 27001:2022及びISO/IEC 27002:2022":   "",
		"JIS Q 15001:2023":                         "",
		"情報セキュリティ":                                 "",
		"ISO/IEC 27001:2022, ISO/IEC 27001:2022 版": "2022",
	} {
		got, ok := standard.ParseEdition(in)
		if got != want || ok != (want != "") {
			t.Errorf("ParseEdition(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}
