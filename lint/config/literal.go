package config

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/date"
)

// literal returns a value as TOML writes it.
func literal(value any) string {
	switch v := value.(type) {
	case string:
		return quoted(v)
	case []string:
		return array(v, quoted)
	case []float64:
		return array(v, decimal)
	case float64:
		return decimal(v)
	case *bool:
		return strconv.FormatBool(v != nil && *v)
	case date.Date:
		return v.String()
	}
	return fmt.Sprint(value)
}

func array[T any](values []T, write func(T) string) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = write(v)
	}
	return "[" + strings.Join(texts, ", ") + "]"
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// quoted writes a basic string of TOML.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r >= 0x7F && r < 0xA0:
			fmt.Fprintf(&b, "\\u%04X", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// bareOrQuoted writes a key of TOML.
func bareOrQuoted(key string) string {
	for _, r := range key {
		if r != '_' && r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return quoted(key)
		}
	}
	if key == "" {
		return `""`
	}
	return key
}
