package isms

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/source"
)

// RevisionTable is the revision history (改訂履歴) of a controlled document.
type RevisionTable struct {
	// Table is the index of the table in Document.Tables.
	Table int
	// Header is the span of the header row.
	Header source.Span
	// Columns are the columns that the header names.
	Columns map[RevisionColumn]int
	Rows    []Revision
}

// RevisionColumn is a column of the revision history.
type RevisionColumn string

// The columns of the revision history (design §2.2).
const (
	ColumnRevision RevisionColumn = "revision" // 改訂番号
	ColumnDate     RevisionColumn = "date"     // 改訂日
	ColumnChange   RevisionColumn = "change"   // 改訂内容
	ColumnDrafted  RevisionColumn = "drafted"  // 作成
	ColumnApproved RevisionColumn = "approved" // 承認
)

// Revision is one row of the revision history.
type Revision struct {
	Span     source.Span
	Revision Number
	Date     Day
	Change   Value
	Drafted  Value
	Approved Value
	// Further is what else the row says: the cells of columns that no revision
	// history has to have, and the rows below that only go on with this one.
	Further string
}

// revisionLabels are the header texts of the columns, in the form of [fold.Key].
var revisionLabels = map[RevisionColumn][]string{
	ColumnRevision: {"改訂番号", "改定番号", "版数", "版", "改訂", "改訂no", "改訂no.", "版番号", "rev", "rev.", "revno", "rev.no.", "revision", "revisionno", "revisionno.", "revisionnumber", "version", "versionno", "versionno.", "versionnumber", "ver", "ver.", "issue", "issueno", "issueno."},
	ColumnDate:     {"改訂日", "改定日", "改訂年月日", "改定年月日", "制定・改訂日", "制定改訂日", "制定/改訂日", "日付", "年月日", "date", "revised", "dateofrevision", "revisiondate", "issuedate", "dateofissue"},
	ColumnChange:   {"改訂内容", "改定内容", "変更内容", "改訂箇所", "内容", "改訂理由", "改訂箇所・理由", "改訂箇所及び理由", "改訂箇所と理由", "改訂内容・理由", "改訂内容及び理由", "改訂の内容", "改訂事項", "変更箇所", "変更点", "変更理由", "理由", "摘要", "概要", "change", "changes", "description", "reason", "summary", "changedescription", "descriptionofchange", "changesummary", "summaryofchanges", "natureofchange"},
	ColumnDrafted:  {"作成", "作成者", "作成印", "起案", "起案者", "担当", "担当者", "drafted", "draftedby", "drafter", "author", "preparedby", "changedby"},
	ColumnApproved: {"承認", "承認者", "承認印", "決裁", "決裁者", "approved", "approvedby", "approver", "approval", "authorisedby", "authorizedby"},
}

// findRevisionTable returns the revision history: the first table under a
// heading that is called so, or else the first table whose header names both a
// revision and its date. It returns nil when there is none.
func findRevisionTable(d *document.Document) *RevisionTable {
	var fallback *RevisionTable
	for i := range d.Tables {
		t := readRevisionTable(d, i)
		if t == nil {
			continue
		}
		if s := d.Tables[i].Section; s >= 0 && IsRevisionHeading(d.Headings[s].Title) {
			return t
		}
		_, hasChange := t.Columns[ColumnChange]
		if fallback == nil && hasChange {
			fallback = t
		}
	}
	return fallback
}

// IsRevisionHeading reports whether a heading announces the revision history.
func IsRevisionHeading(title string) bool {
	key := fold.Key(title)
	for _, name := range []string{"改訂履歴", "改定履歴", "改訂歴", "改定歴", "版歴", "revisionhistory", "changehistory", "documenthistory"} {
		if strings.HasPrefix(key, name) {
			return true
		}
	}
	return false
}

func readRevisionTable(d *document.Document, index int) *RevisionTable {
	table := &d.Tables[index]
	columns := map[RevisionColumn]int{}
	for i, cell := range table.Header {
		key := fold.Key(cell.Text)
		for column, labels := range revisionLabels {
			if _, taken := columns[column]; !taken && slices.Contains(labels, key) {
				columns[column] = i
			}
		}
	}
	if _, ok := columns[ColumnRevision]; !ok {
		return nil
	}
	if _, ok := columns[ColumnDate]; !ok {
		return nil
	}
	t := &RevisionTable{Table: index, Columns: columns, Header: table.Span}
	if n := len(table.Header); n > 0 {
		t.Header = source.Span{Start: table.Header[0].Span.Start, End: table.Header[n-1].Span.End}
	}
	at := -1 // the row that a row without a revision of its own goes on with
	for i := range table.Rows {
		row := readRevision(&table.Rows[i], columns)
		if cells := table.Rows[i].Cells; len(table.Header) > len(columns) || len(cells) > len(columns) {
			row.Further = cellsBeside(cells, columns)
		}
		if i > 0 {
			row.repeat(&t.Rows[i-1])
		}
		if !row.continues() {
			at = i
		} else if at >= 0 {
			t.Rows[at].Further += "\n" + row.Change.Text + row.Further
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// repeat replaces marks that mean "as above" by what the row above says. The
// places stay those of the marks.
func (r *Revision) repeat(above *Revision) {
	if isDitto(r.Date.Text) {
		day := above.Date
		day.Span = r.Date.Span
		r.Date = day
	}
	for _, v := range []struct{ own, above *Value }{{&r.Drafted, &above.Drafted}, {&r.Approved, &above.Approved}} {
		if isDitto(v.own.Text) {
			v.own.Text = v.above.Text
		}
	}
}

func isDitto(text string) bool {
	switch text {
	case "〃", "″", "同上", "ditto", "Ditto":
		return true
	}
	return false
}

func readRevision(row *document.TableRow, columns map[RevisionColumn]int) Revision {
	cell := func(c RevisionColumn) Value {
		i, ok := columns[c]
		if !ok || i >= len(row.Cells) {
			return Value{Span: row.Span}
		}
		return Value{Text: strings.TrimSpace(row.Cells[i].Text), Span: row.Cells[i].Span, Present: true}
	}
	return Revision{
		Span:     row.Span,
		Revision: numberOf(cell(ColumnRevision)),
		Date:     dayOf(cell(ColumnDate)),
		Change:   cell(ColumnChange),
		Drafted:  cell(ColumnDrafted),
		Approved: cell(ColumnApproved),
	}
}

// cellsBeside returns the texts of the cells that are in none of the columns.
func cellsBeside(cells []document.TableCell, columns map[RevisionColumn]int) string {
	used := make([]bool, len(cells))
	for _, i := range columns {
		if i < len(used) {
			used[i] = true
		}
	}
	text := ""
	for i := range cells {
		if t := strings.TrimSpace(cells[i].Text); t != "" && !used[i] {
			text += "\n" + t
		}
	}
	return text
}

// Blank reports whether the row says nothing, as rows kept free for later
// revisions do. Such rows may have their numbers filled in.
func (r *Revision) Blank() bool {
	return r.Date.None() && r.Change.None() && r.Drafted.None() && r.Approved.None()
}

// continues reports whether the row only goes on with the changes of the row
// above, as rows do that were merged cells in another format.
func (r *Revision) continues() bool {
	return r.Revision.None() && r.Date.None() && r.Drafted.None() && r.Approved.None()
}

// Ordered returns the rows that stand for a revision, the oldest first. A
// history kept with the newest revision on top is turned round.
func (t *RevisionTable) Ordered() []Revision {
	if t == nil {
		return nil
	}
	rows := make([]Revision, 0, len(t.Rows))
	for i := range t.Rows {
		if r := &t.Rows[i]; !r.Blank() && (len(rows) == 0 || !r.continues()) {
			rows = append(rows, *r)
		}
	}
	if newestFirst(rows) {
		slices.Reverse(rows)
	}
	return rows
}

// newestFirst reports whether most numbers fall from row to row or, where the
// numbers do not tell, the last date is before the first.
func newestFirst(rows []Revision) bool {
	falling := 0
	for i := 1; i < len(rows); i++ {
		before, after := rows[i-1].Revision, rows[i].Revision
		switch {
		case !before.Valid || !after.Valid:
		case after.Int < before.Int:
			falling++
		case after.Int > before.Int:
			falling--
		}
	}
	if falling != 0 || len(rows) < 2 {
		return falling > 0
	}
	first, last := rows[0].Date, rows[len(rows)-1].Date
	return first.Valid() && last.Valid() && last.Date.Before(first.Date)
}

// Latest returns the newest row that says something, and false when there is
// none.
func (t *RevisionTable) Latest() (Revision, bool) {
	rows := t.Ordered()
	if len(rows) == 0 {
		return Revision{}, false
	}
	return rows[len(rows)-1], true
}

// numberOf reads a whole number, alone or as people write revisions: 第2版,
// 2版, Rev.2, r2.
func numberOf(v Value) Number {
	n := Number{Value: v}
	text := fold.Key(v.Text)
	for _, prefix := range []string{"revision", "rev.", "rev", "ver.", "ver", "第", "改訂", "no.", "r", "v"} {
		if rest, ok := strings.CutPrefix(text, prefix); ok {
			text = rest
			break
		}
	}
	if text == "初版" || text == "初" {
		text = "1"
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, "版"), "訂")
	i, err := strconv.Atoi(text)
	n.Int, n.Valid = i, err == nil && i >= 0 && !strings.HasPrefix(text, "+")
	return n
}
