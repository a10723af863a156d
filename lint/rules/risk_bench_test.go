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

// riskRegisters is an ISMS of 1,000 assets, n risks, half of them treated, and
// a plan that treats ten risks with each item.
func riskRegisters(n int) map[string]string {
	files := longRegister(0)
	var risks, plan strings.Builder
	risks.WriteString(files["r.md"])
	plan.WriteString(`---
number: ISMS-B-03
title: リスク対応計画書
status: approved
---
| 計画番号 | リスク番号 | 具体的な方法 | 実施責任者 | 要員と費用 | 優先順位 | 開始予定日 | 完了期限 |
|---|---|---|---|---|---|---|---|
`)
	for i := range n {
		if i%2 == 0 {
			fmt.Fprintf(&risks, "| R-%04d | AS-%04d | 社外での盗難又は紛失 | 暗号化と遠隔消去を設定し、毎月確認している | 2 | 2 | 1 | 6 | 原則受容 | 受容 | - | 保有 | A.6.7、A.7.9、A.8.1 | 2 | 2 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-14 | - |\n", i, i/2%1000)
			continue
		}
		fmt.Fprintf(&risks, "| R-%04d | AS-%04d | 設定の誤りによる公開 | 設定の点検が手作業で、見落としに気付けない | 3 | 1 | 3 | 12 | リスク対応 | 対応 | - | 低減 | A.5.23、A.8.9 | 3 | 1 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-14 | RTP-%04d |\n", i, i/2%1000, i/20)
	}
	for i := 0; i < n; i += 20 {
		var ids []string
		for k := i + 1; k < min(i+20, n); k += 2 {
			ids = append(ids, fmt.Sprintf("R-%04d", k))
		}
		fmt.Fprintf(&plan, "| RTP-%04d | %s | 設定を毎日照合する | 伊藤 美咲 | 2名 | 1 | 2026-05-01 | 2026-12-31 |\n", i/20, strings.Join(ids, "、"))
	}
	files["r.md"], files["p.md"] = risks.String(), plan.String()
	return files
}

// BenchmarkRisk compares the parse of the registers of risk with a check of
// them by the rules of the family, and shows that both grow with the number of
// risks.
func BenchmarkRisk(b *testing.B) {
	set, err := schema.Load()
	if err != nil {
		b.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		b.Fatal(err)
	}
	c, _ := config.Parse(config.FileName, []byte(exampleConfig), set)
	risk := slices.DeleteFunc(rules.All(), func(r *lint.Rule) bool { return r.Family() != "risk" })
	for _, n := range []int{2000, 8000} {
		files := riskRegisters(n)
		b.Run(fmt.Sprintf("parse/%d", n), func(b *testing.B) {
			for b.Loop() {
				for _, text := range files {
					document.NewParser().Parse([]byte(text))
				}
			}
		})
		for name, selected := range map[string][]*lint.Rule{"model": nil, "check": risk, "whole-check": rules.All()} {
			threads := 1
			if name == "whole-check" {
				threads = 0 // as the program does it
			}
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					report, err := lint.Run(context.Background(), lint.Options{
						Snapshot: repo.Memory(files), Config: c, Schemas: set, Standard: std, Rules: selected, AsOf: exampleDay, Parallelism: threads,
					})
					// The registers stand alone, so that other families miss the rest of the ISMS.
					if err != nil || name != "whole-check" && len(report.Findings) > 0 {
						b.Fatal(err, report.Findings)
					}
				}
			})
		}
	}
}
