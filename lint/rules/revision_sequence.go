package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var revisionSequence = &lint.Rule{
	Name:           "revision/sequence",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-004", "A03-1"},
	Clauses:        []string{"7.5.2", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "改訂履歴の改訂番号が最初の番号から1ずつ増えていないか、番号のない行があります",
			EN: "the revision numbers of the history do not run from the first one in steps of one, or a row has none",
		},
		Why: message.Text{
			JA: "番号の抜けや重複があると、失われた改訂があるのか書き間違いなのかを判断できません。表のすぐ下に書いた文も表の行になり、どの改訂で承認されたのかが分からなくなります",
			EN: "with a gap or a duplicate nobody can tell a lost revision from a slip of the pen; text right below the table is a row of it, and nobody can tell which revision approved it",
		},
		Wrong: `# ISMSマニュアル

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2023-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 3 | 2024-04-01 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
`,
		Right: `# ISMSマニュアル

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2023-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2024-04-01 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled {
			return
		}
		reportStrayRows(p, f)
		rows := f.Revisions.Ordered()
		initial := p.Config.Documents.InitialRevision
		if i := firstMisplaced(rows, initial); i >= 0 {
			n := rows[i].Revision
			p.Reportf(f, n.Span, "改訂番号 %d の行は %d の番の位置にあります。改訂履歴の行を番号の順に並べてください",
				"revision %d stands where %d is expected; put the rows into the order of their numbers", n.Int, initial+i)
			return
		}
		want := initial
		for i, row := range rows {
			n := row.Revision
			switch {
			case n.None():
				p.Reportf(f, row.Span, "改訂番号が空です。%d を記入してください", "the revision number is empty, expected %d", want)
			case !n.Valid && !isUnusedNumber(n.Text):
				p.Reportf(f, n.Span, "改訂番号「%s」は整数ではありません。%d を記入してください", "the revision %q is not a whole number, expected %d", n.Text, want)
			case n.Valid && n.Int != want && n.Int != initial+i:
				p.Reportf(f, n.Span, "改訂番号が %d です。%d の番のはずです（番号は抜けや重複なく1ずつ増やします）",
					"the revision is %d, expected %d; numbers run without gap or duplicate", n.Int, want)
			}
			if n.Valid {
				want = n.Int
			}
			want++
		}
	},
}

// reportStrayRows reports rows that say something but stand for no revision,
// such as text right below the table, which Markdown makes a row of it.
func reportStrayRows(p *lint.Pass, f *isms.File) {
	if f.Revisions == nil {
		return
	}
	for i := range f.Revisions.Rows {
		row := &f.Revisions.Rows[i]
		if n := row.Revision; row.Blank() && !n.None() && !n.Valid && !isUnusedNumber(n.Text) {
			p.Reportf(f, n.Span, "改訂履歴の表の行「%s」に改訂番号がありません。改訂の行でなければ、表との間に空行を置いてください",
				"the row %q of the revision history has no revision number, expected one, or a blank line before text that is not part of the table", cellExcerpt(n.Text))
		}
	}
}

// isUnusedNumber reports whether the cell for the number of a row that says
// nothing else is kept free or says that no more rows follow.
func isUnusedNumber(text string) bool {
	key := strings.Trim(fold.Key(text), "()[]<>-*_.…・。")
	switch key {
	case "", "第版", "版", "rev", "ver", "以下余白", "余白", "以上", "空欄", "予備", "end", "endofhistory", "endofrevisionhistory", "endoftable", "intentionallyblank", "blank":
		return true
	}
	const longest = 12 // of what stands for a number
	return isPlaceholder(text) && utf8.RuneCountInString(text) <= longest
}

// firstMisplaced returns the index of the first row out of place where the
// rows carry the right numbers in a wrong order, and -1 otherwise.
func firstMisplaced(rows []isms.Revision, initial int) int {
	first, seen := -1, make([]bool, len(rows))
	for i := range rows {
		n := rows[i].Revision
		at := n.Int - initial
		if !n.Valid || at < 0 || at >= len(rows) || seen[at] {
			return -1
		}
		seen[at] = true
		if at != i && first < 0 {
			first = i
		}
	}
	return first
}
