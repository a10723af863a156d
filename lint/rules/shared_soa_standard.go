package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/fold"
)

// onlyStandard reports whether a reason says no more than that the standard
// asks for the control, or that the organisation wants to be certified: what
// is left of it without the words for that is too short to say anything else.
func onlyStandard(reason string) bool {
	const longest = 240
	if len(reason) > longest {
		return false
	}
	text := fold.Text(strings.ToLower(reason))
	named := false
	for _, word := range standardNames {
		rest := strings.ReplaceAll(text, word, " ")
		named = named || rest != text
		text = rest
	}
	if !named {
		return false
	}
	for _, word := range standardWords {
		text = strings.ReplaceAll(text, word, " ")
	}
	left := 0
	for _, field := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if field[0] < utf8.RuneSelf && (standardFillers[field] || len(field) == 1) {
			continue
		}
		left += utf8.RuneCountInString(field)
	}
	return left <= 1
}

// standardNames name the standard or its certification, longest first.
var standardNames = []string{
	"jis q 27001", "jisq27001", "jis q27001", "iso/iec 27001", "iso 27001", "iso/iec27001", "iso27001", "27001", "国際規格", "規格", "附属書a", "付属書a", "附属書", "付属書",
	"認証基準", "認証取得", "認証", "annex a", "standard", "certification", "certified",
}

// standardWords are what Japanese sentences about that consist of besides,
// longest first.
var standardWords = []string{
	"要求事項", "要求され", "要求して", "要求", "必須", "必要", "求められ", "求めて", "求める", "定められ", "定めて", "規定され", "記載され", "示され", "挙げられ", "取得", "維持", "対応", "適合", "準拠", "遵守", "順守",
	"管理策", "標準", "箇条", "項番", "項目", "年版", "年度", "なって", "ている", "ており", "おり", "される", "されて", "できる", "ため", "から", "ので", "より", "である", "です", "ます", "する", "して", "した", "こと", "ある", "あり", "いる",
	"による", "基づく", "基づき", "上", "が", "の", "に", "で", "は", "を", "と", "な", "も", "版", "い", "さ", "れ", "し", "る", "た",
}

// standardFillers are the other words of English ones.
var standardFillers = wordSet(`because since as the this a an it is in of by to for on be are and control controls requires require required
requirement requirements mandatory demanded demands asked asks listed part iso iec jis q prescribed needed necessary standard's from our us clause stipulated
obtain keep maintain conformity compliance comply with under we must have has international`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}
