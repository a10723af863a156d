package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

func (m *contentsMatch) report(p *lint.Pass, f *isms.File) {
	for i := range m.entries {
		if said := m.disagreement(i); !said.IsZero() {
			finding := lint.Finding{File: f.Path, Span: &m.entries[i].span, Severity: draftSeverity(f), Message: said}
			if h := m.heading[i]; h >= 0 {
				finding.Related = related(f, m.d.Headings[h].TextSpan, "本文の見出し", "the heading")
			}
			p.Report(finding)
		}
	}
	for _, i := range m.misplaced() {
		h := &m.d.Headings[m.heading[i]]
		p.Report(lint.Finding{File: f.Path, Span: &m.entries[i].span, Severity: draftSeverity(f),
			Message: message.Textf("目次の「%s」の順序が、本文の見出しの順序と異なります", "%q stands elsewhere in the contents than its heading in the text", m.entries[i].text),
			Related: related(f, h.TextSpan, "本文の見出し", "the heading")})
	}
	for _, i := range m.unlisted(p, f) {
		h := &m.d.Headings[i]
		p.Report(lint.Finding{File: f.Path, Span: &h.TextSpan, Severity: draftSeverity(f),
			Message: message.Textf("見出し「%s」が目次にありません。目次に加えてください", "heading %q is missing from the contents", m.keys[i].text),
			Related: related(f, m.d.Headings[m.contents].TextSpan, "目次", "the contents")})
	}
}

// disagreement says how an entry differs from its heading; zero when it does not.
func (m *contentsMatch) disagreement(i int) message.Text {
	e := &m.entries[i]
	h := m.heading[i]
	if h < 0 {
		if m.listedTwice(i) {
			return message.Textf("目次に「%s」が重ねて書かれています", "%q is listed twice in the contents", e.text)
		}
		return message.Textf("目次の「%s」に対応する見出しが本文にありません", "entry %q of the contents has no heading in the text", e.text)
	}
	heading := m.keys[h].text
	if !m.exact[i] {
		return message.Textf("目次では「%[1]s」ですが、本文の見出しは「%[2]s」です", "the contents say %[1]q, but the heading is %[2]q", e.text, heading)
	}
	written := e.text
	for _, r := range e.readings {
		if r.title != m.keys[h].title {
			continue
		}
		if sameSection(r.number, m.keys[h].number) {
			return message.Text{}
		}
		written = r.text
	}
	return message.Textf("目次の「%[1]s」の番号が、本文の見出し「%[2]s」と異なります", "the number of %[1]q in the contents differs from that of the heading %[2]q", written, heading)
}

// sameSection reports whether two section numbers can be the same: one of them
// may be left out or be in other figures, such as Roman ones.
func sameSection(a, b string) bool {
	const figures = "0123456789."
	return a == b || strings.Trim(a, figures) != "" || strings.Trim(b, figures) != "" || a == "" || b == ""
}

// listedTwice reports whether another entry has the heading that this one names.
func (m *contentsMatch) listedTwice(i int) bool {
	for _, h := range m.heading {
		for _, r := range m.entries[i].readings {
			if h >= 0 && m.keys[h].title == r.title && sameSection(r.number, m.keys[h].number) {
				return true
			}
		}
	}
	return false
}
