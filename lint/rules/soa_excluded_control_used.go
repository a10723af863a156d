package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var soaExcludedControlUsed = &lint.Rule{
	Name:         "soa/excluded-control-used",
	Severity:     lint.Error,
	Requirements: []string{"RSK-008", "A02-2"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "適用宣言書で除外した管理策を、ほかの台帳や計画が使っています",
			EN: "a register or plan uses a control that the Statement of Applicability excludes",
		},
		Why: message.Text{
			JA: "使っている管理策を除外と宣言していれば、適用宣言書が実態と合わないことになります",
			EN: "a statement that excludes a control in use does not describe the organisation",
		},
		Wrong: excludedExample("A.8.30"),
		Right: excludedExample("A.8.29"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			if f.Meta.Status == isms.Obsolete {
				return
			}
			for _, t := range f.Tables {
				columns := controlColumns(t)
				if len(columns) == 0 {
					continue
				}
				st := s.Statement()
				if st == nil || judgedStatement(st.File) == nil {
					return
				}
				for _, column := range columns {
					for i := range t.Rows {
						checkExcluded(p, st, &t.Rows[i], column)
					}
				}
			}
		})
	},
}

// controlColumns returns the columns of a table that name controls which are
// in use. The statement itself is judged by its own rules, the risk assessment
// by risk/control, and a checklist of an audit may well say that a control
// does not apply.
func controlColumns(t *isms.Table) []string {
	var out []string
	if slices.Contains([]string{"ISMS-A-02", "ISMS-B-02", "ISMS-B-22"}, t.Form) {
		return nil
	}
	for i := range t.Schema.Columns {
		if c := &t.Schema.Columns[i]; (slices.Contains(c.References, "control") || c.Name == "controls") && t.Has(c.Name) {
			out = append(out, c.Name)
		}
	}
	return out
}

func checkExcluded(p *lint.Pass, st *isms.Statement, r *isms.Row, column string) {
	if p.EditionOf(r.Table.File) != st.Edition {
		return
	}
	citedControls(p, r, column, func(id string, at source.Span) {
		row := st.Row(id)
		if row == nil || row.Applicable != isms.Excluded {
			return
		}
		excluded := row.Row.Written("applicable").Span
		f := tableFinding(r.Table, at, message.Textf(
			"適用宣言書で除外した「%[1]s」が使われています。適用宣言書で採用とするか、ここから外してください",
			"%[1]q is excluded by the Statement of Applicability, expected an applicable control here, or the control to be included there", controlName(row)),
			lint.Related{File: row.Table.Path, Span: &excluded, Message: message.Text{JA: "適用宣言書で除外している", EN: "excluded here"}})
		f.Subject = id
		p.Report(f)
	})
}

// excludedExample is a statement that excludes A.8.30 beside a measurement of
// the given control.
func excludedExample(control string) string {
	return `-- policies/ISMS-A-02-適用宣言書.md --
` + soaExample(`| A.8.30 | 外部委託による開発 | × | 開発を外部に委託していないため | - | - | - |
`) + `-- registers/ISMS-B-10-管理策測定評価表.md --
---
number: ISMS-B-10
title: 管理策測定評価表
revision: 1
status: approved
established: 2024-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2024-04-01
---
# 管理策測定評価表

| 管理策番号 | 対象期間 | 測定項目 | 測定方法 | 測定者 | 測定時期 | 分析・評価者 | 分析・評価時期 | 目標値 | 実績値 | 判定 |
|---|---|---|---|---|---|---|---|---|---|---|
| ` + control + ` | 2026年度上期 | 受入れ試験の実施率 | 記録の集計 | 鈴木 次郎 | 9月 | 田中 一郎 | 10月 | 100% | 100% | 達成 |
`
}
