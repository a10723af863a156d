package report

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ismslint/ismslint/lint"
)

func TestSARIFIsValid(t *testing.T) {
	schema := officialSchema(t)
	for _, f := range fixtures() {
		t.Run(f.name, func(t *testing.T) {
			var v any
			decode(t, render(t, SARIF, f.report, f.options), &v)
			if err := schema.Validate(v); err != nil {
				t.Errorf("%#v", err)
			}
		})
	}
}

// The test above would prove nothing if the schema accepted anything.
func TestSARIFSchemaRejects(t *testing.T) {
	var v map[string]any
	decode(t, render(t, SARIF, typical(), Options{}), &v)
	delete(v["runs"].([]any)[0].(map[string]any), "tool")
	if officialSchema(t).Validate(v) == nil {
		t.Error("the schema accepts a run without a tool")
	}
}

// officialSchema returns the schema that OASIS publishes, as the SARIF
// library carries it in its source.
func officialSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	pkg, err := build.Import("github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif", ".", build.FindOnly)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(pkg.Dir, "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, err = strconv.Unquote(lit.Value)
		}
		return err == nil
	})
	if err != nil || !strings.Contains(text, sarifSchema) {
		t.Fatalf("no schema with id %s in the library (%v)", sarifSchema, err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	if err := compiler.AddResource(sarifSchema, strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(sarifSchema)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func sarifRun(t *testing.T, r *lint.Report, o Options) *sarif.Run {
	t.Helper()
	log, err := sarif.FromString(render(t, SARIF, r, o))
	if err != nil || len(log.Runs) != 1 {
		t.Fatalf("%d runs, error %v", len(log.Runs), err)
	}
	return log.Runs[0]
}

func TestSARIFRuleIndex(t *testing.T) {
	run := sarifRun(t, typical(), Options{})
	for _, result := range run.Results {
		if got := *run.Tool.Driver.Rules[result.RuleIndex].ID; got != *result.RuleID {
			t.Errorf("result of %s points to rule %s", *result.RuleID, got)
		}
	}
	for _, n := range run.Invocations[0].ToolConfigurationNotifications {
		if got := *run.Tool.Driver.Rules[n.AssociatedRule.Index].ID; got != *n.AssociatedRule.ID {
			t.Errorf("notification of %s points to rule %s", *n.AssociatedRule.ID, got)
		}
	}
}

func TestSARIFPathsSurvive(t *testing.T) {
	for _, path := range []string{riskPath, "a:b.md", "50%.md", "a?b#c.md", "\x1b[1m/x.md"} {
		r := &lint.Report{Prefix: "docs/", Findings: []lint.Finding{{Rule: "x/y", Severity: lint.Error, File: path}}}
		location := sarifRun(t, r, Options{}).Results[0].Locations[0].PhysicalLocation.ArtifactLocation
		u, err := url.Parse(*location.URI)
		if err != nil || u.IsAbs() || u.Path != "docs/"+path || u.RawQuery+u.Fragment != "" {
			t.Errorf("%q became %q, which is %+v (error %v)", path, *location.URI, u, err)
		}
		if *location.URIBaseID != sourceRoot {
			t.Errorf("base %q", *location.URIBaseID)
		}
	}
}

func TestSARIFStates(t *testing.T) {
	run := sarifRun(t, typical(), Options{})
	states := map[string]string{}
	for _, result := range run.Results {
		kinds := ""
		for _, s := range result.Suppressions {
			kinds += *s.Kind + ":" + *s.Justification
		}
		states[result.PartialFingerprints[fingerprintKey]+"/"+result.Level] = *result.BaselineState + " " + kinds
	}
	want := map[string]string{
		"f0/error": "new ", "f1/error": "new ", "f2/note": "new ", "f3/error": "new ",
		"f4/warning": "new inSource:委員会で審議中",
	}
	for key, state := range want {
		if states[key] != state {
			t.Errorf("%s is %q, want %q", key, states[key], state)
		}
	}
	if got := *run.Results[5].BaselineState; got != "unchanged" || *run.Results[5].Suppressions[0].Kind != "external" {
		t.Errorf("baselined finding is %q", got)
	}
	for _, result := range sarifRun(t, noFindingsBut(lint.Finding{Rule: "x/y", File: "a.md"}), Options{}).Results {
		if result.BaselineState != nil {
			t.Error("a state against a baseline, but there is no baseline")
		}
	}
}

func noFindingsBut(f lint.Finding) *lint.Report {
	r := noFindings()
	r.Findings = append(r.Findings, f)
	return r
}

func TestSARIFMessagesHaveNoLinks(t *testing.T) {
	run := sarifRun(t, hostile(), Options{})
	texts := []string{*run.Invocations[0].ToolExecutionNotifications[0].Message.Text}
	for _, result := range run.Results {
		texts = append(texts, *result.Message.Text)
	}
	for _, text := range texts {
		if strings.Contains(text, "](") || !strings.Contains(text, "[a] (http") {
			t.Errorf("message holds a link: %q", text)
		}
	}
}
