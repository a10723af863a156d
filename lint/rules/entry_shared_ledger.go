package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var entrySharedLedger = &lint.Rule{
	Name:         "entry/shared-ledger",
	Severity:     lint.Warning,
	Requirements: []string{"B14-4"},
	Clauses:      []string{"7.5.3"},
	Controls:     []string{"A.5.34", "A.7.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "来訪者の氏名を、1つの表に並べて記録しています",
			EN: "the names of visitors stand in one table",
		},
		Why: message.Text{
			JA: "連名の記録簿では、後から来た人に、先に来た人の氏名と会社が見えます。票は1人1枚とし、氏名を含む原本はリポジトリーの外に保管します",
			EN: "a shared ledger shows every visitor who came before; use one slip for each, and keep those with names outside the repository",
		},
		Wrong: entryExample("| 1 | 2026-11-02 | 執務室 | 磯部 修 | いそべ設備 | 空調の点検 | 伊藤 美咲 | 10:00 | 11:30 |\n| 2 | 2026-11-02 | 会議室 | 岬 恵子 | みさき商事 | 商談 | 伊藤 美咲 | 13:00 | 14:00 |\n"),
		Right: entryExample("| 1 | 2026-11-02 | 執務室 | - | いそべ設備 | 空調の点検 | 伊藤 美咲 | 10:00 | 11:30 |\n| 2 | 2026-11-02 | 会議室 | - | みさき商事 | 商談 | 伊藤 美咲 | 13:00 | 14:00 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, t := range s.Tables(entryForm, "entries") {
			column, ok := t.Columns["name"]
			if !ok || t.File.Meta.Status == isms.Draft {
				continue
			}
			first, second := "", ""
			for i := range t.Rows {
				name := t.Rows[i].Written("name")
				switch key := fold.Key(name.Text); {
				case isBroken(&t.Rows[i]) || name.None() || isOpenCell(t, name.Text) || key == first:
				case first == "":
					first = key
				default:
					second = key
				}
			}
			if second == "" {
				continue
			}
			header := t.Header[column]
			f := tableFinding(t, header.Span, message.Textf(
				"「%[1]s」の列に、2人以上の来訪者が並んでいます。票を1人1枚に改め、氏名を含む原本はリポジトリーの外に置き、ここには月ごとの索引だけを残してください",
				"the column %[1]q lists more than one visitor, expected one slip for each outside the repository and an index here",
				cellExcerpt(header.Text)))
			f.Severity = lint.Warning
			p.Report(f)
		}
	},
}
