package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/message"
)

// personalScan finds what looks like data of private people in a text.
type personalScan struct {
	// domains are those of the organisation; its own addresses are no private ones.
	domains map[string]bool
}

// personalHit is a place in a text, in bytes, and what stands there.
type personalHit struct {
	start, end int
	kind       message.Text
}

var (
	personalPhone   = message.Text{JA: "個人の電話番号", EN: "a private telephone number"}
	personalEmail   = message.Text{JA: "個人の電子メールアドレス", EN: "the e-mail address of a person"}
	personalAddress = message.Text{JA: "自宅の住所", EN: "a home address"}
	personalBirth   = message.Text{JA: "生年月日", EN: "a date of birth"}
	personalNumber  = message.Text{JA: "マイナンバー", EN: "an Individual Number (My Number)"}
)

// find returns the places in the order of the text. context is what surrounds
// the text and may say that an address is that of an office.
func (s *personalScan) find(text, context string) []personalHit {
	if !strings.ContainsAny(text, "0123456789０１２３４５６７８９@＠") {
		return nil
	}
	office := containsOneOf(fold.Key(context), "窓口", "問合せ", "問い合わせ", "代表", "本社", "支社", "支店", "営業所", "事業所", "保管場所", "contact", "inquir", "office", "keptat")
	n := narrowText(text)
	var hits []personalHit
	add := func(start, end int, kind message.Text) {
		hits = append(hits, personalHit{n.offset[start], n.offset[end], kind})
	}
	for i := 0; i < len(n.text); i++ {
		switch c := n.text[i]; {
		case c == '@':
			if start, end, ok := s.email(n.text, i); ok && !office {
				add(start, end, personalEmail)
				i = end - 1
			}
		case isDigitByte(c) && (i == 0 || !joinsNumber(n.text[i-1])):
			run := numberRun(n.text, i)
			if kind := run.kind(n.text, office); kind.JA != "" {
				add(run.start, run.end, kind)
			}
			i = run.end - 1
		}
	}
	if start, end, ok := homeAddress(text); ok && !office {
		hits = append(hits, personalHit{start, end, personalAddress})
	}
	if containsOneOf(fold.Key(text), "生年月日", "誕生日", "dateofbirth", "bornon") {
		date.Scan(text, func(start, end int, _ date.Format, d date.Date) bool {
			if !d.IsZero() {
				hits = append(hits, personalHit{start, end, personalBirth})
			}
			return true
		})
	}
	return hits
}

// email returns the address around an @ unless it is one of the organisation
// or of a function such as info@.
func (s *personalScan) email(text string, at int) (start, end int, ok bool) {
	start, end = at, at+1
	for start > 0 && isAddressByte(text[start-1]) {
		start--
	}
	for end < len(text) && (isAddressByte(text[end]) && text[end] != '+' && text[end] != '%') {
		end++
	}
	for end > at && (text[end-1] == '.' || text[end-1] == '-') {
		end--
	}
	local, domain := strings.ToLower(text[start:at]), strings.ToLower(text[min(at+1, end):end])
	top := domain[strings.LastIndexByte(domain, '.')+1:]
	if local == "" || len(top) < 2 || len(top) == len(domain) || strings.ContainsAny(top, "0123456789-_") || s.domains[domain] {
		return 0, 0, false
	}
	switch local {
	case "info", "privacy", "contact", "support", "security", "isms", "soumu", "jinji", "office", "help", "helpdesk", "hr", "admin", "noreply", "no-reply", "webmaster", "postmaster":
		return 0, 0, false
	}
	return start, end, true
}

func isAddressByte(c byte) bool {
	return isDigitByte(c) || isLetterByte(c) || strings.IndexByte("._%+-", c) >= 0
}

// homeAddress returns where an address of a Japanese prefecture with the
// number of a block or house stands.
func homeAddress(text string) (start, end int, ok bool) {
	const longest = 120 // bytes from the prefecture to the number of the house
	for _, prefecture := range strings.Fields(prefectures) {
		i := strings.Index(text, prefecture)
		if i < 0 {
			continue
		}
		rest := text[i+len(prefecture) : min(len(text), i+len(prefecture)+longest)]
		town := strings.IndexAny(rest, "市区町村郡")
		if town < 0 {
			continue
		}
		n := narrowText(rest[town:])
		for k := 0; k < len(n.text); k++ {
			if !isDigitByte(n.text[k]) {
				continue
			}
			run := numberRun(n.text, k)
			after := rest[town+n.offset[run.end]:]
			if len(run.groups) > 1 || hasAnyPrefix(after, "丁目", "番", "号") {
				return i, i + len(prefecture) + town + n.offset[run.end], true
			}
			k = run.end - 1
		}
	}
	return 0, 0, false
}

const prefectures = `北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県
石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県
徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県`
