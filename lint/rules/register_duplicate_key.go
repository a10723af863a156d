package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var registerDuplicateKey = &lint.Rule{
	Name:         "register/duplicate-key",
	Severity:     lint.Error,
	Requirements: []string{"FRM-2", "A05-1"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "台帳の2つの行が同じ番号をもっています",
			EN: "two rows of a register have the same key",
		},
		Why: message.Text{
			JA: "番号で資産やリスクを引き当てるため、同じ番号が2つあると、どちらを指すのかが分からなくなります",
			EN: "other documents refer to a row by its key; with two of them nobody can tell which one is meant",
		},
		Wrong: registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2024-04-01 |
| AS-001 | 総務部 | 契約書 | 情報 | 鈴木 次郎 | 総務部 | 書庫 | 部外秘 | 2 | 2 | 1 | 2024-04-01 | 2024-04-01 |
`),
		Right: registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2024-04-01 |
| AS-002 | 総務部 | 契約書 | 情報 | 鈴木 次郎 | 総務部 | 書庫 | 部外秘 | 2 | 2 | 1 | 2024-04-01 | 2024-04-01 |
`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, _ *isms.System, f *isms.File) {
			for _, t := range f.Tables {
				for _, field := range t.Repeated() {
					if f.Meta.Status != isms.Obsolete {
						reportRepeatedField(p, t, field)
					}
				}
			}
		})
		seen := map[string]*isms.Row{}
		for _, k := range lint.Gather(p, s, keyedRow{}, keyedRows) {
			if first := seen[k.key]; first == nil {
				seen[k.key] = k.row
			} else if !isCopy(first.Table.File, k.row.Table.File) {
				reportRepeatedKey(p, first, k.row)
			}
		}
	},
}

// keyedRow is a row and its key, together with what that must be unique within.
type keyedRow struct {
	row *isms.Row
	key string
}

// keyedRows returns the rows of a file that have a key.
func keyedRows(_ *isms.System, f *isms.File) []keyedRow {
	if f.Meta.Status == isms.Obsolete {
		return nil
	}
	var rows []keyedRow
	for _, t := range f.Tables {
		if t.Name == schema.RecordTable || keyOwnedElsewhere(t) {
			continue
		}
		scope := keyScope(t)
		for i := range t.Rows {
			r := &t.Rows[i]
			if id := r.Written(t.Schema.Key[0]); !id.None() && !id.Ditto() {
				if key := r.Key(); key != "" {
					rows = append(rows, keyedRow{r, scope + "\x00" + key})
				}
			}
		}
	}
	return rows
}

// keyOwnedElsewhere reports whether another rule judges repeated keys of the
// table: soa/duplicate-control those of the Statement of Applicability.
func keyOwnedElsewhere(t *isms.Table) bool { return t.Form == "ISMS-A-02" }

// keyScope returns what the keys of a table must be unique within: the whole
// ISMS where they are the ids of things, otherwise the file.
func keyScope(t *isms.Table) string {
	scope := t.Form + "/" + t.Name
	if len(t.Schema.Defines) == 0 || t.File.Kind == isms.RecordFile {
		scope += "/" + t.Path
	}
	if slices.Contains(t.Schema.Key, "year") && !t.Has("year") {
		scope += "/" + yearAbove(t)
	}
	return scope
}

// yearAbove returns the title of the nearest section above a table that names
// a year, as 2026年度 does for the objectives of that year, or "".
func yearAbove(t *isms.Table) string {
	if t.Index < 0 {
		return ""
	}
	headings := t.File.Doc.Headings
	for s := t.File.Doc.Tables[t.Index].Section; s >= 0; s = headings[s].Parent {
		title := fold.Key(headings[s].Title)
		if strings.Contains(title, "20") || strings.Contains(title, "令和") {
			return title
		}
	}
	return ""
}

func reportRepeatedKey(p *lint.Pass, first, r *isms.Row) {
	at := first.Written(first.Table.Schema.Key[0]).Span
	p.Report(tableFinding(r.Table, r.Written(r.Table.Schema.Key[0]).Span, message.Textf(
		"%[1]sが重複しています。行ごとに別のものにするか、重なった行を除いてください",
		"%[1]s is repeated, expected it once; give the row another key or remove it", keyPhrase(r)),
		lint.Related{File: first.Table.Path, Span: &at, Message: message.Text{JA: "最初の行", EN: "the first row"}}))
}

// isCopy reports whether two files carry one document number or record id,
// which document/duplicate-number reports once for all their rows.
func isCopy(a, b *isms.File) bool { return a != b && a.ID() == b.ID() }

// keyPhrase names the key columns with their values.
func keyPhrase(r *isms.Row) message.Text {
	var ja, en []string
	for _, name := range r.Table.Schema.Key {
		v := r.Written(name)
		if v.Text == "" {
			continue
		}
		title := columnTitle(r.Table, r.Table.Schema.Column(name))
		ja = append(ja, title.JA+"「"+cellExcerpt(v.Text)+"」")
		en = append(en, title.EN+" "+strconv.Quote(cellExcerpt(v.Text)))
	}
	return message.Text{JA: strings.Join(ja, "、"), EN: strings.Join(en, ", ")}
}

// reportRepeatedField reports an item of a record that is given twice.
func reportRepeatedField(p *lint.Pass, t *isms.Table, f isms.RepeatedField) {
	at := f.First.Span
	p.Report(tableFinding(t, f.Second.Span, message.Textf(
		"「%[1]s」が2回あり、「%[2]s」と「%[3]s」で異なります。正しい方だけを残してください",
		"%[1]q is given twice, as %[2]q and as %[3]q, expected it once", f.Column.Title, cellExcerpt(f.First.Text), cellExcerpt(f.Second.Text)),
		lint.Related{File: t.Path, Span: &at, Message: message.Text{JA: "最初の記入", EN: "the first one"}}))
}
