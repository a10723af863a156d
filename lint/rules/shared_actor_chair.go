package rules

import (
	"bytes"
	"strings"
)

// chairEnding is what the names of those who chair a committee end with.
const chairEnding = "委員長"

// chairVerbs in the sentence that begins with the name of the chair, or behind
// the name, say who that is.
var chairVerbs = []string{"とする", "とし、", "務める", "務め、", "充てる", "当たる", "就く", "兼ねる", "兼務"}

// committeeOf returns the name of the committee that a chair is of: that of
// 推進委員長 and of 推進委員会委員長 is 推進委員会, that of 委員長 alone "".
func committeeOf(chair string) string {
	name := strings.TrimSuffix(chair, chairEnding)
	if name == "" || strings.HasSuffix(name, "委員会") {
		return name
	}
	return name + "委員会"
}

// isChairKnown reports whether the ISMS knows the committee of a chair, or a
// document says who the chair is.
func (k *knownRoles) isChairKnown(name string) bool {
	if committee := committeeOf(name); committee != "" && (k.inConfiguration(committee) || k.inDocuments(committee)) {
		return true
	}
	for _, f := range k.system.Files() {
		for src := f.Doc.Source; ; {
			i := bytes.Index(src, []byte(name))
			if i < 0 {
				break
			}
			src = src[i+len(name):]
			if rest := sentenceOf(src); strings.HasPrefix(rest, "（") || containsOneOf(rest, chairVerbs...) && hasAnyPrefix(rest, "は", "に", "を", "と") {
				return true
			}
		}
	}
	return false
}

// sentenceOf returns the rest of the sentence that a text goes on with.
func sentenceOf(src []byte) string {
	rest := string(src[:min(len(src), longestSentence)])
	if i := strings.IndexAny(rest, "。\n"); i >= 0 {
		rest = rest[:i]
	}
	return rest
}
