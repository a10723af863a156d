package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"
)

// encodeJSON returns v as indented JSON with a final end of line. Nothing is
// lost and nothing can harm who prints it: characters that clean would
// replace, and workflow commands, are written as escapes.
func encodeJSON(v any) ([]byte, error) {
	in, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, err
	}
	out := bytes.NewBuffer(make([]byte, 0, len(in)+1))
	for i := 0; i < len(in); {
		r, size := utf8.DecodeRune(in[i:])
		switch {
		case r == '\n': // between tokens; within a string it is \n already
			out.WriteByte('\n')
		case hidden(r):
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(out, `\u%04x`, unit)
			}
		case commandBracket(in, i):
			out.WriteString(`\u005b`)
		default:
			out.Write(in[i : i+size])
		}
		i += size
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// orNull returns nil for an empty text, which JSON shows as null.
func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// orEmpty returns an empty list for nil, which JSON shows as [].
func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
