package schema

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/lint/message"
)

// expected says what belongs where the schema n applies, as an object of
// "expected" in English and before を in Japanese.
func expected(n *node) message.Text {
	switch {
	case n == nil:
		return message.Textf("別の値", "something else")
	case n.Const != nil:
		return literal(n.Const)
	case len(n.Enum) > 0:
		return choices(n)
	case n.Format == "date":
		return message.Textf("実在する日付（例: 2025-04-15）", "a day that exists, written like 2025-04-15")
	}
	if !n.Wanted.IsZero() {
		return n.Wanted
	}
	var words []message.Text
	for _, t := range n.Type {
		words = append(words, kindOfValue(t, n))
	}
	if len(words) == 0 {
		words = append(words, kindOfValue("string", n))
	}
	t := list(words)
	t.JA = joinJA(words)
	if example, ok := n.example(); ok {
		t = message.Textf("%[1]s（例: %[2]s）", "%[1]s such as %[2]s", t, example)
	}
	return t
}

func joinJA(words []message.Text) string {
	s := words[0].JA
	for _, w := range words[1:] {
		s += "又は" + w.JA
	}
	return s
}

func choices(n *node) message.Text {
	var words []message.Text
	for _, v := range n.values() {
		w := message.Text{JA: v, EN: strconv.Quote(v)}
		if labels := n.EnumLabels[v]; len(labels) > 0 {
			w.JA += "（" + labels[0] + "）"
		}
		words = append(words, w)
	}
	return message.Textf("%[1]sのいずれか", "%[1]s", list(words))
}

func kindOfValue(name string, n *node) message.Text {
	switch name {
	case "string":
		if n.MaxLength > 0 {
			return message.Textf("%[1]d文字以内の文字列", "a text of at most %[1]d characters", n.MaxLength)
		}
		return message.Textf("文字列", "a text")
	case "integer":
		if n.Minimum != nil {
			return message.Textf("%[1]s以上の整数", "a whole number of at least %[1]s", *n.Minimum)
		}
		return message.Textf("整数", "a whole number")
	case "number":
		return message.Textf("数値", "a number")
	case "boolean":
		return message.Textf("true又はfalse", "true or false")
	case "array":
		if n.MinItems > 0 {
			return message.Textf("1つ以上の値のリスト", "a list of at least one value")
		}
		return message.Textf("リスト", "a list")
	case "object":
		if n.MaxKeys > 0 {
			return message.Textf("%[1]d項目以内の組（テーブル）", "a table of 1 to %[1]d keys", n.MaxKeys)
		}
		return message.Textf("項目の組（テーブル）", "a table of keys and values")
	}
	return message.Textf("空（null）", "null")
}

// example returns an example of a list.
func (n *node) example() (string, bool) {
	if len(n.Examples) == 0 || !slices.Equal(n.Type, []string{"array"}) {
		return "", false
	}
	b, err := json.Marshal(n.Examples[0])
	return string(b), err == nil
}
