package rules

import (
	"regexp"
	"strconv"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// planRevision finds a revision in a text in the form of [fold.Key]: 改訂番号3,
// 第3版, revision3, rev.3.
var planRevision = regexp.MustCompile(`(?:改[訂定](?:番号|no\.?)?|rev(?:ision)?\.?(?:no\.?|number)?|ver(?:sion)?\.?|第)(\d{1,4})|(\d{1,4})版`)

// citedPlanRevision returns the revision of the plan that a record of a test
// names beside the plan, and the place. Without one it is the place of the plan.
func citedPlanRevision(r *isms.Row) (at isms.Value, number int, ok bool) {
	at = r.Written("plan")
	for _, v := range append([]isms.Value{at}, planCells(r)...) {
		if len(v.Text) > 300 {
			continue
		}
		if m := planRevision.FindStringSubmatch(fold.Key(v.Text)); m != nil {
			n, err := strconv.Atoi(m[1] + m[2])
			return v, n, err == nil
		}
	}
	return at, 0, false
}

// planCells returns the cells beside the label of the plan. The front matter
// may name the plan alone and a table in the body its revision too.
func planCells(r *isms.Row) []isms.Value {
	plan := r.Table.Schema.Index("plan")
	var out []isms.Value
	take := func(cells []document.TableCell) {
		for k := 0; k+1 < len(cells); k += 2 {
			if i, ok := r.Table.Schema.MatchText(cells[k].Text); ok && i == plan {
				out = append(out, isms.Value{Text: cells[k+1].Text, Span: cells[k+1].Span, Present: true})
			}
		}
	}
	for i := range r.Table.File.Doc.Tables {
		t := &r.Table.File.Doc.Tables[i]
		if n := len(t.Header); n != 2 && n != 4 {
			continue
		}
		take(t.Header)
		for k := range t.Rows {
			take(t.Rows[k].Cells)
		}
	}
	return out
}

func planRelated(plan *isms.File, v isms.Value, ja, en string) lint.Related {
	at := v.Place()
	return lint.Related{File: plan.Path, Span: &at, Message: message.Text{JA: ja, EN: en}}
}

// planRevisionText is the current revision of the plan as an example of one.
func planRevisionText(plan *isms.File) string {
	if !plan.Meta.Revision.Valid {
		return "1"
	}
	return strconv.Itoa(plan.Meta.Revision.Int)
}

// continuityRevisionExample is a plan of one revision and a test of it.
func continuityRevisionExample(plan string) string {
	return continuityPlanExample("2026-05-21", "| シナリオ番号 | 計画番号 | 目標復旧時間 | 手順 |\n|---|---|---|---|\n| BCS-001 | BCP-001 | 48時間 | 4.1 |\n"+
		"\n## 改訂履歴\n\n| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |\n|---|---|---|---|---|\n| 1 | 2026-05-21 | 制定 | 鈴木 次郎 | 佐藤 花子 |\n") +
		continuityRecordExample("| 実施日 | 2026-09-10 |\n| 計画 | "+plan+" |\n| 結果 | 合格 |\n")
}
