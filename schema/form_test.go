package schema_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/schema"
)

// eachForm calls visit for every form, with its schema as parsed and as text.
func eachForm(t *testing.T, visit func(t *testing.T, f *schema.Form, folder string, raw []byte)) {
	t.Helper()
	set, files := load(t), os.DirFS(".")
	for _, folder := range []string{"rows", "records"} {
		entries, err := fs.ReadDir(files, folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			number := strings.TrimSuffix(e.Name(), ".schema.json")
			t.Run(number, func(t *testing.T) {
				raw, err := fs.ReadFile(files, path.Join(folder, e.Name()))
				if err != nil {
					t.Fatal(err)
				}
				f, err := set.Form(number)
				if err != nil || f == nil {
					t.Fatalf("Form(%q) = %v, %v", number, f, err)
				}
				visit(t, f, folder, raw)
			})
		}
	}
}

func tablesOf(f *schema.Form) []*schema.Table {
	if f.Record == nil {
		return f.Tables
	}
	return append([]*schema.Table{f.Record}, f.Tables...)
}

func TestFormSchemasCompile(t *testing.T) {
	eachForm(t, func(t *testing.T, f *schema.Form, folder string, raw []byte) {
		var v map[string]any
		if err := json.Unmarshal(raw, &v); err != nil {
			t.Fatal(err)
		}
		id := "https://ismslint.dev/schema/" + folder + "/" + f.Number + ".schema.json"
		if v["$schema"] != draft || v["$id"] != id {
			t.Errorf("$schema %v, $id %v; want %s, %s", v["$schema"], v["$id"], draft, id)
		}
		if err := metaSchema(t).Validate(v); err != nil {
			t.Error(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource(id, bytes.NewReader(raw)); err != nil {
			t.Fatal(err)
		}
		if _, err := c.Compile(id); err != nil {
			t.Error(err)
		}
	})
}

func TestFormsAreDescribed(t *testing.T) {
	eachForm(t, func(t *testing.T, f *schema.Form, folder string, raw []byte) {
		if f.Title.JA == "" || f.Title.EN == "" || len(f.Tables) == 0 && f.Record == nil {
			t.Errorf("title %+v, %d tables", f.Title, len(f.Tables))
		}
		if (folder == "records") != (f.Record != nil) {
			t.Errorf("a schema in %s with record fields: %v", folder, f.Record != nil)
		}
		for _, table := range tablesOf(f) {
			if table.Title.JA == "" || table.Title.EN == "" {
				t.Errorf("%s: title %+v", table.Name, table.Title)
			}
			for _, c := range table.Columns {
				if c.Title.JA == "" || c.Title.EN == "" {
					t.Errorf("%s.%s: title %+v", table.Name, c.Name, c.Title)
				}
				if len(c.Types) == 0 {
					t.Errorf("%s.%s: no type", table.Name, c.Name)
				}
				for _, title := range []string{c.Title.JA, c.Title.EN} {
					if !slices.Contains(c.Labels, title) {
						t.Errorf("%s.%s: the title %q is no label", table.Name, c.Name, title)
					}
				}
			}
		}
	})
}

func TestFormLabelsAreUnambiguous(t *testing.T) {
	eachForm(t, func(t *testing.T, f *schema.Form, _ string, _ []byte) {
		for _, table := range tablesOf(f) {
			for i, c := range table.Columns {
				for _, label := range c.Labels {
					if got, ok := table.Match(fold.Key(label)); !ok || got != i {
						t.Errorf("%s: the label %q names column %d and %s", table.Name, label, got, c.Name)
					}
				}
				for _, v := range c.Values {
					for _, label := range append(v.Labels, v.Value) {
						if got, ok := c.Canonical(label); !ok || got != v.Value {
							t.Errorf("%s.%s: the label %q means %q and %q", table.Name, c.Name, label, got, v.Value)
						}
					}
				}
			}
		}
	})
}

// TestColumnsThatKeywordsNameExist checks what other keywords say of columns.
func TestColumnsThatKeywordsNameExist(t *testing.T) {
	eachForm(t, func(t *testing.T, f *schema.Form, _ string, _ []byte) {
		for _, group := range f.Required {
			for _, name := range group {
				if f.Table(name) == nil {
					t.Errorf("required table %q does not exist", name)
				}
			}
		}
		for _, table := range tablesOf(f) {
			if len(table.Key) == 0 {
				t.Errorf("%s: no key", table.Name)
			}
			named := slices.Clone(table.Key)
			for _, column := range table.Defines {
				named = append(named, column)
			}
			for _, group := range table.Present {
				named = append(named, group...)
			}
			for _, group := range table.Any {
				for _, name := range group {
					if table.Name != schema.RecordTable || f.Table(name) == nil {
						named = append(named, name)
					}
				}
			}
			for _, name := range named {
				if table.Column(name) == nil {
					t.Errorf("%s: there is no column %q", table.Name, name)
				}
			}
			checkOrder(t, table)
		}
	})
}

func checkOrder(t *testing.T, table *schema.Table) {
	t.Helper()
	for _, order := range table.Order {
		for i, name := range order {
			if name == "approved_on" && i == len(order)-1 && table.Name == schema.RecordTable {
				continue
			}
			if c := table.Column(name); c == nil || c.Format != "date" {
				t.Errorf("%s: %q of an order is no date", table.Name, name)
			}
		}
	}
}

// TestReferencesHaveKinds checks that every kind of id that a column refers to
// is defined by some table, or is one of those that are defined elsewhere.
func TestReferencesHaveKinds(t *testing.T) {
	kinds := []string{"person", "role", "department", "document", "control", "clause"}
	eachForm(t, func(_ *testing.T, f *schema.Form, _ string, _ []byte) {
		for _, table := range tablesOf(f) {
			for kind := range table.Defines {
				kinds = append(kinds, kind)
			}
		}
	})
	eachForm(t, func(t *testing.T, f *schema.Form, _ string, _ []byte) {
		for _, table := range tablesOf(f) {
			for _, c := range table.Columns {
				for _, kind := range slices.Concat(c.References, c.Mentions) {
					if !slices.Contains(kinds, kind) {
						t.Errorf("%s.%s refers to a %q, which nothing defines", table.Name, c.Name, kind)
					}
				}
			}
		}
	})
}

// TestCatalogueHasForms checks that every document whose content is data has a
// schema: all but the policy and the control operation rules.
func TestCatalogueHasForms(t *testing.T) {
	numbers := load(t).FormNumbers()
	slices.Sort(numbers)
	want := []string{"ISMS-A-02", "ISMS-A-03", "ISMS-A-05"}
	for i := 1; i <= 27; i++ {
		want = append(want, "ISMS-B-"+string(rune('0'+i/10))+string(rune('0'+i%10)))
	}
	if !slices.Equal(numbers, want) {
		t.Errorf("forms %v, want %v", numbers, want)
	}
	if f, err := load(t).Form("ISMS-A-01"); f != nil || err != nil {
		t.Errorf("Form of a text = %v, %v", f, err)
	}
}

func TestColumnCanonical(t *testing.T) {
	f, err := load(t).Form("ISMS-B-02")
	if err != nil {
		t.Fatal(err)
	}
	option := f.Table("risks").Column("option")
	for text, want := range map[string]string{
		"低減": "reduce", "共有": "share", "移転": "share", "回避": "avoid", "保有": "retain", "受 容": "retain",
		"ﾘｽｸ低減": "reduce", "Transfer": "share", "RETAIN": "retain", "様子見": "", "": "",
	} {
		if got, ok := option.Canonical(text); got != want || ok != (want != "") {
			t.Errorf("Canonical(%q) = %q, %v; want %q", text, got, ok, want)
		}
	}
	choices := option.Choices()
	if choices.JA != "低減、共有、回避、保有" || choices.EN != `"Reduce", "Share", "Avoid" or "Retain"` {
		t.Errorf("Choices() = %+v", choices)
	}
}

func TestTableMatch(t *testing.T) {
	f, err := load(t).Form("ISMS-B-01")
	if err != nil {
		t.Fatal(err)
	}
	assets := f.Table("assets")
	for header, want := range map[string]string{
		"資産番号": "id", "資 産 番 号": "id", "資産Ｎｏ": "id", "Asset ID": "id", "asset": "name", "id": "id", "備考": "note", "色": "",
	} {
		i, ok := assets.Match(fold.Key(header))
		if ok != (want != "") || ok && assets.Columns[i].Name != want {
			t.Errorf("Match(%q) = %d, %v; want %q", header, i, ok, want)
		}
	}
}
