package rules

import "strings"

// phraseMatcher finds the occurrences of many phrases in one walk over a text.
// Phrases are looked up by the low bits of their first character (of the first
// two in ASCII), so that most characters cost one look into a table.
type phraseMatcher struct {
	// first is the number of the phrase last added (from 1) by its slot; next
	// leads from there to the one added before with the same slot.
	first   [1 << slotBits]uint16
	next    []uint16
	phrases []string
	ascii   bool // some phrase begins with a character of ASCII
}

const slotBits = 12

// add adds a phrase and returns its index. A phrase of one byte, and more
// phrases than a configuration of sensible size has, are left out, with the
// index -1.
func (m *phraseMatcher) add(phrase string) int {
	const most = 10_000
	if len(phrase) < 2 || len(m.phrases) == most {
		return -1
	}
	slot := slotOf(phrase)
	m.ascii = m.ascii || phrase[0] < 0x80
	m.next = append(m.next, m.first[slot])
	m.phrases = append(m.phrases, phrase)
	m.first[slot] = uint16(len(m.phrases))
	return len(m.phrases) - 1
}

// scan calls yield for each place of t at which a phrase stands. Phrases may
// overlap. It is written out for speed: it walks over every text.
func (m *phraseMatcher) scan(t string, yield func(phrase, start int)) {
	for i := 0; i < len(t); {
		slot, width := int(t[i]), 1
		switch c := t[i]; {
		case c < 0x80:
			if !m.ascii || i+1 == len(t) {
				for i++; i < len(t) && !m.ascii && t[i] < 0x80; i++ {
				}
				continue
			}
			slot = int(c&0x1F)<<7 | int(t[i+1]&0x7F)
		case c >= 0xE0 && c < 0xF0 && i+2 < len(t):
			slot, width = int(t[i+1]&0x3F)<<6|int(t[i+2]&0x3F), 3
		case c >= 0xF0:
			width = 4
		default:
			width = 2
		}
		if k := m.first[slot&(1<<slotBits-1)]; k != 0 {
			m.compare(t, i, k, yield)
		}
		i += width
	}
}

// compare calls yield for the phrases of a slot, from the k-th, that stand at
// t[i].
func (m *phraseMatcher) compare(t string, i int, k uint16, yield func(phrase, start int)) {
	for ; k != 0; k = m.next[k-1] {
		if strings.HasPrefix(t[i:], m.phrases[k-1]) {
			yield(int(k-1), i)
		}
	}
}

// slotOf returns the slot of the first character of a phrase.
func slotOf(phrase string) int {
	switch c := phrase[0]; {
	case c < 0x80:
		return int(c&0x1F)<<7 | int(phrase[1]&0x7F)
	case c >= 0xE0 && c < 0xF0 && len(phrase) > 2:
		return int(phrase[1]&0x3F)<<6 | int(phrase[2]&0x3F)
	}
	return int(phrase[0])
}
