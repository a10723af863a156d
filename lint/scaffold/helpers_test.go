package scaffold_test

import (
	"context"
	"fmt"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/lint/scaffold"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

var day = date.Date{Year: 2026, Month: 11, Day: 21}

// eachLanguage runs a test for each language in which templates exist.
func eachLanguage(t *testing.T, test func(t *testing.T, lang message.Language)) {
	t.Helper()
	entries, err := os.ReadDir("templates")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		t.Run(e.Name(), func(t *testing.T) { test(t, message.Language(e.Name())) })
	}
}

func options(lang message.Language) scaffold.Options {
	return scaffold.Options{Language: lang, Organization: "株式会社みなと", Date: day, President: "佐藤 花子",
		Manager: "田中 一郎", Secretariat: "鈴木 次郎", ChiefAuditor: "伊藤 美咲", Version: "1.2.3"}
}

func generate(t *testing.T, o scaffold.Options) map[string]string {
	t.Helper()
	files, err := scaffold.Files(o)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for _, f := range files {
		m[f.Path] = string(f.Content)
	}
	return m
}

// documents parses the controlled documents among the files.
func documents(t *testing.T, files map[string]string) map[string]*document.Document {
	t.Helper()
	parser := document.NewParser()
	m := map[string]*document.Document{}
	for name, content := range files {
		if path.Ext(name) != ".md" || path.Base(name) == "README.md" {
			continue
		}
		d := parser.Parse([]byte(content))
		for _, p := range d.Problems {
			t.Errorf("%s: %s", name, p.Message.EN)
		}
		m[name] = d
	}
	return m
}

func field(d *document.Document, key string) string {
	f, _ := d.FrontMatter.Root.Field(key)
	if f.Value == nil || f.Value.Kind == source.Null {
		return ""
	}
	return f.Value.Text
}

func readConfig(t *testing.T, files map[string]string) *config.Config {
	t.Helper()
	c, problems := config.Parse(config.FileName, []byte(files[config.FileName]), schemas(t))
	for _, p := range problems {
		t.Errorf("%s: %s", config.FileName, p.Message.EN)
	}
	return c
}

func schemas(t *testing.T) *schema.Set {
	t.Helper()
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func standards(t *testing.T) *standard.Standard {
	t.Helper()
	std, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	return std
}

// check returns what all rules find, one line each.
func check(t *testing.T, files map[string]string) string {
	t.Helper()
	report, err := lint.Run(context.Background(), lint.Options{
		Snapshot: repo.Memory(files), Config: readConfig(t, files), Schemas: schemas(t),
		Standard: standards(t), Rules: rules.All(), AsOf: day,
	})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range report.Findings {
		line := 0
		if f.Span != nil {
			line = source.NewText([]byte(files[f.File])).Position(f.Span.Start).Line
		}
		fmt.Fprintf(&b, "%s:%d: %s: %s\n", f.File, line, f.Rule, f.Message.EN)
	}
	return b.String()
}

// numbered returns the document of the given number.
func numbered(t *testing.T, lang message.Language, number string) *document.Document {
	t.Helper()
	for _, d := range documents(t, generate(t, options(lang))) {
		if field(d, "number") == number {
			return d
		}
	}
	t.Fatalf("there is no %s", number)
	return nil
}

// bilingual asserts an error that speaks to users in both languages.
func bilingual(t *testing.T, err error) *message.Error {
	t.Helper()
	e, ok := err.(*message.Error)
	if !ok {
		t.Fatalf("error is %v (%T), want a *message.Error", err, err)
	}
	if e.EN == "" || e.JA == "" || e.EN == e.JA {
		t.Errorf("error is not bilingual: %+v", e.Text)
	}
	return e
}
