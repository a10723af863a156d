package rules_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// longRegister is a risk assessment of n rows over 1,000 assets.
func longRegister(n int) map[string]string {
	var assets, risks strings.Builder
	assets.WriteString(`---
number: ISMS-B-01
title: 情報資産台帳
status: approved
---
| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
`)
	for i := range 1000 {
		fmt.Fprintf(&assets, "| AS-%04d | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2024-04-01 |\n", i)
	}
	risks.WriteString(`---
number: ISMS-B-02
title: リスクアセスメント結果表
status: approved
---
| リスク番号 | 資産番号 | 脅威 | ぜい弱性 | 損害 | 脅威のレベル | ぜい弱性のレベル | リスク値 | 区分 | 対応の決定 | 理由 | 対応の選択肢 | 管理策 | 残留の損害 | 残留の脅威 | 残留のぜい弱性 | 残留リスク値 | リスク所有者 | 所有者承認日 | 評価日 | 計画番号 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
`)
	for i := range n {
		fmt.Fprintf(&risks, "| R-%04d | AS-%04d | 社外での盗難又は紛失 | 暗号化と遠隔消去を設定し、毎月確認している | 2 | 2 | 1 | 6 | 原則受容 | 受容 | - | 保有 | A.6.7、A.7.9、A.8.1 | 2 | 2 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-14 | - |\n", i, i%1000)
	}
	return map[string]string{"a.md": assets.String(), "r.md": risks.String()}
}

// BenchmarkRegister compares the parse of a register with a check of it by the
// rules of registers, and shows that both grow with the number of rows.
func BenchmarkRegister(b *testing.B) {
	set, err := schema.Load()
	if err != nil {
		b.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		b.Fatal(err)
	}
	c, _ := config.Parse(config.FileName, []byte(exampleConfig), set)
	register := slices.DeleteFunc(rules.All(), func(r *lint.Rule) bool { return r.Family() != "register" && r.Name != "reference/id" })
	for _, n := range []int{1000, 5000} {
		files := longRegister(n)
		b.Run(fmt.Sprintf("parse/%d", n), func(b *testing.B) {
			for b.Loop() {
				for _, text := range files {
					document.NewParser().Parse([]byte(text))
				}
			}
		})
		for name, selected := range map[string][]*lint.Rule{"model": nil, "check": register} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					if _, err := lint.Run(context.Background(), lint.Options{
						Snapshot: repo.Memory(files), Config: c, Schemas: set, Standard: std, Rules: selected, AsOf: exampleDay, Parallelism: 1,
					}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
