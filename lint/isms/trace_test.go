package isms_test

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/isms"
)

// tracedFiles are a small ISMS in which every stage of the chain is there.
func tracedFiles() map[string]string {
	front := func(number, title string) string {
		return "---\nnumber: " + number + "\ntitle: " + title + "\nedition: \"2022\"\nstatus: approved\n---\n\n"
	}
	return map[string]string{
		"a02.md": front("ISMS-A-02", "適用宣言書") + `| 管理策番号 | 管理策名 | 適用 | 理由 | 実施状況 | 実施文書 | リスク番号 |
|---|---|---|---|---|---|---|
| A.8.13 | 情報のバックアップ | ○ | 必要 | 実施 | ISMS-A-04 A.8.13 | R-001 |
`,
		"a04.md": front("ISMS-A-04", "ISMS管理策運用規定") + "## A.8.13 情報のバックアップ\n\n結果を「管理策測定評価表」ISMS-B-10 に残す。\n",
		"b01.md": front("ISMS-B-01", "情報資産台帳") + `| 資産番号 | 資産名 | 種類 | 管理責任者 | 保管場所 | 分類 | 委託先番号 |
|---|---|---|---|---|---|---|
| AS-001 | 顧客名簿 | 情報 | 伊藤 | 書庫 | 社外秘 | SUP-001 |
| AS-002 | 見積書 | 情報 | 伊藤 | 書庫 | 社外秘 | - |
`,
		"b02.md": front("ISMS-B-02", "リスクアセスメント結果表") + `| リスク番号 | 資産番号 | 脅威 | ぜい弱性 | 損害 | 脅威のレベル | ぜい弱性のレベル | リスク値 | 決定 | 管理策 | 計画番号 |
|---|---|---|---|---|---|---|---|---|---|---|
| R-001 | ＡＳ－００１ | 消失 | 控えがない | 3 | 2 | 2 | 12 | 対応 | A.8.13 | RTP-001 |
`,
		"b03.md": front("ISMS-B-03", "リスク対応計画書") + `| 計画番号 | リスク番号 | 具体的な方法 | 実施責任者 | 管理策 |
|---|---|---|---|---|
| RTP-001 | R-001 | 控えを毎日取る | 田中 | A.8.13 |
`,
		"b10.md": front("ISMS-B-10", "管理策測定評価表") + `| 管理策番号 | 対象期間 | 測定項目 | 処置番号 |
|---|---|---|---|
| A.8.13 | 2026-04 | 復元の成功率 | CAR-2026-001 |
`,
		"b19.md": front("ISMS-B-19", "委託先管理台帳") + `| 委託先番号 | 名称 | 種類 | 委託する業務 | 契約番号 | 状況 |
|---|---|---|---|---|---|
| SUP-001 | みなと社 | クラウド | 保管 | CT-001 | 継続 |
`,
		"car.md": "---\nform: ISMS-B-24\nrecord: CAR-2026-001\ntitle: 復元の失敗\nstatus: approved\n---\n# 復元の失敗\n",
		"mr.md":  "---\nform: ISMS-B-25\nrecord: MR-2026-01\ntitle: レビュー\nstatus: approved\n---\n# レビュー\n\nCAR-2026-001 と RTP-001 を見直した。\n",
	}
}

func outline(b *isms.Branch, depth int) string {
	var out strings.Builder
	for _, c := range b.Branches {
		out.WriteString(strings.Repeat(" ", depth) + c.Node.ID)
		if c.Repeated {
			out.WriteString(" …")
		}
		out.WriteString("\n" + outline(c, depth+1))
	}
	return out.String()
}

func only(t *testing.T, x *isms.Trace, id string) *isms.Node {
	t.Helper()
	found := x.Find(id)
	if len(found) != 1 {
		t.Fatalf("%d things have the id %q, want 1", len(found), id)
	}
	return found[0]
}

func TestTraceBothWays(t *testing.T) {
	x := systemOf(t, tracedFiles()).Trace()
	const down = `R-001
 A.8.13
  ISMS-A-02 A.8.13
   ISMS-A-04 A.8.13
    ISMS-B-10
  RTP-001
   MR-2026-01
  ISMS-B-10 A.8.13
   CAR-2026-001
    MR-2026-01
 ISMS-A-02 A.8.13 …
 RTP-001 …
`
	if got := outline(x.Downstream(only(t, x, "AS-001")), 0); got != down {
		t.Errorf("downstream of AS-001:\n%swant:\n%s", got, down)
	}
	got := outline(x.Upstream(only(t, x, "RTP-001")), 0)
	for _, id := range []string{"A.8.13", "R-001", "AS-001", "SUP-001"} {
		if !strings.Contains(got, id) {
			t.Errorf("upstream of RTP-001 lacks %s:\n%s", id, got)
		}
	}
	if got := outline(x.Downstream(only(t, x, "AS-002")), 0); got != "" {
		t.Errorf("something follows from an asset without risks:\n%s", got)
	}
}

func TestTraceFind(t *testing.T) {
	x := systemOf(t, tracedFiles()).Trace()
	for id, want := range map[string]string{
		"as-001": "AS-001", "ＡＳ－００１": "AS-001", "8.13": "A.8.13", "Ａ．８．１３": "A.8.13", "CT-001": "CT-001", "ISMS-B-10": "ISMS-B-10",
		"CAR-2026-001": "CAR-2026-001", "A.5.1": "A.5.1",
	} {
		if got := only(t, x, id); got.ID != want {
			t.Errorf("Find(%q) is %q, want %q", id, got.ID, want)
		}
	}
	for id, want := range map[string]string{"AS-01": "AS-001", "RTP-01": "RTP-001", "CAR-2026-01": "CAR-2026-001", "A.8.133": "A.8.13", "まったく別の言葉": ""} {
		if found := x.Find(id); len(found) > 0 {
			t.Errorf("Find(%q) found %q", id, found[0].ID)
		}
		if got := x.Nearest(id); got != want {
			t.Errorf("Nearest(%q) is %q, want %q", id, got, want)
		}
	}
}

// TestTraceCycle has things of one stage and of several refer to each other.
func TestTraceCycle(t *testing.T) {
	files := tracedFiles()
	files["car.md"] += "\nCAR-2026-002、MR-2026-01、RTP-001 と AS-001 を参照。\n"
	files["car2.md"] = strings.ReplaceAll(files["car.md"], "CAR-2026-001", "CAR-2026-003")
	files["car2.md"] = strings.ReplaceAll(files["car2.md"], "CAR-2026-002", "CAR-2026-001")
	files["car2.md"] = strings.ReplaceAll(files["car2.md"], "CAR-2026-003", "CAR-2026-002")
	x := systemOf(t, files).Trace()
	one := only(t, x, "CAR-2026-001")
	for name, tree := range map[string]*isms.Branch{"down": x.Downstream(one), "up": x.Upstream(one)} {
		if got := outline(tree, 0); strings.Count(got, "CAR-2026-002\n") != 1 || strings.Contains(got, "CAR-2026-001") {
			t.Errorf("%s from CAR-2026-001:\n%s", name, got)
		}
	}
}

// TestTraceReachesOtherEditions follows an id of 2013 to what it became.
func TestTraceReachesOtherEditions(t *testing.T) {
	files := tracedFiles()
	files["b03.md"] = strings.Replace(strings.ReplaceAll(files["b03.md"], "A.8.13", "A.12.3.1"), `"2022"`, `"2013"`, 1)
	x := systemOf(t, files).Trace()
	if got := outline(x.Downstream(only(t, x, "A.8.13")), 0); !strings.Contains(got, "RTP-001") {
		t.Errorf("A.12.3.1 of 2013 does not lead to the plan:\n%s", got)
	}
}
