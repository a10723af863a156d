package isms_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint/isms"
)

const assetHead = `| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
`

func TestShifted(t *testing.T) {
	for _, c := range []struct {
		name, row string
		want      bool
	}{
		{"whole", "| AS-001 | 営業部 | 名簿 | 情報 | 伊藤 | 営業部 | サーバ | 秘 | 3 | 2 | 2 | 2026-04-01 | 2026-04-01 |", false},
		{"cut short", "| AS-001 | 営業部 | 名簿 | 情報 | 伊藤 | 営業部 | サーバ | 秘 | 3 |", false},
		{"blank cell too many", "| AS-001 | 営業部 | 名簿 | 情報 | 伊藤 | 営業部 | サーバ | 秘 | 3 | 2 | 2 | 2026-04-01 | 2026-04-01 | |", false},
		{"left out before an enumeration", "| AS-001 | 営業部 | 情報 | 伊藤 | 営業部 | サーバ | 秘 | 3 | 2 | 2 | 2026-04-01 | 2026-04-01 |", true},
		{"left out before a date", "| AS-001 | 営業部 | 名簿 | 情報 | 伊藤 | 営業部 | サーバ | 秘 | 2 | 2 | 2026-04-01 | 2026-04-01 |", false},
		{"bar in a text", "| AS-001 | 営業部 | 名|簿 | 情報 | 伊藤 | 営業部 | サーバ | 秘 | 3 | 2 | 2 | 2026-04-01 | 2026-04-01 |", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := systemOf(t, map[string]string{"b01.md": frontMatter("ISMS-B-01", "情報資産台帳") + assetHead + c.row + "\n"})
			row := s.Find("asset", "AS-001")
			if row == nil {
				t.Fatal("the key was not read")
			}
			if row.Shifted() != c.want {
				t.Errorf("shifted is %v, want %v", row.Shifted(), c.want)
			}
			if got := row.Written("name").Present; got == c.want {
				t.Errorf("the name is read: %v, although shifted is %v", got, c.want)
			}
		})
	}
}

func TestMayDefine(t *testing.T) {
	const rest = " | 営業部 | 名簿 | 情報 | 伊藤 | 営業部 | サーバ | 秘 | 3 | 2 | 2 | 2026-04-01 | 2026-04-01 |\n"
	for _, c := range []struct {
		name, ids, id string
		may, repeats  bool
	}{
		{"in order", "| AS-001" + rest + "| AS-003" + rest, "AS-002", false, false},
		{"blank", "| AS-001" + rest + "| " + rest + "| AS-003" + rest, "AS-002", true, false},
		{"ditto", "| AS-001" + rest + "| 〃" + rest, "AS-002", true, false},
		{"beyond the rows", "| AS-001" + rest + "| " + rest, "AS-003", false, false},
		{"of another kind", "| AS-001" + rest + "| " + rest, "R-001", false, false},
		{"twice", "| AS-001" + rest + "| AS-001" + rest, "AS-002", true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := systemOf(t, map[string]string{"b01.md": frontMatter("ISMS-B-01", "情報資産台帳") + assetHead + c.ids})
			if got := s.MayDefine("asset", c.id); got != c.may {
				t.Errorf("MayDefine is %v, want %v", got, c.may)
			}
			if got := s.Repeats("asset", "ＡＳ－００１"); got != c.repeats {
				t.Errorf("Repeats is %v, want %v", got, c.repeats)
			}
		})
	}
}

func TestFieldsTwice(t *testing.T) {
	s := systemOf(t, map[string]string{"car.md": "---\nform: ISMS-B-24\nrecord: CAR-2026-001\ntitle: x\nstatus: approved\n---\n# x\n\n" +
		"| 項目 | 内容 |\n|---|---|\n| 発見日 | 2026-04-01 |\n| 発見日 | 2026年4月2日 |\n| 原因 | 甲 |\n| 原因 | 乙 |\n| 完了日 | 2026-05-01 | 余り |\n"})
	var tables []*isms.Table
	for t := range s.AllTables() {
		if t.Fields {
			tables = append(tables, t)
		}
	}
	if len(tables) == 0 {
		t.Fatal("no fields")
	}
	record := tables[0]
	if got := record.Repeated(); len(got) != 1 || got[0].Second.Text != "2026年4月2日" {
		t.Errorf("repeated fields are %v, want the day on which it was found", got)
	}
	if got := record.Surplus(); len(got) != 1 {
		t.Errorf("surplus cells are %v, want one", got)
	}
}
