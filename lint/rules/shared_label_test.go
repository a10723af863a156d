package rules

import "testing"

func TestLabelAt(t *testing.T) {
	for _, c := range []struct{ text, word, number, rest string }{
		{"別紙1に示す", "別紙", "1", "に示す"},
		{"別紙　２を参照", "別紙", "2", "を参照"},
		{"別紙－３", "別紙", "3", ""},
		{"別紙（１）", "別紙", "1", ""},
		{"別紙④", "別紙", "4", ""},
		{"別紙のとおり", "別紙", "", "のとおり"},
		{"別表第二に定める", "別表", "2", "に定める"},
		{"添付資料A", "添付資料", "A", ""},
		{"様式第12号による", "様式", "12", "による"},
		{"図３－１の流れ", "図", "3-1", "の流れ"},
		{"図Ⅱ", "図", "2", ""},
		{"Appendix B, below", "Appendix", "B", ", below"},
		{"Fig. 2.1 shows", "Figure", "2-1", " shows"},
	} {
		l, ok := labelAt(c.text, 0)
		if !ok || l.word != c.word || l.number != c.number || c.text[l.end:] != c.rest {
			t.Errorf("labelAt(%q) = %+v, %v, rest %q; want %s %s, rest %q", c.text, l, ok, c.text[l.end:], c.word, c.number, c.rest)
		}
	}
	for _, text := range []string{"別紙3枚", "図2点", "表1件", "添付1部", "Appendices", "Tables 1", "Annexes", "資料1"} {
		if l, ok := labelAt(text, 0); ok {
			t.Errorf("labelAt(%q) = %+v, want none", text, l)
		}
	}
}

func TestCaptionAt(t *testing.T) {
	for _, line := range []string{"図1 体制図", "図-1 体制", "【別紙1】体制図", "表2：役割", "別紙", "別紙　体制図", "Figure 1: Process", "Table 2", "図1組織図"} {
		if _, ok := captionAt(line); !ok {
			t.Errorf("captionAt(%q) finds no caption", line)
		}
	}
	for _, line := range []string{"図1に示す", "表2の値を用いる", "別紙1のとおり", "別紙参照", "図1を参照", "図", "表示", "Figure 1 shows the process.", "別紙1、別紙2", "本文"} {
		if l, ok := captionAt(line); ok {
			t.Errorf("captionAt(%q) = %+v, want none", line, l)
		}
	}
}

// TestNextLabelFindsEveryWord holds the quick search against the list of words.
func TestNextLabelFindsEveryWord(t *testing.T) {
	for _, w := range labelWords {
		if got := nextLabel("前文 "+w.written+" 1", 0); got != len("前文 ") {
			t.Errorf("nextLabel finds %s at %d, want %d", w.written, got, len("前文 "))
		}
	}
}
