package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

// number compares the number. Where the front matter has a number that the
// catalogue does not know, document/number and document/unknown-number report.
func (c coverCheck) number(field isms.CoverField) {
	head := c.f.Meta.Number
	if head.Empty() || field.Value.Text == head.Text || strings.Contains(numberKey(field.Value.Text), numberKey(head.Text)) {
		return
	}
	if c.f.Entry == nil && spelledEntry(c.p.Catalogue, field.Value.Text) != nil {
		return
	}
	c.differs(field, head, head.Text)
}

// title compares the title; the cover may have it in the other language, or
// with more words. Where the cover has it right, document/title reports.
func (c coverCheck) title(field isms.CoverField) {
	if head := c.f.Meta.Title; !head.Empty() && field.Value.Text != head.Text && !sameTitle(c.f, field.Value.Text) {
		c.differs(field, head, head.Text)
	}
}

// sameTitle reports whether a text contains the title of the file, or that of
// its entry in either language.
func sameTitle(f *isms.File, text string) bool {
	titles := []string{f.Meta.Title.Text}
	if f.Entry != nil {
		titles = append(titles, f.Entry.Title, f.Entry.TitleEN)
	}
	key := fold.Key(text)
	return slices.ContainsFunc(titles, func(t string) bool { return t != "" && strings.Contains(key, fold.Key(t)) })
}

// text compares a value that the cover repeats as it is.
func (c coverCheck) text(field isms.CoverField, head isms.Value) {
	if !head.Empty() && !fold.Equal(field.Value.Text, head.Text) {
		c.differs(field, head, head.Text)
	}
}

// organization compares with the legal name of the configuration and its
// declared spellings; more words, such as a department, may follow. The own
// name with another legal form is reported by text/organization-name.
func (c coverCheck) organization(field isms.CoverField) {
	o := c.p.Config.Organization
	if o.Name == "" {
		c.text(field, c.f.Meta.Organization)
		return
	}
	if strings.Contains(field.Value.Text, o.Name) || field.Value.None() {
		return
	}
	key := fold.Key(field.Value.Text)
	own := append(append([]string{o.Name}, o.Aliases...), splitLegalName(o.Name).cores...)
	for _, name := range own {
		if strings.Contains(key, fold.Key(name)) {
			return
		}
	}
	at := field.Value.Span
	c.p.Report(lint.Finding{File: c.f.Path, Span: &at, Message: message.Textf(
		"表紙の「%[1]s」が「%[2]s」ですが、ismslint.toml の組織名は「%[3]s」です。正しい表記がほかにもあれば organization.aliases に加えてください",
		"the cover gives %[2]q as %[1]q, expected %[3]q; other legal spellings belong in organization.aliases of ismslint.toml",
		field.Label, field.Value.Text, o.Name)})
}

// edition compares the edition of the standard. What document/edition reports
// is left to it: a front matter with another edition than the organisation
// has, and a year in which none was published.
func (c coverCheck) edition(field isms.CoverField) {
	head := standard.Edition(c.f.Meta.Edition.Text)
	if !head.Valid() || string(head) != c.p.Config.Standard.Edition {
		return
	}
	named := designations(field.Value.Text)
	for _, d := range named {
		if d.edition == "" {
			return
		}
	}
	if len(named) > 0 && !slices.ContainsFunc(named, func(d designation) bool { return d.edition == head }) {
		c.differs(field, c.f.Meta.Edition, head.JIS()+" ("+head.ISO()+")")
	}
}

// revision compares the revision number. The revision history is a third place
// that names revision, dates and approver: where the cover agrees with it, it is
// the front matter that differs, and revision/mismatch reports that.
func (c coverCheck) revision(field isms.CoverField) {
	head, n := c.f.Meta.Revision, field.Number()
	last, _ := c.f.Revisions.Latest()
	if head.Valid && n.Valid && n.Int != head.Int && !(last.Revision.Valid && n.Int == last.Revision.Int) {
		c.differs(field, head.Value, head.Text)
	}
}

// day compares a date that may be written in any notation; row is that of the
// revision history.
func (c coverCheck) day(field isms.CoverField, head, row isms.Day) {
	if day := onlyDate(field.Value.Text); head.Valid() && !day.IsZero() && day != head.Date && day != row.Date {
		c.differs(field, head.Value, head.Date.String())
	}
}

// established compares the established date.
func (c coverCheck) established(field isms.CoverField) {
	var first isms.Revision
	if rows := c.f.Revisions.Ordered(); len(rows) > 0 {
		first = rows[0]
	}
	c.day(field, c.f.Meta.Established, first.Date)
}

// revised compares the revised date. A first revision has none; a cover that
// repeats the established date then means the same. A later one without it is
// reported by revision/mismatch.
func (c coverCheck) revised(field isms.CoverField) {
	m := c.f.Meta
	day := onlyDate(field.Value.Text)
	if !m.Revised.Empty() {
		last, _ := c.f.Revisions.Latest()
		c.day(field, m.Revised, last.Date)
		return
	}
	if day.IsZero() || day == m.Established.Date || !m.Revision.Valid || m.Revision.Int > c.p.Config.Documents.InitialRevision {
		return
	}
	at := field.Value.Span
	c.p.Report(lint.Finding{
		File: c.f.Path, Span: &at,
		Message: message.Textf("表紙に改訂日「%[1]s」がありますが、文書情報では最初の版（改訂番号 %[2]d）で、改訂日がありません",
			"the cover has the revised date %[1]q, expected none for the first revision (%[2]d) that the front matter states", field.Value.Text, m.Revision.Int),
		Related: related(c.f, m.Revision.Place(), "文書情報の改訂番号", "revision in the front matter"),
	})
}

// onlyDate returns the one date in a text, or no day.
func onlyDate(text string) date.Date {
	var found date.Date
	n := 0
	date.Scan(text, func(_, _ int, _ date.Format, d date.Date) bool {
		found = d
		n++
		return true
	})
	if n != 1 {
		return date.Date{}
	}
	return found
}
