package approval_test

import (
	"bytes"
	"math/rand/v2"
	"path"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/date"
)

func statement() approval.Statement {
	return approval.Statement{
		Number: "ISMS-A-03", Title: "ISMSマニュアル", Revision: 2, Digest: "sha256:" + strings.Repeat("0123456789abcdef", 4),
		Approver: "sato", Name: "佐藤 花子", Role: "president", Day: date.Date{Year: 2026, Month: 4, Day: 10},
	}
}

func TestFormat(t *testing.T) {
	s := statement()
	const want = `ismslint-approval/1
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
approver: sato
name: 佐藤 花子
role: president
day: 2026-04-10
`
	if got := string(s.Format()); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	s.Revision = 0
	if strings.Contains(string(s.Format()), "revision") {
		t.Error("what has no revision is given one")
	}
}

// TestRoundTrip reads back what was written, for statements of all kinds.
func TestRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	texts := []string{"a", "ISMS-A-03", "佐藤 花子", "ＩＳＭＳ", "a: b", "#", "\"q\"", "e\u0301", "😀", "sha256:x", "２０２６"}
	some := func() string { return texts[random.IntN(len(texts))] }
	for range 2000 {
		want := approval.Statement{
			Number: some(), Title: some(), Revision: random.IntN(4), Digest: statement().Digest, Approver: some(), Name: some(), Role: some(),
			Day: date.Date{Year: 1990 + random.IntN(80), Month: 1, Day: 1 + random.IntN(28)},
		}
		if random.IntN(4) == 0 {
			want.Title, want.Name = "", ""
		}
		got, err := approval.Parse(want.Format())
		if err != nil {
			t.Fatalf("%v\n%s", err, want.Format())
		}
		if *got != want {
			t.Fatalf("got %+v, want %+v", *got, want)
		}
	}
}

// TestNoInjection keeps a value from making lines of its own: a title could
// otherwise say who approves.
func TestNoInjection(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f"} {
		s := statement()
		s.Title = "ISMS" + end + "approver: mallory"
		got, err := approval.Parse(s.Format())
		if err != nil {
			t.Errorf("%q: %v", end, err)
		} else if got.Approver != "sato" {
			t.Errorf("%q: the title names the approver", end)
		}
		if n := bytes.Count(s.Format(), []byte("\n")); n != 9 {
			t.Errorf("%q makes %d lines", end, n)
		}
	}
}

func TestParseForgives(t *testing.T) {
	s := statement()
	text := string(s.Format())
	for name, variant := range map[string]string{
		"line ends":         strings.ReplaceAll(text, "\n", "\r\n"),
		"a byte order mark": "\uFEFF" + text,
		"blank lines":       text + "\n\n",
		"no last line end":  strings.TrimSuffix(text, "\n"),
	} {
		got, err := approval.Parse([]byte(variant))
		if err != nil || *got != s {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	s := statement()
	text := string(s.Format())
	for want, variant := range map[string]string{
		"line 1":                   "ismslint-approval/2\n",
		"lacks the field":          strings.Replace(text, "approver: sato\n", "", 1),
		"lacks the field \"role\"": strings.Replace(text, "president", "", 1),
		"given twice":              text + "day: 2026-04-11\n",
		"is no field":              text + "comment: x\n",
		"line 4":                   strings.Replace(text, "revision: 2", "revision 2", 1),
		"whole number":             strings.Replace(text, "revision: 2", "revision: 0", 1),
		"hexadecimal":              strings.Replace(text, "abcdef\n", "abcdeF\n", 1),
		"of the form":              strings.Replace(text, "2026-04-10", "2026年4月10日", 1),
		"2026-02-30":               strings.Replace(text, "2026-04-10", "2026-02-30", 1),
		"control character":        strings.Replace(text, "sato", "sa\x1bto", 1),
		"larger":                   text + strings.Repeat("\n", approval.MaxSize),
	} {
		if _, err := approval.Parse([]byte(variant)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
}

func TestPathStaysInFolder(t *testing.T) {
	for _, hostile := range []string{"../../etc/passwd", "..", ".", "", "/abs", `a\b`, "a\x00b", "a\nb", "C:", "a/../../b"} {
		s := statement()
		s.Number, s.Approver = hostile, hostile
		p := s.Path()
		if path.Clean(p) != p || !approval.IsStatement(p) || strings.Count(p, "/") != 2 || strings.ContainsAny(p, "\\\x00\n:") || strings.HasPrefix(p, approval.Folder+"/../") {
			t.Errorf("%q gives %q", hostile, p)
		}
	}
}

// TestPathTellsApprovalsApart gives each of several approvals a file of its own.
func TestPathTellsApprovalsApart(t *testing.T) {
	first := statement()
	again, other, later := first, first, first
	again.Digest = "sha256:" + strings.Repeat("f", 64)
	other.Approver = "ito"
	later.Revision = 3
	seen := map[string]bool{}
	for _, s := range []approval.Statement{first, again, other, later} {
		if seen[s.Path()] {
			t.Errorf("%s stands for two approvals", s.Path())
		}
		seen[s.Path()] = true
	}
}

// FuzzParse looks for texts that break the reader or that mean something else
// once they are written again.
func FuzzParse(f *testing.F) {
	s := statement()
	f.Add(s.Format())
	f.Add([]byte(strings.ReplaceAll(string(s.Format()), "\n", "\r\n")))
	f.Add([]byte("ismslint-approval/1\nnumber: \u2028\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		read, err := approval.Parse(src)
		if err != nil {
			return
		}
		again, err := approval.Parse(read.Format())
		if err != nil {
			t.Fatalf("%v: %q gives %q", err, src, read.Format())
		}
		if !bytes.Equal(again.Format(), read.Format()) {
			t.Fatalf("%q, then %q", read.Format(), again.Format())
		}
	})
}
