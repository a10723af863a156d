package isms_test

import (
	"crypto/sha256"
	"encoding/hex"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

// digested is a document whose digest the tests compare with that of others.
const digested = `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: approved
established: 2024-04-01
revised: 2025-04-01
classification: 管理文書
drafted_by: tanaka
approved_by: sato
approved_on: 2025-04-01
edition: "2022"
clauses: ["4.1", "4.2"]
---
# ISMSマニュアル

本社の全業務を対象とする。

| 項目 | 値 |
|---|---|
| 拠点 | 本社 |
`

func digestOf(t testing.TB, text string, files map[string]string) string {
	t.Helper()
	return file(t, newBuilder(t, ""), "policies/ISMS-A-03.md", text, files).Digest()
}

// replace fails the test where there is nothing to replace, so that no case
// compares a text with itself.
func replace(t testing.TB, text string, pairs ...string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("%q is not in the text", pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	return text
}

// TestDigestIsStable holds the digest to a value: a change of how it is taken
// would void every approval that was ever given.
func TestDigestIsStable(t *testing.T) {
	const covered = "ismslint-digest/1\n" +
		"\"classification\": \"管理文書\"\n\"clauses\":\n  - \"4.1\"\n  - \"4.2\"\n\"drafted_by\": \"tanaka\"\n\"edition\": \"2022\"\n" +
		"\"established\": \"2024-04-01\"\n\"number\": \"ISMS-A-03\"\n\"revised\": \"2025-04-01\"\n\"revision\": \"2\"\n\"title\": \"ISMSマニュアル\"\n\n" +
		"# ISMSマニュアル\n\n本社の全業務を対象とする。\n\n| 項目 | 値 |\n|---|---|\n| 拠点 | 本社 |\n"
	sum := sha256.Sum256([]byte(covered))
	if got, want := digestOf(t, digested, nil), "sha256:"+hex.EncodeToString(sum[:]); got != want {
		t.Errorf("got %s, want %s, the digest of:\n%s", got, want, covered)
	}
}

func TestDigestDisregards(t *testing.T) {
	want := digestOf(t, digested, nil)
	for name, text := range map[string]string{
		"line ends":                    strings.ReplaceAll(digested, "\n", "\r\n"),
		"some line ends":               replace(t, digested, "2024-04-01\n", "2024-04-01\r\n", "する。\n", "する。\r\n"),
		"a byte order mark":            "\uFEFF" + digested,
		"mark and line ends":           "\uFEFF" + strings.ReplaceAll(digested, "\n", "\r\n"),
		"blank lines around":           replace(t, digested, "---\n# ISMS", "---\n\n\n# ISMS") + "\n\n",
		"no line end at the end":       strings.TrimSuffix(digested, "\n"),
		"the approval":                 replace(t, digested, "approved_by: sato\napproved_on: 2025-04-01", "approved_by: [sato, ito]\napproved_on: 2025-05-01"),
		"no approval":                  replace(t, digested, "approved_by: sato\napproved_on: 2025-04-01\n", "", "status: approved", "status: draft"),
		"the copy":                     replace(t, digested, "status:", "distribution_number: 7\nstatus:"),
		"keys of the organisation":     replace(t, digested, "status:", "x-tag: [a, b]\nstatus:"),
		"keys without a value":         replace(t, digested, "edition:", "organization:\nedition:"),
		"keys with an empty value":     replace(t, digested, "edition:", "organization: \"\"\nedition:"),
		"the order of keys":            replace(t, digested, "number: ISMS-A-03\n", "", "status: approved\n", "status: approved\nnumber: ISMS-A-03\n"),
		"quotes and comments":          replace(t, digested, "title: ISMSマニュアル", "title: \"ISMSマニュアル\" # 正式名称"),
		"the layout of lists":          replace(t, digested, `clauses: ["4.1", "4.2"]`, "clauses:\n  - '4.1'\n  - \"4.2\""),
		"the language of the keys":     replace(t, digested, "number:", "文書番号:", "title:", "文書名:", "revision:", "改訂番号:", "status: approved", "状態: 承認済み", "established:", "制定日:", "revised:", "改訂日:", "drafted_by:", "作成:"),
		"the language of front matter": toTOML(t, digested),
		"TOML with line ends":          strings.ReplaceAll(toTOML(t, digested), "\n", "\r\n"),
	} {
		if got := digestOf(t, text, nil); got != want {
			t.Errorf("%s: the digest changed\n%s", name, text)
		}
	}
}

func toTOML(t testing.TB, text string) string {
	t.Helper()
	front, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "---\n")
	var b strings.Builder
	for line := range strings.Lines(front) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "revision", "established", "revised", "approved_on", "edition", "clauses":
		default:
			value = `"` + value + `"`
		}
		b.WriteString(key + " = " + value + "\n")
	}
	return "+++\n" + b.String() + "+++\n" + body
}

func TestDigestCovers(t *testing.T) {
	seen := map[string]string{digestOf(t, digested, nil): "the document itself"}
	for name, text := range map[string]string{
		"a word":               replace(t, digested, "本社の", "支社の"),
		"a width":              replace(t, digested, "| 本社 |", "| 本社１ |"),
		"the other width":      replace(t, digested, "| 本社 |", "| 本社1 |"),
		"a blank":              replace(t, digested, "本社の全", "本社の 全"),
		"a blank at the end":   replace(t, digested, "する。\n", "する。  \n"),
		"a line":               replace(t, digested, "する。\n", "する。\n\n"),
		"a cell":               replace(t, digested, "| 拠点 | 本社 |", "| 拠点 | 支社 |"),
		"a row":                digested + "| 部門 | 総務部 |\n",
		"a comment":            digested + "\n<!-- x -->\n",
		"text after the table": digested + "\n以上\n",
		"the number":           replace(t, digested, "ISMS-A-03", "ISMS-A-04"),
		"the title":            replace(t, digested, "title: ISMSマニュアル", "title: マニュアル"),
		"the revision":         replace(t, digested, "revision: 2", "revision: 3"),
		"a date":               replace(t, digested, "revised: 2025-04-01", "revised: 2025-04-02"),
		"the class":            replace(t, digested, "管理文書", "非管理文書"),
		"the drafter":          replace(t, digested, "tanaka", "suzuki"),
		"the edition":          replace(t, digested, `"2022"`, `"2013"`),
		"the clauses":          replace(t, digested, `["4.1", "4.2"]`, `["4.1"]`),
		"the order of clauses": replace(t, digested, `["4.1", "4.2"]`, `["4.2", "4.1"]`),
		"a missing key":        replace(t, digested, "classification: 管理文書\n", ""),
		"a further key":        replace(t, digested, "status:", "organization: 株式会社サンプル\nstatus:"),
	} {
		d := digestOf(t, text, nil)
		if other, twice := seen[d]; twice {
			t.Errorf("%s gives the digest of %s", name, other)
		}
		seen[d] = name
	}
}

// TestDigestCoversEveryByte changes the body anywhere and expects another
// digest.
func TestDigestCoversEveryByte(t *testing.T) {
	want := digestOf(t, digested, nil)
	body := strings.Index(digested, "# ISMS")
	end := len(digested) - 1 // the last line end is not covered
	random := rand.New(rand.NewPCG(1, 2))
	for at := body; at < end; at++ {
		for _, text := range []string{
			digested[:at] + "x" + digested[at:],
			digested[:at] + digested[at+1:],
			digested[:at] + string(rune('a'+random.IntN(26))) + digested[at+1:],
		} {
			f := file(t, newBuilder(t, ""), "policies/ISMS-A-03.md", text, nil)
			if len(f.Doc.Problems) == 0 && text != digested && f.Digest() == want {
				t.Fatalf("a change at byte %d is not covered:\n%s", at, text)
			}
		}
	}
}

const digestedLog = `---
number: ISMS-B-13
title: 情報セキュリティ事象記録簿
revision: 1
status: approved
---
# 情報セキュリティ事象記録簿

事象を記録する。

| 事象番号 | 発生日時 | 報告者 | 内容 | 受付 |
|---|---|---|---|---|
| EV-001 | 2026-05-12 | 伊藤 美咲 | 入館証の置き忘れ | 鈴木 次郎 |

以上
`

func TestDigestLetsLogsGrow(t *testing.T) {
	want := digestOf(t, digestedLog, nil)
	const row = "| EV-001 | 2026-05-12 | 伊藤 美咲 | 入館証の置き忘れ | 鈴木 次郎 |\n"
	for name, text := range map[string]string{
		"a further row":   replace(t, digestedLog, row, row+strings.ReplaceAll(row, "001", "002")),
		"no row":          replace(t, digestedLog, row, ""),
		"an empty row":    replace(t, digestedLog, row, row+"| | | | | |\n"),
		"line ends":       strings.ReplaceAll(replace(t, digestedLog, row, row+row), "\n", "\r\n"),
		"an indented row": replace(t, digestedLog, row, "  "+row+" "+row),
		"blanks behind":   replace(t, digestedLog, row, strings.TrimSuffix(row, "\n")+"   \n"),
	} {
		if got := digestOf(t, text, nil); got != want {
			t.Errorf("%s: the digest changed", name)
		}
	}
	for name, text := range map[string]string{
		"a column":    replace(t, digestedLog, "| 受付 |\n|---", "| 受付 | 備考 |\n|---|---"),
		"a header":    replace(t, digestedLog, "| 内容 |", "| 事象の内容 |"),
		"text before": replace(t, digestedLog, "記録する。", "記録し、評価する。"),
		"text after":  replace(t, digestedLog, "以上", "以上。"),
	} {
		if got := digestOf(t, text, nil); got == want {
			t.Errorf("%s is not covered", name)
		}
	}
}

func TestDigestOfRowsInAFile(t *testing.T) {
	const asset = "---\nnumber: ISMS-B-01\ntitle: 情報資産台帳\nrows: rows.csv\n---\n# 情報資産台帳\n"
	const event = "---\nnumber: ISMS-B-13\ntitle: 情報セキュリティ事象記録簿\nrows: rows.csv\n---\n# 記録簿\n"
	rows := func(text string) map[string]string { return map[string]string{"policies/rows.csv": text} }
	assets, more := "資産番号,資産名\nAS-001,人事台帳\n", "資産番号,資産名\nAS-001,人事台帳\nAS-002,顧客名簿\n"
	want := digestOf(t, asset, rows(assets))
	if digestOf(t, asset, rows("\uFEFF"+strings.ReplaceAll(assets, "\n", "\r\n"))) != want {
		t.Error("line ends of the rows count")
	}
	if digestOf(t, asset, rows(more)) == want || digestOf(t, asset, nil) == want {
		t.Error("the rows of a register are not covered")
	}
	if digestOf(t, asset+"\nrows\n"+assets, nil) == want {
		t.Error("the body passes for the rows")
	}
	events := "事象番号,発生日時,報告者,内容,受付\nEV-001,2026-05-12,伊藤,置き忘れ,鈴木\n"
	if digestOf(t, event, rows(events)) != digestOf(t, event, rows(events+"EV-002,2026-05-13,伊藤,紛失,鈴木\n")) {
		t.Error("the rows of a log are covered")
	}
}

func TestConfigDigest(t *testing.T) {
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	digest := func(text, keys string) string {
		c, _ := config.Parse(config.FileName, []byte(text), set)
		return isms.ConfigDigest(c, []byte(text), func(path string) ([]byte, error) {
			if path == "keys/sato.pub" && keys != "" {
				return []byte(keys), nil
			}
			return nil, os.ErrNotExist
		})
	}
	const plain = "[[people]]\nid = \"sato\"\nname = \"佐藤\"\nkeys = [\"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIC4JYDoHCwhQPgM+ttlg9D2VAJ3q0lC/WRQw2PtbR9Rh\"]\n"
	const named = "[[people]]\nid = \"sato\"\nname = \"佐藤\"\nkeys = [\"keys/sato.pub\"]\n"
	if digest(plain, "") != isms.BytesDigest([]byte(plain)) {
		t.Error("without files of keys it is not the digest of the text")
	}
	if digest(strings.ReplaceAll(plain, "\n", "\r\n"), "") != digest(plain, "") {
		t.Error("line ends count")
	}
	if digest(named, "a") == digest(named, "b") || digest(named, "a") == digest(named, "") {
		t.Error("a file of keys is not covered")
	}
	if digest(named, "a\n") != digest(named, "a\r\n") {
		t.Error("line ends of a file of keys count")
	}
}

// FuzzDigest looks for texts that break the digest or that it takes for
// something else with other line ends.
func FuzzDigest(f *testing.F) {
	f.Add(digested)
	f.Add(digestedLog)
	f.Add(strings.ReplaceAll(digestedLog, "| EV", "> | EV"))
	f.Add("+++\nnumber = \"ISMS-A-03\"\ntitle = \"\"\"a\nb\"\"\"\n+++\n")
	f.Add("---\nnumber: ISMS-B-13\ntitle: |\n  a\n  b\n---\n| 事象番号 | 内容 |\n|-|-|\n| EV-1 | a |")
	f.Fuzz(func(t *testing.T, text string) {
		a := file(t, newBuilder(t, ""), "a.md", text, nil)
		if len(a.Doc.Problems) > 0 || strings.Contains(text, "\r") {
			return
		}
		b := file(t, newBuilder(t, ""), "a.md", strings.ReplaceAll(text, "\n", "\r\n"), nil)
		if a.Digest() != b.Digest() {
			t.Errorf("line ends change the digest of %q\n%q\n%q\n%q\n%q", text, a.DigestedFields(), b.DigestedFields(), a.DigestedBody(), b.DigestedBody())
		}
	})
}
