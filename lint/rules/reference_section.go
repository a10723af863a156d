package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var referenceSection = &lint.Rule{
	Name:         "reference/section",
	Severity:     lint.Error,
	Requirements: []string{"DOC-011", "A03-1"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "参照している節番号の見出しがないか、添えられた題名の節と番号が合いません（起案中の文書では警告にとどめます）",
			EN: "a section that the text refers to does not exist, or its number is not that of the title given with it; a warning only while the document is a draft",
		},
		Why: message.Text{
			JA: "節を動かした改訂で参照が取り残されると、読む人は別の手順に従ってしまいます",
			EN: "when a revision moves sections and a reference stays behind, readers follow the wrong procedure",
		},
		Wrong: `# ISMSマニュアル

## 6 計画

### 6.1 リスクアセスメント

リスク値は 6.5 に示す式で計算し、対応は「6.1 リスク対応」による。

### 6.2 リスク対応

計画を立てる。
`,
		Right: `# ISMSマニュアル

## 6 計画

### 6.1 リスクアセスメント

リスク値は規格の箇条 6.5 ではなく 6.1 に示す式で計算し、対応は「6.2 リスク対応」による。

### 6.2 リスク対応

計画を立てる。
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			if f.Meta.Status == isms.Obsolete {
				return
			}
			check := &sectionCheck{pass: p, citedDocuments: newCitedDocuments(s), file: f}
			hints := newSectionHints(f.Doc.Source)
			for i := range f.Doc.Blocks {
				if b := &f.Doc.Blocks[i]; b.Kind != document.HeadingText && hints.mayRefer(b.Text) && !namesImplementation(f, b) {
					check.block(b)
				}
			}
		})
	},
}

// sectionCheck checks the references to sections in one file.
type sectionCheck struct {
	*citedDocuments
	pass  *lint.Pass
	file  *isms.File
	prose *prose // of the file; made when first needed
}

type sectionsKey struct{}

func (c *sectionCheck) index(f *isms.File) *sectionIndex {
	return isms.Fact(f, sectionsKey{}, newSectionIndex)
}

func (c *sectionCheck) block(b *document.Block) {
	refs := sectionRefs(b.Text)
	if len(refs) == 0 {
		return
	}
	if c.prose == nil {
		c.prose = newProse(c.file)
	}
	if !c.prose.has(b) || countsClauses(c.file.Doc, b) {
		return
	}
	var named cited
	for i := range refs {
		r := &refs[i]
		if !r.linked || !named.named {
			named = c.before(c.file, b.Text, r.start)
		}
		if b.CodeAt(r.start) || r.clause && !ofThisDocument(b.Text[r.after:]) || !r.points && !named.named && !c.givesTitle(b, r) {
			continue
		}
		if named.named {
			if named.file == nil || named.file != c.file && c.file.Kind == isms.RecordFile {
				continue // not of the ISMS, or the sections of the day of the record
			}
			c.check(b, r, named.file, true)
			continue
		}
		if speaksOfStandard(sentenceBefore(b.Text, r.start)) || ofStandard(b.Text[r.after:]) || startsWithStandard(b.Text[r.after:]) || besideLink(c.file.Doc, b.Source(r.start, r.end)) {
			continue
		}
		c.check(b, r, c.file, false)
	}
}
