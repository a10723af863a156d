package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentListedTitle = &lint.Rule{
	Name:         "document/listed-title",
	Severity:     lint.Error,
	Requirements: []string{"A05-1", "DOC-002"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書や様式の一覧表で、番号に付けた名称が文書一覧の名称と異なります",
			EN: "a list of documents or forms gives a number a title other than that of the catalogue",
		},
		Why: message.Text{
			JA: "マニュアルや様式集の一覧で番号と名称の組が違っていると、読む人が別の様式を使ってしまいます。別名で書かれている場合は警告にとどめます",
			EN: "where the list in the manual or the collection of forms pairs a number with another title, readers take the wrong form; another name that the catalogue knows is a warning only",
		},
		Wrong: formsExample("", "| ISMS-B-12 | 是正処置に関する報告書 | 1 | 5年 | 書庫 |\n"),
		Right: formsExample("", "| ISMS-B-12 | セキュリティインシデント報告書 | 1 | 5年 | 書庫 |\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled || f.Meta.Status == isms.Obsolete {
			return
		}
		for _, t := range f.Tables {
			if number := listedNumber[tableOf{t.Form, t.Name}]; number != "" {
				for i := range t.Rows {
					checkListedTitle(p, &t.Rows[i], number)
				}
			}
		}
	},
}

// tableOf names a table of a form.
type tableOf struct{ form, table string }

// listedNumber are the columns with the numbers in the tables that list
// documents; the titles stand in the column title.
var listedNumber = map[tableOf]string{{manualForm, "documents"}: "document", {collectionOfForms, "forms"}: "form"}

func checkListedTitle(p *lint.Pass, r *isms.Row, number string) {
	title := r.Written("title")
	e := listedEntry(p.Organization, r.Written(number))
	if e == nil || title.None() || title.Ditto() || isBroken(r) || isTitle(e, title.Text) || isOpenCell(r.Table, title.Text) {
		return // an unknown number is for reference/id, an empty title for register/row
	}
	switch other := p.Catalogue.ByTitle(title.Text); {
	case other == e:
		warnForm(p, r, title, "", message.Textf("%[3]s の名称「%[1]s」は別名です。文書一覧の名称である%[2]sを使ってください",
			"%[1]q is another name of %[3]s, expected its title %[2]s", cellExcerpt(title.Text), titlesOf(e), e.Number))
	case other != nil:
		reportForm(p, r, title, "", message.Textf("「%[1]s」は %[4]s の名称です。%[3]s の名称は%[2]sです",
			"%[1]q is the title of %[4]s, expected %[2]s, the title of %[3]s", cellExcerpt(title.Text), titlesOf(e), e.Number, other.Number))
	default:
		reportForm(p, r, title, "", message.Textf("%[3]s の名称「%[1]s」が、文書一覧の名称%[2]sと異なります",
			"the title of %[3]s is %[1]q, expected %[2]s as in the catalogue", cellExcerpt(title.Text), titlesOf(e), e.Number))
	}
}

// listedEntry returns the entry of the catalogue that a cell names by its
// number, or nil.
func listedEntry(o *isms.Organization, v isms.Value) *isms.Entry {
	return o.Catalogue.Entry(fold.Text(isms.WithoutRemark(v.Text)))
}
