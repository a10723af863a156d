package isms_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// systemOf builds a system from documents by path.
func systemOf(t *testing.T, files map[string]string) *isms.System {
	t.Helper()
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	b := isms.NewBuilder(config.Default(), set, std)
	parser := document.NewParser()
	var list []*isms.File
	for path, text := range files {
		list = append(list, b.File(path, parser.Parse([]byte(text)), func(string) ([]byte, error) { return nil, nil }))
	}
	return b.System(list, nil, date.Date{Year: 2026, Month: 11, Day: 21})
}

func frontMatter(number, title string) string {
	return "---\nnumber: " + number + "\ntitle: " + title + "\nedition: \"2013\"\nstatus: approved\n---\n\n"
}

func TestTransition(t *testing.T) {
	s := systemOf(t, map[string]string{
		"a02.md": frontMatter("ISMS-A-02", "適用宣言書") + `| 管理策番号 | 管理策名 | 適用 | 理由 | 実施文書 | リスク番号 |
|---|---|---|---|---|---|
| A.5.1.1 | 方針群 | ○ | 契約 | ISMS-A-04 A.5.1.1 | R-001 |
| A.5.1.2 | 方針のレビュー | ○ | 契約 | ISMS-A-01 | - |
`,
		"a04.md": frontMatter("ISMS-A-04", "ISMS管理策運用規定") + "## A.5.1.1 方針群\n\n社長が承認する。\n",
		"b02.md": frontMatter("ISMS-B-02", "リスクアセスメント結果表") + `| 番号 | 資産 | 脅威 | 脆弱性 | 損害 | 脅威のレベル | 脆弱性のレベル | リスク値 | 対応の決定 | 管理策 | リスク所有者 | 評価日 |
|---|---|---|---|---|---|---|---|---|---|---|---|
| R-002 | AS-001 | 故障 | 予備がない | 3 | 2 | 2 | 12 | 対応 | A.5.1.2 | 社長 | 2026-04-10 |
`,
	})
	rows := s.Transition(standard.Edition2013, standard.Edition2022)
	if len(rows) != 93 {
		t.Fatalf("%d rows, want one for each of the 93 controls", len(rows))
	}
	merged := rows[0]
	if merged.Control.ID != "A.5.1" || merged.Kind != standard.Merged || len(merged.From) != 2 || len(merged.Rows) != 2 {
		t.Errorf("A.5.1 is %s from %d controls with %d rows, want merged from 2 with 2", merged.Kind, len(merged.From), len(merged.Rows))
	}
	if got := strings.Join(merged.Risks, " "); got != "R-001 R-002" {
		t.Errorf("risks of A.5.1 are %q, want those of the statement and of the assessment", got)
	}
	if !slices.Equal(merged.Documents, []string{"ISMS-A-01", "ISMS-A-04 A.5.1.1"}) {
		t.Errorf("documents of A.5.1 are %q", merged.Documents)
	}
	i := slices.IndexFunc(rows, func(r isms.TransitionRow) bool { return r.Control.ID == "A.5.7" })
	if rows[i].Kind != standard.New || rows[i].From != nil || rows[i].Rows != nil {
		t.Errorf("A.5.7 is %s, want new and nothing there", rows[i].Kind)
	}
}

func TestStatement(t *testing.T) {
	const header = "| 管理策番号 | 管理策名 | 適用 | 理由 |\n|---|---|---|---|\n"
	for _, c := range []struct {
		name, edition, rows, ids string
		foreign                  standard.Edition
	}{
		{"own edition", "2022", "| A.8.13 | x | ○ | y |\n| 8.14 | x | × | y |\n", "A.8.13+ A.8.14-", ""},
		{"group row", "2022", "| A.8 | 技術的管理策 | | |\n| Ａ．８．１ | x | 検討中 | y |\n", "A.8.1?", ""},
		{"own control", "2022", "| s-01 | x | ○ | y |\n", "S-01+", ""},
		{"no id", "2022", "| バックアップ | x | ○ | y |\n", "+", ""},
		{"of 2013", "2022", "| A.9.2.1 | x | ○ | y |\n| A.12.3.1 | x | ○ | y |\n| A.8.13 | x | ○ | y |\n", "A.9.2.1+ A.12.3.1+ A.8.13+", standard.Edition2013},
		{"half of 2013", "2022", "| A.9.2.1 | x | ○ | y |\n| A.8.13 | x | ○ | y |\n", "A.9.2.1+ A.8.13+", ""},
		{"2013 itself", "2013", "| A.9.2.1 | x | ○ | y |\n", "A.9.2.1+", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := systemOf(t, map[string]string{"a02.md": "---\nnumber: ISMS-A-02\ntitle: 適用宣言書\nedition: \"" + c.edition + "\"\n---\n\n" + header + c.rows})
			st := s.Statement()
			if st == nil {
				t.Fatal("no statement")
			}
			var ids []string
			for _, r := range st.Rows {
				ids = append(ids, r.ID+map[isms.Applicability]string{isms.Undecided: "?", isms.Applicable: "+", isms.Excluded: "-"}[r.Applicable])
			}
			if got := strings.Join(ids, " "); got != c.ids {
				t.Errorf("rows are %q, want %q", got, c.ids)
			}
			if st.Foreign != c.foreign {
				t.Errorf("foreign is %q, want %q", st.Foreign, c.foreign)
			}
		})
	}
}

func TestControlID(t *testing.T) {
	for text, want := range map[string]string{
		"A.5.1": "A.5.1", "5.1": "A.5.1", "５．１": "A.5.1", "A5.1": "A.5.1", "18.2.3": "A.18.2.3", "S-01": "S-01", "CLD.6.3.1": "CLD.6.3.1",
		"": "", "5": "", "A.8.l3": "", "バックアップ": "", "A-1": "", "S": "", "1.2.3.4": "", "ISMS-A-04": "",
	} {
		if got := isms.ControlID(text); got != want {
			t.Errorf("ControlID(%q) is %q, want %q", text, got, want)
		}
	}
}
