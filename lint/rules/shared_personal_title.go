package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// checkPersonalColumns reports filled columns, and filled fields of tables of
// labels and values, whose title alone says that they hold personal data.
func checkPersonalColumns(p *lint.Pass, f *isms.File) {
	for i := range f.Doc.Tables {
		t := &f.Doc.Tables[i]
		for c := range t.Header {
			if kind := personalTitle(f, t.Header[c].Text); kind.JA != "" && hasFilledCell(t, c) {
				reportPersonal(p, f, f.Path, t.Header[c].Span, kind)
			}
		}
		for _, row := range t.Rows {
			if len(t.Header) != 2 || len(row.Cells) != 2 || (isms.Value{Text: row.Cells[1].Text}).None() {
				continue
			}
			if kind := personalTitle(f, row.Cells[0].Text); kind.JA != "" {
				reportPersonal(p, f, f.Path, row.Cells[1].Span, kind)
			}
		}
	}
}

func hasFilledCell(t *document.Table, column int) bool {
	for _, row := range t.Rows {
		if column < len(row.Cells) && !(isms.Value{Text: row.Cells[column].Text}).None() {
			return true
		}
	}
	return false
}

// personalTitle says what kind of personal data a title announces. The names
// of visitors are for entry/shared-ledger.
func personalTitle(f *isms.File, title string) message.Text {
	switch fold.Key(isms.WithoutRemark(title)) {
	case "生年月日", "誕生日", "dateofbirth", "birthdate", "birthday":
		return message.Text{JA: "生年月日", EN: "a date of birth"}
	case "自宅住所", "現住所", "自宅の住所", "homeaddress":
		return message.Text{JA: "自宅の住所", EN: "a home address"}
	case "自宅電話番号", "携帯電話番号", "携帯番号", "自宅の電話番号", "homephone", "mobilephone", "privatephone":
		return message.Text{JA: "個人の電話番号", EN: "a private telephone number"}
	case "マイナンバー", "mynumber", "individualnumber":
		return message.Text{JA: "マイナンバー", EN: "an Individual Number (My Number)"}
	case "氏名", "本人氏名", "姓名", "fullname", "nameofperson":
		if f.Form.Number != entryForm {
			return message.Text{JA: "氏名", EN: "the name of a person"}
		}
	}
	return message.Text{}
}
