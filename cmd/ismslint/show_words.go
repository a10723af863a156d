package main

import (
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/schema"
)

// count says how many, in English.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func words(ja, en string) message.Text { return message.Text{JA: ja, EN: en} }

// statusCell shows the state of a document.
func statusCell(s isms.Status) report.Cell {
	switch s {
	case isms.Draft:
		return report.Cell{Text: words("作成中", "draft"), Value: s, Tone: report.Notable}
	case isms.Review:
		return report.Cell{Text: words("審査中", "review"), Value: s, Tone: report.Notable}
	case isms.Approved:
		return report.Cell{Text: words("承認済み", "approved"), Value: s, Tone: report.Good}
	case isms.Obsolete:
		return report.Cell{Text: words("廃止", "obsolete"), Value: s, Tone: report.Dim}
	}
	return report.Cell{Text: message.Same(string(s)), Value: s}
}

// missingWord says what the name of something missing means. Ids of records,
// which are not approved, stand for themselves.
func missingWord(name string) message.Text {
	switch name {
	case "document":
		return words("文書そのもの", "the document")
	case "number":
		return words("文書番号", "number")
	case "title":
		return words("文書名", "title")
	case "revision":
		return words("改訂番号", "revision")
	case "status":
		return words("状態", "status")
	case "established":
		return words("制定日", "date of issue")
	case "drafted_by":
		return words("作成者", "drafter")
	case "approval":
		return words("承認", "approval")
	case "approved_by":
		return words("承認者", "approver")
	case "approved_on":
		return words("承認日", "date of approval")
	case "revisions":
		return words("改訂履歴", "revision history")
	}
	return message.Textf("%s の承認", "approval of %s", name)
}

// peopleNames gives the names of the people that a document names by id.
func peopleNames(s *isms.System, n isms.Names) string {
	var out []string
	for _, v := range n.Each {
		name := v.Text
		if p := s.People.Find(name); p != nil && p.Name != "" {
			name = p.Name
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

// choiceCell shows a value of an enumeration by the name that people use.
func choiceCell(c *schema.Column, value string) report.Cell {
	cell := report.Cell{Text: message.Same(value), Value: value}
	if c == nil {
		return cell
	}
	for _, v := range c.Values {
		if v.Value != value {
			continue
		}
		for i := len(v.Labels) - 1; i >= 0; i-- {
			if strings.ContainsFunc(v.Labels[i], func(r rune) bool { return r >= 0x80 }) {
				cell.Text.JA = v.Labels[i]
			} else {
				cell.Text.EN = v.Labels[i]
			}
		}
	}
	return cell
}

// rowCell shows what a row says in a column, "" for none.
func rowCell(r *isms.Row, column string) report.Cell {
	if v := r.Written(column); !v.None() {
		return report.TextCell(strings.Join(strings.Fields(v.Text), " "))
	}
	return report.TextCell("")
}

// rowList shows the several values of a column.
func rowList(r *isms.Row, column string) report.Cell {
	var out []string
	for _, v := range r.List(column) {
		out = append(out, v.Text)
	}
	return report.ListCell(out)
}
