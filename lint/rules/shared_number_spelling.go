package rules

import "strings"

// cutSerial splits a number at its last hyphen, behind which only digits stand.
func cutSerial(number string) (head, serial string, ok bool) {
	i := strings.LastIndexByte(number, '-')
	if i <= 0 || !onlyDigits(number[i+1:]) {
		return "", "", false
	}
	return number[:i], number[i+1:], true
}

func onlyDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// numberSpelling returns what two spellings of one number have in common. A
// hyphen between digits tells two numbers apart and stays.
func numberSpelling(number string) string {
	var b strings.Builder
	for i := 0; i < len(number); i++ {
		if number[i] != '-' || i > 0 && i+1 < len(number) && onlyDigits(number[i-1:i]) && onlyDigits(number[i+1:i+2]) {
			b.WriteByte(number[i])
		}
	}
	key := strings.ToUpper(b.String())
	letters := strings.TrimRight(key, "0123456789")
	return letters + "/" + strings.TrimLeft(key[len(letters):], "0")
}

// nearPrefix reports whether first is prefix cut short or with one slip of the
// pen. Short prefixes have too many neighbours for that.
func nearPrefix(first, prefix string) bool {
	first = strings.ToUpper(first)
	if len(prefix) < 4 || len(first) < 2 || first == prefix {
		return false
	}
	return strings.HasPrefix(prefix, first) || strings.HasSuffix(prefix, first) || oneEditApart([]rune(first), []rune(prefix))
}

// oneEditApart reports whether one inserted, missing or other character makes
// the difference between a and b.
func oneEditApart(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0:
		return i < len(a) && string(a[i+1:]) == string(b[i+1:])
	case 1:
		return string(a[i:]) == string(b[i+1:])
	}
	return false
}
