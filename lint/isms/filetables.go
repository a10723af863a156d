package isms

import (
	"slices"
	"sync"

	"github.com/ismslint/ismslint/schema"
)

// readTables reads the tables and fields of a document or record of a form. A
// blank form, a document that is no obsolete one but whose form is kept as
// records, has none: its rows are to be filled in elsewhere.
func (b *Builder) readTables(f *File, read func(string) ([]byte, error)) {
	form := b.forms.form(f.Entry)
	if form == nil || f.Kind == Controlled && f.Entry.Records {
		return
	}
	f.Form = form
	schemas := tablesOf(f, form)
	f.Tables = bindTables(f, form, schemas)
	rows, t := readRowsFile(f, form, schemas, read)
	if f.RowsFile = rows; t != nil {
		f.Tables = append(f.Tables, t)
	} else if rows == nil && form.Number == statementForm {
		f.Tables = bindStatement(f, form, f.Tables)
	}
	if form.Number == RiskForm {
		for _, t := range f.Tables {
			placeFactors(t, b.org.Config.Risk.Factors)
		}
		f.risks = sync.OnceValue(func() []Risk { return readRisks(b.org, f) })
	}
	if f.Kind != RecordFile {
		return
	}
	bound := f.Tables
	for _, s := range sheetsOf(form) {
		if !slices.ContainsFunc(bound, func(t *Table) bool { return t.Name == s.Name }) {
			f.Tables = append(f.Tables, readFields(f, form, s, bound))
		}
	}
}

// tablesOf returns the schemas of the tables that a file may have. The records
// of a form may also be kept as the rows of one register.
func tablesOf(f *File, form *schema.Form) []*schema.Table {
	if form.Record != nil && f.Kind == Controlled {
		return append([]*schema.Table{form.Record}, form.Tables...)
	}
	return form.Tables
}

// sheetsOf returns the schemas of the tables whose one row a record may give as
// its fields. The rows of a register may also be kept as one record each.
func sheetsOf(form *schema.Form) []*schema.Table {
	if form.Record == nil {
		return form.Tables[:1]
	}
	sheets := []*schema.Table{form.Record}
	for _, t := range form.Tables {
		if t.Sheet {
			sheets = append(sheets, t)
		}
	}
	return sheets
}
