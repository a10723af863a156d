package schema

import (
	"bytes"
	"errors"
	"maps"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ismslint/ismslint/lint/message"
)

func compile(id string, raw []byte) (*jsonschema.Schema, error) {
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	c.Formats["date"] = isDay
	if err := c.AddResource(id, bytes.NewReader(raw)); err != nil {
		return nil, err
	}
	return c.Compile(id)
}

// isDay reports whether a value is a day that exists, as package date counts
// them: from the year 1. The library takes the year 0 too.
func isDay(v any) bool {
	s, ok := v.(string)
	if !ok {
		return true
	}
	// Three numbers are read faster than time.Parse reads a layout, and this
	// is done for every date of every document.
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return false
	}
	year, err1 := strconv.ParseUint(s[:4], 10, 16)
	month, err2 := strconv.ParseUint(s[5:7], 10, 8)
	day, err3 := strconv.ParseUint(s[8:], 10, 8)
	if err1 != nil || err2 != nil || err3 != nil || year < 1 {
		return false
	}
	t := time.Date(int(year), time.Month(month), int(day), 0, 0, 0, 0, time.UTC)
	return t.Year() == int(year) && t.Month() == time.Month(month) && t.Day() == int(day)
}

// Validate returns the places where a value differs from the schema: one for
// each defect, in the order of the keys in the schema and of the items in the
// value. Keys and values of enumerations must be canonical: a label counts as
// unknown. The value is made of map[string]any, []any, string, bool, int64,
// float64 and nil, as [source.Node.Any] gives it; other types are unusable.
func (s *Schema) Validate(value any) []Violation {
	if s.root.EmptyIsAbsent {
		value = withoutEmpty(value)
	}
	c := collector{root: s.root, labels: s.labels, value: value}
	if path, bad := unfit(value); bad {
		return []Violation{c.unfit(path)}
	}
	validator, err := s.validator()
	if err == nil {
		err = validator.Validate(value)
	}
	if err == nil {
		return nil
	}
	var failed *jsonschema.ValidationError
	if !errors.As(err, &failed) {
		return []Violation{{Kind: Unusable, Message: message.Same(err.Error())}}
	}
	c.collect(failed)
	return c.finish()
}

// withoutEmpty leaves out the keys of a map whose values are null or blank.
func withoutEmpty(value any) any {
	m, ok := value.(map[string]any)
	if !ok {
		return value
	}
	given, copied := m, false
	for k, v := range given {
		if text, isText := v.(string); v != nil && !(isText && strings.TrimSpace(text) == "") {
			continue
		}
		if !copied {
			m, copied = maps.Clone(given), true
		}
		delete(m, k)
	}
	return m
}

// unfit returns the path to a value that the validator cannot take, and
// whether there is one: a number that is not finite makes it panic, and what
// stands under an empty key it reports as if it were the map.
func unfit(value any) (path []string, bad bool) {
	switch v := value.(type) {
	case float64:
		return nil, math.IsNaN(v) || math.IsInf(v, 0)
	case []any:
		for i, x := range v {
			if rest, bad := unfit(x); bad {
				return append([]string{strconv.Itoa(i)}, rest...), true
			}
		}
	case map[string]any:
		first := ""
		for k, x := range v {
			if k == "" {
				return []string{""}, true
			}
			if rest, bad := unfit(x); bad && (first == "" || k < first) {
				first, path = k, append([]string{k}, rest...)
			}
		}
		return path, first != ""
	}
	return nil, false
}
