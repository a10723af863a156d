package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// retentionCheck checks one collection of forms.
type retentionCheck struct {
	p         *lint.Pass
	f         *isms.File
	severity  lint.Severity
	catalogue *formCatalogue
	covered   map[*isms.Entry]bool
	tables    []*retentionTable
}

func (c *retentionCheck) report(at source.Span, subject string, text message.Text) {
	c.p.Report(lint.Finding{File: c.f.Path, Span: &at, Severity: c.severity, Subject: subject, Message: text})
}

// table checks the cells of one table and notes which forms it covers.
func (c *retentionCheck) table(t *retentionTable) {
	c.tables = append(c.tables, t)
	for _, column := range []struct {
		index  int
		ja, en string
	}{{t.period, "保管期間", "retention period"}, {t.place, "保管場所", "storage place"}} {
		if column.index < 0 {
			c.report(headerOf(t.Table), column.ja, message.Textf("様式の表に%[1]sの列がありません。様式ごとに定めてください",
				"the table of forms has no column for the %[2]s, expected one", column.ja, column.en))
		}
	}
	for i := range t.Rows {
		for _, e := range t.forms[i] {
			c.covered[e] = true
		}
		if len(t.forms[i]) > 0 {
			c.row(t, i)
		}
	}
}

func (c *retentionCheck) row(t *retentionTable, i int) {
	row, form := &t.Rows[i], t.forms[i][0]
	if t.place >= 0 {
		if v := cellValue(row, t.place); v.None() {
			c.report(placeIn(v, row.Span), form.Number+" place", message.Textf("「%[1]s」の保管場所がありません。フォルダやキャビネットなどの場所を記入してください",
				"%[1]q has no storage place, expected a folder, cabinet or the like", form.String()))
		}
	}
	if t.period < 0 {
		return
	}
	switch v := cellValue(row, t.period); {
	case v.None():
		c.report(placeIn(v, row.Span), form.Number+" period", message.Textf("「%[1]s」の保管期間がありません。「3年」「契約終了後5年」のように記入してください",
			"%[1]q has no retention period, expected one such as \"3 years\"", form.String()))
	case t.unit && containsNumber(v.Text) || i > 0 && isDitto(v.Text) || isPeriod(v.Text):
	case !hasStandIn(v.Text):
		c.report(v.Span, "", message.Textf("「%[1]s」の保管期間「%[2]s」では、いつまで保管するか分かりません。「3年」「契約終了後5年」「廃棄まで」のように定めてください",
			"the retention period %[2]q of %[1]q does not say how long, expected one such as \"3 years\" or \"until the contract ends\"", form.String(), v.Text))
	}
}

// missing reports the forms that no table covers.
func (c *retentionCheck) missing() {
	switch {
	case len(c.catalogue.forms) == 0:
		return
	case len(c.tables) == 0:
		c.report(c.f.Head(), "", message.Textf("様式ごとの保管期間と保管場所を定めた表がありません。様式番号、保管期間、保管場所の列を持つ表を加えてください",
			"there is no table of retention periods and storage places, expected one with the columns form number, retention period and storage place"))
		return
	}
	at := headerOf(c.tables[0].Table)
	for _, e := range c.catalogue.forms {
		if !e.Optional && !c.covered[e] {
			c.report(at, e.Number, message.Textf("様式の表に「%[1]s」の行がありません。保管期間と保管場所を定めてください",
				"the table of forms has no row for %[1]q, expected its retention period and storage place", e.Label()))
		}
	}
}

// hasStandIn reports whether something such as 未定 holds the place of the real
// text, which text/placeholder reports.
func hasStandIn(text string) bool {
	var s standInScan
	s.scan(text)
	return len(s.hits) > 0
}
