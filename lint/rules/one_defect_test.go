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

// TestOneDefectAcrossFamilies checks that no other rule reports what one rule
// has reported already.
func TestOneDefectAcrossFamilies(t *testing.T) {
	const history = "---\n# ISMSマニュアル\n\n本文。\n\n## 改訂履歴\n\n| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |\n|---|---|---|---|---|\n| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |\n"
	const manual = "---\nnumber: ISMS-A-03\ntitle: ISMSマニュアル\nrevision: 1\nstatus: approved\nestablished: 2024-04-01\n"
	const statement = "---\nnumber: ISMS-A-02\ntitle: 適用宣言書\nrevision: 1\nstatus: approved\nestablished: 2024-04-01\ndrafted_by: tanaka\napproved_by: sato\napproved_on: 2024-04-01\n---\n" +
		"| 管理策番号 | 管理策名 | 適用 | 理由 | 実施状況 | 実施文書 | リスク番号 |\n|---|---|---|---|---|---|---|\n| A.8.13 | 情報のバックアップ | ○ | 障害からの復旧に必要なため | 実施 | "
	const controlRules = "---\nnumber: ISMS-A-04\ntitle: ISMS管理策運用規定\nrevision: 1\nstatus: approved\nestablished: 2024-04-01\ndrafted_by: tanaka\napproved_by: sato\napproved_on: 2024-04-01\n---\n" +
		"# ISMS管理策運用規定\n\n## A.8.13 情報のバックアップ\n\n毎日取得する。\n"
	for _, c := range []struct{ name, path, text, want string }{
		{"misspelt approver", "policies/ISMS-A-03.md", manual + "drafted_by: tanaka\naproved_by: sato\napproved_on: 2024-04-01\n" + history, "document/schema"},
		{"misspelt day of approval", "policies/ISMS-A-03.md", manual + "drafted_by: tanaka\napproved_by: sato\naproved_on: 2024-04-01\n" + history, "document/schema"},
		{"misspelt approver in Japanese", "policies/ISMS-A-03.md", manual + "drafted_by: tanaka\n承認車: sato\napproved_on: 2024-04-01\n" + history, "document/schema"},
		{"misspelt drafter", "policies/ISMS-A-03.md", manual + "draftd_by: tanaka\napproved_by: sato\napproved_on: 2024-04-01\n" + history, "document/schema"},
		{"section of the old edition", "policies/ISMS-A-02.md", statement + "ISMS-A-04 A.12.3.1 | R-001 |\n", "control/edition"},
		{"nothing but an id of the old edition", "policies/ISMS-A-02.md", statement + "A.12.3.1 | R-001 |\n", "control/edition"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range check(t, map[string]string{c.path: c.text, "policies/ISMS-A-04.md": controlRules}, exampleDay).Findings {
				switch family, _, _ := strings.Cut(f.Rule, "/"); {
				case f.File != c.path, f.Rule == "soa/missing-control", f.Rule == "revision/missing-table", family == "clause", family == "policy", family == "manual", f.Rule == "document/missing":
				default:
					got = append(got, f.Rule)
				}
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}
