package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/scaffold"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

func (a *app) showPopulationCommand(f *showFlags) *cobra.Command {
	var from, to string
	c := &cobra.Command{
		Use: "population FORM [PATH…]", Short: "List all records or rows of a form between two days, with what is missing",
		Long: `population lists every record of a form, or every row of a register, from one day
to another: what an auditor samples from. Each comes with the commit that
brought it and its day. Below stand the total, the numbers that are missing, and
the records and rows that the history held once and that are gone, with those
whose number was given to another. What is gone, or has no day, is listed
whatever the days.

FORM is a number (ISMS-B-24, B-24, b24), a title, or the letters of an id (CAR).`,
		Example: `  ismslint show population CAR --from 2026-04-01 --to 2027-03-31
  ismslint show population ISMS-B-13 --format csv > events.csv`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			first, err := dayFlag("from", from)
			if err != nil {
				return err
			}
			last, err := dayFlag("to", to)
			if err != nil {
				return err
			}
			if !first.IsZero() && !last.IsZero() && last.Before(first) {
				return usageError(message.Errorf("--from（%[1]s）が --to（%[2]s）より後です。順序を確認してください",
					"--from %[1]s is after --to %[2]s, expected the earlier day first", first, last))
			}
			set, err := schema.Load()
			if err != nil {
				return err
			}
			return a.show(cmd.Context(), f, args[1:], func(s *isms.System) (*report.View, error) {
				e, err := populationForm(s, set, args[0])
				if err != nil {
					return nil, err
				}
				return populationView(s, s.Population(e, first, last), first, last), nil
			})
		},
	}
	c.Flags().StringVar(&from, "from", "", "first day, as 2026-04-01 (default: from the beginning)")
	c.Flags().StringVar(&to, "to", "", "last day, as 2027-03-31 (default: to the end)")
	return c
}

// dayFlag reads a day, which may be left out.
func dayFlag(name, text string) (date.Date, error) {
	if text == "" {
		return date.Date{}, nil
	}
	day, format, ok := date.Parse(text)
	if !ok || day.IsZero() || format != date.ISO {
		return date.Date{}, usageError(message.Errorf("--%[1]s の値 %[2]q は日付ではありません。2026-11-21 の形で指定してください",
			"the value %[2]q of --%[1]s is not a date; write it as 2026-11-21", name, text))
	}
	return day, nil
}

// populationForm finds a form that has records or rows.
func populationForm(s *isms.System, set *schema.Set, text string) (*isms.Entry, error) {
	e, err := scaffold.Resolve(s, set, text)
	if err != nil {
		return nil, usageError(err)
	}
	form, err := set.Form(e.Form)
	if err != nil {
		return nil, err
	}
	if !e.Records && form == nil {
		return nil, usageError(message.Errorf("「%s」は、記録や表の行を集める文書ではありません。様式集にある記録や台帳を指定してください",
			"%q holds neither records nor rows of a register; name a form that does", e.Number))
	}
	return e, nil
}

// populationView lists the units, then what is missing among them.
func populationView(s *isms.System, p *isms.Population, from, to date.Date) *report.View {
	t := report.Table{Key: "population", Columns: []report.Column{
		{Key: "id", Title: words("番号", "ID")},
		{Key: "kind", Title: words("種類", "Kind")},
		{Key: "title", Title: words("件名", "Title"), Long: true},
		{Key: "date", Title: words("日付", "Date")},
		{Key: "responsible", Title: words("担当", "Responsible"), Long: true},
		{Key: "status", Title: words("状態", "Status")},
		{Key: "recorded", Title: words("登録日", "Recorded")},
		{Key: "commit", Title: words("登録したコミット", "Recorded in")},
		{Key: "path", Title: words("ファイル", "Path"), Long: true},
		{Key: "line", Title: words("行", "Line"), Right: true},
	}}
	lines := unitLines{}
	for i := range p.Units {
		u := &p.Units[i]
		recorded := report.TextCell("")
		if u.First != nil {
			recorded = approvedOnCell(u.First.Day)
		}
		t.Rows = append(t.Rows, []report.Cell{
			report.TextCell(u.ID), unitKind(u), report.TextCell(u.Title), approvedOnCell(u.Day), report.TextCell(personName(s, u.Responsible)), unitStatus(u),
			recorded, proofCell(u.First), report.TextCell(u.Path), report.NumberCell(lines.of(u)),
		})
	}
	missing := missingTable(p)
	view := &report.View{Name: "population", Tables: []report.Table{t}}
	if len(missing.Rows) > 0 {
		view.Tables = append(view.Tables, missing)
	}
	view.Notes = populationNotes(p, from, to)
	return view
}

// missingTable lists the gaps in the numbers and what is gone.
func missingTable(p *isms.Population) report.Table {
	t := report.Table{Key: "missing", Title: words("欠けている番号", "Missing"), Columns: []report.Column{
		{Key: "id", Title: words("番号", "ID")},
		{Key: "reason", Title: words("理由", "Why")},
		{Key: "title", Title: words("件名", "Title"), Long: true},
		{Key: "date", Title: words("日付", "Date")},
		{Key: "day", Title: words("削除日", "Removed")},
		{Key: "commit", Title: words("削除したコミット", "Removed in")},
		{Key: "path", Title: words("ファイル", "Path"), Long: true},
	}}
	for _, g := range p.Gaps {
		id := g.First
		if g.Last != g.First {
			id += "–" + g.Last
		}
		reason := report.Cell{Text: words("番号が飛んでいる", "gap in the numbers"), Value: "gap", Tone: report.Notable}
		t.Rows = append(t.Rows, []report.Cell{report.TextCell(id), reason, {}, {}, {}, {}, {}})
	}
	for _, g := range p.Gone {
		removed := report.TextCell("")
		if g.Commit != nil {
			removed = approvedOnCell(g.Commit.Day)
		}
		t.Rows = append(t.Rows, []report.Cell{
			report.TextCell(g.ID), goneCell(&g), report.TextCell(g.Title), approvedOnCell(g.Day), removed, proofCell(g.Commit), report.TextCell(g.Path),
		})
	}
	return t
}

// goneCell says what became of a record or row that is gone.
func goneCell(g *isms.GoneUnit) report.Cell {
	switch {
	case g.Reused:
		return report.Cell{Text: words("削除され、番号が別のものに使われている", "removed, number given to another"), Value: "reused", Tone: report.Bad}
	case g.Draft:
		return report.Cell{Text: words("承認前に削除された", "removed from a draft"), Value: "draft", Tone: report.Notable}
	}
	return report.Cell{Text: words("削除された", "removed"), Value: "removed", Tone: report.Bad}
}

// periodOf says which days a population is of, and how many it leaves out.
func periodOf(p *isms.Population, from, to date.Date) message.Text {
	switch {
	case from.IsZero() && to.IsZero():
		return message.Text{JA: "全期間", EN: "of all days"}
	case from.IsZero():
		return message.Textf("%[1]s まで、ほかの期間のもの %[2]d 件", "up to %[1]s; %[2]d of other days", to, p.Outside)
	case to.IsZero():
		return message.Textf("%[1]s から、ほかの期間のもの %[2]d 件", "from %[1]s on; %[2]d of other days", from, p.Outside)
	}
	return message.Textf("%[1]s から %[2]s まで、ほかの期間のもの %[3]d 件", "from %[1]s to %[2]s; %[3]d of other days", from, to, p.Outside)
}

func populationNotes(p *isms.Population, from, to date.Date) []message.Text {
	notes := []message.Text{message.Textf("%[1]s %[2]s: %[3]d 件（%[4]s）", "%[1]s %[5]s: %[3]d %[4]s",
		p.Entry.Number, p.Entry.Title, len(p.Units), periodOf(p, from, to), title(p.Entry))}
	if p.Undated > 0 {
		notes = append(notes, message.Textf("日付のないもの %d 件は、期間にかかわらず含めています", "%d without a day are listed whatever the days", p.Undated))
	}
	return append(notes, completenessNotes(p)...)
}

// completenessNotes says what can be relied on where nothing is missing, and
// why nothing can.
func completenessNotes(p *isms.Population) []message.Text {
	var notes []message.Text
	if p.Numbered && len(p.Gaps) == 0 {
		notes = append(notes, message.Textf("番号の飛びはありません", "the numbers have no gap"))
	}
	switch {
	case !p.Unsure.IsZero():
		notes = append(notes, message.Textf("登録したコミットと、削除された記録や行は、履歴から確認できません: %s", "the history could not be asked for commits and for records and rows that were removed: %s", p.Unsure))
	case p.Since == nil:
		notes = append(notes, message.Textf("まだ何もコミットされていないため、削除された記録や行があるかどうかは分かりません", "nothing of it was committed yet, so that it cannot be told whether records or rows were removed"))
	case len(p.Gone) == 0:
		notes = append(notes, message.Textf("最初に登録されたコミット %[1]s（%[2]s）以降、削除されたままの記録や行はありません",
			"no record or row is gone of those that were committed since the first (%[1]s of %[2]s)", p.Since.Name(), p.Since.Day))
	default:
		notes = append(notes, message.Textf("履歴にあった記録や行のうち %d 件が削除されたままです", "%d of the records and rows that the history held are gone", len(p.Gone)))
	}
	return notes
}

// unitKind tells records from rows, and the rows of one table from those of
// another.
func unitKind(u *isms.Unit) report.Cell {
	if u.Row == nil {
		return report.Cell{Text: words("記録", "record"), Value: schema.RecordTable}
	}
	return report.Cell{Text: u.Row.Table.Schema.Title, Value: u.Row.Table.Name}
}

// unitStatus shows the state of a record, or what a row says of its own.
func unitStatus(u *isms.Unit) report.Cell {
	if u.Row == nil {
		return statusCell(u.File.Meta.Status)
	}
	for _, name := range []string{"status", "result", "evaluation"} {
		if v := u.Row.Value(name); !v.None() {
			return choiceCell(u.Row.Table.Schema.Column(name), strings.Join(strings.Fields(v.Text), " "))
		}
	}
	return report.TextCell("")
}

// personName gives the name of a person who is named by id.
func personName(s *isms.System, text string) string {
	if p := s.People.Find(text); p != nil && p.Name != "" {
		return p.Name
	}
	return text
}

// unitLines finds the lines of units, by file.
type unitLines map[string]*source.Text

func (l unitLines) of(u *isms.Unit) int {
	text := l[u.Path]
	if text == nil {
		src := u.File.Doc.Source
		if r := u.File.RowsFile; r != nil && r.Path == u.Path {
			src = r.Source
		}
		text = source.NewText(src)
		l[u.Path] = text
	}
	return text.Position(u.Span.Start).Line
}
