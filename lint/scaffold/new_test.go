package scaffold_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/scaffold"
)

// load reads files as an ISMS.
func load(t *testing.T, files map[string]string) *isms.System {
	t.Helper()
	system, unread, err := lint.Load(context.Background(), lint.Options{
		Snapshot: repo.Memory(files), Config: readConfig(t, files), Schemas: schemas(t), Standard: standards(t), AsOf: day,
	})
	if err != nil || len(unread) > 0 {
		t.Fatal(err, unread)
	}
	return system
}

func request(form string) scaffold.Request {
	return scaffold.Request{Form: form, Date: day, Language: message.Japanese}
}

func create(t *testing.T, files map[string]string, r scaffold.Request) *scaffold.Creation {
	t.Helper()
	c, err := scaffold.New(load(t, files), schemas(t), r)
	if err != nil {
		t.Fatalf("%s: %v", r.Form, err)
	}
	return c
}

// TestNewRecordsPass makes a record of every form, with the blank forms of the
// ISMS and without any, and finds no error: what is missing is a warning.
func TestNewRecordsPass(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		for _, blank := range []bool{true, false} {
			files := generate(t, options(lang))
			maps.DeleteFunc(files, func(name, _ string) bool { return !blank && strings.HasPrefix(name, "forms/") })
			made := map[string]bool{}
			system, set := load(t, files), schemas(t)
			for _, e := range system.Catalogue.Entries {
				if !e.Records {
					continue
				}
				r := request(e.Number)
				r.Language = lang
				c, err := scaffold.New(system, set, r)
				if err != nil {
					t.Fatal(err)
				}
				files[c.Path], made[c.Path] = string(c.Content), true
				if text := string(c.Content); strings.Contains(text, "自署") || strings.Contains(text, "Name and signature") {
					t.Errorf("%s holds the text to sign", c.Path)
				}
			}
			for line := range strings.Lines(check(t, files)) {
				name, _, _ := strings.Cut(line, ":")
				if made[name] && !strings.Contains(line, "register/field") && !strings.Contains(line, "register/row") {
					t.Errorf("blank form %v: %s", blank, line)
				}
			}
			if len(made) != 13 {
				t.Errorf("%d records, want 13", len(made))
			}
		}
	})
}

// TestNewRowsChangeOneLine adds a row to every register that init writes.
func TestNewRowsChangeOneLine(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		files := generate(t, options(lang))
		system, set := load(t, files), schemas(t)
		for _, e := range system.Catalogue.Entries {
			if e.Records || !strings.HasPrefix(e.Number, "ISMS-B") {
				continue
			}
			c, err := scaffold.New(system, set, request(e.Number))
			if err != nil {
				t.Fatal(err)
			}
			before, after := strings.Split(files[c.Path], "\n"), strings.Split(string(c.Content), "\n")
			if len(after) != len(before)+1 || after[c.Line-1] != string(c.Added) {
				t.Fatalf("%s: line %d of %d is %q", e.Number, c.Line, len(after), after[c.Line-1])
			}
			after = append(after[:c.Line-1:c.Line-1], after[c.Line:]...)
			if strings.Join(before, "\n") != strings.Join(after, "\n") {
				t.Errorf("%s: other lines changed", e.Number)
			}
		}
	})
}

const register = "---\nnumber: ISMS-B-13\ntitle: 事象\nrevision: 1\nstatus: draft\nestablished: 2026-04-01\ndrafted_by: a\n---\n# 事象\n\n"

// TestNewRowText keeps to how the file is written.
func TestNewRowText(t *testing.T) {
	const table = "| 事象番号 | 発生日時 | 報告者 | 内容 | 受付 |\n|---|---|---|---|---|\n"
	for name, c := range map[string]struct{ body, added, tail string }{
		"empty table":           {table, "| EV-2026-001 | | | 紛失 | |\n", ""},
		"text below":            {table + "| EV-2026-007 | x | y | z | w |\n", "| EV-2026-008 | | | 紛失 | |\n", "\n表の後\n"},
		"no line end":           {strings.TrimSuffix(table, "\n"), "\n| EV-2026-001 | | | 紛失 | |", ""},
		"spare rows":            {table + "| EV-2026-007 | x | y | z | w |\n", "| EV-2026-008 | | | 紛失 | |\n", "| | | | | |\n| | | | | |\n"},
		"quoted":                {"> " + strings.ReplaceAll(strings.TrimSuffix(table, "\n"), "\n", "\n> ") + "\n", "> | EV-2026-001 | | | 紛失 | |\n", ""},
		"no pipes at the sides": {"事象番号 | 発生日時 | 報告者 | 内容 | 受付\n---|---|---|---|---\nEV-2026-1 | x | y | z | w\n", "| EV-2026-2 | | | 紛失 | |\n", ""},
		"other columns":         {"| 備考 | 内容 | 事象番号 | 受付日 | 発生日時 | 報告者 | 受付 |\n|-|-|-|-|-|-|-|\n", "| | 紛失 | EV-2026-001 | 2026-11-21 | | | |\n", ""},
	} {
		for _, mode := range []string{"", "CRLF", "BOM"} {
			whole, want := register+c.body+c.tail, register+c.body+c.added+c.tail
			switch mode {
			case "CRLF":
				whole, want = strings.ReplaceAll(whole, "\n", "\r\n"), strings.ReplaceAll(want, "\n", "\r\n")
			case "BOM":
				whole, want = "\uFEFF"+whole, "\uFEFF"+want
			}
			r := request("B-13")
			r.Title = "紛失"
			if got := create(t, map[string]string{"r.md": whole}, r); string(got.Content) != want {
				t.Errorf("%s %s:\n%q\nwant\n%q", name, mode, got.Content, want)
			}
		}
	}
}

func TestNewRowInCSV(t *testing.T) {
	document := strings.Replace(register, "---\n# ", "rows: r.csv\n---\n# ", 1)
	const header = "事象番号,発生日時,報告者,内容,受付\n"
	for name, c := range map[string]struct{ before, want string }{
		"header alone": {header, header + "EV-2026-001,,,\"a \"\"b\"\"\",\n"},
		"no line end":  {header + "EV-2026-4,,,x,", header + "EV-2026-4,,,x,\nEV-2026-5,,,\"a \"\"b\"\"\","},
		"two lines":    {header + "EV-2026-4,,,\"x\ny\",\n,,,,\n", header + "EV-2026-4,,,\"x\ny\",\nEV-2026-5,,,\"a \"\"b\"\"\",\n,,,,\n"},
		"all quoted":   {"\"事象番号\",\"内容\",\"報告者\"\n", "\"事象番号\",\"内容\",\"報告者\"\n\"EV-2026-001\",\"a \"\"b\"\"\",\"\"\n"},
	} {
		for _, mode := range []string{"", "CRLF", "BOM"} {
			before, want := c.before, c.want
			switch mode {
			case "CRLF":
				before, want = strings.ReplaceAll(before, "\n", "\r\n"), strings.ReplaceAll(want, "\n", "\r\n")
			case "BOM":
				before, want = "\uFEFF"+before, "\uFEFF"+want
			}
			r := request("B-13")
			r.Title = `a "b"`
			got := create(t, map[string]string{"r.md": document, "r.csv": before}, r)
			if string(got.Content) != want || got.Path != "r.csv" {
				t.Errorf("%s %s: %s\n%q\nwant\n%q", name, mode, got.Path, got.Content, want)
			}
		}
	}
}

func TestNewErrors(t *testing.T) {
	files := map[string]string{"r.md": register, "b.md": strings.Replace(strings.Replace(register, "-13", "-01", 1), "---\n# ", "rows: no.csv\n---\n# ", 1)}
	for name, want := range map[string]string{
		"":       "no form was given",
		"B-13":   `"r.md" has no table for the rows`,
		"B-01":   `the rows of "b.md" cannot be used`,
		"B-02":   "ismslint init",
		"b-2":    "there is no form",
		"13":     "there is no form",
		"\x00":   "there is no form",
		"CARS":   `did you mean "CAR"`,
		"情報資産台張": `did you mean "情報資産台帳"`,
	} {
		_, err := scaffold.New(load(t, files), schemas(t), request(name))
		if e := bilingual(t, err); !strings.Contains(e.EN, want) {
			t.Errorf("%q: %s, want %s", name, e.EN, want)
		}
	}
}

// TestWrite never takes the place of another file, nor of a change that was
// made in the meantime.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	record := create(t, map[string]string{"r.md": register}, request("CAR"))
	if err := record.Write(dir); err != nil || read(record.Path) != string(record.Content) {
		t.Fatalf("%v: %q", err, read(record.Path))
	}
	if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(record.Path)), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	bilingual(t, record.Write(dir))
	if got := read(record.Path); got != "mine" {
		t.Errorf("the file became %q", got)
	}

	text := register + "| 事象番号 | 内容 | 報告者 |\n|-|-|-|\n"
	row := create(t, map[string]string{"r.md": text}, request("EV"))
	name := filepath.Join(dir, "r.md")
	if err := os.WriteFile(name, []byte(text+"changed"), 0o600); err != nil {
		t.Fatal(err)
	}
	bilingual(t, row.Write(dir))
	if got := read("r.md"); got != text+"changed" {
		t.Errorf("the file became %q", got)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := row.Write(dir); err != nil || read("r.md") != string(row.Content) {
		t.Errorf("%v: %q", err, read("r.md"))
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}
