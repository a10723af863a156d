package approve_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/approve"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/signature"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

const settings = `
[organization]
name = "株式会社みなと"
[[people]]
id = "sato"
name = "佐藤 花子"
[[people]]
id = "old"
name = "前田 太郎"
[[people]]
id = "tanaka"
name = "田中 一郎"
[[people]]
id = "true"
name = "O'Neil: 'x' #1"
[[roles]]
role = "president"
person = "sato"
from = 2020-04-01
[[roles]]
role = "president"
person = "true"
from = 2020-04-01
[[roles]]
role = "president"
person = "old"
from = 2010-04-01
until = 2020-03-31
[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
`

// open returns a desk for an ISMS of one document, in a folder if root is one.
func open(t *testing.T, doc, root string, extra map[string]string) *approve.Desk {
	t.Helper()
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"policy.md": doc, config.FileName: settings}
	for name, text := range extra {
		files[name] = text
	}
	c, problems := config.Parse(config.FileName, []byte(files[config.FileName]), set)
	if len(problems) > 0 {
		t.Fatal(problems[0].Message.EN)
	}
	o := lint.Options{Snapshot: repo.Memory(files), Config: c, Schemas: set, Standard: std, AsOf: day(2026, 4, 1)}
	d, err := approve.Open(context.Background(), o, root, approve.User{Getenv: func(string) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func day(y, m, d int) date.Date { return date.Date{Year: y, Month: 4, Day: d} }

// TestFrontMatterIsFilledIn checks that nothing but the three fields changes.
func TestFrontMatterIsFilledIn(t *testing.T) {
	const body = "# 基本方針\n\n本文。\n"
	for _, c := range []struct{ name, person, before, want string }{
		{"fields that are there", "sato",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: review\napproved_by: old # next\napproved_on: 2019-01-01\ndrafted_by: tanaka\n---\n",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: approved\napproved_by: sato # next\napproved_on: 2026-04-01\ndrafted_by: tanaka\n---\n"},
		{"fields that are not", "sato",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\ndrafted_by: tanaka # who\nedition: \"2022\"\n---\n",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: approved\ndrafted_by: tanaka # who\napproved_by: sato\napproved_on: 2026-04-01\nedition: \"2022\"\n---\n"},
		{"empty ones", "sato",
			"---\nnumber: ISMS-A-01\nrevision: 1\nstatus: draft\ndrafted_by: tanaka\napproved_by:\napproved_on:   # on\ntitle: 基本方針\n---\n",
			"---\nnumber: ISMS-A-01\nrevision: 1\nstatus: approved\ndrafted_by: tanaka\napproved_by: sato\napproved_on: 2026-04-01   # on\ntitle: 基本方針\n---\n"},
		{"quotes", "sato",
			"---\nnumber: 'ISMS-A-01'\ntitle: \"基本方針\"\nrevision: 1\nstatus: \"draft\"\nestablished: '2026-04-01'\ndrafted_by: \"tanaka\"\n---\n",
			"---\nnumber: 'ISMS-A-01'\ntitle: \"基本方針\"\nrevision: 1\nstatus: \"approved\"\nestablished: '2026-04-01'\ndrafted_by: \"tanaka\"\napproved_by: \"sato\"\napproved_on: '2026-04-01'\n---\n"},
		{"Japanese, CRLF and a mark", "sato",
			"\ufeff---\r\n文書番号: ISMS-A-01\r\n文書名: 基本方針\r\n改訂番号: 1\r\n状態: 審査中\r\n作成者: 田中 一郎\r\n---\r\n",
			"\ufeff---\r\n文書番号: ISMS-A-01\r\n文書名: 基本方針\r\n改訂番号: 1\r\n状態: 承認済\r\n作成者: 田中 一郎\r\n承認者: 佐藤 花子\r\n承認日: 2026-04-01\r\n---\r\n"},
		{"Japanese keys, English state", "sato",
			"---\n文書番号: ISMS-A-01\n文書名: 基本方針\n改訂番号: 1\n状態: draft\n作成: tanaka\n---\n",
			"---\n文書番号: ISMS-A-01\n文書名: 基本方針\n改訂番号: 1\n状態: approved\n作成: tanaka\n承認者: sato\n承認日: 2026-04-01\n---\n"},
		{"a list that names the approver", "sato",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: draft\ndrafted_by: tanaka\napproved_by:\n  - true\n  - 佐藤花子\n---\n",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: approved\ndrafted_by: tanaka\napproved_by:\n  - true\n  - 佐藤花子\napproved_on: 2026-04-01\n---\n"},
		{"a list of the last time", "sato",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: draft\ndrafted_by: tanaka\napproved_by: [old, tanaka]\n---\n",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: approved\ndrafted_by: tanaka\napproved_by: sato\napproved_on: 2026-04-01\n---\n"},
		{"a name that YAML would misread", "true",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: draft\ndrafted_by: tanaka\n---\n",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: approved\ndrafted_by: tanaka\napproved_by: \"true\"\napproved_on: 2026-04-01\n---\n"},
		{"a name with marks", "true",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: draft\ndrafted_by: 田中一郎\n---\n",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: approved\ndrafted_by: 田中一郎\napproved_by: \"O'Neil: 'x' #1\"\napproved_on: 2026-04-01\n---\n"},
		{"TOML", "sato",
			"+++\nnumber = \"ISMS-A-01\"\ntitle = '基本方針'\nrevision = 1\nstatus = 'draft' # x\ndrafted_by = \"tanaka\"\n+++\n",
			"+++\nnumber = \"ISMS-A-01\"\ntitle = '基本方針'\nrevision = 1\nstatus = 'approved' # x\ndrafted_by = \"tanaka\"\napproved_by = \"sato\"\napproved_on = 2026-04-01\n+++\n"},
		{"Japanese TOML with text for dates", "sato",
			"+++\n\"文書番号\" = \"ISMS-A-01\"\n\"文書名\" = \"基本方針\"\n\"改訂番号\" = 1\n\"制定日\" = \"2026-04-01\"\n\"作成\" = \"田中 一郎\"\n+++\n",
			"+++\n\"文書番号\" = \"ISMS-A-01\"\n\"文書名\" = \"基本方針\"\n\"改訂番号\" = 1\n\"状態\" = \"承認済\"\n\"制定日\" = \"2026-04-01\"\n\"作成\" = \"田中 一郎\"\n\"承認者\" = \"佐藤 花子\"\n\"承認日\" = \"2026-04-01\"\n+++\n"},
		{"approved already", "sato",
			"---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: approved\ndrafted_by: tanaka\napproved_by: sato\napproved_on: 2026-03-01\n---\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := open(t, c.before+body, "", nil).Plan(context.Background(), approve.Request{Number: "ISMS-A-01", Person: c.person})
			if err != nil {
				t.Fatal(err)
			}
			if c.want == "" {
				if p.Content != nil {
					t.Fatalf("got\n%s\nwant no change", p.Content)
				}
				return
			}
			if string(p.Content) != c.want+body {
				t.Errorf("got\n%s\nwant\n%s", p.Content, c.want+body)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	const head = "---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\ndrafted_by: tanaka\n"
	for _, c := range []struct{ name, doc, person, want string }{
		{"flow style", "---\n{number: ISMS-A-01, title: 基本方針, revision: 1, drafted_by: tanaka}\n---\n本文\n", "sato", "cannot be filled in"},
		{"obsolete", head + "status: obsolete\n---\n本文\n", "sato", "is obsolete"},
		{"another holder of the role is named", head + "status: draft\napproved_by: sato\n---\n本文\n", "true", "correct approved_by first"},
		{"another person is named in what is approved", head + "status: approved\napproved_by: old\napproved_on: 2019-01-01\n---\n本文\n", "sato", "correct approved_by first"},
		{"not in the role any more", head + "---\n本文\n", "old", "did not hold the role"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := open(t, c.doc, "", nil).Plan(context.Background(), approve.Request{Number: "ISMS-A-01", Person: c.person})
			var refusal *approve.Refusal
			if !errors.As(err, &refusal) || !strings.Contains(err.Error(), c.want) || refusal.Reason.JA == "" {
				t.Errorf("got %v, want a refusal with %q", err, c.want)
			}
		})
	}
	d := open(t, head+"---\n本文\n", "", map[string]string{"copy.md": head + "---\n本文\n"})
	if _, err := d.Plan(context.Background(), approve.Request{Number: "ISMS-A-01", Person: "sato"}); err == nil || !strings.Contains(err.Error(), "several files") {
		t.Errorf("got %v", err)
	}
}

// writable puts a document into a folder and returns a plan, signed in name.
func writable(t *testing.T, text string) (root string, d *approve.Desk, s *approve.Signed) {
	t.Helper()
	root = t.TempDir()
	if err := os.WriteFile(filepath.Join(root, "policy.md"), []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
	d = open(t, text, root, nil)
	p, err := d.Plan(context.Background(), approve.Request{Number: "ISMS-A-01", Person: "sato"})
	if err != nil {
		t.Fatal(err)
	}
	return root, d, &approve.Signed{Plan: p, Text: p.Statement.Format(), Signature: []byte("signature\n")}
}

const draft = "---\nnumber: ISMS-A-01\ntitle: 基本方針\nrevision: 1\nstatus: draft\ndrafted_by: tanaka\n---\n# 基本方針\n"

func TestWrite(t *testing.T) {
	root, d, s := writable(t, draft)
	written, err := d.Write(s)
	if err != nil || len(written) != 3 {
		t.Fatalf("%v, %v", written, err)
	}
	for name, want := range map[string]string{
		written[0]: string(s.Text), written[0] + ".sig": "signature\n", "policy.md": string(s.Content),
	} {
		if got, err := os.ReadFile(filepath.Join(root, name)); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if info, err := os.Stat(filepath.Join(root, "policy.md")); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	left, err := filepath.Glob(filepath.Join(root, "approvals", "*", ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestWriteAllOrNothing checks that a document that was changed meanwhile keeps
// the statement from being written, and that no folder is left.
func TestWriteAllOrNothing(t *testing.T) {
	root, d, s := writable(t, draft)
	if err := os.WriteFile(filepath.Join(root, "policy.md"), []byte(draft+"mine\n"), 0o640); err != nil {
		t.Fatal(err)
	}
	if written, err := d.Write(s); err == nil || written != nil {
		t.Errorf("wrote %v", written)
	}
	if _, err := os.Stat(filepath.Join(root, "approvals")); !os.IsNotExist(err) {
		t.Errorf("approvals: %v", err)
	}
	if got, _ := os.ReadFile(filepath.Join(root, "policy.md")); string(got) != draft+"mine\n" {
		t.Errorf("the document was overwritten: %q", got)
	}
}

func TestWriteTakesNoOtherPlace(t *testing.T) {
	root, d, s := writable(t, draft)
	name := filepath.Join(root, s.Statement.Path())
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte("someone else's\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	written, err := d.Write(s)
	if err != nil || !strings.HasSuffix(written[0], "-2.txt") {
		t.Errorf("%v, %v", written, err)
	}
	if got, _ := os.ReadFile(name); string(got) != "someone else's\n" {
		t.Errorf("overwritten: %q", got)
	}
}

// TestWriteStaysBelowTheRoot checks that a link does not lead out of the ISMS.
func TestWriteStaysBelowTheRoot(t *testing.T) {
	root, d, s := writable(t, draft)
	outside := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(root, "approvals")); err != nil {
		t.Skip(err)
	}
	if _, err := d.Write(s); err == nil {
		t.Error("wrote through a link")
	}
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Errorf("wrote %v outside", left)
	}
	if got, _ := os.ReadFile(filepath.Join(root, "policy.md")); string(got) != draft {
		t.Errorf("the document was changed: %q", got)
	}
}

func TestAllowedSignersNamesPeopleByID(t *testing.T) {
	const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC4JYDoHCwhQPgM+ttlg9D2VAJ3q0lC/WRQw2PtbR9Rh"
	withKey := strings.Replace(settings, "id = \"sato\"\n", "id = \"sato\"\nkeys = [\"sato valid-before=\\\"20270101Z\\\" "+key+" c\"]\n", 1)
	d := open(t, draft, "", map[string]string{config.FileName: withKey})
	for _, p := range d.System.Keys.Problems {
		t.Error(p.Text.EN)
	}
	got, err := approve.AllowedSigners(d.System)
	if want := "sato valid-before=\"20270101000000Z\" " + key + " c\n"; err != nil || string(got) != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
	if keys, err := signature.ParseKeys(got); err != nil || len(keys) != 1 {
		t.Errorf("%v", err)
	}
}
