package scaffold_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/scaffold"
)

func TestRelease(t *testing.T) {
	for version, want := range map[string]string{
		"1.2.3": "v1.2.3", "v1.2.3": "v1.2.3", "v1.2.3-rc.1": "v1.2.3-rc.1",
		"": "main", "(devel)": "main", "0.0.0": "main", "v0.0.0-20261121000000-0123456789ab": "main",
		"v1.2.3+dirty": "main", "1.2": "main", "v1.2.3 # x": "main", "${{ x }}": "main",
	} {
		o := options(message.Japanese)
		o.Version = version
		files := generate(t, o)
		if got := files[".pre-commit-config.yaml"]; !strings.Contains(got, "rev: "+want+"\n") {
			t.Errorf("version %q: rev is not %s in\n%s", version, want, got)
		}
		if got := files[".github/workflows/ismslint.yml"]; !strings.Contains(got, "uses: ismslint/ismslint@"+want+"\n") {
			t.Errorf("version %q: the action is not pinned to %s in\n%s", version, want, got)
		}
	}
}

func TestOnePersonWithSeveralRoles(t *testing.T) {
	o := options(message.Japanese)
	o.Secretariat = "田中　一郎" // the manager's name but for the width of the blank
	c := readConfig(t, generate(t, o))
	var names []string
	ids := map[string]string{}
	for _, p := range c.People {
		names = append(names, p.Name)
		ids[p.ID] = p.Name
	}
	if want := []string{"佐藤 花子", "田中 一郎", "伊藤 美咲"}; !slices.Equal(names, want) {
		t.Errorf("people are %q, want %q", names, want)
	}
	holders := map[string][]string{}
	for _, h := range c.Roles {
		if h.From != day {
			t.Errorf("%s is held from %s, want %s", h.Role, h.From, day)
		}
		holders[h.Role] = append(holders[h.Role], ids[h.Person])
	}
	for role, want := range map[isms.Role]string{isms.President: "佐藤 花子", isms.Manager: "田中 一郎",
		isms.Secretariat: "田中 一郎", isms.Committee: "田中 一郎", isms.SystemManager: "田中 一郎", isms.ChiefAuditor: "伊藤 美咲"} {
		if got := holders[string(role)]; !slices.Equal(got, []string{want}) {
			t.Errorf("%s is held by %q, want %q", role, got, want)
		}
	}
}

func TestMandatoryOptions(t *testing.T) {
	for _, o := range []scaffold.Options{{Language: message.Japanese}, {Language: "fr", Date: day}, {Date: day}} {
		_, err := scaffold.Files(o)
		bilingual(t, err)
	}
}

// odd are names that mean something to YAML, TOML, Markdown or HTML.
var odd = []string{
	`株式会社 "引用" 'と' \円\`, `A|B || C`, `# 見出し`, `- 項目`, `1. 項目`, `12) 項目`, `+ 項目`, `===`, `---`,
	`*強調* _下線_ **太字**`, "`code` ``", `<script>alert(1)</script>`, `<!-- ismslint:ignore all -->`, `&lt;&amp;&copy;`,
	`[リンク](https://example.com)`, `![図](x.png)`, `~~消~~`, `> 引用`, `{{ .Name }} <% .Name %> ${{ x }}`, `yes`, `null`, `!!str x`,
	`O'Brien & Söhne`, "辻\U000e0100村 \ue000", "ジョン・スミス", `a: b # c`, `'''`, `"""`, `@admin`, `%x`,
}

// Whatever a name holds, the data read back is the name, and no document gains
// or loses a heading, table, row or link by it.
func TestOddNames(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang message.Language) {
		plain := shapes(t, generate(t, options(lang)))
		for _, name := range odd {
			t.Run(name, func(t *testing.T) {
				o := options(lang)
				o.Organization, o.President, o.Manager, o.Secretariat, o.ChiefAuditor =
					name, name+" 1", name+" 2", name+" 3", name+" 4"
				files := generate(t, o)
				c := readConfig(t, files)
				if c.Organization.Name != name {
					t.Errorf("organisation is %q, want %q", c.Organization.Name, name)
				}
				for i, p := range c.People {
					if want := fmt.Sprintf("%s %d", name, i+1); p.Name != want {
						t.Errorf("person %d is %q, want %q", i+1, p.Name, want)
					}
				}
				for doc, shape := range shapes(t, files) {
					if shape != plain[doc] {
						t.Errorf("%s has %s, want %s", doc, shape, plain[doc])
					}
				}
				checkDrafters(t, files)
			})
		}
	})
}

// checkDrafters asserts that the drafter in the front matter and that of the
// first revision are one person of the configuration.
func checkDrafters(t *testing.T, files map[string]string) {
	t.Helper()
	known := map[string]bool{}
	for _, p := range readConfig(t, files).People {
		known[p.Name], known[p.ID] = true, true
	}
	for name, d := range documents(t, files) {
		drafter := field(d, "drafted_by")
		history := d.Tables[len(d.Tables)-1]
		if cell := history.Rows[0].Cells[3].Text; !known[drafter] || cell != drafter {
			t.Errorf("%s is drafted by %q, its first revision by %q", name, drafter, cell)
		}
	}
}

// shapes returns what the structure of each document is.
func shapes(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	m := map[string]string{}
	for name, d := range documents(t, files) {
		cells := 0
		for _, table := range d.Tables {
			for _, row := range table.Rows {
				cells += len(row.Cells)
			}
		}
		m[name] = fmt.Sprintf("%d headings, %d blocks, %d tables, %d cells, %d links, %d comments",
			len(d.Headings), len(d.Blocks), len(d.Tables), cells, len(d.Links), len(d.Comments))
	}
	return m
}

func TestControlCharactersAreRefused(t *testing.T) {
	fields := map[string]func(*scaffold.Options, string){
		"organisation":   func(o *scaffold.Options, s string) { o.Organization = s },
		"president":      func(o *scaffold.Options, s string) { o.President = s },
		"ISMS manager":   func(o *scaffold.Options, s string) { o.Manager = s },
		"secretary":      func(o *scaffold.Options, s string) { o.Secretariat = s },
		"chief internal": func(o *scaffold.Options, s string) { o.ChiefAuditor = s },
	}
	for what, set := range fields {
		for _, bad := range []string{"a\nb", "a\tb", "a\x00b", "a\x1b[31mb", "a\u0085b", "a\u2028b", "a\u202eb", "a\ufeffb", "a\ufffeb", "a\xffb"} {
			o := options(message.Japanese)
			set(&o, bad)
			_, err := scaffold.Files(o)
			e := bilingual(t, err)
			if !strings.Contains(e.EN, what) || strings.ContainsAny(e.EN+e.JA, "\n\x00\x1b\u2028\u202e") {
				t.Errorf("%s %q: message is %q", what, bad, e.EN)
			}
		}
	}
}
