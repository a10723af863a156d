package formula

import "strings"

// decimals writes the whole numbers of an expression as decimal fractions:
// 2 * impact becomes 2.0 * impact. CEL does not mix the two kinds.
func decimals(expression string) string {
	var b strings.Builder
	for i := 0; i < len(expression); {
		switch c := expression[i]; {
		case c == '"' || c == '\'':
			end := endOfString(expression, i)
			b.WriteString(expression[i:end])
			i = end
		case isLetter(c):
			end := i
			for end < len(expression) && (isLetter(expression[end]) || isDigit(expression[end])) {
				end++
			}
			b.WriteString(expression[i:end])
			i = end
		case isDigit(c):
			end := endOfNumber(expression, i)
			number := expression[i:end]
			b.WriteString(number)
			if strings.Trim(number, "0123456789") == "" {
				b.WriteString(".0")
			}
			i = end
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

func endOfString(s string, start int) int {
	for i := start + 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[start]:
			return i + 1
		}
	}
	return len(s)
}

// endOfNumber returns the end of a literal such as 12, 1.5, 1e3, 0x1F or 3u.
func endOfNumber(s string, start int) int {
	i := start
	for i < len(s) && (isDigit(s[i]) || isLetter(s[i]) || s[i] == '.' ||
		(s[i] == '+' || s[i] == '-') && (s[i-1] == 'e' || s[i-1] == 'E')) {
		i++
	}
	return i
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
