package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var revisionApprover = &lint.Rule{
	Name:           "revision/approver",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-004", "DOC-005", "ROL-003", "ROL-004", "B04-4"},
	Clauses:        []string{"7.5.2"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "改訂履歴の行に作成者・承認者がないか、承認者がその日にその役割に就いていません",
			EN: "a row of the revision history has no drafter or approver, or the approver did not hold the role that day",
		},
		Why: message.Text{
			JA: "版ごとの承認は、その日に権限を持っていた人のものでなければ証拠になりません。履歴には承認日がないため、改訂日から30日以内の就任までは認めます",
			EN: "the approval of a revision proves something only if it came from a person with the authority on that day; as the history has no day of approval, who came into office within 30 days of the revision passes",
		},
		Wrong: `# ISMSマニュアル

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | |
`,
		Right: `# ISMSマニュアル

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled {
			return
		}
		rows := f.Revisions.Ordered()
		for i, row := range rows {
			if awaitsApproval(f, rows, i) {
				continue
			}
			checkSigned(p, f, row)
			if !row.Approved.None() && p.People.Declared() && !isPlaceholder(row.Approved.Text) {
				checkRowApprover(p, f, rows, i)
			}
		}
	},
}

// checkSigned reports empty cells, except in the row of the current revision
// where the front matter is as empty.
func checkSigned(p *lint.Pass, f *isms.File, row isms.Revision) {
	current := isCurrent(f, row)
	noDrafter := hasColumn(f, isms.ColumnDrafted) && row.Drafted.None() && !(current && len(f.Meta.DraftedBy.Each) == 0)
	noApprover := hasColumn(f, isms.ColumnApproved) && row.Approved.None() && !(current && f.Meta.ApprovedBy.None())
	if noDrafter && noApprover && !row.Drafted.Present && !row.Approved.Present {
		p.Reportf(f, row.Span, "改訂番号 %s の行に、作成者と承認者の欄がありません", "the row of revision %s is too short to name drafter and approver", numberIn(row))
		return
	}
	if noDrafter {
		p.Reportf(f, placeIn(row.Drafted, row.Span), "改訂番号 %s の作成者が空です", "revision %s names no drafter", numberIn(row))
	}
	if noApprover {
		p.Reportf(f, placeIn(row.Approved, row.Span), "改訂番号 %s の承認者が空です", "revision %s names no approver", numberIn(row))
	}
}

func checkRowApprover(p *lint.Pass, f *isms.File, rows []isms.Revision, i int) {
	row := rows[i]
	approvers := signersIn(p, row.Approved.Text)
	for _, a := range approvers {
		if !a.known() || f.Entry != nil && a.role == f.Entry.Approver {
			return // role/unknown reports a name that nobody has
		}
	}
	if len(approvers) > 0 && approvers[0].role != "" && f.Entry != nil {
		p.Reportf(f, row.Approved.Span, "改訂番号 %[1]s の承認者が「%[2]s」ですが、%[3]s を承認するのは%[4]sです",
			"the approver of revision %[1]s is %[2]q, but %[3]s is approved by the %[4]s",
			numberIn(row), approvers[0].text, f.Entry.Number, p.Roles.Name(f.Entry.Approver))
		return
	}
	if !allPersons(approvers) || isCurrent(f, row) && len(f.Meta.ApprovedBy.Each) > 0 {
		return // the rules of family approval judge the current revision
	}
	day := row.Date.Date
	drafters := signersIn(p, row.Drafted.Text)
	if d := indexOf(drafters, approvers[0]); d >= 0 && !independent(p, f, approvers, drafters, day) && !selfApprovalAllowed(p, f, day) {
		p.Reportf(f, row.Approved.Span, "改訂番号 %s は作成者と承認者が同じ「%s」です。別の人が承認してください",
			"revision %s was drafted and approved by the same person, %s", numberIn(row), approvers[0].person.Name)
		return
	}
	if f.Entry != nil && !heldRole(p, f.Entry.Approver, approvers, rows, i) {
		p.Reportf(f, row.Approved.Span, "改訂番号 %[1]s を承認した「%[2]s」は、%[3]s に%[4]sではありませんでした（%[5]s の承認者は%[4]s）",
			"%[2]s, who approved revision %[1]s, did not hold the role %[4]s on %[3]s, which approves %[5]s",
			numberIn(row), listPersons(approvers), day, p.Roles.Name(f.Entry.Approver), f.Entry.Number)
	}
}

// heldRole reports whether one of the approvers of a row held the role when
// they may have approved: from the day of the revision for some days, though
// not beyond the next revision. It is true where that cannot be told.
func heldRole(p *lint.Pass, role isms.Role, approvers []signer, rows []isms.Revision, i int) bool {
	first := rows[i].Date.Date
	if first.IsZero() || len(p.People.Holdings()) == 0 || vacantOn(p.Organization, role, first) {
		return true
	}
	last := first.AddDays(leeway)
	if i+1 < len(rows) {
		if next := rows[i+1].Date; next.Valid() && next.Date.Before(last) && !next.Date.Before(first) {
			last = next.Date
		}
	}
	return slices.ContainsFunc(approvers, func(a signer) bool { return heldWithin(p, a.person.ID, role, first, last) })
}
