package source

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"github.com/ismslint/ismslint/lint/message"
)

// The names of the encodings that Japanese text files are found in, as
// [DetectEncoding] returns them.
const (
	UTF8      = "UTF-8"
	ShiftJIS  = "Shift_JIS"
	EUCJP     = "EUC-JP"
	ISO2022JP = "ISO-2022-JP"
	UTF16LE   = "UTF-16LE"
	UTF16BE   = "UTF-16BE"
)

// DetectEncoding returns the encoding of the text in b. ok reports whether it
// is UTF-8, with or without a byte-order mark; otherwise name is one of the
// others that people save files in by mistake, or "" where b is none of them
// with any certainty (binary data, or UTF-8 with damaged characters).
//
// UTF-16 without a byte-order mark and ISO-2022-JP consist of bytes that are
// valid UTF-8 too; they are told by NUL bytes and by escape sequences.
func DetectEncoding(b []byte) (name string, ok bool) {
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}) && !bytes.HasPrefix(b, []byte{0xFF, 0xFE, 0, 0}):
		return UTF16LE, false
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return UTF16BE, false
	}
	if bytes.IndexByte(b, 0) >= 0 {
		if name := detectUTF16(b); name != "" {
			return name, false
		}
	}
	if utf8.Valid(b) {
		if isISO2022JP(b) {
			return ISO2022JP, false
		}
		return UTF8, true
	}
	return detectJapanese(b), false
}

// isISO2022JP reports whether b switches to the Japanese character sets by
// escape sequences. All its bytes are ASCII.
func isISO2022JP(b []byte) bool {
	if bytes.IndexByte(b, 0x1B) < 0 {
		return false
	}
	for _, escape := range []string{"\x1B$B", "\x1B$@", "\x1B$(D"} {
		if bytes.Contains(b, []byte(escape)) {
			return !bytes.ContainsFunc(b, func(r rune) bool { return r >= utf8.RuneSelf })
		}
	}
	return false
}

// ToUTF8 converts b from the named encoding, one of those that
// [DetectEncoding] returns, to UTF-8. It drops the byte-order mark of UTF-16.
// It fails, rather than lose characters, on an unknown name and on bytes that
// the encoding does not have.
func ToUTF8(b []byte, name string) ([]byte, error) {
	var from encoding.Encoding
	switch name {
	case UTF8:
		from = encoding.Nop
	case ShiftJIS:
		from = japanese.ShiftJIS
	case EUCJP:
		from = japanese.EUCJP
	case ISO2022JP:
		from = japanese.ISO2022JP
	case UTF16LE:
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case UTF16BE:
		from = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	default:
		return nil, message.Errorf(
			"文字コード「%[1]s」からの変換には対応していません",
			"cannot convert from encoding %[2]s", name, quoted(name))
	}
	text, err := from.NewDecoder().Bytes(b)
	if err != nil {
		return nil, message.Wrap(err, "文字コード「%[1]s」として読み込めません", "cannot be read as %[1]s", name)
	}
	if !utf8.Valid(text) || name != UTF8 && bytes.ContainsRune(text, utf8.RuneError) {
		return nil, message.Errorf(
			"文字コード「%[1]s」にない文字が含まれているため、変換できません",
			"holds bytes that are not %[1]s", name)
	}
	return text, nil
}
