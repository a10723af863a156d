package document

import (
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	tests := []struct{ src, want string }{
		{"一行目\n二行目", "一行目\n二行目"},
		{"一行目  \n二行目\\\n三行目", "一行目\n二行目\n三行目"},
		{"一<br>二<br/>三<BR />四", "一\n二\n三\n四"},
		{"**太** *斜* __太__ ~~消~~", "太 斜 太 ~~消~~"},
		{"a\\*b \\\\ \\あ", "a*b \\ \\あ"},
		{"&amp; &lt; &#65; &#x3042; &nosuch; & &;", "& < A あ &nosuch; & &;"},
		{"`a  b` `` `c` `` `\\*`", "a  b `c` \\*"},
		{"[文](a.md) ![図](b.png) <https://example.com/>", "文 図 https://example.com/"},
		{"a<!-- b -->c<span class=\"x\">d</span>", "acd"},
		{"　全角の字下げ　", "　全角の字下げ　"},
		{"a_b_c snake_case", "a_b_c snake_case"},
		{"1 < 2 * 3 [x]", "1 < 2 * 3 [x]"},
	}
	for _, test := range tests {
		for _, eol := range []string{"\n", "\r\n"} {
			src := strings.ReplaceAll(test.src, "\n", eol)
			d := parse(src)
			if len(d.Blocks) != 1 || d.Blocks[0].Text != test.want {
				t.Errorf("%q reads as %q, expected %q", src, d.Blocks[0].Text, test.want)
			}
		}
	}
}

// TestSource asks for the source of each part of a text, and expects it to
// begin with the first byte that gave text and to end with the last.
func TestSource(t *testing.T) {
	const src = "---\ntitle: あ\n---\n> あ **い** &amp; \\*う `え\n> お` か<br>き\n"
	tests := []struct{ part, want string }{
		{"あ", "あ"},
		{"い", "い"},
		{"あ い", "あ **い"},
		{"い &", "い** &amp;"},
		{"&", "&amp;"},
		{"* ", "\\*"},
		{"*う", "\\*う"},
		{"え\nお", "え\n> お"},
		{"か\nき", "か<br>き"},
		{"\nき", "<br>き"},
	}
	d := parse(src)
	b := &d.Blocks[0]
	for _, test := range tests {
		part := strings.TrimRight(test.part, " ")
		start := strings.Index(b.Text, part)
		if start < 0 {
			t.Fatalf("%q is not in %q", part, b.Text)
		}
		if got := b.Source(start, start+len(part)).Of(d.Source); got != test.want {
			t.Errorf("source of %q is %q, expected %q", part, got, test.want)
		}
	}
	if s := b.Source(0, 0); s.Len() != 0 || s.Start != strings.Index(src, "あ **") {
		t.Errorf("source of nothing at the beginning is %v", s)
	}
	if s := b.Source(len(b.Text), len(b.Text)); s.Start != len(src)-1 {
		t.Errorf("source of nothing at the end is %v", s)
	}
	if s := b.Source(-5, 1000); s.Of(d.Source) != b.Span.Of(d.Source) {
		t.Errorf("source beyond the text is %q", s.Of(d.Source))
	}
}

func TestCodeAt(t *testing.T) {
	d := parse("あ `い` **う`え`**")
	b := &d.Blocks[0]
	for part, want := range map[string]bool{"あ": false, "い": true, "う": false, "え": true} {
		if got := b.CodeAt(strings.Index(b.Text, part)); got != want {
			t.Errorf("CodeAt(%s) = %v", part, got)
		}
	}
	if b.CodeAt(-1) || b.CodeAt(len(b.Text)) {
		t.Error("code stands beyond the text")
	}
}

func TestLinks(t *testing.T) {
	tests := []struct{ src, span, destination, written, text string }{
		{"[文](a.md)", "[文](a.md)", "a.md", "a.md", "文"},
		{"x[文]( <a b.md> \"題\" )y", "[文]( <a b.md> \"題\" )", "a b.md", "a b.md", "文"},
		{"[**文** 書](a.md '題')", "[**文** 書](a.md '題')", "a.md", "a.md", "文 書"},
		{"[文](../%E6%96%87%20書.md#%E7%AF%80)", "[文](../%E6%96%87%20書.md#%E7%AF%80)", "../文 書.md#節", "../%E6%96%87%20書.md#%E7%AF%80", "文"},
		{"[文](a%23b%25.md)", "[文](a%23b%25.md)", "a%23b%25.md", "a%23b%25.md", "文"},
		{"[文](%ff%zz%)", "[文](%ff%zz%)", "%ff%zz%", "%ff%zz%", "文"},
		{"[文](a\\_b&amp;c.md)", "[文](a\\_b&amp;c.md)", "a_b&c.md", "a\\_b&amp;c.md", "文"},
		{"[文]()", "[文]()", "", "", "文"},
		{"[文][r]\n\n[r]: b.md", "[文][r]", "b.md", "b.md", "文"},
		{"[文][]\n\n> [文]: <b c.md>", "[文][]", "b c.md", "b c.md", "文"},
		{"[文]\n\n[文]:\n  c.md '題'", "[文]", "c.md", "c.md", "文"},
		{"<https://example.com/a>", "<https://example.com/a>", "https://example.com/a", "https://example.com/a", "https://example.com/a"},
		{"<a@example.com>", "<a@example.com>", "mailto:a@example.com", "a@example.com", "a@example.com"},
		{"- - [文\n    続](a.md)", "[文\n    続](a.md)", "a.md", "a.md", "文\n続"},
		{"| [文](a\\|b.md) |\n|---|", "[文](a\\|b.md)", "a|b.md", "a\\|b.md", "文"},
	}
	for _, test := range tests {
		d := parse("---\na: 1\n---\n" + test.src + "\n")
		if len(d.Links) != 1 {
			t.Errorf("%q has %d links", test.src, len(d.Links))
			continue
		}
		l := d.Links[0]
		got := [4]string{l.Span.Of(d.Source), l.Destination, l.DestinationSpan.Of(d.Source), l.Text}
		if want := [4]string{test.span, test.destination, test.written, test.text}; got != want {
			t.Errorf("%q gives %q, expected %q", test.src, got, want)
		}
		if l.Image {
			t.Errorf("%q gives an image", test.src)
		}
	}
}

func TestImages(t *testing.T) {
	d := parse("# 一\n\n[![図](a.png)](b.md)と![](c.png)\n")
	want := []struct {
		span, destination string
		image             bool
	}{
		{"[![図](a.png)](b.md)", "b.md", false},
		{"![図](a.png)", "a.png", true},
		{"![](c.png)", "c.png", true},
	}
	if len(d.Links) != len(want) {
		t.Fatalf("%d links, expected %d", len(d.Links), len(want))
	}
	for i, l := range d.Links {
		if l.Span.Of(d.Source) != want[i].span || l.Destination != want[i].destination || l.Image != want[i].image || l.Section != 0 {
			t.Errorf("link %d is %+v", i, l)
		}
	}
	if b := d.Blocks[1]; b.Images != 2 || b.Text != "図と" {
		t.Errorf("block has %d images and text %q", b.Images, b.Text)
	}
}
