package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var formPlace = &lint.Rule{
	Name:         "form/place",
	Severity:     lint.Error,
	Requirements: []string{"A05-3"},
	Clauses:      []string{"7.5.3"},
	Controls:     []string{"A.5.33"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "様式集に書いた保管場所のフォルダーやファイルがないか、URL の形が正しくありません",
			EN: "the storage place of a form is a folder or file that does not exist, or a malformed URL",
		},
		Why: message.Text{
			JA: "様式集のとおりに探しても記録が見つからなければ、保管しているとはいえません。リポジトリーの中の場所だけを確かめ、書庫や共有フォルダーなど外の場所は判定しません",
			EN: "a record that is not found where the collection of forms says is not kept; only places within the repository are checked, not cabinets or file servers",
		},
		Wrong: formsExample("", "| ISMS-B-24 | 是正処置に関する報告書 | 1 | 5年 | records/ISMS-B-42/ |\n") + correctiveRecord("CAR-2026-001", ""),
		Right: formsExample("", "| ISMS-B-24 | 是正処置に関する報告書 | 1 | 5年 | records/ISMS-B-24/ |\n") + correctiveRecord("CAR-2026-001", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(collectionOfForms, "forms") {
			place := r.Written("storage")
			if isBroken(r) || place.None() || place.Ditto() || linkWithin(r.Table.File, place.Span) {
				continue // an empty place is for document/retention, a link for reference/link
			}
			for _, v := range isms.SplitList(place) {
				checkPlace(p, s, r, v)
			}
		}
	},
}

// checkPlace judges one storage place of a form.
func checkPlace(p *lint.Pass, s *isms.System, r *isms.Row, v isms.Value) {
	text := isms.WithoutRemark(v.Text)
	if isAddress(text) {
		if !validAddress(text) {
			reportForm(p, r, v, "", message.Textf("保管場所「%[1]s」は URL として正しくありません。https:// とサーバーの名前から書いてください",
				"the storage place %[1]q is no URL, expected https:// and the name of a server", cellExcerpt(text)))
		}
		return
	}
	within, exists := placeWithin(s, r.Table.File, text)
	e := listedEntry(s.Organization, r.Written("form"))
	if !within || exists || e != nil && notMadeYet(s, e, text) {
		return
	}
	if actual := actualPlace(s, e); actual != "" {
		reportForm(p, r, v, "", message.Textf("保管場所「%[1]s」がありません。%[2]s は %[3]s にあります。様式集か置場のどちらかを直してください",
			"there is no storage place %[1]q; %[2]s is kept in %[3]q, expected the two to agree", cellExcerpt(text), e.Number, actual))
		return
	}
	reportForm(p, r, v, "", message.Textf("保管場所「%[1]s」がありません。リポジトリーの中にある場所を書いてください",
		"there is no storage place %[1]q, expected a folder or file of the repository", cellExcerpt(text)))
}
