package rules

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
)

// actorLabels stand before a colon or in brackets and at the head of columns,
// and say that a name of who is responsible follows. Other words may stand
// before them, as in 教育担当. The English ones are in lower case.
var actorLabels = []string{
	"担当", "担当者", "責任者", "主管", "所管", "実施者", "承認者", "作成者", "確認者", "点検者", "報告先", "連絡先", "通報先", "窓口",
	"owner", "owned by", "responsible", "responsible person", "person in charge", "in charge", "accountable",
	"approver", "approved by", "reviewer", "reviewed by", "report to", "escalate to", "contact",
}

// labelDelimiters end labels.
var labelDelimiters = []string{":", "：", "】", "］"}

// actorJoints stand between several names in such a place.
var actorJoints = strings.NewReplacer("，", "、", ",", "、", "・", "、", "／", "、", "/", "、", "；", "、", ";", "、", "及び", "、", "並びに", "、", "又は", "、", "または", "、", " and ", "、", " or ", "、",
	"（", "、", "(", "、", "）", "、", ")", "、", "。", "、", "\n", "、")

// labelledActors finds the names of roles in texts such as 担当: 教育責任者,
// 【担当】教育責任者 and （担当：教育責任者）.
func labelledActors(d *document.Document) []actor {
	var out []actor
	for _, i := range blocksWithLabels(d) {
		b := &d.Blocks[i]
		if !isProse(b) {
			continue
		}
		start := 0
		for line := range strings.SplitAfterSeq(b.Text, "\n") {
			for from := 0; ; {
				at, end := nextActorLabel(line, from)
				if at < 0 {
					break
				}
				out = append(out, namedActors(b, start+at, line[at:end])...)
				from = at
			}
			start += len(line)
		}
	}
	return out
}

// blocksWithLabels returns, in order, the indexes of the blocks in which a word
// that may end a label stands before a delimiter.
func blocksWithLabels(d *document.Document) []int {
	var found []int
	for _, delimiter := range labelDelimiters {
		for from := d.Body.Start; from < d.Body.End; {
			i := bytes.Index(d.Source[from:d.Body.End], []byte(delimiter))
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(delimiter)
			if mayEndLabel(d.Source[max(d.Body.Start, at-16):at]) {
				if block := d.BlockAt(at); block >= 0 {
					found = append(found, block)
				}
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// mayEndLabel reports whether a text ends as one of the labels does.
func mayEndLabel(before []byte) bool {
	r, size := utf8.DecodeLastRune(bytes.TrimRight(before, " \t*_　"))
	return size > 0 && strings.ContainsRune("当者管先口reynot", unicode.ToLower(r))
}

// nextActorLabel returns the range of the names behind the next label of a line
// that ends at or after an offset: up to the end of the sentence or of the
// brackets that the label stands in. at is -1 when there is none.
func nextActorLabel(line string, from int) (at, end int) {
	for from < len(line) {
		i := strings.IndexAny(line[from:], ":：】］")
		if i < 0 {
			break
		}
		i += from
		_, size := utf8.DecodeRuneInString(line[i:])
		from = i + size
		start, ok := labelStart(line[:i])
		if !ok {
			continue
		}
		names := strings.TrimLeft(line[from:], ":： 　")
		at = len(line) - len(names)
		return at, at + listLength(names, hasAnySuffix(line[:start], "（", "("))
	}
	return -1, 0
}

// listLength returns the length of the list of names that a text begins with.
// bracketed says that it stands in brackets. The last word before a colon is
// another label.
func listLength(text string, bracketed bool) int {
	const longest = 300
	joint := 0
	for i, r := range text {
		switch {
		case i > longest, r == '。', r == '\n', bracketed && (r == '）' || r == ')'):
			return i
		case r == ':' || r == '：':
			return joint
		case strings.ContainsRune("、，,／/・；; 　", r):
			joint = i
		}
	}
	return len(text)
}

// labelStart returns where the word begins that ends a text, if it is a label
// and none of someone outside.
func labelStart(text string) (start int, ok bool) {
	const longest = 96 // bytes of a label and the words before it
	base := max(0, len(text)-longest)
	text = strings.TrimRight(text[base:], " 　\t")
	start = wordStart(text, len(text))
	if i := strings.LastIndexAny(text, "（(【［[、。:："); i >= 0 && start > i && text[len(text)-1] < utf8.RuneSelf {
		_, size := utf8.DecodeRuneInString(text[i:])
		start = i + size
	}
	return base + start, isActorLabel(text[start:])
}

func isActorLabel(text string) bool {
	text = strings.ToLower(strings.Trim(text, " 　\t*■□◆◇●○・※▼▶"))
	if text == "" || len(text) > 60 || containsOneOf(text, others...) {
		return false
	}
	if text[len(text)-1] < utf8.RuneSelf {
		return slices.ContainsFunc(actorLabels, func(label string) bool { return text == label || strings.HasSuffix(text, " "+label) })
	}
	return endsWithAny(text, actorLabels)
}

// columnActors finds the names of roles in the columns of tables that say who
// is responsible, and beside such a word in the first column. The registers
// are read by reference/id. A column that comes first lists those whom the
// table is about.
func columnActors(f *isms.File) []actor {
	var out []actor
	bound := map[int]bool{}
	for _, t := range f.Tables {
		bound[t.Index] = true
	}
	for i := range f.Doc.Tables {
		t := &f.Doc.Tables[i]
		if bound[i] {
			continue
		}
		for c := 1; c < len(t.Header); c++ {
			headed := isActorLabel(t.Header[c].Text)
			for _, row := range t.Rows {
				if c < len(row.Cells) && (headed || c == 1 && isActorLabel(row.Cells[0].Text)) {
					b := &f.Doc.Blocks[row.Cells[c].Block]
					out = append(out, namedActors(b, 0, b.Text)...)
				}
			}
		}
	}
	return out
}

// namedActors returns the names in a list of them that begins at an offset of
// the block's text.
func namedActors(b *document.Block, start int, list string) []actor {
	var out []actor
	at := start
	for _, part := range strings.Split(actorJoints.Replace(list), "、") {
		name := strings.Trim(part, " 　\t")
		i := strings.Index(b.Text[at:start+len(list)], name)
		if name == "" || i < 0 {
			continue
		}
		at += i
		if english := isEnglishRole(name); (english || isJapaneseRole(name)) && !b.CodeAt(at) {
			out = append(out, actor{name: name, block: b, start: at, end: at + len(name), english: english})
		}
		at += len(name)
	}
	return out
}

func isJapaneseRole(name string) bool {
	return (endsWithAny(name, actorEndings) || hasAnySuffix(name, "担当者", "推進者")) && wordStart(name, len(name)) == 0
}

func isEnglishRole(name string) bool {
	words := strings.Split(name, " ")
	return len(words) > 1 && (slices.Contains(englishEndings, words[len(words)-1]) || slices.Contains(labelledEndings, words[len(words)-1])) &&
		!slices.ContainsFunc(words, func(w string) bool { return w == "" || w[0] < 'A' || w[0] > 'Z' })
}

// labelledEndings end English names of roles as well, where the place says that
// it is one.
var labelledEndings = []string{"Lead", "Leader", "Coordinator", "Director", "Administrator", "Board"}
