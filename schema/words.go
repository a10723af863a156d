package schema

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/ismslint/ismslint/lint/message"
)

// excerptLength is the number of characters that messages quote of a value.
const excerptLength = 40

// noun names the value at a path below root: its title in Japanese, its key in
// English.
func noun(root *node, path []string) message.Text {
	if len(path) == 0 {
		return message.Textf("ファイル全体", "the file")
	}
	var parent *node
	n := root
	for _, key := range path {
		parent, n = n, n.child(key)
	}
	last := path[len(path)-1]
	if i, err := strconv.Atoi(last); err == nil && parent != nil && parent.Items != nil {
		return message.Textf("%[1]sの%[2]d番目", "item %[2]d of %[1]s", noun(root, path[:len(path)-1]), i+1)
	}
	if n != nil && n.TitleJA != "" {
		return message.Textf("%[1]s（%[2]s）", "%[2]s", n.TitleJA, last)
	}
	return message.Textf("「%[1]s」", "%[2]s", shorten(last), word(last))
}

// isEmpty reports whether a value says nothing.
func isEmpty(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case string:
		return strings.TrimSpace(v) == ""
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}

// describe says what a value is.
func describe(value any) message.Text {
	switch value.(type) {
	case []any:
		return message.Textf("リスト", "a list")
	case map[string]any:
		return message.Textf("表（テーブル）", "a table")
	}
	return literal(value)
}

// literal quotes a scalar.
func literal(value any) message.Text {
	if s, ok := value.(string); ok {
		return message.Textf("「%[1]s」", "%[2]s", shorten(s), quote(s))
	}
	return message.Same(scalar(value))
}

// word is a key as it stands in a file, in quotes where it is no plain word.
func word(key string) string {
	for _, r := range key {
		if r != '_' && r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return quote(key)
		}
	}
	return shorten(key)
}

// shorten returns an excerpt of s without characters that cannot be seen.
func shorten(s string) string {
	var b strings.Builder
	n := 0
	for _, r := range strings.TrimSpace(s) {
		if n == excerptLength {
			b.WriteRune('…')
			break
		}
		if !unicode.IsPrint(r) && r != '　' {
			r = ' '
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

func quote(s string) string { return strconv.Quote(shorten(s)) }

// list joins words with a conjunction in English and 、 in Japanese.
func list(words []message.Text) message.Text {
	var ja, en []string
	for _, w := range words {
		ja, en = append(ja, w.JA), append(en, w.EN)
	}
	t := message.Text{JA: strings.Join(ja, "、"), EN: strings.Join(en, ", ")}
	if last := len(en) - 1; last > 0 {
		t.EN = strings.Join(en[:last], ", ") + " or " + en[last]
	}
	return t
}

// keys lists the keys that an object may have; in Japanese by their labels
// where they have any.
func (n *node) keys() message.Text {
	var words []message.Text
	for _, p := range n.Properties {
		w := message.Same(p.name)
		if len(p.node.Labels) > 0 {
			w.JA = p.node.Labels[0]
		}
		words = append(words, w)
	}
	return list(words)
}
