package scaffold_test

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/scaffold"
)

var documentNumber = regexp.MustCompile(`ISMS-[AB]-\d\d`)

// Each of the 32 English documents lies in a file named after its number and
// its English title.
func TestEnglishFileNames(t *testing.T) {
	catalogue := isms.NewCatalogue(config.Default())
	other := regexp.MustCompile(`[^a-z0-9]+`)
	docs := documents(t, generate(t, options(message.English)))
	for name, d := range docs {
		e := catalogue.Entry(field(d, "number"))
		if e == nil {
			t.Errorf("%s: unknown number %q", name, field(d, "number"))
			continue
		}
		want := e.Number + "-" + strings.Trim(other.ReplaceAllString(strings.ToLower(e.TitleEN), "-"), "-") + ".md"
		if path.Base(name) != want {
			t.Errorf("%s: want the name %s", name, want)
		}
	}
	if len(docs) != 32 {
		t.Errorf("%d documents, want 32", len(docs))
	}
}

// Nothing Japanese is left in the English files.
func TestEnglishIsEnglish(t *testing.T) {
	for name, content := range generate(t, scaffold.Options{Language: message.English, Date: day}) {
		if i := strings.IndexFunc(content, func(r rune) bool {
			return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || 0x3000 <= r && r <= 0x303F || 0xFF00 <= r && r <= 0xFFEF
		}); i >= 0 {
			t.Errorf("%s: %q is not English", name, content[i:min(i+30, len(content))])
		}
	}
}

// Whoever starts in English gets the same ISMS: the same files with the same
// sections, enumerations and tables.
func TestEnglishMirrorsJapanese(t *testing.T) {
	shapes := func(lang message.Language) map[string]string {
		files := generate(t, options(lang))
		docs := documents(t, files)
		m := map[string]string{}
		for name := range files {
			key := name
			if number := documentNumber.FindString(name); number != "" {
				key = path.Join(path.Dir(name), number)
			}
			m[key] = shape(docs[name])
		}
		return m
	}
	ja, en := shapes(message.Japanese), shapes(message.English)
	for key, want := range ja {
		got, ok := en[key]
		if !ok {
			t.Errorf("%s exists in Japanese only", key)
		} else if got != want {
			t.Errorf("%s differs in structure: English\n%swant\n%s", key, got, want)
		}
	}
	for key := range en {
		if _, ok := ja[key]; !ok {
			t.Errorf("%s exists in English only", key)
		}
	}
}

// shape returns the headings with level and number, the enumeration marks and
// the sizes of the tables of a document in their order, and the front matter
// keys; "" for a file that is no document.
func shape(d *document.Document) string {
	if d == nil {
		return ""
	}
	type part struct {
		at   int
		text string
	}
	var parts []part
	for _, h := range d.Headings {
		parts = append(parts, part{h.Span.Start, strings.Repeat("#", h.Level) + " " + h.Number})
	}
	for _, m := range d.Marks {
		parts = append(parts, part{m.Span.Start, m.Text})
	}
	for _, table := range d.Tables {
		parts = append(parts, part{table.Span.Start, strings.Repeat("| ", len(table.Header)) + strings.Repeat("=", len(table.Rows))})
	}
	for _, f := range d.FrontMatter.Root.Fields {
		parts = append(parts, part{f.KeySpan.Start, f.Key})
	}
	slices.SortFunc(parts, func(a, b part) int { return a.at - b.at })
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.text + "\n")
	}
	return b.String()
}
