package rules

import (
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/lint/fold"
)

// isPeriod reports whether a text says how long something is kept: a number
// with a unit of time, or a rule that ends it or says that it has no end.
func isPeriod(text string) bool {
	key := fold.Key(text)
	if hasDuration(key) {
		return true
	}
	if containsOneOf(key, "別途", "適宜", "随時", "未定", "必要に応じ", "必要な期間", "必要なくなる", "不要になる", "検討中",
		"asneeded", "asrequired", "appropriate", "tbd", "tobe") {
		return false
	}
	return containsOneOf(key, "まで", "永久", "永年", "永続", "恒久", "無期限", "期限なし", "期限を定め", "法定", "法令", "在籍中", "在職中", "契約中", "契約期間", "有効期間",
		"最新版", "現行版", "until", "permanent", "indefinite", "forever", "aslongas", "lifeof", "while", "during", "duration", "term")
}

// hasDuration reports whether a text in the form of [fold.Key] has a number
// followed by a unit of time.
func hasDuration(key string) bool {
	runes := []rune(key)
	for i := 1; i < len(runes); i++ {
		if !isNumeral(runes[i-1]) || isNumeral(runes[i]) {
			continue
		}
		rest := strings.TrimLeft(string(runes[i:]), "-)")
		for _, unit := range []string{"年", "か年", "カ年", "ヶ年", "ケ年", "箇年", "か月", "カ月", "ヶ月", "ケ月", "箇月", "ヵ月", "月間", "週", "日", "営業日", "期", "世代", "会計年度", "事業年度",
			"year", "yr", "month", "week", "day", "calendaryear", "fiscalyear", "calendarmonth", "businessday"} {
			if strings.HasPrefix(rest, unit) {
				return true
			}
		}
	}
	return containsOneOf(key, "oneyear", "twoyears", "threeyears", "fiveyears", "sevenyears", "tenyears", "半年")
}

// isNumeral reports digits and the numerals that stand before a unit of time.
func isNumeral(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune("一二三四五六七八九十百", r)
}

func containsNumber(text string) bool {
	return strings.ContainsFunc(text, unicode.IsDigit)
}

// isDitto reports marks that repeat the cell above.
func isDitto(text string) bool {
	switch fold.Key(text) {
	case "同上", "〃", "″", "\"", "''", "々", "ditto", "sameasabove":
		return true
	}
	return false
}
