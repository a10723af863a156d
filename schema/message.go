package schema

import (
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/lint/message"
)

// newViolation describes a value that is not what the schema expects.
func newViolation(kind Kind, root *node, path []string, value any) Violation {
	n := root.at(path)
	v := Violation{Path: path, Kind: kind, Expected: expected(n)}
	if isEmpty(value) {
		v.Message = message.Textf(
			"%[1]sが空のため、%[2]sを指定してください", "%[1]s is empty, expected %[2]s", noun(root, path), v.Expected)
	} else {
		v.Message = message.Textf("%[1]sには%[2]sではなく、%[3]sを指定してください",
			"%[1]s is %[2]s, expected %[3]s", noun(root, path), describe(value), v.Expected)
	}
	if n == nil || len(n.Enum) == 0 {
		return v
	}
	v.Allowed = n.values()
	if text, ok := value.(string); ok {
		v.Nearest = nearestValue(text, n)
	}
	if v.Nearest != "" {
		v.Message = message.Textf("%[1]s（「%[2]s」の誤りではありませんか）", "%[1]s; did you mean %[3]s",
			v.Message, v.Nearest, strconv.Quote(v.Nearest))
	}
	return v
}

// nearestValue returns the value of an enumeration, or the label of one, that
// is nearest to a text. Files may use the labels of those properties that have
// labels themselves; elsewhere a label stands for its value.
func nearestValue(text string, n *node) string {
	values := n.values()
	owner := map[string]string{}
	candidates := slices.Clone(values)
	for _, v := range values {
		for _, label := range n.EnumLabels[v] {
			candidates, owner[label] = append(candidates, label), v
		}
	}
	nearest := Nearest(text, candidates)
	if v, isLabel := owner[nearest]; isLabel && len(n.Labels) == 0 {
		return v
	}
	return nearest
}

func missing(path []string, n *node, name string) Violation {
	v := Violation{Path: path, Kind: Required, Property: name, Expected: expected(n.child(name))}
	v.Message = message.Textf(
		"必須項目の%[1]sがないため、%[3]sを指定してください", "required key %[2]s is missing, expected %[3]s",
		noun(n, []string{name}), strconv.Quote(name), v.Expected)
	return v
}

func unknownKey(path []string, n *node, key string) Violation {
	v := Violation{Path: path, Kind: UnknownKey, Property: key}
	if n == nil {
		n = &node{}
	}
	var spellings []string
	means := map[string]string{}
	for _, p := range n.Properties {
		v.Allowed = append(v.Allowed, p.name)
		spellings = append(spellings, p.node.Labels...)
		for _, label := range p.node.Labels {
			means[label] = p.name
		}
	}
	for _, name := range v.Allowed {
		means[name] = name
	}
	v.Nearest = Nearest(key, append(slices.Clone(v.Allowed), spellings...))
	v.Means = means[v.Nearest]
	v.Expected = n.keys()
	switch {
	case key == "":
		v.Message = message.Textf("項目名が空のため、名前を付けてください", "a key is empty, expected a name")
	case v.Nearest != "":
		v.Message = message.Textf(
			"「%[1]s」という項目はないため、「%[3]s」の誤りでないか確認してください（使える項目: %[5]s）",
			"unknown key %[2]s, did you mean %[4]s (expected %[5]s)",
			shorten(key), quote(key), v.Nearest, strconv.Quote(v.Nearest), v.Expected)
	default:
		v.Message = message.Textf(
			"「%[1]s」という項目はないため、使える項目（%[3]s）に直すか、削除してください",
			"unknown key %[2]s, expected %[3]s", shorten(key), quote(key), v.Expected)
	}
	return v
}

// secondName describes a key that is another name of one that is also there.
func secondName(n *node, key, name string) Violation {
	v := Violation{Property: key, Kind: UnknownKey, Nearest: name, Expected: noun(n, []string{name})}
	v.Message = message.Textf(
		"「%[1]s」は%[3]sと同じ項目のため、どちらか一方を削除してください",
		"key %[2]s means the same as %[3]s, expected one of them only", shorten(key), quote(key), v.Expected)
	return v
}

func badKey(path []string, n *node, key string) Violation {
	v := Violation{Path: path, Kind: KeyName, Property: key, Expected: expected(n)}
	v.Message = message.Textf(
		"「%[1]s」は項目名に使えないため、%[3]sに直してください", "key %[2]s cannot be used, expected %[3]s",
		shorten(key), quote(key), v.Expected)
	return v
}

func duplicate(path []string, value any) Violation {
	v := Violation{Path: path, Kind: Unique, Expected: message.Textf("重複のないリスト", "each value once")}
	v.Message = message.Textf(
		"%[1]sが重複しているため、どちらか一方を削除してください", "%[1]s is listed twice, expected it once", literal(value))
	return v
}
