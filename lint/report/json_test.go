package report

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/schema"
)

// The keys of the contract. Programs rely on their being there, null or not.
func TestJSONKeys(t *testing.T) {
	var got map[string]any
	decode(t, render(t, JSON, typical(), Options{}), &got)
	wantKeys(t, got, "schema", "tool", "asOf", "source", "findings", "notEvaluated", "summary", "notes", "failure")
	wantKeys(t, got["tool"], "name", "version")
	wantKeys(t, got["source"], "kind", "commit")
	wantKeys(t, got["summary"], "files", "covered", "errors", "warnings", "infos", "suppressed", "baselined")
	findings := got["findings"].([]any)
	for _, f := range findings {
		wantKeys(t, f, "rule", "severity", "file", "line", "column", "endLine", "endColumn", "message", "requirements",
			"clauses", "controls", "related", "fingerprint", "fix", "suppressed", "baselined", "commit")
	}
	wantKeys(t, findings[2].(map[string]any)["fix"], "description", "edits")
	wantKeys(t, findings[4].(map[string]any)["suppressed"], "reason", "until")
	for _, rel := range findings[3].(map[string]any)["related"].([]any) {
		wantKeys(t, rel, "file", "line", "column", "endLine", "endColumn", "message", "commit")
	}
}

func TestJSONFollowsTheSchema(t *testing.T) {
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := set.Raw("report")
	if err != nil {
		t.Fatal(err)
	}
	contract, err := jsonschema.CompileString("report.schema.json", string(raw))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fixtures() {
		var v any
		decode(t, render(t, JSON, f.report, f.options), &v)
		if err := contract.Validate(v); err != nil {
			t.Errorf("%s: %#v", f.name, err)
		}
	}
}

func TestJSONSourceKind(t *testing.T) {
	tests := map[repo.Kind]string{
		repo.Worktree: "worktree", repo.Index: "index", repo.Commit: "commit", repo.InMemory: "worktree", "": "worktree",
	}
	for kind, want := range tests {
		if got := sourceKind(kind); got != want {
			t.Errorf("sourceKind(%q) = %q, want %q", kind, got, want)
		}
	}
}

// Paths and replacement texts must survive, however hostile: a program opens
// the one and writes the other.
func TestJSONIsLossless(t *testing.T) {
	var got jsonReport
	decode(t, render(t, JSON, hostile(), Options{}), &got)
	want := strings.ToValidUTF8(hostileText, "\uFFFD")
	want = strings.ReplaceAll(want, "end\uFFFD31m", "end\uFFFD\uFFFD31m") // one for each byte
	if f := got.Findings[0]; f.File != "::error::"+want+".md" || f.Fix.Edits[0].NewText != want {
		t.Errorf("file %q\nand text %q\nwant     %q", f.File, f.Fix.Edits[0].NewText, want)
	}
	if m := got.Findings[0].Message; m != clean(hostileText) {
		t.Errorf("message %q is not clean", m)
	}
}

func decode(t *testing.T, out string, v any) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(out))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		t.Fatal(err)
	}
	if dec.More() || !strings.HasSuffix(out, "\n") || strings.HasSuffix(out, "\n\n") {
		t.Error("output is not one value with one end of line")
	}
}

func wantKeys(t *testing.T, v any, keys ...string) {
	t.Helper()
	object, _ := v.(map[string]any)
	var got []string
	for k := range object {
		got = append(got, k)
	}
	slices.Sort(got)
	slices.Sort(keys)
	if !reflect.DeepEqual(got, keys) {
		t.Errorf("keys %v, want %v", got, keys)
	}
}
