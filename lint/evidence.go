package lint

import (
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/message"
)

// unprovenApprovals says that approvals were taken as declared although the
// configuration demands more: one state of the files shows no signatures.
func unprovenApprovals(c *config.Config) []NotEvaluated {
	demanded := c.Approval.Evidence
	for _, series := range []string{"A", "B"} {
		if g := c.Approval.Series[series]; g != "" && g != config.Declared {
			demanded = g
		}
	}
	if demanded == "" || demanded == config.Declared {
		return nil
	}
	return []NotEvaluated{{
		Rule: "approval/evidence",
		Reason: message.Textf("承認の証拠として %q が求められていますが、check は署名と履歴を確認しません。承認者と承認日は文書の記載のとおりに扱いました",
			"evidence of the grade %q is demanded for approvals, but check verifies neither signatures nor history; approvers and days were taken as declared", string(demanded)),
	}}
}
