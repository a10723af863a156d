package report

import (
	"bytes"
	"encoding/json"
)

// viewJSON writes every table as a list of objects, under its key.
func viewJSON(v *View, o Options) ([]byte, error) {
	out := orderedJSON{
		{"schema", "ismslint-show/1"}, {"show", v.Name}, {"asOf", v.AsOf.String()}, {"commit", orNull(v.Commit)},
	}
	for i := range v.Tables {
		t := &v.Tables[i]
		rows := make([]orderedJSON, len(t.Rows))
		for r, cells := range t.Rows {
			for k, c := range cells {
				value := c.Value
				if value == nil {
					value = c.Text.In(o.Language)
				}
				rows[r] = append(rows[r], jsonField{t.Columns[k].Key, value})
			}
		}
		out = append(out, jsonField{t.Key, rows})
	}
	notes := make([]string, len(v.Notes))
	for i, n := range v.Notes {
		notes[i] = n.In(o.Language)
	}
	return encodeJSON(append(out, jsonField{"notes", notes}))
}

// orderedJSON is an object whose fields keep their order.
type orderedJSON []jsonField

type jsonField struct {
	key   string
	value any
}

// MarshalJSON writes the fields in their order.
func (o orderedJSON) MarshalJSON() ([]byte, error) {
	b := bytes.NewBufferString("{")
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(f.key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(f.value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
