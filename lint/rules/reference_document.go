package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var referenceDocument = &lint.Rule{
	Name:         "reference/document",
	Severity:     lint.Error,
	Requirements: []string{"DOC-012"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "「…」で示した文書が、文書体系にも社外の文書や用語の登録にもありません（似た名称もないときは警告、法令は情報）",
			EN: "a document named in 「…」 is neither in the catalogue nor declared as an external document or term; a warning where no name is similar, information for laws",
		},
		Why: message.Text{
			JA: "正式でない名称や廃止した名称で書くと、読む人はどの文書に従えばよいか分かりません",
			EN: "a name that is not official, or no longer in use, leaves readers without the document that they are to follow",
		},
		Wrong: `# ISMSマニュアル

## 4 組織の状況

課題は「リスク一覧表」に、資産は「**情報資産管理表**」に、鍵は「鍵貸出台帳」に記録する。
`,
		Right: `# ISMSマニュアル

## 4 組織の状況

課題は「**リスク一覧表**」に、資産は「情報資産台帳」に記録する。合格の印は「済」とし、封筒に「親展」と書く。
以下この規則を「文書管理規程」という。廃棄は「文書管理規程」による。
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		names := newNameIndex(s)
		var open []openMention
		for _, m := range lint.Gather(p, s, openMention{}, names.mentions) {
			if m.use == defines {
				names.declared[m.name.key] = true
			} else {
				m.name = names.named(m.name)
				open = append(open, m)
			}
		}
		for _, o := range open {
			names.report(p, o)
		}
	},
}

// openMention is a mention of a document that is neither of the catalogue nor
// of the configuration nor the title of a file.
type openMention struct {
	file    *isms.File
	mention *document.Mention
	name    *bracketName
	use     nameUse
}

// mentions returns the open mentions of a file.
func (n *nameIndex) mentions(s *isms.System, f *isms.File) []openMention {
	if f.Meta.Status == isms.Obsolete {
		return nil
	}
	var open []openMention
	for i := range f.Doc.Mentions {
		m := &f.Doc.Mentions[i]
		name := n.classify(m.Text)
		if name.kind == noDocument || s.Has(fileTitles, name.key) || s.Has(fileTitles, name.whole) {
			continue
		}
		if use := mentionUse(f.Doc, m); use != quotes {
			open = append(open, openMention{f, m, name, use})
		}
	}
	return open
}

// named returns the name under which the guesses of this run are kept: what is
// kept of a file may be older.
func (n *nameIndex) named(name *bracketName) *bracketName {
	own, ok := n.names[name.written]
	if !ok {
		own = n.classify(name.written)
	}
	return own
}

func (n *nameIndex) report(p *lint.Pass, o openMention) {
	if n.declared[o.name.key] || n.system.Has(declaredNames, o.name.key) {
		return
	}
	finding := lint.Finding{File: o.file.Path, Span: &o.mention.Inner}
	text := inOneLine(o.mention.Text)
	near := n.nearest(o.name)
	switch {
	case o.name.kind == law:
		finding.Severity = lint.Info
		finding.Message = message.Textf("法令「%s」が登録されていません。法的要求事項登録簿に加えるか、ismslint.toml の [[documents.external]] に登録してください",
			"law %q is not declared; add it to the register of legal requirements, or as [[documents.external]] to ismslint.toml", text)
	case near != "":
		finding.Message = message.Textf("「%[1]s」という文書はありません。「%[2]s」のことですか", "there is no document %[1]q; did you mean %[2]q", text, near)
	case o.name.kind == perhapsDocument:
		return
	default:
		finding.Severity = lint.Warning
		finding.Message = message.Textf("「%s」という文書が見当たりません。名称を直すか、社外の文書なら ismslint.toml の [[documents.external]] に、用語なら [[terms]] に登録してください",
			"there is no document %q; correct the name, or declare it in ismslint.toml as [[documents.external]] or, if it is a term, in [[terms]]", text)
	}
	p.Report(finding)
}

// nearest returns the title that a name was probably meant to be, or "". Of a
// name that may be no document's it must be one character away.
func (n *nameIndex) nearest(name *bracketName) string {
	if name.nearestKnown {
		return name.near
	}
	name.nearestKnown = true
	if n.guesses++; n.guesses > mostGuesses {
		return ""
	}
	titles := n.titles()
	if name.kind == surelyDocument {
		name.near = schema.Nearest(name.text, titles)
	} else {
		key := []rune(name.key)
		for i, other := range n.titleKeys {
			if oneEditApart(key, other) {
				name.near = titles[i]
				break
			}
		}
	}
	if e := n.system.Catalogue.ByTitle(name.near); e != nil && !e.HasTitle(name.near) {
		name.near = e.Title // not one of its aliases
	}
	return name.near
}
