package rules_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// exampleConfig is the organisation that documents of examples and cases
// belong to unless they bring an ismslint.toml of their own.
const exampleConfig = `[organization]
name = "株式会社サンプル"
[[people]]
id = "sato"
name = "佐藤 花子"
department = "経営"
[[people]]
id = "tanaka"
name = "田中 一郎"
department = "情報システム部"
[[people]]
id = "suzuki"
name = "鈴木 次郎"
department = "総務部"
[[people]]
id = "ito"
name = "伊藤 美咲"
department = "営業部"
[[roles]]
role = "president"
person = "sato"
from = 2020-04-01
[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
appointed_by = "sato"
appointed_on = 2020-04-01
[[roles]]
role = "isms-secretariat"
person = "suzuki"
from = 2020-04-01
appointed_by = "tanaka"
appointed_on = 2020-04-01
[[roles]]
role = "isms-committee"
person = "ito"
from = 2020-04-01
appointed_by = "tanaka"
appointed_on = 2020-04-01
[[roles]]
role = "chief-auditor"
person = "ito"
from = 2020-04-01
appointed_by = "sato"
appointed_on = 2020-04-01
`

// exampleFrontMatter stands above examples and cases that bring none.
const exampleFrontMatter = `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
classification: 管理文書
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
`

// examplePath is where a document without a name is put.
const examplePath = "policies/ISMS-A-03-ISMSマニュアル.md"

var exampleDay = date.Date{Year: 2026, Month: 11, Day: 21}

// exampleFiles turns the text of an example into files.
func exampleFiles(example string) map[string]string {
	files := map[string]string{}
	if a := txtar.Parse([]byte(example)); len(a.Files) > 0 {
		for _, f := range a.Files {
			files[f.Name] = string(f.Data)
		}
	} else {
		if !strings.HasPrefix(example, "---\n") && !strings.HasPrefix(example, "+++\n") {
			example = exampleFrontMatter + example
		}
		files[examplePath] = example
	}
	return files
}

// Schemas and standard are read only, and reading them takes longer than a case.
var (
	loadSchemas  = sync.OnceValues(schema.Load)
	loadStandard = sync.OnceValues(standard.Load)
)

// check runs all rules over the files.
func check(t testing.TB, files map[string]string, asOf date.Date) *lint.Report {
	t.Helper()
	set, err := loadSchemas()
	if err != nil {
		t.Fatal(err)
	}
	std, err := loadStandard()
	if err != nil {
		t.Fatal(err)
	}
	toml, ok := files[config.FileName]
	if !ok {
		toml = exampleConfig
	}
	c, problems := config.Parse(config.FileName, []byte(toml), set)
	for _, p := range problems {
		t.Fatalf("configuration of the case: %s", p.Message.EN)
	}
	var baseline *lint.Baseline
	if text, ok := files[lint.BaselineFile]; ok {
		b, err := lint.ParseBaseline(lint.BaselineFile, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		baseline = b
	}
	o := lint.Options{Config: c, Schemas: set, Standard: std, Rules: rules.All(), AsOf: asOf, Today: asOf, Baseline: baseline}
	o.Session = lint.NewSession(c, set, std, o.Rules)
	files, o.Before = splitChange(t, files, o.Session)
	if o.Before != nil && len(o.Before.Past.(*fakePast).files) > 0 {
		o.Past = o.Before.Past
	}
	o.Snapshot = repo.Memory(files)
	report, err := lint.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// of returns the findings of one rule.
func of(r *lint.Report, rule string) []lint.Finding {
	var out []lint.Finding
	for _, f := range r.Findings {
		if f.Rule == rule {
			out = append(out, f)
		}
	}
	return out
}

// render writes the findings of one rule and where it could not run, in both
// languages, for comparison with a golden text.
func render(r *lint.Report, rule string) string {
	var b strings.Builder
	for _, f := range of(r, rule) {
		fmt.Fprintf(&b, "%s: %s", place(r, &f), f.Severity)
		if f.Suppressed != nil {
			b.WriteString(" (suppressed)")
		}
		if f.Baselined {
			b.WriteString(" (baselined)")
		}
		fmt.Fprintf(&b, "\n  %s\n  %s\n", f.Message.JA, f.Message.EN)
		for _, rel := range f.Related {
			fmt.Fprintf(&b, "  → %s: %s / %s\n", place(r, &lint.Finding{File: rel.File, Span: rel.Span}), rel.Message.JA, rel.Message.EN)
		}
	}
	for _, n := range r.NotEvaluated {
		if n.Rule == rule {
			fmt.Fprintf(&b, "not evaluated %s\n  %s\n  %s\n", n.File, n.Reason.JA, n.Reason.EN)
		}
	}
	return b.String()
}

func place(r *lint.Report, f *lint.Finding) string {
	text := r.Sources[f.File]
	if f.Span == nil || text == nil {
		return f.File
	}
	start, end := text.Position(f.Span.Start), text.Position(f.Span.End)
	if start.Line == end.Line {
		return fmt.Sprintf("%s:%d:%d-%d", f.File, start.Line, start.Column, end.Column)
	}
	return fmt.Sprintf("%s:%d:%d-%d:%d", f.File, start.Line, start.Column, end.Line, end.Column)
}
