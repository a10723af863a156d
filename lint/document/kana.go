package document

import (
	"strings"
	"unicode/utf8"
)

// The two orders in which katakana number points.
const (
	gojuon = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
	iroha  = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
	// halfKana are the half-width katakana ｦ to ﾝ in the order of Unicode.
	halfKana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
)

// kanaRun tells in which order the katakana of the marks just read run.
type kanaRun struct {
	kana  rune // of the last mark with katakana, or 0
	mark  Mark // that mark
	index int  // and its index
	iroha bool
}

// value returns the place of the katakana of the next mark in its sequence,
// and corrects that of the mark before it when ロ after イ shows the order.
func (k *kanaRun) value(marks []Mark, mark Mark, kana rune) int {
	goesOn := k.kana != 0 && k.mark.Kind == mark.Kind && k.mark.Section == mark.Section && k.mark.Depth == mark.Depth
	switch {
	case !goesOn:
		k.iroha = false
	case k.kana == 'イ' && kana == 'ロ':
		k.iroha = true
		marks[k.index].Value = 1
	}
	k.kana, k.mark, k.index = kana, mark, len(marks)
	if k.iroha {
		return placeIn(iroha, kana)
	}
	return placeIn(gojuon, kana)
}

// kanaValue returns the place of the katakana among the fifty sounds, from 1,
// or 0.
func kanaValue(r rune) int {
	if !isKatakana(r) {
		return 0
	}
	return placeIn(gojuon, r)
}

func placeIn(order string, r rune) int {
	i := strings.IndexRune(order, r)
	if i < 0 {
		return 0
	}
	return i/utf8.RuneLen(r) + 1
}

// foldKana returns the full-width form of a half-width katakana.
func foldKana(r rune) rune {
	if r < 'ｦ' || r > 'ﾝ' {
		return r
	}
	full, _ := utf8.DecodeRuneInString(halfKana[len("ア")*int(r-'ｦ'):])
	return full
}

func isKatakana(r rune) bool { return 'ァ' <= r && r <= 'ー' || 'ｦ' <= r && r <= 'ﾟ' }
