package lint_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
)

// benchDocuments is the size of the ISMS of the benchmarks: that many records
// of about 6 KB each (design §7).
const benchDocuments = 1000

// BenchmarkCheckCold checks 1,000 documents from disk, with every rule, and
// reports the time as a ratio to that of reading and goldmark-parsing the same
// files in one thread, measured in the same run (limit 1.5).
func BenchmarkCheckCold(b *testing.B) {
	root := writeISMS(b, benchDocuments)
	var parse, check time.Duration
	for b.Loop() {
		start := time.Now()
		parseAll(b, root)
		middle := time.Now()
		checkAll(b, root)
		parse += middle.Sub(start)
		check += time.Since(middle)
	}
	b.ReportMetric(check.Seconds()/parse.Seconds(), "check/parse")
	b.ReportMetric(parse.Seconds()*1000/float64(b.N), "parse-ms/op")
	b.ReportMetric(check.Seconds()*1000/float64(b.N), "check-ms/op")
}

// BenchmarkCheckMemory reports the memory that is in use while the result of a
// check of 1,000 documents is held (limit 150 MB for the whole process).
func BenchmarkCheckMemory(b *testing.B) {
	root := writeISMS(b, benchDocuments)
	for b.Loop() {
		report := checkAll(b, root)
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.Sys)/(1<<20), "sys-MB")
		runtime.KeepAlive(report)
	}
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

// checkAll checks all documents and makes sure that none was missed.
func checkAll(b *testing.B, root string) *lint.Report {
	report := runOn(b, root, 0)
	if report.Summary.Covered != benchDocuments {
		b.Fatalf("%d documents covered, want %d", report.Summary.Covered, benchDocuments)
	}
	return report
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
id = "tanaka"
name = "田中 一郎"
[[people]]
id = "suzuki"
name = "鈴木 次郎"
[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
[[roles]]
role = "isms-secretariat"
person = "suzuki"
from = 2020-04-01
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
	write(config.FileName, benchConfig)
	for i := 1; i <= n; i++ {
		id := fmt.Sprintf("CAR-2025-%04d", i)
		write("records/ISMS-B-24/"+id+".md", benchRecord(id, i))
	}
	return root
}

func benchRecord(id string, i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `---
form: ISMS-B-24
record: %s
title: 入退室記録の記入漏れ
status: approved
created: 2025-04-%02d
drafted_by: suzuki
approved_by: tanaka
approved_on: 2025-05-10
---
# 是正処置に関する報告書 %s

`, id, i%28+1, id)
	for n, title := range []string{"不適合の内容", "修正処置", "原因の分析", "是正処置", "類似の不適合の有無", "有効性の確認"} {
		fmt.Fprintf(&b, "## %d %s\n\n", n+1, title)
		b.WriteString("情報システム部が管理するサーバー室の入退室記録を、2025年3月の内部監査で確認した。" +
			"来訪者の退室時刻が3件空欄であり、ISMS-B-14 に定めた記入の手順が守られていなかった。" +
			"担当者への聞き取りでは、「入退室管理票」を回収する担当が決まっていないことが分かった。\n\n")
		b.WriteString("(1) 空欄の記録について、監視カメラの映像と照合し退室時刻を確認した。\n(2) 回収の担当を総務部の受付に定めた。\n(3) 月次の点検項目に加えた。\n\n")
		b.WriteString("| 項目 | 担当 | 期限 | 完了日 |\n|---|---|---|---|\n")
		for row := range 3 {
			fmt.Fprintf(&b, "| 記録の照合と補正 %d | 鈴木 次郎 | 2025年4月%d日 | 2025年4月%d日 |\n", row+1, row+10, row+12)
		}
		b.WriteString("\n")
	}
	return b.String()
}
