package isms_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// defaults is the builder for an empty ismslint.toml.
var defaults = sync.OnceValue(func() *isms.Builder { return makeBuilder("") })

// newBuilder returns a builder for the text of an ismslint.toml.
func newBuilder(t testing.TB, toml string) *isms.Builder {
	t.Helper()
	if toml == "" {
		return defaults()
	}
	return makeBuilder(toml)
}

func makeBuilder(toml string) *isms.Builder {
	set, err := schema.Load()
	if err != nil {
		panic(err)
	}
	std, err := standard.Load()
	if err != nil {
		panic(err)
	}
	c, problems := config.Parse(config.FileName, []byte(toml), set)
	for _, p := range problems {
		panic(p.Message.EN)
	}
	return isms.NewBuilder(c, set, std)
}

// file builds a file; files are those that it may name.
func file(t testing.TB, b *isms.Builder, path, text string, files map[string]string) *isms.File {
	t.Helper()
	return b.File(path, document.NewParser().Parse([]byte(text)), func(path string) ([]byte, error) {
		if content, ok := files[path]; ok {
			return []byte(content), nil
		}
		return nil, os.ErrNotExist
	})
}

func head(number string) string {
	return "---\nnumber: " + number + "\ntitle: 台帳\nstatus: approved\n---\n# 台帳\n\n"
}

// show writes the tables of a file with the values of their rows.
func show(f *isms.File) string {
	var b strings.Builder
	for _, t := range f.Tables {
		fmt.Fprintf(&b, "%s in %s\n", t.Name, t.Path)
		for i := range t.Rows {
			for _, c := range t.Schema.Columns {
				if v := t.Rows[i].Value(c.Name); v.Present {
					fmt.Fprintf(&b, " %s=%q", c.Name, v.Text)
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestTablesAreBound(t *testing.T) {
	for _, c := range []struct{ name, number, body, want string }{
		{"japanese", "ISMS-B-02", "| リスク番号 | 資産番号 | 脅威 | 脅威(T) | 対応の選択肢 | 色 |\n|---|---|---|---|---|---|\n| R-001 | AS-001 | 盗難 | 2 | 移転 | 赤 |\n",
			"risks in r.md\n id=\"R-001\" asset=\"AS-001\" threat=\"盗難\" threat_level=\"2\" option=\"share\"\n"},
		{"english", "ISMS-B-02", "| Risk No. | Asset ID | Threat | Owner (unit) | Option |\n|-|-|-|-|-|\n| R-001 | AS-001 | Theft | Ito | Transfer |\n",
			"risks in r.md\n id=\"R-001\" asset=\"AS-001\" threat=\"Theft\" option=\"share\" owner=\"Ito\"\n"},
		{"blanks and widths in headers", "ISMS-B-02", "| リ ス ク 番 号 | 資産Ｎｏ． | **脅威**※ | 評価日 |\n|-|-|-|-|\n| R-001 | AS-001 | 盗難 | 2026-04-01 |\n",
			"risks in r.md\n id=\"R-001\" asset=\"AS-001\" threat=\"盗難\" assessed=\"2026-04-01\"\n"},
		{"other numbers of one column win", "ISMS-B-03", "| 計画番号 | 対象月 | 状況 | 確認者 | 確認日 |\n|-|-|-|-|-|\n| RTP-001 | 2026-04 | 着手 | 佐藤 | 2026-04-30 |\n",
			"progress in r.md\n plan=\"RTP-001\" month=\"2026-04\" status=\"in-progress\" checked_by=\"佐藤\" checked_on=\"2026-04-30\"\n"},
		{"key alone is no table", "ISMS-A-02", "| 管理策番号 | 計画番号 |\n|-|-|\n| A.5.1 | RTP-001 |\n", ""},
		{"controls under headers of the title", "ISMS-A-02", "| Control | Title |\n|-|-|\n| A.5.1 | Policies |\n| A.5.2 | Roles |\n",
			"controls in r.md\n control=\"A.5.1\" title=\"Policies\"\n control=\"A.5.2\" title=\"Roles\"\n"},
		{"controls under full-width headers", "ISMS-A-02", "| Ｎｏ． | 管　理　策 | 適用 |\n|-|-|-|\n| Ａ．５．１ | 方針群 | ○ |\n",
			"controls in r.md\n control=\"Ａ．５．１\" title=\"方針群\" applicable=\"yes\"\n"},
		{"controls behind a serial number", "ISMS-A-02", "| 番号 | 管理策 | 名称 |\n|-|-|-|\n| 1 | A.5.1 | 方針群 |\n| 2 | A.5.2 | 役割 |\n",
			"controls in r.md\n control=\"A.5.1\" title=\"方針群\"\n control=\"A.5.2\" title=\"役割\"\n"},
		{"controls with their titles in one cell", "ISMS-A-02", "| 管理策 | 適用 |\n|-|-|\n| A.5.1 方針群 | ○ |\n",
			"controls in r.md\n control=\"A.5.1 方針群\" applicable=\"yes\"\n"},
		{"a list of controls beside the statement", "ISMS-A-02", "| 管理策 | 名称 |\n|-|-|\n| A.5.2 | 役割 |\n\n| 管理策番号 | 管理策名 | 適用 |\n|-|-|-|\n| A.5.1 | 方針群 | ○ |\n",
			"controls in r.md\n control=\"A.5.1\" title=\"方針群\" applicable=\"yes\"\n"},
		{"numbers of controls by group", "ISMS-A-02", "| 群 | 採用 | 除外 |\n|-|-|-|\n| A.5 組織的管理策 | 36 | 1 |\n| A.6 | 8 | 0 |\n", ""},
		{"terms are no statement", "ISMS-A-02", "| 管理策 | 名称 |\n|-|-|\n| 鍵 | 施錠 |\n", ""},
		{"no key", "ISMS-B-01", "| 段階 | 機密性 | 完全性 | 可用性 |\n|-|-|-|-|\n| 1 | 漏れても困らない | 誤りに気付ける | 待てる |\n", ""},
		{"blank, spare and total rows", "ISMS-B-14", "| 管理票番号 | 対象月 | 確認者 | 確認日 | 保管場所 |\n|-|-|-|-|-|\n| | | | | |\n| ENT-1 | | - | なし | |\n| ENT-2 | 2026-04 | 佐藤 | 2026-05-01 | 書庫 |\n| 合計 | 1 | | | |\n",
			"months in r.md\n id=\"ENT-2\" month=\"2026-04\" checked_by=\"佐藤\" checked_on=\"2026-05-01\" storage=\"書庫\"\n"},
		{"not a register", "ISMS-A-01", "| 資産番号 | 資産名 | 種類 | 分類 | 部門 |\n|-|-|-|-|-|\n| AS-001 | 名簿 | 情報 | 極秘 | 営業部 |\n", ""},
		{"blank form of records", "ISMS-B-24", "| 処置の内容 | 実施者 | 期限 | 完了日 |\n|-|-|-|-|\n| a | b | c | d |\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(file(t, newBuilder(t, ""), "r.md", head(c.number)+c.body, nil)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestFieldsOfRecord(t *testing.T) {
	const text = `---
form: ISMS-B-24
record: CAR-2026-001
title: 例
発見日: 2026-04-20
source:
---
# 例

| 項目 | 内容 |
|---|---|
| 発見の契機 | 外部審査 |
| 発見日 | 2026-04-21 |

## 4 原因

手順がなかった。

## 類似の不適合

| 項目 | 内容 |
|---|---|
| 調べた範囲 | 全部門 |
| 結果 | なし |

## 有効性の確認

| 項目 | 内容 |
|---|---|
| 確認日 | 令和8年7月3日 |
| 結果 | 有効 |

## 是正処置

| 処置の内容 | 実施者 | 期限 | 完了日 |
|---|---|---|---|
| 手順を定める | 田中 | 2026-06-30 | - |
`
	f := file(t, newBuilder(t, ""), "CAR-2026-001.md", text, nil)
	if len(f.Tables) != 2 || f.Tables[0].Name != "actions" || f.Tables[1].Name != schema.RecordTable {
		t.Fatalf("tables\n%s", show(f))
	}
	r := &f.Tables[1].Rows[0]
	for column, want := range map[string]string{
		"record": "CAR-2026-001", "source": "external-audit", "found": "2026-04-20", "cause": "手順がなかった。",
		"similar": "全部門", "similar_result": "なし", "verified": "令和8年7月3日", "verified_result": "effective",
		"action": "手順を定める\n田中\n2026-06-30\n-", "need": "",
	} {
		if got := r.Value(column); got.Text != want {
			t.Errorf("%s = %q, want %q", column, got.Text, want)
		}
	}
	if got := r.Day("verified").Date; got != (date.Date{Year: 2026, Month: 7, Day: 3}) {
		t.Errorf("verified on %v", got)
	}
	if at := r.Written("cause").Span.Of(f.Doc.Source); at != "手順がなかった。" {
		t.Errorf("the cause stands at %q", at)
	}
}

func TestRegisterKeptAsRecordsAndTheReverse(t *testing.T) {
	toml := "[[documents.catalogue]]\nnumber = \"ISMS-B-19\"\nrecords = true\n[[documents.catalogue]]\nnumber = \"ISMS-B-24\"\nrecords = false\n"
	b := newBuilder(t, toml)
	supplier := file(t, b, "SUP-001.md", "---\nform: ISMS-B-19\nrecord: SUP-001\nstatus: approved\n---\n\n| 項目 | 内容 |\n|-|-|\n| 委託先番号 | SUP-001 |\n| 名称 | 甲社 |\n| 種類 | クラウド |\n", nil)
	if got := show(supplier); got != "suppliers in SUP-001.md\n id=\"SUP-001\" name=\"甲社\" kind=\"クラウド\"\n" {
		t.Errorf("supplier\n%s", got)
	}
	actions := file(t, b, "r.md", head("ISMS-B-24")+"| 是正処置番号 | 発見の契機 | 発見日 | 不適合の内容 | 原因 | 類似の不適合 |\n|-|-|-|-|-|-|\n| CAR-1 | 苦情 | 2026-04-01 | 遅れ | 失念 | なし |\n", nil)
	if got := show(actions); !strings.HasPrefix(got, "record in r.md\n record=\"CAR-1\" source=\"complaint\" found=\"2026-04-01\"") {
		t.Errorf("corrective actions\n%s", got)
	}
}

func TestFormOfOwnCatalogue(t *testing.T) {
	toml := "[documents]\nreplace = true\nnumber_pattern = \"SEC-\\\\d{2}\"\n[[documents.catalogue]]\nnumber = \"SEC-07\"\ntitle = \"情報資産台帳\"\n"
	f := file(t, newBuilder(t, toml), "a.md", head("SEC-07")+"| 資産番号 | 資産名 | 種類 | 分類 | 部門 |\n|-|-|-|-|-|\n| AS-001 | 名簿 | 情報 | 極秘 | 営業部 |\n", nil)
	if len(f.Tables) != 1 || f.Tables[0].Form != "ISMS-B-01" {
		t.Errorf("tables\n%s", show(f))
	}
}

func TestFactorsOfConfiguration(t *testing.T) {
	toml := "[risk]\nformula = \"importance * rarity\"\n[risk.factors]\nimportance = [1, 2, 3]\nrarity = [1, 2, 3]\n"
	f := file(t, newBuilder(t, toml), "r.md", head("ISMS-B-02")+"| リスク番号 | 資産番号 | 脅威 | ぜい弱性 | 重要度 | rarity | 残留の重要度 | 残留のrarity | リスク値 | 評価日 | 脅威のレベル |\n|-|-|-|-|-|-|-|-|-|-|-|\n| R-001 | AS-001 | 盗難 | なし | ３ | 2 | 1 | 2 | 6 | 2026-04-01 | 2 |\n", nil)
	if len(f.Tables) != 1 {
		t.Fatalf("tables\n%s", show(f))
	}
	r := &f.Tables[0].Rows[0]
	for factor, want := range map[string]string{"importance": "３", "rarity": "2", "threat": ""} {
		if got := r.Factor(factor).Text; got != want {
			t.Errorf("factor %s = %q, want %q", factor, got, want)
		}
	}
	if got := r.Residual("rarity").Text; got != "2" {
		t.Errorf("residual rarity = %q", got)
	}
	if c := f.Tables[0].Schema.Column("importance"); c == nil || !c.Required {
		t.Errorf("column of a configured factor = %+v", c)
	}
	if f.Tables[0].Schema.Column("threat_level") != nil {
		t.Error("there is a column for a factor that the configuration does not have")
	}
}

func TestSystemFindsRows(t *testing.T) {
	b := newBuilder(t, "")
	assets := "| 資産番号 | 資産名 | 種類 | 分類 | 部門 |\n|-|-|-|-|-|\n| ＡＳ－００１ | 名簿 | 情報 | 極秘 | 営業部 |\n| AS-002 | 契約書 | 情報 | 極秘 | 営業部 |\n"
	old := strings.Replace(head("ISMS-B-01"), "approved", "obsolete", 1) + strings.ReplaceAll(assets, "AS-002", "AS-009")
	s := b.System([]*isms.File{
		file(t, b, "new.md", head("ISMS-B-01")+assets, nil), file(t, b, "old.md", old, nil),
		file(t, b, "inc.md", "---\nform: ISMS-B-12\nrecord: INC-2026-001\nstatus: draft\n---\n", nil),
	}, nil, date.Date{Year: 2026, Month: 4, Day: 1})
	if r := s.Find("asset", "as-001"); r == nil || r.Written("name").Text != "名簿" {
		t.Errorf("asset AS-001 = %v", r)
	}
	if s.Find("asset", "AS-009") != nil {
		t.Error("an asset of an obsolete register was found")
	}
	if got := s.IDs("asset"); !slices.Equal(got, []string{"ＡＳ－００１", "AS-002"}) {
		t.Errorf("ids %q", got)
	}
	if r := s.Find("incident", "INC-2026-001"); r == nil || r.Name() != "INC-2026-001" {
		t.Errorf("incident = %v", r)
	}
	if s.Defines("risk") || !s.Defines("incident") {
		t.Error("the kinds that are defined are wrong")
	}
	var names []string
	for r := range s.Rows("ISMS-B-01", "assets") {
		names = append(names, r.Key())
	}
	if !slices.Equal(names, []string{"as-001", "as-002"}) {
		t.Errorf("keys %q", names)
	}
}

// A list in the body is no statement where the rows are kept in a file.
func TestStatementInFileOfRows(t *testing.T) {
	text := strings.Replace(head("ISMS-A-02"), "status:", "rows: controls.csv\nstatus:", 1) + "| 管理策 | 名称 |\n|-|-|\n| A.5.2 | 役割 |\n"
	f := file(t, newBuilder(t, ""), "r.md", text, map[string]string{"controls.csv": "管理策番号,管理策名,適用\nA.5.1,方針群,○\n"})
	if got, want := show(f), "controls in controls.csv\n control=\"A.5.1\" title=\"方針群\" applicable=\"yes\"\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
