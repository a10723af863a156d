package source

import (
	"math"
	"strconv"
	"strings"
)

// coreScalar returns the kind and, for numbers, the value of a plain scalar by
// the core schema of YAML 1.2: 010 is ten, 0o17 and 0x1F are octal and
// hexadecimal, and 1_000, yes, no, on and off are strings. A number that no
// int64 or float64 can hold is a string, so that nothing is rounded silently.
func coreScalar(text string) (Kind, any) {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return Null, nil
	case "true", "True", "TRUE", "false", "False", "FALSE":
		return Bool, nil
	case ".nan", ".NaN", ".NAN":
		return Float, math.NaN()
	}
	if c := text[0]; c != '+' && c != '-' && c != '.' && !isDigit(c) {
		return String, nil
	}
	if v, ok := coreInt(text); ok {
		return Int, v
	}
	if v, ok := coreFloat(text); ok {
		return Float, v
	}
	return String, nil
}

func coreInt(text string) (int64, bool) {
	digits, base := strings.TrimLeft(text, "+-"), 10
	switch {
	case len(text)-len(digits) > 1:
		return 0, false
	case strings.HasPrefix(text, "0o"):
		digits, base = text[2:], 8
	case strings.HasPrefix(text, "0x"):
		digits, base = text[2:], 16
	}
	if digits == "" || digits[0] == '+' || digits[0] == '-' {
		return 0, false
	}
	if base == 10 {
		digits = text
	}
	v, err := strconv.ParseInt(digits, base, 64)
	return v, err == nil
}

func coreFloat(text string) (float64, bool) {
	unsigned := strings.TrimLeft(text, "+-")
	if len(text)-len(unsigned) > 1 {
		return 0, false
	}
	switch unsigned {
	case ".inf", ".Inf", ".INF":
		if text[0] == '-' {
			return math.Inf(-1), true
		}
		return math.Inf(1), true
	}
	if !isDecimalFloat(unsigned) {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil
}

// isDecimalFloat reports whether s has the form of a number with a point, an
// exponent, or both: strconv takes more than that (hexadecimal, underscores,
// infinity). Whole numbers are left to [coreInt].
func isDecimalFloat(s string) bool {
	whole := countDigits(s)
	rest := s[whole:]
	fraction, point := 0, strings.HasPrefix(rest, ".")
	if point {
		fraction = countDigits(rest[1:])
		rest = rest[1+fraction:]
	}
	if whole+fraction == 0 {
		return false
	}
	if rest == "" {
		return point
	}
	if rest[0] != 'e' && rest[0] != 'E' {
		return false
	}
	rest = rest[1:]
	if rest != "" && (rest[0] == '+' || rest[0] == '-') {
		rest = rest[1:]
	}
	return rest != "" && countDigits(rest) == len(rest)
}

func countDigits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
