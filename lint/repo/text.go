package repo

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"

	"github.com/ismslint/ismslint/lint/message"
)

// textDecoder turns the texts of one commit or tag into valid UTF-8 and
// remembers why that was not possible without loss.
type textDecoder struct {
	charset encoding.Encoding // nil for UTF-8
	problem message.Text
}

// newTextDecoder takes the name that the header "encoding" gives, "" for none.
func newTextDecoder(name string) *textDecoder {
	d := &textDecoder{}
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "", "utf-8", "utf8", "us-ascii", "ascii":
	case "shift_jis", "shift-jis", "sjis", "cp932", "ms932", "windows-31j":
		d.charset = japanese.ShiftJIS
	case "euc-jp", "eucjp", "euc-jp-ms", "eucjp-ms":
		d.charset = japanese.EUCJP
	case "iso-2022-jp", "jis", "iso2022jp", "cp50220", "cp50221":
		d.charset = japanese.ISO2022JP
	case "iso-8859-1", "iso8859-1", "latin1", "latin-1":
		d.charset = charmap.ISO8859_1
	case "windows-1252", "cp1252":
		d.charset = charmap.Windows1252
	default:
		d.problem = message.Textf(
			"文字コード %q には対応していないため、UTF-8として読みます",
			"the encoding %q is not supported and the text is read as UTF-8", name)
	}
	return d
}

// text decodes one text; what cannot be decoded becomes U+FFFD.
func (d *textDecoder) text(s string) string {
	if d.charset != nil {
		// The decoders of x/text fail on nothing, they write U+FFFD.
		decoded, err := d.charset.NewDecoder().String(s)
		if err == nil {
			s = decoded
		}
		if strings.Contains(s, "\uFFFD") {
			d.damaged()
		}
	}
	if utf8.ValidString(s) {
		return s
	}
	d.damaged()
	return strings.ToValidUTF8(s, "\uFFFD")
}

func (d *textDecoder) damaged() {
	if d.problem.IsZero() {
		d.problem = message.Textf(
			"文字コードが正しくない文字があるため、「\uFFFD」に置き換えて読みます",
			"some characters are not valid in the encoding of the text and are read as \"\uFFFD\"")
	}
}
