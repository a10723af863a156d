package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/schema"
)

// knownIDs finds the id that was probably meant. The ids of a register are
// serial numbers, all of which are near to each other, so that only what
// people really mistake counts: zeros and hyphens left out (AS-1, AS001),
// neighbouring digits changed round, a wrong letter before the right number.
type knownIDs struct {
	ids      []string
	exact    map[string]string   // by the form of fold.Key
	bare     map[string]string   // by bareID
	byDigits map[string][]string // by the digits
}

func newKnownIDs(ids []string) *knownIDs {
	k := &knownIDs{ids: ids, exact: map[string]string{}, bare: map[string]string{}, byDigits: map[string][]string{}}
	for _, id := range ids {
		k.exact[fold.Key(id)] = id
		k.bare[bareID(id)] = id
		digits := digitsOf(id)
		k.byDigits[digits] = append(k.byDigits[digits], id)
	}
	return k
}

// nearest returns the id that was probably meant, or "".
func (k *knownIDs) nearest(id string) string {
	const few = 200 // that can be compared one by one
	if near := k.bare[bareID(id)]; near != "" {
		return near
	}
	key := []byte(fold.Key(id))
	for i := 1; i < len(key); i++ {
		key[i-1], key[i] = key[i], key[i-1]
		if near := k.exact[string(key)]; near != "" {
			return near
		}
		key[i-1], key[i] = key[i], key[i-1]
	}
	digits := digitsOf(id)
	if same := k.byDigits[digits]; digits != "" || len(same) < few {
		return schema.Nearest(fold.Text(id), same[:min(len(same), few)])
	}
	return ""
}

// bareID returns the letters of an id and its numbers without leading zeros.
func bareID(id string) string {
	var b strings.Builder
	number := false
	for _, r := range fold.Key(id) {
		isDigit := '0' <= r && r <= '9'
		switch {
		case r == '0' && !number || r == '-' || r == '_':
			number = false
			if r != '0' {
				b.WriteByte(' ')
			}
			continue
		case isDigit && !number:
			b.WriteByte(' ')
		}
		number = isDigit
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func digitsOf(id string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, fold.Key(id))
}
