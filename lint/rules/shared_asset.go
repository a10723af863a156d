package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// eachAsset calls check for the assets of registers in force.
func eachAsset(s *isms.System, check func(r *isms.Row)) {
	for r := range s.Rows(isms.AssetForm, isms.AssetTable) {
		if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) {
			check(r)
		}
	}
}

// eachAssetIn calls check for the assets of one file, drafts left out.
func eachAssetIn(f *isms.File, check func(r *isms.Row)) {
	if f.Meta.Status == isms.Draft || f.Meta.Status == isms.Obsolete {
		return
	}
	for _, t := range f.Tables {
		if t.Form != isms.AssetForm || t.Name != isms.AssetTable {
			continue
		}
		for i := range t.Rows {
			if !isBroken(&t.Rows[i]) {
				check(&t.Rows[i])
			}
		}
	}
}

// remarkForm is reportForm for what may be improved.
func remarkForm(p *lint.Pass, r *isms.Row, v isms.Value, text message.Text, related ...lint.Related) {
	f := tableFinding(r.Table, riskPlace(r, v), text, related...)
	f.Severity = lint.Info
	p.Report(f)
}

// levelScale says how the level of an asset is written.
type levelScale int

const (
	noLevel levelScale = iota
	numberLevel
	wordLevel // 高・中・低, high, medium and low
)

// assetLevel reads the level of an asset in one respect: a number, or a word
// for one of three levels.
func assetLevel(r *isms.Row, column string) (float64, levelScale) {
	if n := r.Number(column); n.Valid {
		return n.Float, numberLevel
	}
	switch fold.Key(isms.WithoutRemark(r.Written(column).Text)) {
	case "高", "高い", "大", "high", "h":
		return 3, wordLevel
	case "中", "中程度", "medium", "m":
		return 2, wordLevel
	case "低", "低い", "小", "low", "l":
		return 1, wordLevel
	}
	return 0, noLevel
}

// assetExampleRow is an asset register with one row, whose importance is given.
func assetExampleRow(name, content, owner, location, class, levels string) string {
	return registerExample(`| 資産番号 | 部門 | 資産名 | 内容 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 重要度 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | ` + name + " | " + content + " | 情報 | " + owner + " | 営業部 | " + location + " | " + class + " | " + levels + " | 2024-04-01 | 2026-04-10 |\n")
}
