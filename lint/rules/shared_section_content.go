package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/message"
)

// sectionLack says what is wrong with the content of the section under the
// i-th heading, which has no headings below it; zero when it has content.
func sectionLack(d *document.Document, i int) message.Text {
	h := &d.Headings[i]
	name := inOneLine(h.Text)
	hint, caption, comment := false, false, false
	for k := h.Block + 1; k < len(d.Blocks) && d.Blocks[k].Span.Start < h.End; k++ {
		switch b := &d.Blocks[k]; blockContent(d, b) {
		case fullContent:
			return message.Text{}
		case hintContent:
			hint = true
		case captionContent:
			caption = true
		}
	}
	for c := range d.Comments {
		comment = comment || d.SectionSpan(i).Contains(d.Comments[c].Span)
	}
	switch {
	case hint:
		return message.Textf("「%s」には、記入のしかた（→で始まる行）しかありません。内容を書き、記入のしかたを消してください",
			"section %q holds only a hint (a line that begins with →); write its content and remove the hint", name)
	case caption:
		return message.Textf("「%s」には図表の題しかありません。図や表そのものを置いてください",
			"section %q holds only a caption; add the figure or table itself", name)
	case comment:
		return message.Textf("「%s」にはコメントしかありません。内容を書くか、定めることがなければ「該当なし」と書いてください",
			"section %q holds only a comment; write its content, or \"not applicable\" where there is none", name)
	}
	return message.Textf("「%s」の下に内容がありません。内容を書くか、定めることがなければ「該当なし」と書いてください",
		"section %q is empty; write its content, or \"not applicable\" where there is none", name)
}

// content is what a block gives to its section.
type content uint8

const (
	noContent content = iota
	hintContent
	captionContent
	fullContent
)

func blockContent(d *document.Document, b *document.Block) content {
	switch {
	case b.Kind == document.ThematicBreak:
		return noContent
	case b.Kind == document.HTML:
		return markupContent(b.Span.Of(d.Source))
	case b.Kind == document.Code, b.Kind == document.Cell, b.Images > 0:
		return fullContent
	case strings.TrimSpace(b.Text) == "":
		if hasElement(strings.ToLower(b.Span.Of(d.Source))) {
			return fullContent
		}
		return noContent
	}
	found := noContent
	for _, line := range strings.Split(b.Text, "\n") {
		switch line = strings.TrimSpace(line); {
		case line == "":
		case strings.HasPrefix(line, "→"):
			found = max(found, hintContent)
		case b.Kind == document.Paragraph && isCaption(line) && !hasLinkIn(d, b.Span):
			found = max(found, captionContent)
		default:
			return fullContent
		}
	}
	return found
}

// markupContent reports whether raw HTML shows anything: text, or an element
// that does without. A page break does not.
func markupContent(html string) content {
	lower := strings.ToLower(html)
	if hasElement(lower) {
		return fullContent
	}
	for lower != "" {
		text, rest, tag := strings.Cut(lower, "<")
		if strings.Trim(text, " \t\r\n　>") != "" && !strings.HasPrefix(strings.TrimSpace(text), "&nbsp;") {
			return fullContent
		}
		if !tag {
			return noContent
		}
		if strings.HasPrefix(rest, "!--") {
			_, rest, _ = strings.Cut(rest, "--")
			_, lower, _ = strings.Cut(rest, "-->")
			continue
		}
		_, lower, _ = strings.Cut(rest, ">")
	}
	return noContent
}

// hasElement reports whether HTML in lower case has an element that shows
// something without text.
func hasElement(html string) bool {
	return holdsAny(html, "<img", "<svg", "<video", "<audio", "<iframe", "<object", "<embed", "<canvas", "<input")
}

// isCaption reports whether a line is the caption of a figure or table.
func isCaption(line string) bool {
	label, ok := captionAt(line)
	return ok && (label.word == "図" || label.word == "表" || label.word == "Figure" || label.word == "Table")
}
