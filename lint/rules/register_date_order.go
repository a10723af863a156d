package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var registerDateOrder = &lint.Rule{
	Name:         "register/date-order",
	Severity:     lint.Error,
	Requirements: []string{"FRM-5", "B12-2", "B24-1"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "1つの行又は記録の中で、日付の前後が逆です（発生→発見→報告→終了、開始→完了など）",
			EN: "the dates of one row or record are out of order (occurred, found, reported, closed; start, end)",
		},
		Why: message.Text{
			JA: "起こる前に報告した、始める前に終えたという記録は、後から作ったものと疑われ、期限を守ったことの証拠になりません",
			EN: "a record of a report before the event, or of an end before the beginning, looks made up and proves no deadline",
		},
		Wrong: registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2023-04-03 |
`),
		Right: registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2024-04-01 |
`),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Meta.Status == isms.Obsolete {
			return
		}
		for _, t := range f.Tables {
			if len(t.Schema.Order) == 0 {
				continue
			}
			for i := range t.Rows {
				checkOrder(p, &t.Rows[i])
			}
		}
	},
}

// approvedOn stands in the order of a record for the day of its approval.
const approvedOn = "approved_on"

// checkOrder holds every date of an order against the one before it that is
// given. A date that broke the order is passed over, so that one wrong date
// gives one finding.
func checkOrder(p *lint.Pass, r *isms.Row) {
	if r.Shifted() {
		return
	}
	for _, order := range r.Table.Schema.Order {
		var last isms.Moment
		lastName := ""
		for _, name := range order {
			m := momentOfOrder(r, name)
			if !m.Valid() {
				continue
			}
			if lastName != "" && m.Before(last) {
				reportDateOrder(p, r, lastName, last, name, m)
				continue
			}
			last, lastName = m, name
		}
	}
}

func momentOfOrder(r *isms.Row, name string) isms.Moment {
	if name == approvedOn {
		return isms.Moment{Day: r.Table.File.Meta.ApprovedOn}
	}
	return r.Moment(name)
}

func reportDateOrder(p *lint.Pass, r *isms.Row, before string, earlier isms.Moment, after string, later isms.Moment) {
	at := earlier.Span
	p.Report(tableFinding(r.Table, later.Span, message.Textf(
		"%[1]s「%[2]s」が %[3]s で、「%[4]s」の %[5]s より前です。どちらかの日付を直してください",
		"%[2]q%[1]s is %[3]s, which is before %[4]q on %[5]s; expected them in this order",
		ofRow(r), orderTitle(r, after), later, orderTitle(r, before), earlier),
		lint.Related{File: r.Table.Path, Span: &at, Message: orderTitle(r, before)}))
}

func orderTitle(r *isms.Row, name string) message.Text {
	if name == approvedOn {
		return message.Text{JA: "承認日", EN: "Approved on"}
	}
	return columnTitle(r.Table, r.Table.Schema.Column(name))
}
