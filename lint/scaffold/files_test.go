package scaffold_test

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/scaffold"
	"github.com/ismslint/ismslint/lint/standard"
)

func TestDocumentsAreTheCatalogue(t *testing.T) {
	catalogue := isms.NewCatalogue(config.Default())
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		o := options(lang)
		seen := map[string]string{}
		for name, d := range documents(t, generate(t, o)) {
			number := field(d, "number")
			if other := seen[number]; other != "" {
				t.Errorf("%s and %s are both %s", name, other, number)
			}
			seen[number] = name
			e := catalogue.Entry(number)
			if e == nil {
				t.Errorf("%s: number %q is not in the catalogue", name, number)
				continue
			}
			checkHead(t, name, d, e, o)
		}
		if len(seen) != len(catalogue.Entries) {
			t.Errorf("%d documents, want %d", len(seen), len(catalogue.Entries))
		}
	})
}

// checkHead compares front matter, first heading and name of a document with
// what the catalogue and the options say.
func checkHead(t *testing.T, name string, d *document.Document, e *isms.Entry, o scaffold.Options) {
	t.Helper()
	title, drafter := e.TitleEN, o.Secretariat
	if o.Language == message.Japanese {
		title = e.Title
	}
	if e.Drafter == isms.Manager {
		drafter = o.Manager
	}
	for key, want := range map[string]string{"title": title, "revision": "1", "status": "draft",
		"established": day.String(), "revised": "", "drafted_by": drafter, "approved_by": "", "approved_on": ""} {
		if got := field(d, key); got != want {
			t.Errorf("%s: %s is %q, want %q", name, key, got, want)
		}
	}
	if len(d.Headings) == 0 || d.Headings[0].Text != title {
		t.Errorf("%s: the first heading is not %q", name, title)
	}
	if !strings.HasPrefix(path.Base(name), e.Number) {
		t.Errorf("%s: the name does not begin with %s", name, e.Number)
	}
}

func TestNothingToFind(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		for _, o := range []scaffold.Options{options(lang), {Language: lang, Date: day}} {
			if got := check(t, generate(t, o)); got != "" {
				t.Errorf("findings in a new ISMS of %+v:\n%s", o, got)
			}
		}
	})
}

// The statement of applicability names each control of the standard once, in
// order, by its title, with a reason of its own.
func TestStatementOfApplicability(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		var got []string
		reasons := map[string]bool{}
		for _, table := range numbered(t, lang, "ISMS-A-02").Tables {
			for _, row := range table.Rows {
				id, ok := standard.ParseID(row.Cells[0].Text)
				if !ok {
					continue
				}
				got = append(got, id+" "+row.Cells[1].Text)
				reasons[row.Cells[3].Text] = true
				if ref := "ISMS-A-04 " + id; row.Cells[5].Text != ref {
					t.Errorf("%s is implemented in %q, want %q", id, row.Cells[5].Text, ref)
				}
			}
		}
		sameLines(t, got, controls(t, lang))
		if len(reasons) != len(got) {
			t.Errorf("%d different reasons for %d controls", len(reasons), len(got))
		}
	})
}

// The control rules have a section for each control, in order.
func TestControlRules(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		var got []string
		for _, h := range numbered(t, lang, "ISMS-A-04").Headings {
			if h.Level == 3 {
				got = append(got, h.Text)
			}
		}
		sameLines(t, got, controls(t, lang))
	})
}

// controls returns id and title of the controls of the standard.
func controls(t *testing.T, lang message.Language) []string {
	t.Helper()
	var list []string
	for _, c := range standards(t).Controls(standard.Edition2022) {
		list = append(list, c.ID+" "+c.Title(lang))
	}
	return list
}

func sameLines(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// The documents tell the reader where things are; they must be there.
func TestPathsExist(t *testing.T) {
	inCode := regexp.MustCompile("`((?:policies|registers|forms|records|approvals|\\.github)/[^`]*)`")
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		files := generate(t, options(lang))
		found := 0
		for name, content := range files {
			for _, m := range inCode.FindAllStringSubmatch(content, -1) {
				found++
				exists := strings.HasPrefix(m[1], "records/ISMS-B-") // made with the first record
				for other := range files {
					exists = exists || other == m[1] || strings.HasSuffix(m[1], "/") && strings.HasPrefix(other, m[1])
				}
				if !exists {
					t.Errorf("%s names %s, which does not exist", name, m[1])
				}
			}
		}
		if found == 0 {
			t.Error("no document names a path")
		}
	})
}

// A document writes dates in one notation and claims nothing about the time
// before its establishment.
func TestDates(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		for name, d := range documents(t, generate(t, options(lang))) {
			if len(d.Dates) == 0 {
				t.Errorf("%s: no date in the revision history", name)
			}
			for _, at := range d.Dates {
				if at.Format != d.Dates[0].Format {
					t.Errorf("%s: %q and %q are different notations", name, d.Dates[0].Text, at.Text)
				}
				if at.Day.Before(day) {
					t.Errorf("%s: %q is before the day of establishment", name, at.Text)
				}
			}
		}
	})
}

// The matrix of the manual is the formula of the configuration.
func TestRiskMatrix(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		cells := 0
		for _, table := range numbered(t, lang, "ISMS-A-03").Tables {
			if len(table.Header) != 10 {
				continue
			}
			for damage, row := range table.Rows {
				for i, cell := range row.Cells[1:] {
					cells++
					if want := (damage + 1) * (i/3 + 1 + i%3 + 1); cell.Text != strconv.Itoa(want) {
						t.Errorf("damage %d, column %d is %s, want %d", damage+1, i+1, cell.Text, want)
					}
				}
			}
		}
		if cells != 27 {
			t.Errorf("the matrix has %d cells, want 27", cells)
		}
		got, def := readConfig(t, generate(t, options(lang))).Risk, config.Default().Risk
		if got.Formula != def.Formula || len(got.Factors) != len(def.Factors) || len(got.Bands) != len(def.Bands) {
			t.Errorf("the risk model is %+v, want %+v", got, def)
		}
	})
}
