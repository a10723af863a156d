package source

import (
	"go.yaml.in/yaml/v4"

	"github.com/ismslint/ismslint/lint/message"
)

// refuse returns an error for the parts of YAML that are not read: those that
// let a value stand in one place and act in another, or change its type.
func (t *yamlTree) refuse(n *yaml.Node, start int) *Error {
	tagged := n.Style&yaml.TaggedStyle != 0 || n.Tag == "!"
	if n.Kind != yaml.AliasNode && n.Anchor == "" && !tagged {
		return nil
	}
	at := restOfLine(t.src, t.at, start)
	switch {
	case n.Kind == yaml.AliasNode:
		return aliasRefused(Span{start, min(start+1+len(n.Value), t.at.End)}, "*"+n.Value)
	case n.Anchor != "":
		return aliasRefused(at, "&"+n.Anchor)
	}
	return &Error{at, message.Textf(
		"「%[1]s」のような型の指定は使えないため、値だけを書いてください（文字として使う場合は値全体を「\"」で囲んでください）",
		"tag %[2]s is not supported, expected the value alone, or in quotes if it is text",
		excerpt(n.Tag), quoted(n.Tag))}
}

func aliasRefused(at Span, written string) *Error {
	return &Error{at, message.Textf(
		"「%[1]s」のような値の使い回し（アンカーとエイリアス）は使えないため、値をそのまま書いてください（文字として使う場合は値全体を「\"」で囲んでください）",
		"%[2]s is an anchor or alias, which is not supported, expected the value written out, or in quotes if it is text",
		excerpt(written), quoted(written))}
}

// checkKey refuses the keys that other readers of YAML would not take for the
// text that is written.
func checkKey(key *Node) *Error {
	written := key.Text
	switch {
	case key.Kind == String && written == "<<" && key.Span.Len() == len("<<"):
		return &Error{key.Span, message.Textf(
			"「<<」による取り込みは使えないため、項目をそのまま書いてください",
			"merge key \"<<\" is not supported, expected the entries written out")}
	case key.Kind == String:
		return nil
	case written == "":
		return &Error{key.Span, message.Textf(
			"項目名がないため、「項目名: 値」の形で書いてください",
			"the key is missing, expected \"key: value\"")}
	}
	return &Error{key.Span, message.Textf(
		"項目名「%[1]s」が文字ではなく数値などと解釈されるため、「\"%[1]s\"」のように引用符で囲んでください",
		"key %[1]s is not text, expected it in quotes", excerpt(written))}
}
