package signature

import (
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint/message"
)

// cutOptions cuts at the first blank outside quotation marks.
func cutOptions(s string) (options, rest string, ok bool) {
	quoted := false
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == '"':
			i++
		case s[i] == '"':
			quoted = !quoted
		case !quoted && (s[i] == ' ' || s[i] == '\t'):
			return s[:i], strings.TrimLeft(s[i:], " \t"), true
		}
	}
	return "", "", false
}

// limit applies the options of a line of allowed_signers.
func (k *Key) limit(options string, zone *time.Location) *message.Error {
	seen := map[string]bool{}
	for options != "" {
		name, value, rest, ok := cutOption(options)
		if !ok {
			return message.Errorf("オプション「%s」の引用符またはコンマを確認してください",
				"the option %q is not complete, expected NAME=\"VALUE\" separated by commas", short(options))
		}
		if seen[name] {
			return message.Errorf("オプション「%s」が重複しているため、1つにしてください",
				"the option %q is given twice, expected once", short(name))
		}
		seen[name] = true
		if err := k.option(name, value, zone); err != nil {
			return err
		}
		options = rest
	}
	if !k.after.IsZero() && !k.before.IsZero() && !k.before.After(k.after) {
		return message.Errorf("valid-beforeがvalid-after以前になっているため、有効期間を確認してください",
			"valid-before is not later than valid-after, expected a later time")
	}
	return nil
}

// option applies one option; value is nil where there is none.
func (k *Key) option(name string, value *string, zone *time.Location) *message.Error {
	if name == "cert-authority" && value == nil {
		k.authority = true
		return nil
	}
	if value != nil {
		switch name {
		case "namespaces":
			k.namespaces = splitList(*value)
			if len(k.namespaces) == 0 {
				return message.Errorf("namespacesが空のため、用途（例：git）を記入するかオプションを削除してください",
					"namespaces is empty, expected a purpose such as git, or no such option")
			}
			return nil
		case "valid-after":
			return setTime(&k.after, name, *value, zone)
		case "valid-before":
			return setTime(&k.before, name, *value, zone)
		}
	}
	return message.Errorf(
		"オプション「%s」は使用できないため、cert-authority・namespaces=\"…\"・valid-after=\"…\"・valid-before=\"…\" のいずれかにしてください",
		"unknown option %q, expected cert-authority, namespaces=\"…\", valid-after=\"…\" or valid-before=\"…\"", short(name))
}

func setTime(to *time.Time, name, value string, zone *time.Location) *message.Error {
	t, ok := parseTime(value, zone)
	if !ok {
		return message.Errorf("%sの日時「%s」が正しくないため、20260401 または 202604010900Z の形式で記入してください",
			"%s %q is no time, expected the form 20260401 or 202604010900Z", name, short(value))
	}
	*to = t
	return nil
}

// cutOption cuts one option and the comma behind it. The name is in lower case.
func cutOption(s string) (name string, value *string, rest string, ok bool) {
	i := strings.IndexAny(s, `=,"`)
	switch {
	case i < 0:
		return strings.ToLower(s), nil, "", s != ""
	case i == 0 || s[i] == '"':
		return "", nil, "", false
	case s[i] == ',':
		return strings.ToLower(s[:i]), nil, s[i+1:], s[i+1:] != ""
	}
	name = strings.ToLower(s[:i])
	v, rest, ok := cutQuoted(s[i+1:])
	if !ok {
		return "", nil, "", false
	}
	if rest == "" {
		return name, &v, "", true
	}
	rest, comma := strings.CutPrefix(rest, ",")
	return name, &v, rest, comma && rest != ""
}

// cutQuoted reads a value in quotation marks, in which \" stands for a mark.
func cutQuoted(s string) (value, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", "", false
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == '"':
			b.WriteByte('"')
			i++
		case s[i] == '"':
			return b.String(), s[i+1:], true
		default:
			b.WriteByte(s[i])
		}
	}
	return "", "", false
}

// parseTime reads YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, in UTC where Z or
// UTC follows and else in the zone, as valid-after of OpenSSH. The beginning
// of the epoch means no limit there and is refused here as there.
func parseTime(s string, zone *time.Location) (time.Time, bool) {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	switch suffix := strings.ToUpper(s[digits:]); suffix {
	case "":
	case "Z", "UTC":
		zone = time.UTC
	default:
		return time.Time{}, false
	}
	for _, layout := range []string{"20060102", "200601021504", "20060102150405"} {
		if digits == len(layout) {
			t, err := time.ParseInLocation(layout, s[:digits], zone)
			return t, err == nil && t.Unix() > 0
		}
	}
	return time.Time{}, false
}
