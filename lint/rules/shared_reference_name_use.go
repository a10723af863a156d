package rules

import (
	"sort"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/source"
)

// nameUse is what a text does with a name in brackets.
type nameUse uint8

const (
	speaksOf nameUse = iota // the thing of that name
	defines                 // 以下「…」という
	quotes                  // words, a field or a thing of another kind
)

// mentionUse tells from the words around a mention what the text does with it.
func mentionUse(d *document.Document, m *document.Mention) nameUse {
	const near = 36
	after := strings.TrimLeft(source.Span{Start: m.Span.End, End: m.Span.End + near}.Of(d.Source), "*_ 　")
	before := source.Span{Start: max(0, m.Span.Start-near), End: m.Span.Start}.Of(d.Source)
	before = strings.TrimRight(before, "*_ 　、，,「『")
	switch {
	case hasLinkIn(d, m.Span):
		return quotes // whoever follows the link finds it
	case strings.HasSuffix(before, "以下"), hasAnyPrefix(after, "という", "といい", "と呼", "と称", "とは"):
		return defines
	case hasAnyPrefix(after, quotingWords...), hasAnyPrefix(after, "の欄", "の列", "の行", "の項", "の節", "の見出し", "のボタン", "のタブ", "のシート"):
		return quotes
	case hasAnyPrefix(after, otherThings...):
		return quotes
	}
	return speaksOf
}

// hasLinkIn reports whether a link stands in a span.
func hasLinkIn(d *document.Document, at source.Span) bool {
	i := sort.Search(len(d.Links), func(i int) bool { return d.Links[i].Span.End > at.Start })
	return i < len(d.Links) && d.Links[i].Span.Start < at.End
}

// quotingWords follow words that a text quotes.
var quotingWords = []string{
	"と記", "と表", "と書", "と明", "と定義", "とする", "とし", "となる", "となっ", "と入力", "と選", "と判", "と評価", "と読", "と印", "と題", "と名", "と分類", "と区分", "と答", "と回答",
	"と通知", "と伝", "と考", "と言", "とラベル", "と宣言", "と区別", "の文字", "の文言", "の語", "の表示", "の印",
}

// otherThings follow the name of something that is no document of the ISMS.
var otherThings = []string{
	"欄", "列", "行", "項", "シート", "タブ", "ボタン", "フォルダ", "画面", "メニュー", "チャネル", "チャンネル", "マーク", "スタンプ", "ラベル", "印", "研修", "講座", "セミナー", "コース",
	"サイト", "ページ", "サービス", "プロジェクト", "キャンペーン", "メール", "システム", "アプリ", "ソフト",
}
