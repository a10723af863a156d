package rules

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// checkCell reports a value that does not fit its column: a mark for "as
// above" where a program must read the value, a value outside the enumeration,
// a date, month or number that is none.
func checkCell(p *lint.Pass, r *isms.Row, c *schema.Column, v isms.Value) {
	isKey := c.Name == r.Table.Schema.Key[0]
	typed := len(c.Values) > 0 || c.Format != "" || len(c.References) > 0 || isNumber(c) || isLevel(c) || isKey
	if !typed || isOpenCell(r.Table, v.Text) {
		return
	}
	if v.Ditto() && isKey {
		reportEmptyCell(p, r, c, v)
		return
	}
	if v.Ditto() {
		p.Report(tableFinding(r.Table, v.Span, message.Textf(
			"%[1]s「%[2]s」が「%[3]s」です。行を単独で読めるように、上の行と同じ値を記入してください",
			"%[2]q%[1]s is %[3]q, expected the value itself, so that the row can be read alone", ofRow(r), columnTitle(r.Table, c), v.Text)))
		return
	}
	switch {
	case len(c.Values) > 0:
		checkEnumeration(p, r, c, v)
	case c.Format == "date":
		if !r.Moment(c.Name).Valid() && !takes(c, v.Text) && !isReportedDate(r, v) {
			reportUnfit(p, r, c, v, message.Text{JA: "年月日（例: 2026-04-01）", EN: "a day such as 2026-04-01"})
		}
	case c.Format == "month":
		if !r.Month(c.Name).Valid() {
			reportUnfit(p, r, c, v, message.Text{JA: "年と月（例: 2026-04）", EN: "a month of a year such as 2026-04"})
		}
	case isNumber(c):
		n := r.Number(c.Name)
		if whole := slices.Contains(c.Types, "integer"); !n.Valid || whole && n.Float != float64(int(n.Float)) {
			reportUnfit(p, r, c, v, expectedNumber(c, whole))
		}
	case isLevel(c) && c.Types[0] == "integer" && hasUnit(v.Text):
		reportUnfit(p, r, c, v, expectedNumber(c, true))
	}
}

// checkWidth reports an id in full-width characters in a CSV file. In documents
// text/width does.
func checkWidth(p *lint.Pass, r *isms.Row, c *schema.Column, v isms.Value) {
	isID := c.Name == r.Table.Schema.Key[0] || len(c.References) > 0 && !slices.Contains(c.References, "person")
	if !isID || r.Table.Path == r.Table.File.Path || !strings.ContainsFunc(v.Text, isWideAlnum) {
		return
	}
	finding := tableFinding(r.Table, v.Span, message.Textf("全角の「%[1]s」があります。番号は半角の「%[2]s」にしてください",
		"full-width %[1]q, expected %[2]q", cellExcerpt(v.Text), cellExcerpt(toHalfWidth(v.Text))))
	finding.Severity = lint.Info
	p.Report(finding)
}

// isNumber reports whether nothing but a number belongs in the column.
func isNumber(c *schema.Column) bool {
	return len(c.Types) == 1 && (c.Types[0] == "integer" || c.Types[0] == "number")
}

// isLevel reports whether a number or the name of a level belongs in the column.
func isLevel(c *schema.Column) bool {
	return len(c.Types) == 2 && (c.Types[0] == "integer" || c.Types[0] == "number") && c.Types[1] == "string"
}

// hasUnit reports whether the text is a number with a unit behind it.
func hasUnit(text string) bool {
	key := fold.Key(isms.WithoutRemark(text))
	unit := strings.TrimLeft(key, "0123456789.")
	if len(unit) == len(key) {
		return false
	}
	switch unit {
	case "点", "ポイント", "pt", "pts", "point", "points", "個", "円", "%", "kg":
		return true
	}
	return false
}

func expectedNumber(c *schema.Column, whole bool) message.Text {
	t := message.Text{JA: "数値", EN: "a number"}
	if whole {
		t = message.Text{JA: "整数", EN: "a whole number"}
	}
	if len(c.Units) > 0 {
		t.JA += "（「" + c.Units[0] + "」を付けてもよい）"
		return t
	}
	return message.Text{JA: "単位を付けない" + t.JA, EN: t.EN + " without a unit"}
}

// takes reports whether a text may stand in the column besides values of its
// type.
func takes(c *schema.Column, text string) bool {
	if len(c.Values) > 0 {
		_, ok := isms.CanonicalIn(c, text)
		return ok
	}
	text = isms.WithoutRemark(text)
	return slices.ContainsFunc(c.Also, func(also string) bool { return fold.Equal(also, text) })
}

func checkEnumeration(p *lint.Pass, r *isms.Row, c *schema.Column, v isms.Value) {
	values := []isms.Value{v}
	if c.List || isRiskOption(r.Table, c.Name) {
		if _, ok := isms.CanonicalIn(c, v.Text); !ok {
			values = isms.SplitList(v)
		}
	}
	for _, item := range values {
		if _, ok := isms.CanonicalIn(c, item.Text); ok {
			continue
		}
		expected := message.Textf("%[1]sのいずれか", "%[1]s", c.Choices())
		if near := nearestLabel(c, item.Text); near != "" {
			expected = message.Textf("%[1]sのいずれか（「%[2]s」の誤りではありませんか）", "%[1]s (did you mean %[2]q?)", c.Choices(), near)
		}
		reportUnfit(p, r, c, item, expected)
	}
}

func nearestLabel(c *schema.Column, text string) string {
	var labels []string
	for _, v := range c.Values {
		labels = append(labels, v.Labels...)
	}
	return schema.Nearest(text, labels)
}

func reportUnfit(p *lint.Pass, r *isms.Row, c *schema.Column, v isms.Value, expected message.Text) {
	p.Report(tableFinding(r.Table, v.Place(), message.Textf(
		"%[1]s「%[2]s」が「%[3]s」です。%[4]sを記入してください",
		"%[2]q%[1]s is %[3]q, expected %[4]s", ofRow(r), columnTitle(r.Table, c), cellExcerpt(v.Text), expected)))
}

func reportEmptyCell(p *lint.Pass, r *isms.Row, c *schema.Column, v isms.Value) {
	title := columnTitle(r.Table, c)
	if c.Name == r.Table.Schema.Key[0] && v.Text != "" {
		p.Report(tableFinding(r.Table, v.Span, message.Textf(
			"「%[1]s」が「%[2]s」です。上の行と同じ場合も、行ごとに記入してください",
			"%[1]q is %[2]q, expected a value in every row, also where it is that of the row above", title, v.Text)))
		return
	}
	if c.Name == r.Table.Schema.Key[0] {
		p.Report(tableFinding(r.Table, v.Span, message.Textf(
			"「%[1]s」が空です。上の行と同じ場合も、行ごとに記入してください",
			"%[1]q is empty, expected a value in every row, also where it is that of the row above", title)))
		return
	}
	if v.Text == "" {
		p.Report(tableFinding(r.Table, v.Span, message.Textf(
			"%[1]s「%[2]s」が空です。必ず記入してください", "%[2]q%[1]s is empty, expected a value", ofRow(r), title)))
		return
	}
	p.Report(tableFinding(r.Table, v.Span, message.Textf(
		"%[1]s「%[2]s」が「%[3]s」です。必須の項目なので、値を記入してください",
		"%[2]q%[1]s is %[3]q, expected a value because it is mandatory", ofRow(r), title, v.Text)))
}

// isReportedDate reports whether the cell holds a date that does not exist,
// which text/date-format reports in documents.
func isReportedDate(r *isms.Row, v isms.Value) bool {
	if r.Table.Path != r.Table.File.Path {
		return false
	}
	dates := r.Table.File.Doc.Dates
	i, _ := slices.BinarySearchFunc(dates, v.Span.Start, func(d document.Date, at int) int { return cmp.Compare(d.Span.Start, at) })
	for ; i < len(dates) && v.Span.Contains(dates[i].Span); i++ {
		if dates[i].Day.IsZero() {
			return true
		}
	}
	return false
}
