package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// missing says that a document has no section with the number of a reference.
func (c *sectionCheck) missing(b *document.Block, r *sectionRef, f *isms.File, ix *sectionIndex) message.Text {
	where, written := c.nameOf(f), r.written(b.Text)
	if title, _ := titleBehind(b.Text, r); title != "" {
		if number := ix.number(title); number != "" {
			return message.Textf("%[1]sに「%[2]s」の見出しはありません。「%[3]s」の番号は %[4]s です",
				"%[1]s has no section %[2]s; the number of %[3]q is %[4]s", where, written, title, number)
		}
	}
	return message.Textf("%[1]sに「%[2]s」の見出しはありません。番号を直してください",
		"%[1]s has no section %[2]s; correct the number", where, written)
}

// written returns the number as the text has it, with its unit.
func (r *sectionRef) written(t string) string {
	if r.after > r.end && strings.HasSuffix(t[:r.start], "第") {
		return "第" + t[r.start:r.after]
	}
	return t[r.start:r.end]
}

// nameOf names the document that a reference is looked for in.
func (c *sectionCheck) nameOf(f *isms.File) message.Text {
	if f == c.file {
		return message.Text{JA: "この文書", EN: "this document"}
	}
	return message.Text{JA: "「" + f.ID() + "」", EN: f.ID()}
}

// checkTitle holds the title that a reference gives against that of the
// section with its number.
func (c *sectionCheck) checkTitle(b *document.Block, r *sectionRef, f *isms.File, ix *sectionIndex, h int) {
	title, quoted := titleBehind(b.Text, r)
	if title == "" {
		return
	}
	heading := &f.Doc.Headings[h]
	own, given := titleKey(heading.Title), titleKey(title)
	if own == "" || strings.Contains(own, given) || strings.Contains(given, own) {
		return
	}
	rel := lint.Related{File: f.Path, Span: &heading.TextSpan, Message: message.Text{JA: "その番号の見出し", EN: "the section with that number"}}
	number := ix.number(title)
	if number == "" && !quoted {
		number = c.numberAtStart(ix, title)
	}
	switch {
	case number != "" && number != r.number:
		c.report(b, r, message.Textf("%[1]s は「%[2]s」の番号です。「%[3]s」の番号は %[4]s です",
			"%[1]s is the number of %[2]q; that of %[3]q is %[4]s", r.written(b.Text), heading.Title, c.titleOfSection(ix, number), number), rel)
	case quoted && number == "":
		c.report(b, r, message.Textf("%[1]s の見出しは「%[2]s」ですが、「%[3]s」として参照されています",
			"section %[1]s is %[2]q, but is referred to as %[3]q", r.written(b.Text), heading.Title, title), rel)
	}
}

// mostHeadings is the number of headings that a text is searched for.
const mostHeadings = 1000

// numberAtStart returns the number of the section whose title the text begins
// with, where a sentence goes on behind it.
func (c *sectionCheck) numberAtStart(ix *sectionIndex, text string) string {
	best, number := 0, ""
	if len(ix.doc.Headings) > mostHeadings {
		return ""
	}
	for i := range ix.doc.Headings {
		h := &ix.doc.Headings[i]
		rest, ok := strings.CutPrefix(text, h.Title)
		if ok && h.Number != "" && len(h.Title) > best && utf8.RuneCountInString(h.Title) >= 4 && hasAnyPrefix(rest, "を参照", "参照", " を参照", " 参照", "に従", "に定め", "による", "により", "に示") {
			best, number = len(h.Title), ix.number(h.Title)
		}
	}
	return number
}

func (c *sectionCheck) titleOfSection(ix *sectionIndex, number string) string {
	return ix.doc.Headings[ix.headings[number]].Title
}

// longestTitle is the number of bytes behind a reference that are looked at.
const longestTitle = 200

// titleBehind returns the title that a text gives to the number of a reference:
// 「6.1.2 リスクの評価」, 6.1.2「リスクの評価」, 6.1.2（リスクの評価）, or what
// follows behind a blank. quoted reports whether it must be a title, because
// number and title stand in one pair of brackets.
func titleBehind(t string, r *sectionRef) (title string, quoted bool) {
	line := lineRest(t[:min(len(t), r.after+longestTitle)], r.after)
	if hasAnySuffix(t[:r.start], "「", "『") {
		end := strings.IndexAny(line, "」』")
		if end < 0 {
			return "", false
		}
		title = strings.Trim(line[:end], " 　.．、:：")
		return title, title != "" && !strings.ContainsAny(title, "「『。")
	}
	for _, pair := range [][2]string{{"「", "」"}, {"『", "』"}, {"（", "）"}, {"(", ")"}} {
		if rest, ok := strings.CutPrefix(strings.TrimLeft(line, " 　"), pair[0]); ok {
			inner, _, closed := strings.Cut(rest, pair[1])
			if !closed {
				return "", false
			}
			return strings.TrimSpace(inner), false
		}
	}
	if rest := strings.TrimLeft(line, " 　"); rest != line {
		return rest, false
	}
	return "", false
}
