package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/signature"
)

var historySignature = &lint.Rule{
	Name:           "history/signature",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-001", "EVD-003", "EVD-012"},
	Clauses:        []string{"7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "コミットの署名が正しくないか、コミットした人とは別の人の鍵によるものです",
			EN: "the signature of a commit is wrong, or made with the key of somebody else",
		},
		Why: message.Text{
			JA: "署名のないコミットは名前を自由に書けるだけですが、誤った署名は、内容の改変や鍵の使い回しを示します",
			EN: "without a signature anyone may write any name; a wrong one shows that the text was altered or that keys are shared",
		},
		Wrong: `-- commit --
committed: 2026-11-12T11:00:00+09:00
authored: 2026-11-12T10:30:00+09:00
signature: bad
-- before/policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
`,
		Right: `-- commit --
committed: 2026-11-12T11:00:00+09:00
authored: 2026-11-12T10:30:00+09:00
signature: valid
signer: tanaka
committer: tanaka
-- before/policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
`,
	},
	Change: func(p *lint.Pass, c *isms.Change) {
		for _, r := range c.Recorded() {
			judgeCommitSignature(p, c, r.Commit)
		}
	},
}

func judgeCommitSignature(p *lint.Pass, c *isms.Change, commit *isms.Commit) {
	report := func(severity lint.Severity, ja, en string, args ...any) {
		reportOn(p, commit, severity, message.Textf(ja, en, args...))
	}
	switch commit.Signature.Problem {
	case signature.NoSignature:
	case signature.None:
		if by := commit.Committer.Person; commit.Signer != nil && by != nil && by != commit.Signer {
			report(lint.Default, "コミット %[1]s は「%[2]s」によるものとなっていますが、署名は「%[3]s」の鍵によるものです。本人の鍵で署名し直し、鍵を共有していないか確かめてください",
				"commit %[1]s says that it is by %[2]q, but it is signed with the key of %[3]q; expected the person's own key", commit.Name(), by.Name, commit.Signer.Name)
		}
	case signature.UnknownKey, signature.Unsupported:
		// Signatures say nothing of people who have registered no key.
		if by := commit.Committer.Person; by == nil || c.After.Keys == nil || len(c.After.Keys.Of(by)) == 0 {
			return
		}
		report(lint.Warning, "コミット %[1]s: %[2]s", "commit %[1]s: %[2]s", commit.Name(), commit.Signature.Text())
	default:
		report(lint.Default, "コミット %[1]s: %[2]s", "commit %[1]s: %[2]s", commit.Name(), commit.Signature.Text())
	}
}
