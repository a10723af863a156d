package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var trainingCoverage = &lint.Rule{
	Name:         "training/coverage",
	Severity:     lint.Warning,
	Requirements: []string{"B08-2"},
	Clauses:      []string{"7.2", "7.3"},
	Controls:     []string{"A.6.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "その年度の教育の計画に、対象とすべき人が含まれていません",
			EN: "the training plan of the year leaves out people who need training",
		},
		Why: message.Text{
			JA: "全従業員のほか、入社した人、内部監査員、システムを管理する人、リモートワークをする人には、役割に応じた教育が要ります",
			EN: "besides all employees, those who join, internal auditors, administrators and teleworkers need training for what they do",
		},
		Wrong: trainingPlanExample("| TR-2026-01 | 2026 | 営業部の教育 | 規則の理解 | 営業部 | 動画 | 基本方針 | 2026-05 | 80点以上 | 鈴木 次郎 | - |\n"),
		Right: trainingPlanExample("| TR-2026-01 | 2026 | 全従業員教育 | 規則の理解 | 全従業員（入社した者は1か月以内） | 動画 | 基本方針、リモートワーク | 2026-05 | 80点以上 | 鈴木 次郎 | - |\n" +
			"| TR-2026-02 | 2026 | 役割別の教育 | 力量の維持 | 内部監査員、システム管理責任者 | 演習 | 役割の手順 | 2026-08 | 80点以上 | 鈴木 次郎 | - |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		var first *isms.Row
		year, text := 0, ""
		for r := range s.Rows(trainingPlanForm, courses) {
			n := r.Int("year")
			if unapproved(r.Table.File) || isBroken(r) || !n.Valid || n.Int < year {
				continue
			}
			if n.Int > year {
				first, year, text = r, n.Int, ""
			}
			for _, column := range []string{"course", "purpose", "target", "content", "note"} {
				text += fold.Key(r.Written(column).Text) + "\n"
			}
		}
		if first == nil {
			return
		}
		var ja, en []string
		for _, g := range trainedGroups(s) {
			if !containsOneOf(text, g.words...) {
				ja, en = append(ja, g.name.JA), append(en, g.name.EN)
			}
		}
		if len(ja) == 0 {
			return
		}
		warnForm(p, first, first.Written("year"), strings.Join(en, " "), message.Textf(
			"%[1]d年度の教育の計画に、%[2]sの教育がありません。対象に加えるか、その人を含む課程に明記してください",
			"the training plan of %[1]d has no course for %[2]s, expected one, or to say which course includes them",
			year, message.Text{JA: strings.Join(ja, "、"), EN: strings.Join(en, ", ")}))
	},
}

// trainedGroup are people whom the plan of a year must cover, with the words
// by which it may name them, in the form of [fold.Key].
type trainedGroup struct {
	name  message.Text
	words []string
}

// trainedGroups returns the groups that the ISMS has.
func trainedGroups(s *isms.System) []trainedGroup {
	groups := []trainedGroup{
		{message.Text{JA: "全従業員", EN: "all employees"}, []string{"全従業員", "全社員", "全職員", "全員", "全役職員", "全ての従業員", "すべての従業員", "全スタッフ", "allemployees", "allstaff", "everyone", "allpersonnel", "everyemployee", "entirestaff"}},
		{message.Text{JA: "入社する人", EN: "those who join"}, []string{"入社", "新入", "新規採用", "採用時", "着任", "受入れ時", "受け入れ時", "中途", "newjoiner", "joiner", "newemployee", "newstaff", "newhire", "onboarding", "whojoin", "starters", "induction"}},
		{message.Text{JA: "内部監査員", EN: "internal auditors"}, []string{"監査", "audit"}},
		{message.Text{JA: "システムを管理する人", EN: "administrators"}, []string{"システム管理", "管理者", "特権", "運用", "開発", "情報システム", "administrator", "systemmanager", "privileged", "operations", "developer", "itdepartment", "itteam"}},
	}
	if st := s.Statement(); st != nil {
		const telework = "A.6.7"
		if r := st.Row(telework); r != nil && r.Applicable == isms.Applicable {
			groups = append(groups, trainedGroup{message.Text{JA: "リモートワークをする人", EN: "teleworkers"},
				[]string{"リモート", "テレワーク", "在宅", "社外での", "自宅", "remote", "telework", "homeworking", "homeoffice", "workingfromhome"}})
		}
	}
	return groups
}
