package scaffold_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/scaffold"
)

// Whoever approves everything as it was written is told what only the
// organization can decide, its objectives and what is implemented, and nothing
// else.
func TestApprovedAsWritten(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		o := options(lang)
		files := generate(t, o)
		for name, d := range documents(t, files) {
			files[name] = approve(t, files[name], d, o)
		}
		var rules []string
		for _, line := range strings.Split(strings.TrimSpace(check(t, files)), "\n") {
			rules = append(rules, strings.Split(line, ": ")[1])
		}
		slices.Sort(rules)
		if want := []string{"objective/purpose", "soa/open-item"}; !slices.Equal(rules, want) {
			t.Errorf("found %q, want %q in\n%s", rules, want, check(t, files))
		}
	})
}

// approve returns the text of a document as the approver of the catalogue
// leaves it.
func approve(t *testing.T, content string, d *document.Document, o scaffold.Options) string {
	t.Helper()
	approver := o.Manager
	if e := isms.NewCatalogue(config.Default()).Entry(field(d, "number")); e.Approver == isms.President {
		approver = o.President
	}
	content = strings.Replace(content, "status: draft\n", "status: approved\n", 1)
	content = strings.Replace(content, "\ndrafted_by:", fmt.Sprintf("\napproved_by: %q\napproved_on: %s\ndrafted_by:", approver, o.Date), 1)
	row, ok := strings.CutSuffix(content, "| |\n")
	if !ok {
		t.Fatalf("%s does not end with a revision to approve", field(d, "number"))
	}
	return row + "| " + approver + " |\n"
}

// The plan recovers each scenario that the assessment rates, within the time
// and to the point that it asks for.
func TestEachScenarioIsPlanned(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		var want, got []string
		for _, row := range rowsNamed(t, lang, "ISMS-B-05", "SC-") {
			want = append(want, row[0]+" "+row[4]+" "+row[5])
		}
		for _, row := range rowsNamed(t, lang, "ISMS-B-06", "BCP-") {
			got = append(got, row[1]+" "+row[3]+" "+row[4])
			if row[5] == "" || row[6] == "" || row[7] == "" {
				t.Errorf("%s lacks a substitute, a procedure or who is responsible", row[0])
			}
		}
		if len(want) == 0 {
			t.Error("there is no scenario")
		}
		sameLines(t, got, want)
	})
}

// What the control rules name as a record without a form is defined in the
// collection of forms, and each of those is a record of some control.
func TestRecordsWithoutForm(t *testing.T) {
	cited := regexp.MustCompile(`(?m)^- (?:記録: (.*?)（ISMS-A-05の4）|Record: (.*?) \(section 4 of ISMS-A-05\))`)
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		used := map[string]bool{}
		for name, content := range generate(t, options(lang)) {
			if !strings.Contains(name, "ISMS-A-04") {
				continue
			}
			for _, m := range cited.FindAllStringSubmatch(content, -1) {
				for _, kind := range strings.Split(strings.ReplaceAll(m[1]+m[2], " and ", "及び"), "及び") {
					used[strings.ToLower(kind)] = true
				}
			}
		}
		for _, row := range numbered(t, lang, "ISMS-A-05").Tables[1].Rows {
			kind := strings.ToLower(row.Cells[0].Text)
			if !used[kind] {
				t.Errorf("no control leaves %q", row.Cells[0].Text)
			}
			delete(used, kind)
		}
		for kind := range used {
			t.Errorf("section 4 of ISMS-A-05 does not define %q", kind)
		}
	})
}

// rowsNamed returns the cells of the rows of a document whose first cell
// begins with a prefix.
func rowsNamed(t *testing.T, lang message.Language, number, prefix string) [][]string {
	t.Helper()
	var rows [][]string
	for _, table := range numbered(t, lang, number).Tables {
		for _, row := range table.Rows {
			if !strings.HasPrefix(row.Cells[0].Text, prefix) {
				continue
			}
			var cells []string
			for _, c := range row.Cells {
				cells = append(cells, c.Text)
			}
			rows = append(rows, cells)
		}
	}
	return rows
}
