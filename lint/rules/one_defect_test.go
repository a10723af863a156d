package rules_test

import (
	"slices"
	"strings"
	"testing"
)

// TestOneDefectOneFinding holds the rules about approval, roles and revisions
// against each other: what has one cause is reported once.
func TestOneDefectOneFinding(t *testing.T) {
	head := func(fields string) string {
		return "---\nnumber: ISMS-A-03\ntitle: ISMSマニュアル\n" + fields + "---\n# ISMSマニュアル\n\n## 改訂履歴\n\n" +
			"| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |\n|---|---|---|---|---|\n"
	}
	first := "revision: 1\nstatus: approved\nestablished: 2024-04-01\ndrafted_by: tanaka\n"
	second := "revision: 2\nstatus: approved\nestablished: 2023-04-01\nrevised: 2024-04-01\ndrafted_by: tanaka\n"
	for _, c := range []struct{ name, text, want string }{
		{"nothing wrong", head(first+"approved_by: sato\napproved_on: 2024-04-01\n") + "| 1 | 2024-04-01 | 制定 | 田中 | 佐藤 |\n", ""},
		{"no approver anywhere", head(first+"approved_by: \"\"\napproved_on: 2024-04-01\n") + "| 1 | 2024-04-01 | 制定 | 田中 | |\n", "approval/missing"},
		{"unknown approver in head and row", head(first+"approved_by: 山本\napproved_on: 2024-04-01\n") + "| 1 | 2024-04-01 | 制定 | 田中 | 山本 |\n", "role/unknown"},
		{"approver without authority in head and row", head(first+"approved_by: ito\napproved_on: 2024-04-01\n") + "| 1 | 2024-04-01 | 制定 | 田中 | 伊藤 |\n", "approval/role"},
		{"wrong approver in the row alone", head(first+"approved_by: sato\napproved_on: 2024-04-01\n") + "| 1 | 2024-04-01 | 制定 | 田中 | 伊藤 |\n", "revision/mismatch"},
		{"wrong date at the head", head(second+"approved_by: sato\napproved_on: 2024-04-01\n") + "| 1 | 2023-04-01 | 制定 | 田中 | 佐藤 |\n| 2 | 2024-03-01 | 改訂 | 田中 | 佐藤 |\n", "revision/mismatch"},
		{"revision not raised at the head", head(first+"approved_by: sato\napproved_on: 2024-04-01\n") + "| 1 | 2024-04-01 | 制定 | 田中 | 佐藤 |\n| 2 | 2024-10-01 | 改訂 | 田中 | 佐藤 |\n", "revision/mismatch"},
		{"gap in the numbers", head(second+"approved_by: sato\napproved_on: 2024-04-01\n") + "| 1 | 2023-04-01 | 制定 | 田中 | 佐藤 |\n| 3 | 2024-04-01 | 改訂 | 田中 | 佐藤 |\n", "revision/sequence"},
		{"rows in disorder", head(second+"approved_by: sato\napproved_on: 2024-04-01\n") + "| 2 | 2024-04-01 | 改訂 | 田中 | 佐藤 |\n| 1 | 2023-04-01 | 制定 | 田中 | 佐藤 |\n", ""},
		{"empty history", head(first + "approved_by: sato\napproved_on: 2024-04-01\n"), "revision/missing-table"},
		{"approved long before the revision", head(second+"approved_by: sato\napproved_on: 2023-04-01\n") + "| 1 | 2023-04-01 | 制定 | 田中 | 佐藤 |\n| 2 | 2024-04-01 | 改訂 | 田中 | 佐藤 |\n", "approval/date"},
		{"draft of the next revision", head("revision: 3\nstatus: draft\nestablished: 2023-04-01\nrevised: 2024-04-01\ndrafted_by: suzuki\napproved_by: sato\napproved_on: 2024-04-01\n") +
			"| 1 | 2023-04-01 | 制定 | 田中 | 佐藤 |\n| 2 | 2024-04-01 | 改訂 | 田中 | 佐藤 |\n| 3 | | 検討中 | 鈴木 | |\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range check(t, map[string]string{examplePath: c.text}, exampleDay).Findings {
				if family, _, _ := strings.Cut(f.Rule, "/"); slices.Contains([]string{"approval", "role", "revision"}, family) && f.File == examplePath {
					got = append(got, f.Rule)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}
