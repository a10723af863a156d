package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var referenceAttachment = &lint.Rule{
	Name:         "reference/attachment",
	Severity:     lint.Error,
	Requirements: []string{"DOC-019", "A03-1"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "本文が参照している別紙・別表・添付資料・図・表などがありません（起案中の文書と記録では警告にとどめます）",
			EN: "an attachment, appendix, figure or table that the text refers to does not exist; a warning only in drafts and records",
		},
		Why: message.Text{
			JA: "別紙がなければ、そこに書いたはずの基準や体制を示せず、承認した範囲も決まりません",
			EN: "without the attachment, the criteria in it cannot be shown, and nobody knows what was approved",
		},
		Wrong: `# ISMSマニュアル

## 5 体制

推進体制は別紙1に、連絡先は別表2のとおりとする。

## 別紙1 推進体制図

- 社長
`,
		Right: `# ISMSマニュアル

## 5 体制

推進体制は別紙1に、連絡先は[別表2](renrakusaki.xlsx)のとおりとする。契約書の別紙3は対象としない。

## 別紙1 推進体制図

- 社長
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			if f.Meta.Status == isms.Obsolete {
				return
			}
			check := &attachmentCheck{pass: p, citedDocuments: newCitedDocuments(s), file: f}
			for i := range f.Doc.Blocks {
				check.block(&f.Doc.Blocks[i])
			}
		})
	},
}

// attachmentCheck checks the references to attachments in one file.
type attachmentCheck struct {
	*citedDocuments
	pass  *lint.Pass
	file  *isms.File
	prose *prose
}

func (c *attachmentCheck) block(b *document.Block) {
	t := b.Text
	for i := nextLabel(t, 0); i >= 0; {
		next := i + widthAt(t, i)
		if l, ok := labelAt(t, i); ok {
			if c.refers(b, i, l) {
				c.check(b, i, l)
			}
			next = l.end
		}
		i = nextLabel(t, next)
	}
}

// refers reports whether the label at t[i] is a reference: no caption, no part
// of a word, and where it has no number, with words that point to it.
func (c *attachmentCheck) refers(b *document.Block, i int, l label) bool {
	t := b.Text
	if before := runeBefore(t, i); isKanji(before) || isKatakanaRune(before) || b.CodeAt(i) {
		return false
	}
	if l.number == "" && !pointsToLabel(l.word, t[l.end:]) || l.word == "Annex" && l.number == "A" {
		return false
	}
	if c.prose == nil {
		c.prose = newProse(c.file)
	}
	if !c.prose.has(b) {
		return false
	}
	start := lineStart(t, i)
	line := lineRest(t[:min(len(t), start+longestSentence)], start)
	_, caption := captionAt(line)
	return !caption || !captions(b, l) || i > start+len("【「（ ")
}

func (c *attachmentCheck) check(b *document.Block, i int, l label) {
	t := b.Text
	target := c.before(c.file, t, i)
	switch {
	case target.named && target.file == nil, ofStandard(t[l.end:]), !target.named && speaksOfStandard(tailOf(sentenceBefore(t, i))):
		return
	case !target.named:
		target.file = c.file
	}
	ix := labelsOf(target.file)
	if (isPicture(l.word) || l.word == "Annex") && !ix.words[l.group()] {
		return // its figures or tables have no numbers; the annex is of a standard
	}
	if ix.has(l) || !isPicture(l.word) && c.hasFile(l) {
		return
	}
	severity := draftSeverity(c.file)
	if c.file.Kind == isms.RecordFile {
		severity = lint.Warning
	}
	at := b.Source(i, l.end)
	c.pass.Report(lint.Finding{File: c.file.Path, Span: &at, Severity: severity, Message: message.Textf(
		"「%[1]s」が見当たりません。見出し・図表の題・ファイル・リンクのいずれかで用意するか、参照を直してください",
		"%[1]q does not exist; add it as a heading, caption, file or link, or correct the reference", inOneLine(t[i:l.end]))})
}
