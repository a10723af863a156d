//go:build unix

package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// benchDocuments is the size of the ISMS of the benchmark: that many documents
// of about 6 KB each (design §7).
const benchDocuments = 1000

// BenchmarkStaged checks what is staged, one of 1,000 documents, with a cache of
// the others, and reports the time as a ratio to that of reading and
// goldmark-parsing all of them (limit 0.15), beside that of a repository with
// one document: what a start costs.
func BenchmarkStaged(b *testing.B) {
	root, small, program := writeISMS(b, benchDocuments), writeISMS(b, 1), buildProgram(b)
	cache := b.TempDir()
	for _, dir := range []string{root, small} {
		h := benchHistory{dir}
		h.git(b, nil, "init", "-q", "-b", "main")
		h.git(b, nil, "add", "-A")
		h.git(b, nil, "commit", "-q", "-m", "all")
		h.git(b, nil, "gc", "-q")
		changed := filepath.Join(dir, "records/ISMS-B-24/CAR-2025-0001.md")
		src, err := os.ReadFile(changed)
		if err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(changed, append(src, "\n追記。\n"...), 0o644); err != nil {
			b.Fatal(err)
		}
		h.git(b, nil, "add", "-A")
		checkStaged(b, program, dir, cache)
	}
	var parse, staged, start time.Duration
	for b.Loop() {
		t := time.Now()
		parseAll(b, root)
		parse += time.Since(t)
		staged += checkStaged(b, program, root, cache)
		start += checkStaged(b, program, small, cache)
	}
	b.ReportMetric(staged.Seconds()/parse.Seconds(), "staged/parse")
	b.ReportMetric(start.Seconds()/parse.Seconds(), "start/parse")
}

func checkStaged(b *testing.B, program, dir, cache string) time.Duration {
	b.Helper()
	cmd := exec.Command(program, "check", "--staged", "--lang", "en", "--fail-on", "never", "--cache-dir", cache)
	cmd.Dir = dir
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%.2000s", err, out)
	}
	return time.Since(start)
}

// BenchmarkCheck runs the program over 1,000 documents, as a process of its
// own with everything that a start costs, and reports its time as a ratio to
// that of reading and goldmark-parsing the same files in one thread, measured
// in turn with it (limit 1.5), and its peak memory (limit 150 MB).
func BenchmarkCheck(b *testing.B) {
	root, program := writeISMS(b, benchDocuments), buildProgram(b)
	var parse, check time.Duration
	memory := 0.0
	for b.Loop() {
		start := time.Now()
		parseAll(b, root)
		middle := time.Now()
		memory = max(memory, checkAll(b, program, root))
		parse += middle.Sub(start)
		check += time.Since(middle)
	}
	b.ReportMetric(check.Seconds()/parse.Seconds(), "check/parse")
	b.ReportMetric(parse.Seconds()*1000/float64(b.N), "parse-ms/op")
	b.ReportMetric(check.Seconds()*1000/float64(b.N), "check-ms/op")
	b.ReportMetric(memory, "peak-MB")
}

func buildProgram(b *testing.B) string {
	program := filepath.Join(b.TempDir(), "ismslint")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return program
}

// parseAll is the yardstick: one thread reads every document and gives it to
// goldmark.
func parseAll(b *testing.B, root string) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if md.Parse(text.NewReader(src)).ChildCount() == 0 {
			return fmt.Errorf("%s is empty", path)
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

// checkAll runs the program and returns its peak memory in MB. The documents
// are sound, so a finding means that the benchmark measures something else.
func checkAll(b *testing.B, program, root string) float64 {
	cmd := exec.Command(program, "check", "--no-cache", "--as-of", "2026-11-21", "--lang", "en", root)
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), fmt.Sprint(benchDocuments)) {
		b.Fatalf("%v\n%.2000s", err, out)
	}
	return float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / 1024
}

const benchConfig = `[organization]
name = "株式会社みなと"
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-B-24"
title = "是正処置に関する報告書"
drafter = "isms-secretariat"
approver = "isms-manager"
records = true
[[people]]
id = "sato"
name = "佐藤 花子"
[[people]]
id = "tanaka"
name = "田中 一郎"
[[people]]
id = "suzuki"
name = "鈴木 次郎"
[[people]]
id = "ito"
name = "伊藤 美咲"
[[roles]]
role = "president"
person = "sato"
from = 2020-04-01
[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
appointed_by = "sato"
appointed_on = 2020-04-01
[[roles]]
role = "chief-auditor"
person = "ito"
from = 2020-04-01
appointed_by = "sato"
appointed_on = 2020-04-01
[[roles]]
role = "isms-secretariat"
person = "suzuki"
from = 2020-04-01
appointed_by = "tanaka"
appointed_on = 2020-04-01
[rules]
"clause/uncovered" = "off"
`

// writeISMS writes an ISMS of n records of about 6 KB each.
func writeISMS(tb testing.TB, n int) string {
	tb.Helper()
	root := tb.TempDir()
	write := func(name, content string) {
		path := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	write("ismslint.toml", benchConfig)
	for i := 1; i <= n; i++ {
		id := fmt.Sprintf("CAR-2025-%04d", i)
		write("records/ISMS-B-24/"+id+".md", fmt.Sprintf(benchHead, id, i)+benchBody(i))
	}
	return root
}

const benchHead = `---
form: ISMS-B-24
record: %[1]s
title: 入退室記録の記入漏れ（%[2]d件目）
status: approved
created: 2025-04-03
drafted_by: suzuki
approved_by: tanaka
approved_on: 2025-07-10
source: 内部監査
found: 2025-04-02
---

# 入退室記録の記入漏れ（%[2]d件目）

## 概要

| 項目 | 内容 |
|---|---|
| 様式 | ISMS-B-24 是正処置に関する報告書 |
| 是正処置番号 | %[1]s |
| 発見の契機 | 内部監査 |
| 発見日 | 2025-04-02 |
| 該当部門 | 情報システム部 |
| 修正日 | 2025-04-03 |
| 原因を特定した日 | 2025-04-08 |
| 実施責任者 | 鈴木 次郎 |
| 完了期限 | 2025-05-31 |
| 完了日 | 2025-05-20 |
| 有効性の確認日 | 2025-07-03 |
| 確認した者 | 伊藤 美咲 |
| 確認の結果 | 有効 |

`

// benchBody is the narrative of a record: sections with paragraphs, hand-typed
// lists and a table each. No two records have the same cause.
func benchBody(i int) string {
	var b strings.Builder
	for _, title := range []string{"不適合の内容", "修正と拡大の防止", "起きた結果への対処", "原因", "類似の不適合", "処置の必要性の評価", "是正処置", "有効性の確認", "ISMSの変更"} {
		b.WriteString("## " + title + "\n\n")
		if title == "原因" {
			fmt.Fprintf(&b, "通し番号%dの用紙を回収する担当が、部門の役割の表に決められていなかった。\n\n", i)
			continue
		}
		b.WriteString("情報システム部が管理するサーバー室の入退室記録を、2025-03-28の内部監査で確認した。" +
			"来訪者の退室時刻が空欄であり、定めた記入の手順が守られていなかった。担当者への聞き取りでは、" +
			"用紙を回収する担当が決まっていないことが分かった。\n\n")
		b.WriteString("(1) 空欄の記録について、監視カメラの映像と照合し退室時刻を確認した。\n(2) 回収の担当を総務部の受付に定めた。\n\n")
		b.WriteString("| 確認の対象 | 担当 | 期限 |\n|---|---|---|\n| 記録の照合と補正 | 鈴木 次郎 | 2025-04-18 |\n\n")
	}
	return b.String()
}
