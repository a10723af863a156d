package source

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

const (
	manual = "---\nnumber: ISMS-A-03\ntitle: ISMSマニュアル\n---\n\n# 1. 適用範囲\n\n" +
		"当社は、情報セキュリティ基本方針に基づき、情報資産を適切に保護します。\r\n" +
		"① 情報セキュリティ管理責任者は、毎年４月に計画を作成し、社長の承認を得ること。\n"
	// register has no hiragana and no full-width katakana.
	register = "| 資産番号 | 資産名 | 管理者 |\n|---|---|---|\n| 1 | 顧客台帳（紙） | 営業部 |\n| 2 | ﾌｧｲﾙｻｰﾊﾞ | 総務部 |\n"
	notice   = "リスクアセスメントの結果、残留リスクが受容基準を超えるものはなかった。以上\n"
	short    = "改訂の件"
)

func encode(t *testing.T, text string, as encoding.Encoding) []byte {
	t.Helper()
	b, err := as.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDetectEncoding(t *testing.T) {
	encodings := []struct {
		name string
		as   encoding.Encoding
		bare bool // no byte-order mark: needs a text with line breaks
	}{
		{ShiftJIS, japanese.ShiftJIS, false},
		{EUCJP, japanese.EUCJP, false},
		{ISO2022JP, japanese.ISO2022JP, false},
		{UTF16LE, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), false},
		{UTF16BE, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), false},
		{UTF16LE, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), true},
		{UTF16BE, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), true},
	}
	for _, e := range encodings {
		for _, text := range []string{manual, register, notice, short, strings.Repeat(manual+register, 20)} {
			if e.bare && text == short {
				continue
			}
			b := encode(t, text, e.as)
			if name, ok := DetectEncoding(b); name != e.name || ok {
				t.Errorf("%.12q… in %s: got %q, %v", text, e.name, name, ok)
			}
			utf8, err := ToUTF8(b, e.name)
			if err != nil || string(utf8) != text {
				t.Errorf("%.12q… from %s: got %.12q…, %v", text, e.name, utf8, err)
			}
		}
	}
}

func TestDetectEncodingOther(t *testing.T) {
	bom := "\ufeff"
	western := encode(t, "Müller’s résumé – “naïve” café, it’s ½ €\n", charmap.Windows1252)
	damaged := append([]byte(manual), 0xE3, 0x81, '\n')
	tests := []struct {
		what string
		text []byte
		name string
		ok   bool
	}{
		{"empty", nil, UTF8, true},
		{"ASCII", []byte("# Policy\n"), UTF8, true},
		{"Japanese", []byte(manual), UTF8, true},
		{"byte-order mark", []byte(bom + manual), UTF8, true},
		{"NUL in ASCII text", []byte("# Policy of the company\x00\n\nThe policy is this\n"), UTF8, true},
		{"NUL in Japanese text", []byte(manual + "\x00"), UTF8, true},
		{"terminal escape", []byte("\x1b[31m赤\x1b[0m\n"), UTF8, true},
		{"escape sequence within UTF-8", []byte("赤 \x1b$B\n"), UTF8, true},
		{"English in UTF-16 without a mark", encode(t, "# Policy\n\nWho may read this?\n", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)), UTF16LE, false},
		{"UTF-32", []byte("\xff\xfe\x00\x00#\x00\x00\x00"), "", false},
		{"damaged UTF-8", damaged, "", false},
		{"western", western, "", false},
		{"PNG", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"), "", false},
		{"Shift_JIS cut within a character", encode(t, notice, japanese.ShiftJIS)[:7], "", false},
		{"EUC-JP cut within a character", encode(t, notice, japanese.EUCJP)[:7], "", false},
	}
	for _, tt := range tests {
		if name, ok := DetectEncoding(tt.text); name != tt.name || ok != tt.ok {
			t.Errorf("%s: got %q, %v, want %q, %v", tt.what, name, ok, tt.name, tt.ok)
		}
	}
}

func TestToUTF8Refuses(t *testing.T) {
	for _, tt := range []struct{ text, name string }{
		{"\x83", ShiftJIS},
		{"\xa4", EUCJP},
		{"a\x00b", UTF16LE},
		{"\xff", UTF8},
		{"a", "KOI8-R"},
		{"a", ""},
	} {
		if got, err := ToUTF8([]byte(tt.text), tt.name); err == nil {
			t.Errorf("%q as %q: got %q, want an error", tt.text, tt.name, got)
		}
	}
	if got, err := ToUTF8([]byte("方針"), UTF8); err != nil || string(got) != "方針" {
		t.Errorf("UTF-8: got %q, %v", got, err)
	}
}

func FuzzDetectEncoding(f *testing.F) {
	f.Add([]byte(manual))
	f.Add([]byte("\x82\xa0\x83"))
	f.Add([]byte("\xff\xfea"))
	f.Fuzz(func(t *testing.T, b []byte) {
		name, ok := DetectEncoding(b)
		if ok != (name == UTF8) {
			t.Fatalf("%q: got %q, %v", b, name, ok)
		}
		if text, err := ToUTF8(b, name); ok && (err != nil || !bytes.Equal(text, b)) {
			t.Fatalf("%q: got %q, %v", b, text, err)
		}
	})
}
