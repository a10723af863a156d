package schema_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/schema"
)

func load(t testing.TB) *schema.Set {
	t.Helper()
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// approved is the front matter of an approved document with all usual fields.
func approved() map[string]any {
	return map[string]any{
		"number": "ISMS-A-03", "title": "ISMSマニュアル", "revision": int64(2), "status": "approved",
		"established": "2023-10-01", "revised": "2025-04-15", "classification": "管理文書",
		"drafted_by": "tanaka", "approved_by": "sato", "approved_on": "2025-04-15",
		"edition": "2022", "clauses": []any{"4.1", "4.2"},
	}
}

// violationCase changes the front matter of an approved document.
type violationCase struct {
	name string
	set  map[string]any // added
	del  string         // taken away
	want []string       // kind and place with the English, then the Japanese message
}

func checkViolations(t *testing.T, cases []violationCase) {
	t.Helper()
	set := load(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := approved()
			for key, value := range c.set {
				v[key] = value
			}
			if c.del != "" {
				delete(v, c.del)
			}
			var got []string
			for _, v := range set.Document.Validate(v) {
				at := strings.Join(v.Path, "/") + v.Property
				got = append(got, string(v.Kind)+" "+at+": "+v.Message.EN, v.Message.JA)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestValidateKeys(t *testing.T) {
	checkViolations(t, []violationCase{
		{name: "right"},
		{name: "integer edition", set: map[string]any{"edition": int64(2013)}},
		{name: "numeric clauses", set: map[string]any{"clauses": []any{4.1, int64(10)}}},
		{name: "several drafters", set: map[string]any{"drafted_by": []any{"tanaka", "suzuki"}}},
		{name: "keys of other programs", set: map[string]any{"x-layout": "wide", "x_tags": []any{"a"}}},
		{name: "empty is absent", set: map[string]any{"revised": nil, "edition": "", "approved_by": "　", "organization": " "}},
		{name: "leap day", set: map[string]any{"revised": "2024-02-29"}},
		{name: "missing", del: "title", want: []string{
			`required title: required key "title" is missing, expected a text`,
			`必須項目の文書名（title）がないため、文字列を指定してください`,
		}},
		{name: "empty but mandatory", set: map[string]any{"established": ""}, want: []string{
			`required established: required key "established" is missing, expected a day that exists, written like 2025-04-15`,
			`必須項目の制定日（established）がないため、実在する日付（例: 2025-04-15）を指定してください`,
		}},
		{name: "unknown key", set: map[string]any{"colour": "red"}, want: []string{
			`unknown-key colour: unknown key "colour", expected number, title, revision, status, established, revised, classification, drafted_by, approved_by, approved_on, notified_on, published_on, edition, clauses, rows, distribution_number or organization`,
			`「colour」という項目はないため、使える項目（文書番号、文書名、改訂番号、状態、制定日、改訂日、管理区分、作成、承認、承認日、周知日、公開日、適用規格、箇条、行のファイル、配付番号、会社名）に直すか、削除してください`,
		}},
		{name: "second name of a key", set: map[string]any{"文 書 名": "x"}, want: []string{
			`unknown-key 文 書 名: key "文 書 名" means the same as title, expected one of them only`,
			`「文 書 名」は文書名（title）と同じ項目のため、どちらか一方を削除してください`,
		}},
		{name: "misspelt mandatory key is one defect", set: map[string]any{"tilte": "x"}, del: "title", want: []string{
			`unknown-key tilte: unknown key "tilte", did you mean "title" (expected number, title, revision, status, established, revised, classification, drafted_by, approved_by, approved_on, notified_on, published_on, edition, clauses, rows, distribution_number or organization)`,
			`「tilte」という項目はないため、「title」の誤りでないか確認してください（使える項目: 文書番号、文書名、改訂番号、状態、制定日、改訂日、管理区分、作成、承認、承認日、周知日、公開日、適用規格、箇条、行のファイル、配付番号、会社名）`,
		}},
	})
}

func TestValidateTypes(t *testing.T) {
	checkViolations(t, []violationCase{
		{name: "type", set: map[string]any{"revision": "第2版"}, want: []string{
			`type revision: revision is "第2版", expected a whole number of at least 0`,
			`改訂番号（revision）には「第2版」ではなく、0以上の整数を指定してください`,
		}},
		{name: "fraction", set: map[string]any{"revision": 1.5}, want: []string{
			`type revision: revision is 1.5, expected a whole number of at least 0`,
			`改訂番号（revision）には1.5ではなく、0以上の整数を指定してください`,
		}},
		{name: "table for text", set: map[string]any{"title": map[string]any{"ja": "x"}}, want: []string{
			`type title: title is a table, expected a text`,
			`文書名（title）には表（テーブル）ではなく、文字列を指定してください`,
		}},
		{name: "not a number", set: map[string]any{"revision": math.NaN()}, want: []string{
			`type revision: revision is NaN, expected a whole number of at least 0`,
			`改訂番号（revision）にはNaNではなく、0以上の整数を指定してください`,
		}},
		{name: "infinite within a list", set: map[string]any{"clauses": []any{"4.1", math.Inf(1)}}, want: []string{
			`type clauses/1: item 2 of clauses is +Inf, expected the number of a clause such as 6.1.2`,
			`箇条（clauses）の2番目には+Infではなく、箇条の番号（例: 6.1.2）を指定してください`,
		}},
		{name: "range", set: map[string]any{"revision": int64(-1)}, want: []string{
			`range revision: revision is -1, expected a whole number of at least 0`,
			`改訂番号（revision）には-1ではなく、0以上の整数を指定してください`,
		}},
	})
}

func TestValidateForms(t *testing.T) {
	checkViolations(t, []violationCase{
		{name: "enumeration", set: map[string]any{"status": "aproved"}, want: []string{
			`enum status: status is "aproved", expected "draft", "review", "approved" or "obsolete"; did you mean "approved"`,
			`状態（status）には「aproved」ではなく、draft（起案中）、review（審査中）、approved（承認済）、obsolete（廃止）のいずれかを指定してください（「approved」の誤りではありませんか）`,
		}},
		{name: "enumeration in Japanese", set: map[string]any{"status": "承認ずみ"}, want: []string{
			`enum status: status is "承認ずみ", expected "draft", "review", "approved" or "obsolete"; did you mean "承認済み"`,
			`状態（status）には「承認ずみ」ではなく、draft（起案中）、review（審査中）、approved（承認済）、obsolete（廃止）のいずれかを指定してください（「承認済み」の誤りではありませんか）`,
		}},
		{name: "no such day", set: map[string]any{"approved_on": "2025-02-30"}, want: []string{
			`format approved_on: approved_on is "2025-02-30", expected a day that exists, written like 2025-04-15`,
			`承認日（approved_on）には「2025-02-30」ではなく、実在する日付（例: 2025-04-15）を指定してください`,
		}},
		{name: "another notation", set: map[string]any{"approved_on": "2025年4月15日"}, want: []string{
			`format approved_on: approved_on is "2025年4月15日", expected a day that exists, written like 2025-04-15`,
			`承認日（approved_on）には「2025年4月15日」ではなく、実在する日付（例: 2025-04-15）を指定してください`,
		}},
		{name: "pattern in a list", set: map[string]any{"clauses": []any{"4.1", "第6章"}}, want: []string{
			`pattern clauses/1: item 2 of clauses is "第6章", expected the number of a clause such as 6.1.2`,
			`箇条（clauses）の2番目には「第6章」ではなく、箇条の番号（例: 6.1.2）を指定してください`,
		}},
		{name: "repeated item", set: map[string]any{"clauses": []any{"4.1", "4.2", "4.1"}}, want: []string{
			`unique clauses/2: "4.1" is listed twice, expected it once`,
			`「4.1」が重複しているため、どちらか一方を削除してください`,
		}},
		{name: "empty list", set: map[string]any{"approved_by": []any{}}, want: []string{
			`length approved_by: approved_by is empty, expected a text or a list of at least one value`,
			`承認者（approved_by）が空のため、文字列又は1つ以上の値のリストを指定してください`,
		}},
		{name: "empty key", set: map[string]any{"": "x"}, want: []string{
			`unknown-key : a key is empty, expected a name`,
			`項目名が空のため、名前を付けてください`,
		}},
		{name: "control characters and length", set: map[string]any{"status": "\x1b[31m" + strings.Repeat("長", 60)}, want: []string{
			`enum status: status is " [31m` + strings.Repeat("長", 35) + `…", expected "draft", "review", "approved" or "obsolete"`,
			`状態（status）には「 [31m` + strings.Repeat("長", 35) + `…」ではなく、draft（起案中）、review（審査中）、approved（承認済）、obsolete（廃止）のいずれかを指定してください`,
		}},
	})
}

func TestValidateOrder(t *testing.T) {
	v := map[string]any{"zzz": "x", "aaa": "x", "clauses": []any{"x", "4.1", "y"}, "revision": "two", "number": int64(3), "status": "-"}
	var got []string
	for _, v := range load(t).Document.Validate(v) {
		got = append(got, strings.Join(append(v.Path, v.Property), "/"))
	}
	want := []string{"number/", "title", "revision/", "status/", "established", "drafted_by", "clauses/0/", "clauses/2/", "aaa", "zzz"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestValidateRecordKeepsFieldsOfForms(t *testing.T) {
	v := map[string]any{"form": "ISMS-B-24", "record": "CAR-2026-001", "title": "x", "status": "draft", "cause": "y", "created": nil}
	if got := load(t).Record.Validate(v); len(got) > 0 {
		t.Errorf("got %v", got)
	}
	delete(v, "record")
	if got := load(t).Record.Validate(v); len(got) != 1 || got[0].Property != "record" {
		t.Errorf("got %v, want the missing record number", got)
	}
}

func TestValidateOtherTypes(t *testing.T) {
	got := load(t).Document.Validate(map[string]any{"title": []string{"x"}})
	if len(got) != 1 || got[0].Kind != schema.Unusable {
		t.Errorf("got %v, want one unusable value", got)
	}
	if got := load(t).Document.Validate("text"); len(got) != 1 || got[0].Message.EN != `the file is "text", expected a table of keys and values` {
		t.Errorf("got %v", got)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load(b)
	}
}

// BenchmarkLoadAndCompile is what a check pays once: three schemas read,
// compiled and used.
func BenchmarkLoadAndCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		set := load(b)
		set.Config.Validate(map[string]any{})
		set.Document.Validate(map[string]any{})
		set.Record.Validate(map[string]any{})
	}
}

func BenchmarkValidate(b *testing.B) {
	s, v := load(b).Document, approved()
	if got := s.Validate(v); len(got) > 0 {
		b.Fatal(got)
	}
	b.ReportAllocs()
	for b.Loop() {
		s.Validate(v)
	}
}

func BenchmarkCanonical(b *testing.B) {
	s := load(b).Document
	b.ReportAllocs()
	for b.Loop() {
		for _, key := range []string{"number", "文書番号", "制 定 日", "管理区分"} {
			if _, ok := s.Canonical(key); !ok {
				b.Fatal(key)
			}
		}
	}
}
