package date_test

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/date"
)

const plain = "情報セキュリティ管理責任者は、適用範囲の変更があった場合、委員会に報告し、承認を得なければならない（次の各号を含む）。\n"

const numbered = "6.1.2 管理責任者は、2025年4月1日に制定した「リスク一覧表」（ISMS-B-02、第2版）を、毎年12月までに見直し、A.5.1の3項を確認する。\n"

func BenchmarkScan(b *testing.B) {
	for name, line := range map[string]string{"plain": plain, "numbered": numbered, "digits": "1,234 56.7 8-9 0120 "} {
		text := strings.Repeat(line, 6<<10/len(line)+1)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				date.Scan(text, func(int, int, date.Format, date.Date) bool { return true })
			}
		})
	}
}
