package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
)

func renderView(t *testing.T, format string, o Options, rows ...[]Cell) string {
	t.Helper()
	v := &View{Name: "risks", AsOf: date.Date{Year: 2026, Month: 11, Day: 21}, Tables: []Table{{
		Key: "risks", Columns: []Column{
			{Key: "id", Title: message.Text{JA: "番号", EN: "ID"}},
			{Key: "threat", Title: message.Text{JA: "脅威", EN: "Threat"}, Long: true},
			{Key: "value", Title: message.Text{JA: "値", EN: "Value"}, Right: true},
		}, Rows: rows,
	}}}
	var b bytes.Buffer
	if err := WriteView(&b, format, v, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestViewTextAlignsJapanese(t *testing.T) {
	got := renderView(t, Text, Options{Language: message.Japanese},
		[]Cell{TextCell("R-001"), TextCell("漏えい"), NumberCell(4)}, []Cell{TextCell("R-2"), TextCell("loss"), NumberCell(12)})
	want := "番号   脅威    値\nR-001  漏えい   4\nR-2    loss    12\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestViewTextKeepsToTheWidth(t *testing.T) {
	row := []Cell{TextCell("R-001"), TextCell(strings.Repeat("予約者情報の漏えいabc", 9)), NumberCell(12)}
	for width := 1; width < 120; width++ {
		for _, line := range strings.Split(renderView(t, Text, Options{Width: width}, row), "\n") {
			if n := displayWidth(line); n > width {
				t.Fatalf("width %d: %q takes %d columns", width, line, n)
			}
		}
	}
	got := renderView(t, Text, Options{Width: 40}, row)
	if !strings.Contains(got, "…") || !strings.Contains(got, "R-001") || !strings.Contains(got, "12") {
		t.Errorf("the long column alone should give way:\n%s", got)
	}
}

func TestViewTextColour(t *testing.T) {
	row := []Cell{{Text: message.Same("R-001"), Tone: Bad}, TextCell(""), TextCell("")}
	if got := renderView(t, Text, Options{Color: true}, row); !strings.Contains(got, "\x1b[1;31mR-001\x1b[0m") || strings.Contains(got, "\x1b[m") {
		t.Errorf("no colour in %q", got)
	}
	if got := renderView(t, Text, Options{}, row); strings.Contains(got, "\x1b") {
		t.Errorf("colour in %q", got)
	}
}

func TestViewCSVKeepsFormulasOut(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+81": "'+81", "-3": "'-3", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'␉=1", "\r=1": "'␍=1", "  =1": "'  =1", "＝1": "'＝1",
		"R-001": "R-001", "3-1": "3-1", "": "", "a,\"b\"": "a,\"b\"", "a\nb": "a b",
	} {
		got := renderView(t, CSV, Options{}, []Cell{TextCell("x"), TextCell(text), TextCell("")})
		records, err := csv.NewReader(strings.NewReader(got)).ReadAll()
		if err != nil || len(records) != 2 {
			t.Fatalf("%q: %v in %q", text, err, got)
		}
		if records[0][1] != "threat" || records[1][1] != want {
			t.Errorf("%q became %q, want %q", text, records[1][1], want)
		}
	}
}

func TestViewMarkdownEscapes(t *testing.T) {
	got := renderView(t, Markdown, Options{}, []Cell{TextCell("a|b"), TextCell("<b>*x*\n@team"), NumberCell(1)})
	want := "| ID | Threat | Value |\n|---|---|--:|\n| a\\|b | \\<b\\>\\*x\\*<br>@&#8203;team | 1 |\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestViewJSON(t *testing.T) {
	got := renderView(t, JSON, Options{}, []Cell{TextCell("R-001"), TextCell("\x1b[31m\u202E"), {Text: message.Same("12≠15"), Value: 15.0}})
	if strings.ContainsAny(got, "\x1b\u202E") {
		t.Errorf("hidden characters in %q", got)
	}
	var v struct {
		Schema, Show, AsOf string
		Commit             *string
		Risks              []struct {
			ID, Threat string
			Value      float64
		}
		Notes []string
	}
	if err := json.Unmarshal([]byte(got), &v); err != nil {
		t.Fatal(err)
	}
	if v.Schema != "ismslint-show/1" || v.Show != "risks" || v.AsOf != "2026-11-21" || v.Commit != nil || v.Notes == nil ||
		len(v.Risks) != 1 || v.Risks[0].Value != 15 || v.Risks[0].Threat != "\x1b[31m\u202E" {
		t.Errorf("got %+v from %s", v, got)
	}
	if strings.Index(got, `"id"`) > strings.Index(got, `"threat"`) {
		t.Errorf("fields out of order: %s", got)
	}
}

// TestViewIsHarmless prints what a hostile document could hold.
func TestViewIsHarmless(t *testing.T) {
	for _, format := range ViewFormats() {
		got := renderView(t, format, Options{}, []Cell{TextCell("\x1b]0;x\a"), TextCell("a\u202Eb\u0000"), TextCell("##[error]x")})
		if strings.ContainsAny(got, "\x1b\a\u202E\u0000") {
			t.Errorf("%s: %q", format, got)
		}
		if format != CSV && strings.Contains(got, "##[error]") {
			t.Errorf("%s has a workflow command: %q", format, got)
		}
	}
}
