package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var assetOwner = &lint.Rule{
	Name:         "asset/owner",
	Severity:     lint.Error,
	Requirements: []string{"B01-1"},
	Clauses:      []string{"5.3"},
	Controls:     []string{"A.5.9"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報資産の管理責任者が、退職しているか、今は役割に就いていません",
			EN: "the owner of an asset has left the organization or holds no role any more",
		},
		Why: message.Text{
			JA: "資産の取扱いを決める人がいなければ、分類も廃棄も誰も判断しません。人の在籍は ismslint.toml の [[people]]、役割は [[roles]] で確かめます",
			EN: "without someone who decides on it nobody classifies or disposes of the asset; who is there is read from [[people]] and [[roles]] of ismslint.toml",
		},
		Wrong: assetOwnerExample("2026-03-31"),
		Right: assetOwnerExample("2027-03-31"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		if !p.People.Declared() {
			return
		}
		read := map[string][]signer{} // few owners answer for many assets
		eachAsset(s, func(r *isms.Row) {
			v := r.Written("owner")
			if v.None() || v.Ditto() {
				return
			}
			owners, ok := read[v.Text]
			if !ok {
				owners = signersIn(p, v.Text)
				read[v.Text] = owners
			}
			for _, o := range owners {
				checkAssetOwner(p, s, r, v, o)
			}
		})
	},
}

// checkAssetOwner reports an owner who is no more. Names that nobody knows are
// for reference/id, vacancies of the roles that must be held for role/vacant.
func checkAssetOwner(p *lint.Pass, s *isms.System, r *isms.Row, v isms.Value, o signer) {
	switch {
	case o.person != nil && !o.person.Left.IsZero() && s.AsOf().After(o.person.Left):
		reportForm(p, r, v, o.text, message.Textf(
			"%[1]s「%[2]s」の%[3]sさんは %[4]s に退職しています。引き継いだ人又は役割に改めてください",
			"%[2]q%[1]s is %[3]s, who left on %[4]s, expected the person or role that took over",
			ofRow(r), riskTitle(r, "owner"), o.person.Name, o.person.Left))
	case o.person != nil && allEnded(p, s, func(person string, _ isms.Role) bool { return person == o.person.ID }):
		warnForm(p, r, v, o.text, message.Textf(
			"%[1]s「%[2]s」の%[3]sさんは、%[4]s の時点でどの役割にも就いていません。引き継いだ人に改めるか、[[roles]] に登録してください",
			"%[2]q%[1]s is %[3]s, who holds no role as of %[4]s, expected someone who does, or an entry in [[roles]]",
			ofRow(r), riskTitle(r, "owner"), o.person.Name, s.AsOf()))
	case o.role != "":
		info, _ := p.Roles.Info(o.role)
		if !info.Required && allEnded(p, s, func(_ string, role isms.Role) bool { return role == o.role }) {
			warnForm(p, r, v, o.text, message.Textf(
				"%[1]s「%[2]s」の「%[3]s」に、%[4]s の時点でだれも就いていません。後任を [[roles]] に登録するか、管理責任者を改めてください",
				"%[2]q%[1]s is %[3]q, a role that nobody holds as of %[4]s, expected a holder in [[roles]] or another owner",
				ofRow(r), riskTitle(r, "owner"), info.Name, s.AsOf()))
		}
	}
}

// allEnded reports whether there are holdings of the kind meant, none of which
// lasts on the day of judgement.
func allEnded(p *lint.Pass, s *isms.System, meant func(person string, role isms.Role) bool) bool {
	found := false
	for _, h := range p.People.Holdings() {
		if !meant(h.Person, isms.Role(h.Role)) {
			continue
		}
		if h.Until.IsZero() || !h.Until.Before(s.AsOf()) {
			return false // held today, or from a later day on
		}
		found = true
	}
	return found
}

// assetOwnerExample is an asset whose owner leaves the organisation on a day.
func assetOwnerExample(left string) string {
	return `-- ismslint.toml --
[organization]
name = "株式会社サンプル"
[[people]]
id = "ito"
name = "伊藤 美咲"
department = "営業部"
left = ` + left + `
-- registers/ISMS-B-01-情報資産台帳.md --
` + assetExampleRow("顧客名簿", "顧客の連絡先", "伊藤 美咲", "ファイルサーバ", "部外秘", "3 | 2 | 2 | 3")
}
