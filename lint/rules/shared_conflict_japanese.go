package rules

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

const (
	docGroup  = `(?P<doc>[\x{E000}-\x{E0FF}])`
	roleGroup = `(?P<role>[\x{E100}-\x{E1FF}])`
	// jaTopic is a document as the topic of a sentence, or a change of it.
	jaTopic = docGroup + `(?:の(?:制定|改訂|改定|改廃|制定及び改訂|制定・改訂|新規制定))?(?:は|については|に関しては)、?`
	jaGap   = `(?P<gap>[^。]*?)`
	// jaDone is what may follow the verb, so that it is what the sentence says
	// and not a part of something else (承認した者, 承認できない).
	jaDone = `(?:する(?:ものとする|こととする|こと(?:。|、|$)|。|、|\)|$)|し(?:、|て|なければならない|ます)|した(?:うえ|上で|後|のち|。|$)|を行(?:う|い|な))`
	// jaObtain is what follows 承認を.
	jaObtain = `(?:得|受け|経|要|もらう|仰|必要)`
)

// japaneseActs are the patterns of Japanese sentences.
var japaneseActs = []actPattern{
	// 「A」は、事務局が起案し、社長が承認する
	{regexp.MustCompile(jaTopic + jaGap + roleGroup + `が、?(?P<act>承認|決裁)` + jaDone), betweenTopicAndActor},
	{regexp.MustCompile(jaTopic + jaGap + roleGroup + `が、?(?P<act>起案|作成)` + jaDone), betweenTopicAndActor},
	// 「A」は、社長の承認を得る
	{regexp.MustCompile(jaTopic + jaGap + roleGroup + `の(?P<act>承認|決裁)を` + jaObtain), betweenTopicAndActor},
	// 「A」は、社長によって承認される
	{regexp.MustCompile(jaTopic + jaGap + roleGroup + `(?:によって|により|に)(?P<act>承認|決裁|起案|作成)され`), betweenTopicAndActor},
	// 社長は、毎年4月に「A」を承認する
	{regexp.MustCompile(roleGroup + `(?:は|が)、?` + jaGap + docGroup + `を、?(?P<act>承認|決裁|起案|作成)` + jaDone), betweenActorAndObject},
	// 「A」を起案し、社長の承認を受ける
	{regexp.MustCompile(docGroup + `を(?:起案|作成|改訂|改定|更新|見直)し(?:て)?、?` + roleGroup + `の(?P<act>承認|決裁)を` + jaObtain), nil},
	// 社長が承認した「A」, 社長の承認を受けた「A」
	{regexp.MustCompile(roleGroup + `が(?P<act>承認|決裁|起案|作成)した` + docGroup), nil},
	{regexp.MustCompile(roleGroup + `の(?P<act>承認|決裁)を(?:得|受け|経)た` + docGroup), nil},
	// 「A」の承認は社長が行う, 「A」の承認者は社長とする
	{regexp.MustCompile(docGroup + `の(?P<act>承認|決裁|起案|作成)は、?` + roleGroup + `が(?:行う|行い|行な|する)`), nil},
	{regexp.MustCompile(docGroup + `の(?P<act>承認|決裁|起案|作成)(?:権?者|責任者)は、?` + roleGroup + `(?:とする|とし|である|です|が務|。|、|$)`), nil},
}

// conditions are words that make a statement one about a case of its own.
var conditions = []string{"場合", "とき", "時に", "時は", "際", "軽微", "例外", "緊急", "代理", "不在", "暫定", "一部", "限り", "ただし", "除", "以外", "ごと", "部門の", "各"}

// matters are words for things other than the document that an approval may be
// about: a request, a change of an entry, a deadline.
var matters = []string{"変更", "申請", "要求", "依頼", "追加", "報告", "提案", "逸脱", "延長", "申出", "届", "残留", "リスク", "期限", "費用", "予算", "計画", "項目", "登録", "削除", "廃棄", "案", "結果"}

// betweenTopicAndActor accepts what stands between a document as the topic and
// the one who acts: nothing, when it is done, or earlier steps on the document.
func betweenTopicAndActor(gap string) bool {
	if gap == "" {
		return true
	}
	matter := strings.ReplaceAll(gap, "起案", "")
	if containsOneOf(gap, conditions...) || containsOneOf(matter, matters...) || containsDocument(gap) {
		return false
	}
	last := gap
	if i := strings.LastIndex(gap, "、"); i >= 0 {
		if strings.Contains(gap[:i], "は、") {
			return false
		}
		last = gap[i+len("、"):]
	}
	return isAdverbial(last)
}

// betweenActorAndObject accepts what stands between the one who acts and the
// document: nothing, when it is done, or who wrote it.
func betweenActorAndObject(gap string) bool {
	if containsOneOf(gap, conditions...) || containsDocument(gap) {
		return false
	}
	for _, ending := range []string{"が作成した", "が起案した", "が改訂した", "が更新した", "が取りまとめた", "がまとめた"} {
		if rest, ok := strings.CutSuffix(gap, ending); ok {
			r, size := utf8.DecodeLastRuneInString(rest)
			return firstRole <= r && r <= firstRole+mostNames && isAdverbial(strings.TrimSuffix(rest[:len(rest)-size], "、"))
		}
	}
	return isAdverbial(gap) || isAdverbial(strings.TrimSuffix(gap, "、"))
}

// isAdverbial reports whether the words say no more than when or where: they
// are few, and nobody acts in them upon anything.
func isAdverbial(s string) bool {
	return utf8.RuneCountInString(s) <= 20 && !strings.ContainsAny(s, "をがはも。") && !containsOneOf(s, "とともに", "関する", "ついて", "した", "する", "る「", "の「") && !strings.HasSuffix(s, "の") && !strings.HasSuffix(s, "と")
}

func containsDocument(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return firstDocument <= r && r <= firstDocument+mostNames })
}
