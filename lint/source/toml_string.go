package source

import (
	"bytes"
	"strconv"
	"strings"
)

// tomlStringEnd returns the offset after the string, of any of the four forms,
// that begins at start; without a closing quote the end of its line (of the
// text, in the forms with three quotes).
func tomlStringEnd(src []byte, end, start int) int {
	quote := src[start]
	escapes := quote == '"'
	triple := bytes.HasPrefix(src[start:end], []byte{quote, quote, quote})
	width := 1
	if triple {
		width = 3
	}
	for i := start + width; i < end; i++ {
		switch {
		case escapes && src[i] == '\\':
			i++
		case src[i] == '\n' && !triple:
			return i
		case src[i] == quote && !triple:
			return i + 1
		case src[i] == quote:
			run := 1
			for i+run < end && src[i+run] == quote {
				run++
			}
			i += run - 1
			if run >= 3 { // up to two quotes before the closing three belong to the text
				return i + 1
			}
		}
	}
	return end
}

// tomlString decodes a string with its quotes.
func tomlString(written string) string {
	quote := written[:1]
	if triple := strings.Repeat(quote, 3); len(written) >= 6 && strings.HasPrefix(written, triple) {
		body := strings.TrimSuffix(strings.TrimPrefix(written, triple), triple)
		if rest, ok := strings.CutPrefix(body, "\r\n"); ok {
			body = rest
		} else {
			body = strings.TrimPrefix(body, "\n")
		}
		return tomlUnescape(body, quote)
	}
	return tomlUnescape(strings.TrimSuffix(written[1:], quote), quote)
}

func tomlUnescape(s, quote string) string {
	if quote == "'" || !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for {
		plain, rest, found := strings.Cut(s, `\`)
		b.WriteString(plain)
		if !found || rest == "" {
			return b.String()
		}
		s = rest[1:]
		switch c := rest[0]; c {
		case 'b', 't', 'n', 'f', 'r', 'e':
			b.WriteByte("\b\t\n\f\r\x1B"[strings.IndexByte("btnfre", c)])
		case 'x', 'u', 'U':
			digits := min(2<<strings.IndexByte("xuU", c), len(s))
			if code, err := strconv.ParseUint(s[:digits], 16, 32); err == nil {
				b.WriteRune(rune(code))
			}
			s = s[digits:]
		case ' ', '\t', '\r', '\n':
			s = strings.TrimLeft(s, " \t\r\n")
		default:
			b.WriteByte(c)
		}
	}
}
