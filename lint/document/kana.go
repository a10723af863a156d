package document

import (
	"slices"
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
	marks []int
	// iroha and gojuon say which order the marks have shown.
	iroha, gojuon bool
}

// value returns the place of the katakana of the next mark in its sequence,
// and corrects those of the marks before it when two in a row show the order:
// ロ after イ, or, since one of the two may be mistyped, ハ or ニ, which are far
// from it among the fifty sounds.
func (k *kanaRun) value(marks []Mark, mark Mark, kana rune) int {
	switch {
	case k.kana == 0 || k.mark.Kind != mark.Kind || k.mark.Section != mark.Section || k.mark.Depth != mark.Depth:
		k.iroha, k.gojuon, k.marks = false, false, k.marks[:0]
	case placeIn(gojuon, kana) == placeIn(gojuon, k.kana)+1:
		k.gojuon = true
	case k.iroha:
	case (k.kana == 'イ' || !k.gojuon) && placeIn(iroha, kana) == placeIn(iroha, k.kana)+1,
		k.kana == 'イ' && !k.gojuon && (kana == 'ハ' || kana == 'ニ'):
		k.iroha = true
		k.correct(marks)
	}
	k.kana, k.mark, k.marks = kana, mark, append(k.marks, len(marks))
	if k.iroha {
		return placeIn(iroha, kana)
	}
	return placeIn(gojuon, kana)
}

// correct gives the marks of the list, back to the one that begins it, their
// places in the order of iroha.
func (k *kanaRun) correct(marks []Mark) {
	for n, i := range slices.Backward(k.marks) {
		value := irohaValue(marks[i].Text)
		if value == placeIn(iroha, 'ア') {
			return
		}
		marks[i].Value = value
		if value == 1 && !k.repeats(marks, n) {
			return
		}
	}
}

// repeats reports whether the n-th mark of the run, イ, stands below another イ
// that begins a list too: one that is not the second of the fifty sounds.
func (k *kanaRun) repeats(marks []Mark, n int) bool {
	at := func(n int) int {
		if n < 0 {
			return 0
		}
		return irohaValue(marks[k.marks[n]].Text)
	}
	return at(n-1) == 1 && at(n-2) != placeIn(iroha, 'ア')
}

// irohaValue returns the place of the katakana of a mark in the order of iroha.
func irohaValue(mark string) int {
	for _, r := range mark {
		if isKatakana(r) {
			return placeIn(iroha, foldKana(r))
		}
	}
	return 0
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
