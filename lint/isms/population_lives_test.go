package isms_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
)

// replayed is a past whose commits, "c1" and so on, each hold all files anew.
type replayed struct {
	isms.Past
	states [][]*isms.File
}

func (r *replayed) Steps(match func(*isms.File) bool, visit func(isms.Step)) error {
	held := func(i int) (files []*isms.File) {
		if i < 0 {
			return nil
		}
		for _, f := range r.states[i] {
			if match(f) {
				files = append(files, f)
			}
		}
		return files
	}
	for i := range r.states {
		visit(isms.Step{Commit: &isms.Commit{ID: fmt.Sprintf("c%d", i+1)}, Before: held(i - 1), After: held(i)})
	}
	visit(isms.Step{Before: held(len(r.states) - 1)})
	return nil
}

// logged is an event log with rows of an id, a day and what happened.
func logged(rows ...[3]string) map[string]string {
	text := eventLog()
	for _, r := range rows {
		text += fmt.Sprintf("| %s | %s | 伊藤 美咲 | %s | 鈴木 次郎 |\n", r[0], r[1], r[2])
	}
	return map[string]string{"log.md": text}
}

func assets(names ...string) map[string]string {
	text := frontMatter("ISMS-B-01", "情報資産台帳") + assetHead
	for i, name := range names {
		text += fmt.Sprintf("| AS-%03d | 営業部 | %s | 情報 | 伊藤 | 営業部 | サーバ | 秘 | 3 | 2 | 2 | 2026-04-0%d | 2026-04-01 |\n", i+1, name, len(name)%9+1)
	}
	return map[string]string{"b01.md": text}
}

// titled is a record with a title.
func titled(title, created string) string {
	return strings.Replace(recordOf("CAR-2026-001", created), "title: 是正処置", "title: "+title, 1)
}

func TestPopulationGone(t *testing.T) {
	a, b := [3]string{"EV-001", "2026-05-01", "置き忘れ"}, [3]string{"EV-002", "2026-05-02", "不審なメール"}
	other := [3]string{"EV-002", "2026-06-09", "施錠の忘れ"}
	with := func(row [3]string, i int, text string) [3]string { row[i] = text; return row }
	tests := []struct {
		name, form  string
		states      []map[string]string // the last one is not committed
		first, gone string
	}{
		{"nothing changes", "ISMS-B-13", []map[string]string{logged(a), logged(a, b), logged(a, b)}, "EV-001 c1, EV-002 c2", ""},
		{"removed", "ISMS-B-13", []map[string]string{logged(a, b), logged(a), logged(a)}, "EV-001 c1", "EV-002 不審なメール c2"},
		{"removal not committed", "ISMS-B-13", []map[string]string{logged(a, b), logged(a)}, "EV-001 c1", "EV-002 不審なメール -"},
		{"the register is gone", "ISMS-B-13", []map[string]string{logged(a), {}, {}}, "", "EV-001 置き忘れ c2"},
		{"back as it was", "ISMS-B-13", []map[string]string{logged(a, b), logged(a), logged(a, b), logged(a, b)}, "EV-001 c1, EV-002 c1", ""},
		{"back later, not committed", "ISMS-B-13", []map[string]string{logged(a, b), logged(a), logged(a, b)}, "EV-001 c1, EV-002 c1", ""},
		{"number given to another later", "ISMS-B-13", []map[string]string{logged(a, b), logged(a), logged(a, other), logged(a, other)}, "EV-001 c1, EV-002 c3", "EV-002 不審なメール c2 reused"},
		{"of the same title, on another day", "ISMS-B-13", []map[string]string{logged(a, b), logged(a), logged(a, with(b, 1, "2026-07-01")), logged(a, with(b, 1, "2026-07-01"))},
			"EV-001 c1, EV-002 c3", "EV-002 不審なメール c2 reused"},
		{"number given to another at once", "ISMS-B-13", []map[string]string{logged(a, b), logged(a, other), logged(a, other)}, "EV-001 c1, EV-002 c2", "EV-002 不審なメール c2 reused"},
		{"a title corrected", "ISMS-B-13", []map[string]string{logged(a, b), logged(a, with(b, 2, "迷惑メール")), logged(a, with(b, 2, "迷惑メール"))}, "EV-001 c1, EV-002 c1", ""},
		{"a day corrected, not committed", "ISMS-B-13", []map[string]string{logged(a, b), logged(a, with(b, 1, "2026-05-03"))}, "EV-001 c1, EV-002 c1", ""},
		{"a day filled in", "ISMS-B-13", []map[string]string{logged(with(b, 1, "")), logged(with(b, 2, "迷惑メール")), logged(with(b, 2, "迷惑メール"))}, "EV-002 c1", ""},
		{"width and blanks", "ISMS-B-13", []map[string]string{logged(a), logged(with(a, 0, "ＥＶ－００１")), logged(with(a, 0, "ＥＶ－００１"))}, "ＥＶ－００１ c1", ""},
		{"a number filled in", "ISMS-B-13", []map[string]string{logged(with(a, 0, "")), logged(a), logged(a)}, "EV-001 c1", ""},
		{"renumbered", "ISMS-B-13", []map[string]string{logged(a, b), logged(a, with(b, 0, "EV-003")), logged(a, with(b, 0, "EV-003"))}, "EV-001 c1, EV-003 c1", ""},
		{"without a number", "ISMS-B-13", []map[string]string{logged(a, with(b, 0, "")), logged(a), logged(a)}, "EV-001 c1", " 不審なメール c2"},
		{"moved to another file", "ISMS-B-13", []map[string]string{logged(a), {"old.md": logged(a)["log.md"]}, {"old.md": logged(a)["log.md"]}}, "EV-001 c1", ""},
		{"a register of what is so now", "ISMS-B-01", []map[string]string{assets("名簿"), assets("顧客の名簿"), assets("顧客の名簿")}, "AS-001 c1", ""},
		{"a row of such a register removed", "ISMS-B-01", []map[string]string{assets("名簿", "図面"), assets("名簿"), assets("名簿")}, "AS-001 c1", "AS-002 図面 c2"},
		{"a record whose number another one has", "ISMS-B-24", []map[string]string{{"a.md": titled("紛失", "2026-04-01")}, {}, {"b.md": titled("誤送", "2026-05-01")}, {"b.md": titled("誤送", "2026-05-01")}},
			"CAR-2026-001 c3", "CAR-2026-001 紛失 c2 reused"},
		{"a record not committed yet", "ISMS-B-24", []map[string]string{{}, {"a.md": titled("紛失", "2026-04-01")}}, "CAR-2026-001 -", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			past := &replayed{}
			for _, state := range test.states[:len(test.states)-1] {
				past.states = append(past.states, systemOf(t, state).Files())
			}
			s := systemOf(t, test.states[len(test.states)-1])
			s.Past = past
			p := s.Population(s.Catalogue.Entry(test.form), date.Date{}, date.Date{})
			var first, gone []string
			for _, u := range p.Units {
				first = append(first, u.ID+" "+commitName(u.First))
			}
			for _, g := range p.Gone {
				text := g.ID + " " + g.Title + " " + commitName(g.Commit)
				if g.Reused {
					text += " reused"
				}
				gone = append(gone, text)
			}
			if got := strings.Join(first, ", "); got != test.first {
				t.Errorf("brought: got %q, want %q", got, test.first)
			}
			if got := strings.Join(gone, ", "); got != test.gone {
				t.Errorf("gone: got %q, want %q", got, test.gone)
			}
		})
	}
}

func commitName(c *isms.Commit) string {
	if c == nil {
		return "-"
	}
	return c.ID
}

func TestPopulationGoneFromDraft(t *testing.T) {
	draft := map[string]string{"log.md": strings.Replace(logged([3]string{"EV-001", "2026-05-01", "例"})["log.md"], "status: approved", "status: draft", 1)}
	past := &replayed{states: [][]*isms.File{systemOf(t, draft).Files()}}
	s := systemOf(t, logged())
	s.Past = past
	p := s.Population(s.Catalogue.Entry("ISMS-B-13"), date.Date{}, date.Date{})
	if len(p.Gone) != 1 || !p.Gone[0].Draft || p.Since == nil || p.Since.ID != "c1" {
		t.Errorf("gone are %+v since %v, want one row of a draft since c1", p.Gone, p.Since)
	}
}
