package rules

import (
	"strings"
	"unicode/utf8"
)

// standInKind tells what stands where the real text should.
type standInKind uint8

const (
	noStandIn     standInKind = iota
	sampleText                // ○○, XX
	templateField             // {{…}}, [Company name]
	openWord                  // TBD, 未定
	toBeFilled                // ____, （会社名を記入）; right in a blank form
	templateHint              // a line that begins with →
	lazyPointer               // 別途定める
)

// standIn is a part of a text that holds the place of the real one.
type standIn struct {
	start, end int // in the text
	kind       standInKind
}

// standInScan looks for stand-ins in one text. It walks over the text once;
// only the few bytes that a stand-in can begin with are looked at closely.
type standInScan struct {
	t     string
	hits  []standIn
	arrow bool // an arrow stands somewhere in the text

	// What unknowns asked about the text.
	numbers, roman tristate
	letters        string
	defined        bool
}

// standInLead are the characters of ASCII that a stand-in can begin with.
var standInLead = [utf8.RuneSelf]bool{
	'X': true, 'x': true, '_': true, '{': true, '[': true, '<': true, 'T': true, 'F': true, 'L': true, 'l': true, 't': true,
}

// standInWide are the last two bytes of the characters of three bytes that a
// stand-in can begin with.
var standInWide = func() (leads [1 << slotBits]bool) {
	for _, r := range "○〇◯●△▲◎→別未記Ｘｘ＿＜［〈【" {
		leads[slotOf(string(r))] = true
	}
	return leads
}()

func (s *standInScan) scan(t string) {
	*s = standInScan{t: t, hits: s.hits[:0]}
	for i := 0; i < len(t); {
		switch c := t[i]; {
		case c < utf8.RuneSelf:
			if standInLead[c] && (c != 't' || strings.HasPrefix(t[i:], "to be ")) {
				i = s.take(i, s.ascii(i))
				continue
			}
			for i++; i < len(t) && t[i] < utf8.RuneSelf && !standInLead[t[i]]; i++ {
			}
		case c >= 0xE0 && c < 0xF0 && i+2 < len(t):
			if standInWide[int(t[i+1]&0x3F)<<6|int(t[i+2]&0x3F)] {
				i = s.wide(i)
			} else {
				i += 3
			}
		case c == 0xC3:
			i = s.take(i, s.marks(i)) // ×
		case c >= 0xF0:
			i += 4
		default:
			i += 2
		}
	}
}

// wide handles a character of three bytes.
func (s *standInScan) wide(i int) int {
	switch runeAfter(s.t, i) {
	case '○', '〇', '◯', '●', '△', '▲', '◎':
		return s.take(i, s.marks(i))
	case '〈', '【', '＜', '［':
		return s.take(i, s.bracketHint(i))
	case 'Ｘ', 'ｘ':
		return s.take(i, s.unknowns(i))
	case '＿':
		return s.take(i, s.underscores(i))
	case '別':
		return s.take(i, s.elsewhere(i))
	case '未':
		return s.take(i, s.undecided(i))
	case '記':
		return s.take(i, s.fillIn(i))
	case '→':
		s.arrow = true
	}
	return i + 3
}

func (s *standInScan) ascii(i int) standIn {
	switch s.t[i] {
	case 'X', 'x':
		return s.unknowns(i)
	case '_':
		return s.underscores(i)
	case '{':
		return s.braces(i)
	case '[', '<':
		return s.bracketHint(i)
	}
	return s.latinWord(i)
}

// take notes a stand-in, joined to the one before where only a word or two
// stands between them (○○県△△市), and returns the offset to go on from.
func (s *standInScan) take(i int, hit standIn) int {
	if hit.kind == noStandIn {
		return max(i+widthAt(s.t, i), hit.end)
	}
	if n := len(s.hits); n > 0 && hit.kind == sampleText && s.hits[n-1].kind == sampleText &&
		joins(s.t[s.hits[n-1].end:max(hit.start, s.hits[n-1].end)]) {
		s.hits[n-1].end = hit.end
	} else {
		s.hits = append(s.hits, hit)
	}
	return hit.end
}

// joins reports whether what stands between two marks is part of the phrase
// that they hold the place of.
func joins(gap string) bool {
	const longest = 4
	return utf8.RuneCountInString(gap) <= longest && !strings.ContainsAny(gap, "\n、。，．,;；:：「」『』（）()|!?！？")
}

// none passes over the text up to end without a stand-in.
func none(end int) standIn { return standIn{end: end} }
