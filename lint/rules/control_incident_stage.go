package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var controlIncidentStage = &lint.Rule{
	Name:         "control/incident-stage",
	Severity:     lint.Warning,
	Requirements: []string{"CTL-020", "CTL-022", "CTL-023", "B12-1"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.24", "A.5.26"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "インシデント報告書に、種類に応じて必要な段階の記録がありません",
			EN: "an incident report lacks a stage that its kind requires",
		},
		Why: message.Text{
			JA: "連絡、社外への対応の判断、経過の記録が残っていないと、手順どおりに対応したことを示せません。社外への対応が不要な場合も、その判断を書きます。連絡や判断は役割名や氏名などの語で探すため、見当たらなくても情報にとどめます",
			EN: "without the record of who was told, what was decided about outsiders and what was done when, nothing shows that the procedure was followed; a decision that nobody outside needs to be told is recorded too. Who was told is looked for by names and words, so that its absence is an info only",
		},
		Wrong: incidentExample("-"),
		Right: incidentExample("影響を受けた顧客はなく、社外への連絡は要しないと社長が判断した"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, f := range s.Records("ISMS-B-12") {
			if f.Meta.Status == isms.Approved && tablesReadable(f) {
				checkStages(p, f)
			}
		}
	},
}

// stage is a stage of the response to an incident that leaves words behind.
type stage struct {
	kinds  string
	what   message.Text
	roles  []isms.Role
	traces []string
}

// incidentStages are the stages of domain §6.4 that no field of the record has
// a place for. Whether the president and the committee were told is for the
// family incident.
func incidentStages() []stage {
	return []stage{
		{kinds: "malware intrusion outage", roles: []isms.Role{isms.SystemManager}, traces: []string{"情報システム", "システム管理", "system manager"},
			what: message.Text{JA: "システム管理責任者への連絡", EN: "the notice to the system manager"}},
		{kinds: "malware intrusion outage leak", roles: []isms.Role{isms.Manager}, traces: []string{"管理責任者", "security manager"},
			what: message.Text{JA: "ISMS管理責任者への報告", EN: "the report to the ISMS manager"}},
		{kinds: "disaster", traces: []string{"安否", "避難", "safety", "evacuat", "unharmed"},
			what: message.Text{JA: "避難と安否の確認", EN: "evacuation and the safety of people"}},
		{kinds: "disaster", roles: []isms.Role{isms.President}, traces: []string{"president"},
			what: message.Text{JA: "事業の継続に関する社長の判断", EN: "the president's decision about the continuation of business"}},
	}
}

func checkStages(p *lint.Pass, f *isms.File) {
	row := recordRow(f)
	if row == nil {
		return
	}
	kind := row.Value("kind")
	at := rowCell(row, "kind", f)
	report := func(severity lint.Severity, what message.Text) {
		p.Report(lint.Finding{Severity: severity, File: f.Path, Span: &at.Span, Subject: what.EN, Message: message.Textf(
			"種類が「%[1]s」のインシデントですが、%[2]sの記録がありません",
			"an incident of the kind %[1]q, expected a record of %[2]s", cellExcerpt(row.Written("kind").Text), what)})
	}
	var text strings.Builder
	for i := range f.Doc.Blocks {
		text.WriteString(strings.ToLower(f.Doc.Blocks[i].Text))
		text.WriteByte('\n')
	}
	for _, s := range incidentStages() {
		if strings.Contains(" "+s.kinds+" ", " "+kind.Text+" ") && kind.Text != "" && !containsAny(text.String(), append(s.traces, roleTraces(p, s.roles)...)) {
			report(lint.Info, s.what)
		}
	}
	if (kind.Text == "leak" || kind.Text == "disaster") && row.Written("external").None() && !hasRows(f, "notices") {
		report(lint.Warning, message.Text{JA: "社外への対応の判断", EN: "the decision about customers, authorities and the press"})
	}
	if !hasRows(f, "timeline") && row.Written("timeline").None() {
		report(lint.Warning, message.Text{JA: "経過（いつ、誰が、何をしたか）", EN: "the course of events"})
	}
}

// recordRow returns the fields of a record, or nil.
func recordRow(f *isms.File) *isms.Row {
	for _, t := range f.Tables {
		if t.Fields && t.Name == "record" && len(t.Rows) > 0 {
			return &t.Rows[0]
		}
	}
	return nil
}

// rowCell returns a field, or one that stands at the head of the file.
func rowCell(r *isms.Row, column string, f *isms.File) isms.Value {
	v := r.Written(column)
	if v.Text == "" {
		v.Span = f.Head()
	}
	return v
}

func hasRows(f *isms.File, table string) bool {
	for _, t := range f.Tables {
		if t.Name == table && len(t.Rows) > 0 {
			return true
		}
	}
	return false
}

// roleTraces are the names of roles and of those who ever held them.
func roleTraces(p *lint.Pass, roles []isms.Role) []string {
	var out []string
	for _, role := range roles {
		info, _ := p.Roles.Info(role)
		for _, name := range append([]string{info.Name.JA, info.Name.EN}, info.Aliases...) {
			out = append(out, strings.ToLower(name))
		}
		for _, h := range p.People.Holdings() {
			if person := p.People.Find(h.Person); isms.Role(h.Role) == role && person != nil {
				out = append(out, strings.ToLower(person.Name))
			}
		}
	}
	return out
}

// incidentExample is an approved report of a leak.
func incidentExample(external string) string {
	return `-- records/ISMS-B-12/INC-2026-001.md --
---
form: ISMS-B-12
record: INC-2026-001
title: 見積書の誤送信
status: approved
created: 2026-06-15
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-06-30
kind: 漏えい・流出・盗難
---
# 見積書の誤送信

## 経過

| 日時 | 行ったこと | 行った者 |
|---|---|---|
| 2026-06-12 15:20 | 別の顧客へ見積書を送信した | 営業部の従業員 |
| 2026-06-12 15:30 | ISMS管理責任者に報告した | 伊藤 美咲 |

## 社外への対応

` + external + `
`
}
