package rules

import (
	"time"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var historyTime = &lint.Rule{
	Name:           "history/time",
	Severity:       lint.Warning,
	Requirements:   []string{"EVD-011"},
	Clauses:        []string{"7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "コミットの日時が前後の履歴と合わず、信頼できません",
			EN: "the time of a commit cannot be believed",
		},
		Why: message.Text{
			JA: "いつ承認し記録したかは日時で証明するため、前後する日時や未来の日時があると履歴全体の証拠力が下がります",
			EN: "what was approved and recorded when is proven by times; a history whose times run backwards or ahead proves less",
		},
		Wrong: `-- commit --
committed: 2026-11-10T10:00:00+09:00
authored: 2026-11-10T10:00:00+09:00
parent: 2026-11-12T10:00:00+09:00
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
parent: 2026-11-12T10:00:00+09:00
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
			judgeTimes(p, c, r)
		}
	},
}

func judgeTimes(p *lint.Pass, c *isms.Change, r isms.Recorded) {
	report := func(severity lint.Severity, ja, en string, args ...any) {
		reportOn(p, r.Commit, severity, message.Textf(ja, en, args...))
	}
	name, at, authored := r.Commit.Name(), r.Commit.Committer.When, r.Commit.Author.When
	if problem := r.Commit.Committer.Problem; !problem.IsZero() {
		report(lint.Default, "コミット %[1]s の日時が読み取れません（%[2]s）。時計を確かめてください", "the time of commit %[1]s cannot be read (%[2]s); check the clock of the machine", name, problem)
		return
	}
	for _, parent := range r.Parents {
		if before := parent.Committer.When; parent.Committer.Problem.IsZero() && at.Before(before.Add(-clockSkew)) {
			report(lint.Default, "コミット %[1]s の日時（%[2]s）が、直前のコミット %[3]s（%[4]s）より前です。コミットした機器の時計を確かめてください",
				"commit %[1]s is dated %[2]s, before its parent %[3]s of %[4]s; check the clock of the machine it was made on", name, stamp(at), parent.Name(), stamp(before))
		}
	}
	if !c.Today.IsZero() && r.Commit.Day.After(c.Today) {
		report(lint.Default, "コミット %[1]s の日時（%[2]s）が未来です。コミットした機器の時計を確かめてください",
			"commit %[1]s is dated %[2]s, which is in the future; check the clock of the machine it was made on", name, stamp(at))
	}
	if !r.Commit.Author.Problem.IsZero() {
		report(lint.Default, "コミット %[1]s の作成日時が読み取れません（%[2]s）。時計を確かめてください", "the time at which commit %[1]s was written cannot be read (%[2]s); check the clock of the machine", name, r.Commit.Author.Problem)
	} else if authored.After(at.Add(clockSkew)) {
		report(lint.Default, "コミット %[1]s は、作成日時（%[2]s）が登録日時（%[3]s）より後です。時計を確かめてください",
			"commit %[1]s was written at %[2]s but recorded before that, at %[3]s; check the clock", name, stamp(authored), stamp(at))
	} else if days := date.Of(authored).DaysUntil(date.Of(at)); days > p.Config.Periods.Trigger {
		report(lint.Info, "コミット %[1]s は、作成日時（%[2]s）と登録日時（%[3]s）が%[4]d日離れています。古い変更を後から取り込んだ理由を確かめてください",
			"commit %[1]s was written at %[2]s and recorded %[4]d days later, at %[3]s; make sure why an old change was taken in late", name, stamp(authored), stamp(at), days)
	}
}

// reportOn reports what is wrong with a commit itself.
func reportOn(p *lint.Pass, c *isms.Commit, severity lint.Severity, text message.Text) {
	p.Report(lint.Finding{File: ".", Subject: c.ID, Commit: c.ID, Severity: severity, Message: text})
}

// clockSkew is how far the clocks of two honest machines may differ.
const clockSkew = time.Hour

func stamp(t time.Time) string { return t.Format("2006-01-02 15:04 -0700") }
