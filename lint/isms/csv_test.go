package isms_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/isms"
)

const rowsHead = "---\nnumber: ISMS-B-01\ntitle: 情報資産台帳\nstatus: approved\nrows: %s\n---\n# 情報資産台帳\n"

// csvFile builds an asset register whose rows stand in the given CSV file.
func csvFile(t testing.TB, content string) *isms.File {
	t.Helper()
	return file(t, newBuilder(t, ""), "registers/a.md", fmt.Sprintf(rowsHead, "assets.csv"), map[string]string{"registers/assets.csv": content})
}

func TestRowsOfCSV(t *testing.T) {
	const content = "\uFEFF資産番号, 資産名 ,種類,部門,分類\r\n" +
		"AS-001,\"名簿, \"\"本社\"\"\",情報,営業部,極秘\r\n" +
		"\r\n,,,,\r\n" +
		"AS-002,\"契約書\r\n控え\",情報 ,総務部,部外秘"
	f := csvFile(t, content)
	want := "assets in registers/assets.csv\n" +
		" id=\"AS-001\" department=\"営業部\" name=\"名簿, \\\"本社\\\"\" kind=\"information\" class=\"secret\"\n" +
		" id=\"AS-002\" department=\"総務部\" name=\"契約書\\n控え\" kind=\"information\" class=\"internal\"\n"
	if got := show(f); got != want {
		t.Fatalf("got\n%swant\n%s", got, want)
	}
	rows := f.Tables[0].Rows
	for _, c := range []struct {
		row          int
		column, want string
	}{{0, "id", "AS-001"}, {0, "name", `名簿, ""本社""`}, {1, "name", "契約書\r\n控え"}, {1, "kind", "情報"}, {1, "class", "部外秘"}} {
		if got := rows[c.row].Written(c.column).Span.Of([]byte(content)); got != c.want {
			t.Errorf("%s of row %d stands at %q, want %q", c.column, c.row, got, c.want)
		}
	}
}

func TestProblemsOfRowsFile(t *testing.T) {
	for _, c := range []struct{ name, rows, content, want string }{
		{"missing", "other.csv", "", "cannot be read"},
		{"outside", "../../other.csv", "", "outside"},
		{"absolute", "/etc/passwd", "", "outside"},
		{"windows path", `sub\assets.csv`, "", "cannot be read"},
		{"shift_jis", "assets.csv", "\x8e\x91\x8eY\x94\xd4\x8d\x86,\x8e\x91\x8eY\x96\xbc\x0aAS-001,\x96\xbc\x95\xeb\x82\xf0\x8e\xc0\x8e{\x0a", "Shift_JIS"},
		{"not text", "assets.csv", "資産番号,資産名\x00\n", "NUL"},
		{"damaged", "assets.csv", "資産番号,資産名\xff\xfe\xfd\n", "not UTF-8"},
		{"open quote", "assets.csv", "資産番号,\"資産名\nAS-001,名簿\n", "never closed"},
		{"text behind a quote", "assets.csv", "資産番号,\"資産\"名\n", "followed by text"},
		{"no header", "assets.csv", "AS-001,名簿\n", "names no columns"},
		{"empty", "assets.csv", "", "names no columns"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := file(t, newBuilder(t, ""), "registers/a.md", fmt.Sprintf(rowsHead, c.rows), map[string]string{"registers/assets.csv": c.content})
			if f.RowsFile == nil || !strings.Contains(f.RowsFile.Problem.EN, c.want) || f.RowsFile.Problem.JA == "" {
				t.Errorf("rows file %+v, want a problem that says %q", f.RowsFile, c.want)
			}
			if len(f.Tables) != 0 {
				t.Errorf("tables\n%s", show(f))
			}
		})
	}
}
