package rules

import (
	"fmt"
	"testing"
)

func TestAuditSubjects(t *testing.T) {
	for _, c := range []struct{ text, clauses, controls, all string }{
		{"箇条4〜10、A.5.1からA.5.8まで", "[4-10]", "[5.1-5.8]", ""},
		{"箇条4から箇条10までの全項目、適用する90の管理策", "[4-10]", "[]", "clauses controls"},
		{"全部門", "[]", "[]", "departments"},
		{"clauses 4 to 10 and A.5.1–A.5.8", "[4-10]", "[5.1-5.8]", ""},
		{"社長及びISMS管理責任者。箇条4、5、7.1、9.2、9.3", "[4 5 7.1 9.2 9.3]", "[]", ""},
		{"箇条4、6、7、9、10、A.5からA.7まで", "[4 6 7 9 10]", "[5-7]", ""},
		{"A.5.8、A.5.32、A.8の開発に関する管理策", "[]", "[5.8 5.32 8]", ""},
		{"6.1.2、7.5", "[6.1.2 7.5]", "[]", ""},
		{"Ａ．５．１～８", "[]", "[5.1-5.8]", ""},
		{"A.5.1-5.8、箇条８", "[8]", "[5.1-5.8]", ""},
		{"2026-10-13から2026-10-15まで、担当5名、8.5%、v4.2", "[]", "[]", ""},
		{"all applicable controls in all departments", "[]", "[]", "controls departments"},
		{"JIS Q 27001:2023、ISMS-A-04", "[]", "[]", ""},
	} {
		var a auditSubjects
		a.add(c.text)
		all := ""
		for _, w := range []struct {
			is   bool
			name string
		}{{a.allClauses, "clauses"}, {a.allControls, "controls"}, {a.allDepartment, "departments"}} {
			if w.is {
				if all != "" {
					all += " "
				}
				all += w.name
			}
		}
		if clauses, controls := showSubjects(a.clauses), showSubjects(a.controls); clauses != c.clauses || controls != c.controls || all != c.all {
			t.Errorf("%q: clauses %s, controls %s, all %q; want %s, %s, %q", c.text, clauses, controls, all, c.clauses, c.controls, c.all)
		}
	}
}

func showSubjects(ranges []subjectRange) string {
	number := func(n []int) (s string) {
		for i, v := range n {
			if i > 0 {
				s += "."
			}
			s += fmt.Sprint(v)
		}
		return s
	}
	var out []string
	for _, r := range ranges {
		s := number(r.first)
		if last := number(r.last); last != s {
			s += "-" + last
		}
		out = append(out, s)
	}
	return fmt.Sprint(out)
}
