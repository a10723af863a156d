package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var incidentPresident = &lint.Rule{
	Name:         "incident/president",
	Severity:     lint.Error,
	Requirements: []string{"B12-5"},
	Clauses:      []string{"5.1"},
	Controls:     []string{"A.5.24", "A.5.26"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報の漏えい、流出又は盗難を、社長に報告した記録がありません",
			EN: "nothing shows that the president was told of a leak, loss or theft",
		},
		Why: message.Text{
			JA: "漏えいのときに顧客、監督官庁、報道へどう対応するかは、社長が決めます。報告の記録がなければ、その判断も示せません",
			EN: "how to answer customers, authorities and the press is for the president to decide; without a record of the report there is no record of the decision",
		},
		Wrong: incidentReportExample("## 経過\n\n| 日時 | 行ったこと | 行った者 |\n|---|---|---|\n| 2026-06-12 15:30 | 電話で報告 | 伊藤 美咲 |\n"),
		Right: incidentReportExample("## 経過\n\n| 日時 | 行ったこと | 行った者 |\n|---|---|---|\n| 2026-06-12 15:45 | 社長に報告 | 田中 一郎 |\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Form == nil || f.Form.Number != incidentForm || f.Kind != isms.RecordFile || f.Meta.Status == isms.Draft || f.Meta.Status == isms.Obsolete {
			return
		}
		for _, t := range f.Tables {
			if t.Name != schema.RecordTable || !t.Fields {
				continue
			}
			r := &t.Rows[0]
			if kind := r.Value("kind"); kind.Text == "leak" && !bodyHasOneOf(f, presidentWords(p)...) {
				reportForm(p, r, kind, "", message.Textf(
					"「%[1]s」の報告書に、社長への報告がありません。報告した日時と、社長の判断を経過に記入してください",
					"the report on %[1]q does not mention the president, expected when the president was told and what was decided",
					cellExcerpt(r.Written("kind").Text)))
			}
		}
	},
}

// presidentWords returns the names of the role and of those who hold it, in
// the form of [fold.Key].
func presidentWords(p *lint.Pass) []string {
	info, _ := p.Roles.Info(isms.President)
	words := []string{fold.Key(info.Name.JA), fold.Key(info.Name.EN)}
	for _, alias := range info.Aliases {
		words = append(words, fold.Key(alias))
	}
	for _, h := range p.People.Holdings() {
		if person := p.People.Find(h.Person); person != nil && isms.Role(h.Role) == isms.President {
			words = append(words, fold.Key(person.Name))
		}
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}
