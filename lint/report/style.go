package report

import "strings"

// style renders pieces of text for the terminal. Without colour it leaves
// them as they are.
type style struct{ on, links bool }

const (
	sgrBold   = "1"
	sgrDim    = "2"
	sgrRed    = "1;31"
	sgrGreen  = "32"
	sgrYellow = "1;33"
	sgrBlue   = "1;34"
	sgrCyan   = "1;36"
)

func (s style) paint(sgr, text string) string {
	if !s.on || text == "" {
		return text
	}
	return "\x1b[" + sgr + "m" + text + "\x1b[0m"
}

// link makes text a hyperlink (OSC 8). An address with a character that could
// end the sequence is left out.
func (s style) link(url, text string) string {
	if !s.links || url == "" || strings.ContainsFunc(url, func(r rune) bool { return r <= ' ' || r >= 0x7F }) {
		return text
	}
	return "\x1b]8;;" + url + "\x1b\\" + text + "\x1b]8;;\x1b\\"
}
