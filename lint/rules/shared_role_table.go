package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// tableOfRoles is a table that gives roles their responsibilities.
type tableOfRoles struct {
	// header is the place of the header of the roles' column.
	header source.Span
	// names are the cells of the column, one by one, in the form of [fold.Key];
	// roles are those of them that are known.
	names        []string
	roles        []isms.Role
	appointments []appointment
}

// appointment is a role that a row says is appointed.
type appointment struct {
	name string
	span source.Span
}

var (
	roleHeadings = []string{"役割", "責任", "体制", "role", "responsibilit", "organization", "organisation"}
	roleHeaders  = []string{"役割", "役割名", "役割名称", "役割の名称", "役職", "担当", "role", "roles", "title", "function"}
	dutyHeaders  = []string{"責任", "権限", "職務", "任務", "業務", "内容", "responsib", "dut", "authorit", "task"}
)

// roleTables finds the tables of roles: under a heading about roles or
// responsibilities, with a column of roles, two of them known at least, and a
// column of duties.
func roleTables(roles *isms.Roles, d *document.Document) []tableOfRoles {
	var out []tableOfRoles
	for i := range d.Tables {
		t := &d.Tables[i]
		column := columnOf(t, func(key string) bool { return slices.Contains(roleHeaders, key) })
		duty := columnOf(t, func(key string) bool { return containsOneOf(key, dutyHeaders...) })
		if column < 0 || duty < 0 || column == duty || !underHeading(d, t.Section, roleHeadings) {
			continue
		}
		if table := readRoleTable(roles, d, t, column); len(table.roles) >= 2 {
			out = append(out, table)
		}
	}
	return out
}

// columnOf returns the first column whose header, in the form of [fold.Key],
// fits, or -1.
func columnOf(t *document.Table, fits func(key string) bool) int {
	for i, cell := range t.Header {
		if len(cell.Text) <= 60 && fits(fold.Key(cell.Text)) {
			return i
		}
	}
	return -1
}

func underHeading(d *document.Document, section int, words []string) bool {
	for i := section; i >= 0; i = d.Headings[i].Parent {
		if containsOneOf(fold.Key(d.Headings[i].Title), words...) {
			return true
		}
	}
	return false
}

func readRoleTable(roles *isms.Roles, d *document.Document, t *document.Table, column int) tableOfRoles {
	out := tableOfRoles{header: t.Header[column].Span}
	for _, row := range t.Rows {
		if column >= len(row.Cells) {
			continue
		}
		for _, name := range splitRoles(row.Cells[column].Text) {
			if i := strings.IndexAny(name, "(（"); i > 0 {
				name = name[:i]
			}
			out.names = append(out.names, fold.Key(name))
			if role, ok := roles.ByName(name); ok {
				out.roles = append(out.roles, role)
			}
		}
		for i, cell := range row.Cells {
			if i != column && cell.Block >= 0 {
				out.appointments = append(out.appointments, appointmentsIn(roles, &d.Blocks[cell.Block])...)
			}
		}
	}
	return out
}

// nameListed reports whether a table has a row for a role of that name.
func nameListed(tables []tableOfRoles, name string) bool {
	key := fold.Key(name)
	return slices.ContainsFunc(tables, func(t tableOfRoles) bool { return slices.Contains(t.names, key) })
}
