package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
)

// sectionKey returns the form of a section number that its spellings share:
// in ASCII, a Roman or Japanese chapter number in digits.
func sectionKey(number string) string {
	key := strings.TrimSuffix(fold.Key(number), ".")
	if n := romanValue(key); n > 0 {
		return strconv.Itoa(n)
	}
	if i := slices.Index(kanjiNumbers, key); i >= 0 {
		return strconv.Itoa(i + 1)
	}
	return key
}

var kanjiNumbers = []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十"}

// romanValue returns the value of a Roman number in lower case, or 0.
func romanValue(s string) int {
	total, last := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		value := map[byte]int{'i': 1, 'v': 5, 'x': 10}[s[i]]
		switch {
		case value == 0:
			return 0
		case value < last:
			total -= value
		default:
			total, last = total+value, value
		}
	}
	return total
}

// titleKey returns the form of a heading's title that its spellings share. The
// JIS text writes ， where most people write 、.
func titleKey(title string) string {
	return strings.ReplaceAll(fold.Key(title), "、", ",")
}
