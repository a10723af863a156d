package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var controlUnnumberedRecord = &lint.Rule{
	Name:         "control/unnumbered-record",
	Severity:     lint.Info,
	Requirements: []string{"CTL-003"},
	Clauses:      []string{"7.5.3", "8.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "管理策の節が挙げる記録が、文書一覧にありません",
			EN: "a record that a section about a control names is not in the catalogue",
		},
		Why: message.Text{
			JA: "文書番号のない記録は、保管期限も保管場所も決まらず、審査で示せないことがあります。文書一覧に加えるか、社外の文書として宣言します",
			EN: "a record without a number has neither a retention period nor a place, and cannot be found at the audit; add it to the catalogue or declare it as an external document",
		},
		Wrong: rulesExample("## A.6.7 リモートワーク\n\n- 担当: 従業員\n- 記録: 在宅勤務点検表\n"),
		Right: rulesExample("## A.6.7 リモートワーク\n\n- 担当: 従業員\n- 記録: 教育訓練実施報告書（ISMS-B-09）\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, f := range controlRules(s) {
			names := newDocumentNames(s)
			for _, c := range p.ControlSections(f) {
				forRecordLines(f.Doc, c.Head(), func(b *document.Block, start int) {
					checkRecordLine(p, f, names, b, start)
				})
			}
		}
	},
}

// recordLabels begin the line of a section that names its records.
var recordLabels = []string{"記録", "記録類", "関連記録", "使用する様式", "様式", "records", "record"}

// forRecordLines calls yield with the blocks below a heading that begin with a
// label for records, and where the list behind the label begins.
func forRecordLines(d *document.Document, h *document.Heading, yield func(b *document.Block, start int)) {
	for i := h.Block + 1; i < len(d.Blocks) && d.Blocks[i].Span.Start < h.End; i++ {
		b := &d.Blocks[i]
		if b.Kind != document.Paragraph && b.Kind != document.ListItem {
			continue
		}
		colon := strings.IndexAny(b.Text, ":：")
		if colon < 0 || colon > 24 {
			continue
		}
		label := strings.ToLower(strings.TrimSpace(b.Text[:colon]))
		for _, known := range recordLabels {
			if label == known {
				_, size := utf8.DecodeRuneInString(b.Text[colon:])
				yield(b, colon+size)
				break
			}
		}
	}
}

// recordEndings are what names of records end with.
var recordEndings = []string{
	"台帳", "一覧", "一覧表", "記録", "記録簿", "簿", "票", "表", "報告書", "議事録", "計画書", "申請書", "同意書", "誓約書", "リスト", "シート",
	"record", "records", "register", "log", "list", "report", "sheet", "minutes", "form", "plan",
}

func checkRecordLine(p *lint.Pass, f *isms.File, names *documentNames, b *document.Block, start int) {
	for _, item := range isms.SplitList(isms.Value{Text: strings.TrimRight(b.Text[start:], "。. \n"), Present: true}) {
		name := strings.Trim(isms.WithoutRemark(item.Text), "「」『』 　")
		if len(names.in(item.Text)) > 0 || len(idTokens(item.Text)) > 0 || !endsAsRecord(name) {
			continue
		}
		at := b.Span
		if i := strings.Index(b.Text[start:], name); i >= 0 {
			at = b.Source(start+i, start+i+len(name))
		}
		reportUnnumbered(p, f, at, name)
	}
}

func reportUnnumbered(p *lint.Pass, f *isms.File, at source.Span, name string) {
	p.Report(lint.Finding{File: f.Path, Span: &at, Message: message.Textf(
		"記録「%[1]s」が文書一覧にありません。文書一覧に加えるか、[[documents.external]] で宣言してください",
		"the record %[1]q is not in the catalogue, expected an entry there or among [[documents.external]]", cellExcerpt(name))})
}

func endsAsRecord(name string) bool {
	lower := strings.ToLower(name)
	for _, ending := range recordEndings {
		if strings.HasSuffix(lower, ending) && len(lower) > len(ending) {
			return true
		}
	}
	return false
}
