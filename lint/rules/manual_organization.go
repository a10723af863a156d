package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var manualOrganization = &lint.Rule{
	Name:         "manual/organization",
	Severity:     lint.Warning,
	Requirements: []string{"A03-3"},
	Clauses:      []string{"4.3", "5.3"},
	Controls:     []string{"A.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "マニュアルに、ISMSの体制か、適用範囲の外との接点が示されていません",
			EN: "the manual does not show the organisation of the ISMS, or its interfaces to what lies outside the scope",
		},
		Why: message.Text{
			JA: "審査では、ISMSを進める体制と、適用範囲の境界で外部の組織とやり取りする接点が文書に示されていることを確かめます",
			EN: "auditors look for the organisation that runs the ISMS and for the interfaces at the boundary of its scope",
		},
		Wrong: manualExample("## 4.3 適用範囲の決定\n\n全社を適用範囲とする。\n"),
		Right: manualExample("## 4.3 適用範囲の決定\n\n全社を適用範囲とする。主な接点は、クラウド事業者とビルの管理会社である。推進体制は別紙の体制図に示す。\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if !isManual(f) || unapproved(f) {
			return
		}
		organization, interfaces, prose := false, false, false
		for _, t := range f.Tables {
			organization = organization || t.Name == "roles" || t.Name == "appointments"
		}
		ownBlocks(f, func(b *document.Block) bool {
			prose = prose || b.Kind != document.HeadingText
			key := fold.Key(b.Text)
			organization = organization || containsOneOf(key, organizationWords...)
			interfaces = interfaces || containsOneOf(key, interfaceWords...)
			return !organization || !interfaces
		})
		if !prose {
			return // nothing is written yet
		}
		if !organization {
			at := f.Head()
			p.Report(lint.Finding{File: f.Path, Span: &at, Subject: "organization", Message: message.Textf(
				"ISMSの体制が示されていません。役割の表か体制図を加えてください",
				"the manual does not show the organisation of the ISMS, expected a table of roles or an organisation chart")})
		}
		if !interfaces {
			at := scopePlace(f)
			p.Report(lint.Finding{File: f.Path, Span: &at, Subject: "interfaces", Message: message.Textf(
				"適用範囲の外の組織との接点や境界が示されていません。委託先、クラウド、建物、回線などの接点と管理の方法を書いてください",
				"the manual does not show the interfaces to organisations outside the scope, expected suppliers, cloud services, building and the like with their control")})
		}
	},
}

// organizationWords and interfaceWords, in the form of [fold.Key], show that a
// manual speaks of the organisation of the ISMS and of its boundary.
var (
	organizationWords = []string{"体制", "組織図", "organizationchart", "organisationchart", "organizationalstructure", "organisationalstructure"}
	interfaceWords    = []string{"接点", "境界", "依存関係", "インターフェース", "インターフェイス", "インタフェース", "インタフェイス", "interface", "dependenc", "boundar"}
)
