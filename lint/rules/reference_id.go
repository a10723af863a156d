package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

var referenceID = &lint.Rule{
	Name:         "reference/id",
	Severity:     lint.Error,
	Requirements: []string{"FRM-4"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "台帳や記録の欄に書かれた番号（資産、リスク、計画、法令、委託先など）が、どこにも登録されていません",
			EN: "an id in a register or record (asset, risk, plan, law, supplier …) is not registered anywhere",
		},
		Why: message.Text{
			JA: "番号をたどれなければ、資産からリスク、管理策、計画までのつながりを示せません。責任者の欄の氏名や役割が分からないときは警告にとどめます",
			EN: "where an id leads nowhere the chain from asset to risk, control and plan is broken; a responsible person or role that nobody knows is a warning only",
		},
		Wrong: referenceIDExample("AS-010"),
		Right: referenceIDExample("AS-001"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		c := &idCheck{pass: p, system: s, shapes: recordShapes(s), people: newActors(p, s)}
		for t := range s.AllTables() {
			for i := range t.Schema.Columns {
				column := &t.Schema.Columns[i]
				if len(column.References)+len(column.Mentions) > 0 {
					c.column(t, column, i)
				}
			}
		}
	},
}

// idCheck is the check of one state of the ISMS.
type idCheck struct {
	pass   *lint.Pass
	system *isms.System
	// shapes are those of the ids of records, which reference/record looks for
	// in all texts.
	shapes map[string]bool
	people *actors
}

// column checks the cells of one column of a table.
func (c *idCheck) column(t *isms.Table, column *schema.Column, index int) {
	wanted := c.wantedIn(column)
	people := c.people.judges(column)
	if len(wanted.kinds) == 0 && !people {
		return
	}
	for i := range t.Rows {
		r := &t.Rows[i]
		v := r.At(index)
		if v.None() || v.Ditto() || isOpenCell(t, v.Text) || takes(column, v.Text) {
			continue
		}
		switch {
		case people:
			c.people.check(r, column, v)
		case wanted.strict:
			c.items(r, column, v, wanted)
		default:
			c.mentions(r, column, v, wanted)
		}
	}
}

// wantedIDs are the kinds of ids that belong in a column, as far as the ISMS
// has a register of them. strict reports whether nothing else belongs there.
type wantedIDs struct {
	kinds  []string
	strict bool
}

func (c *idCheck) wantedIn(column *schema.Column) wantedIDs {
	w := wantedIDs{strict: len(column.References) > 0}
	for _, kind := range slices.Concat(column.References, column.Mentions) {
		if c.system.Defines(kind) {
			w.kinds = append(w.kinds, kind)
		} else {
			w.strict = false // it may be an id of the kind that is kept elsewhere
		}
	}
	return w
}

// items checks a cell that holds nothing but ids.
func (c *idCheck) items(r *isms.Row, column *schema.Column, v isms.Value, wanted wantedIDs) {
	for _, item := range isms.SplitList(v) {
		text := isms.WithoutRemark(item.Text)
		if c.resolves(text, wanted) {
			continue
		}
		tokens := idTokens(text)
		if len(tokens) == 0 && !c.allResolve(rangeParts(text), wanted) {
			c.report(r, column, item.Sub(0, len(text)), text, wanted)
		}
		for _, token := range tokens {
			c.token(r, column, item, token, wanted)
		}
	}
}

// mentions checks the ids in a cell that holds text: those that begin as the
// ids of the wanted kinds do.
func (c *idCheck) mentions(r *isms.Row, column *schema.Column, v isms.Value, wanted wantedIDs) {
	for _, token := range idTokens(v.Text) {
		if c.hasPrefix(token.text, wanted) {
			c.token(r, column, v, token, wanted)
		}
	}
}

func (c *idCheck) token(r *isms.Row, column *schema.Column, v isms.Value, token idToken, wanted wantedIDs) {
	if c.resolves(token.text, wanted) {
		return
	}
	if r.Table.Path == r.Table.File.Path && c.shapes[shapeOf(token.text)] && c.kindOf(token.text) == "" {
		return
	}
	at := v.Span
	if !token.folded {
		at = v.Sub(token.start, token.end-token.start)
	}
	c.report(r, column, at, token.text, wanted)
}

func (c *idCheck) report(r *isms.Row, column *schema.Column, at source.Span, id string, wanted wantedIDs) {
	title := columnTitle(r.Table, column)
	if other := c.kindOf(id); other != "" {
		c.pass.Report(tableFinding(r.Table, at, message.Textf(
			"%[1]s「%[2]s」の「%[3]s」は%[4]sです。%[5]sを記入してください",
			"%[3]q in %[2]q%[1]s is a %[4]s, expected a %[5]s",
			ofRow(r), title, cellExcerpt(id), c.idTitle(other), c.idTitle(wanted.kinds[0]))))
		return
	}
	text := message.Textf(
		"%[1]s「%[2]s」の「%[3]s」は登録されていません。登録のある%[4]sを記入してください",
		"%[3]q in %[2]q%[1]s is not registered, expected a %[4]s that is",
		ofRow(r), title, cellExcerpt(id), c.idTitle(wanted.kinds[0]))
	if near := c.nearest(id, wanted); near != "" {
		text = message.Textf(
			"%[1]s「%[2]s」の「%[3]s」は登録されていません。「%[4]s」の誤りではありませんか",
			"%[3]q in %[2]q%[1]s is not registered, did you mean %[4]q", ofRow(r), title, cellExcerpt(id), near)
	}
	c.pass.Report(tableFinding(r.Table, at, text))
}

// referenceIDExample is an asset register and a risk of the given asset.
func referenceIDExample(asset string) string {
	return `-- registers/ISMS-B-01-情報資産台帳.md --
` + registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2024-04-01 |
`) + `-- registers/ISMS-B-02-リスクアセスメント結果表.md --
---
number: ISMS-B-02
title: リスクアセスメント結果表
revision: 1
status: approved
established: 2024-04-15
drafted_by: suzuki
approved_by: tanaka
approved_on: 2024-04-15
---
# リスクアセスメント結果表

| リスク番号 | 資産番号 | 脅威 | ぜい弱性 | 損害 | 脅威のレベル | ぜい弱性のレベル | リスク値 | 対応の決定 | リスク所有者 | 評価日 |
|---|---|---|---|---|---|---|---|---|---|---|
| R-001 | ` + asset + ` | 盗難 | 施錠していない | 2 | 1 | 2 | 6 | 受容 | 伊藤 美咲 | 2024-04-10 |
`
}
