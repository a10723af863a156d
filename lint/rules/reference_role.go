package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var referenceRole = &lint.Rule{
	Name:         "reference/role",
	Severity:     lint.Warning,
	Requirements: []string{"DOC-013"},
	Clauses:      []string{"5.3"},
	Controls:     []string{"A.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "本文で何かを行う、又は担当するとされている役割が、役割の表にも設定にもありません",
			EN: "a text makes someone act, or names someone as responsible, whose role neither the table of roles nor the configuration knows",
		},
		Why: message.Text{
			JA: "ひな形に残った役割名や呼び方の揺れがあると、実際には誰も担当していない業務が生まれます。役割の表や用語の表にある名前、本文で置くと定めた役割は対象になりません。別の呼び方は ismslint.toml の [role_names] に登録できます",
			EN: "a role left over from a template, or a name that varies, is a duty that nobody has. Names in a table of roles or terms, and roles that a text sets up, are known; other names can be declared in [role_names] of ismslint.toml",
		},
		Wrong: `# ISMSマニュアル

## 7.2 力量

情報セキュリティ管理者は、必要な力量を定める。教育責任者は、教育の記録を残す。
`,
		Right: `# ISMSマニュアル

## 7.2 力量

情報セキュリティ管理責任者は、必要な力量を定める。ISMS事務局は、教育の記録を残す。
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			if f.Kind != isms.Controlled || f.Meta.Status == isms.Obsolete {
				return
			}
			reportActors(p, f, newKnownRoles(s), isms.Fact(f, actorsKey{}, func(f *isms.File) []actor {
				return append(actorsIn(f.Doc), columnActors(f)...)
			}))
		})
	},
}

// actor is a word for a role that does something in a text.
type actor struct {
	name       string
	block      *document.Block
	start, end int // in the block's text
	english    bool
}

type actorsKey struct{}

// reportActors reports each unknown name once, at its first place in the file.
func reportActors(p *lint.Pass, f *isms.File, known *knownRoles, actors []actor) {
	places := map[string][]actor{}
	var order []string
	for _, a := range actors {
		if places[a.name] == nil {
			order = append(order, a.name)
		}
		places[a.name] = append(places[a.name], a)
	}
	for _, name := range order {
		first := places[name][0]
		near, unknown := known.judge(first)
		if !unknown {
			continue
		}
		text := message.Textf("「%s」という役割は定められていません。役割の表か ismslint.toml の [role_names] に加えるか、定められた役割に直してください",
			"there is no role %q; add it to the table of roles or to [role_names] in ismslint.toml, or name a role that exists", name)
		if near != "" {
			text = message.Textf("「%[1]s」という役割は定められていません。「%[2]s」のことですか", "there is no role %[1]q; did you mean %[2]q", name, near)
		}
		at := first.block.Source(first.start, first.end)
		finding := lint.Finding{File: f.Path, Span: &at, Message: text}
		for _, other := range places[name][1:min(len(places[name]), 6)] {
			finding.Related = append(finding.Related,
				related(f, other.block.Source(other.start, other.end), "同じ役割名", "the same name")...)
		}
		p.Report(finding)
	}
}
