package demo

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"
	"time"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/scaffold"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// world is the ISMS as it grows. The first error stays and ends everything
// that follows, so that the story reads without them.
type world struct {
	o      Options
	git    *repository
	texts  *texts
	std    *standard.Standard
	set    *schema.Set
	zone   *time.Location
	order  []string
	people map[string]*person

	manager string // the part of who is ISMS manager
	edition standard.Edition

	start   date.Date // the first day of the first month
	clock   time.Time
	first   date.Date
	commits int

	files map[string]string // content by path
	paths map[string]string // path by number or record
	fresh map[string]string // the documents of the 2022 edition as a new ISMS has them
	dirty map[string]bool

	builder *isms.Builder
	parser  *document.Parser
	config  string // what the builder was made for

	err error
}

func newWorld(o Options, r *repository) (*world, error) {
	std, err := standard.Load()
	if err != nil {
		return nil, err
	}
	set, err := schema.Load()
	if err != nil {
		return nil, err
	}
	w := &world{
		o: o, git: r, std: std, set: set, manager: founder, edition: standard.Edition2013,
		files: map[string]string{}, paths: map[string]string{}, fresh: map[string]string{}, dirty: map[string]bool{},
		parser: document.NewParser(), zone: time.FixedZone("", 0),
	}
	if o.Language == message.Japanese {
		const nineHours = 9 * 60 * 60
		w.zone = time.FixedZone("", nineHours)
	}
	until := o.Until
	until.Day = 1
	w.start = until.AddMonths(1 - months)
	w.order, w.people = cast(o.Language)
	if w.texts, err = newTexts(o.Language, template.FuncMap{"name": w.name, "id": w.id, "key": w.public, "controls": w.controls}); err != nil {
		return nil, err
	}
	if err := r.init(KeyFolder); err != nil {
		return nil, err
	}
	note, err := w.texts.piece("keys", w.values(nil))
	if err != nil {
		return nil, err
	}
	return w, makeKeys(filepath.Join(r.dir, KeyFolder), w.order, w.people, note+"\n")
}

// name, id and public say of a part who plays it.
func (w *world) name(part string) string   { return w.people[w.part(part)].name }
func (w *world) id(part string) string     { return w.people[w.part(part)].id }
func (w *world) public(part string) string { return w.people[w.part(part)].public }

// part resolves "manager" to who is the ISMS manager.
func (w *world) part(part string) string {
	if part == "manager" {
		return w.manager
	}
	return part
}

func (w *world) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// on moves the clock to the morning of a day, or of the next working day. It
// never goes back.
func (w *world) on(d date.Date) {
	const open, minutes = 9, 30
	t := time.Date(d.Year, d.Month, d.Day, open, minutes, 0, 0, w.zone)
	for t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		t = t.AddDate(0, 0, 1)
	}
	if t.After(w.clock) {
		w.clock = t
	}
}

func (w *world) today() date.Date { return date.Of(w.clock) }

// day is a day of a month of the history, counted from 0.
func (w *world) day(month, day int) date.Date {
	d := w.start.AddMonths(month)
	d.Day = day
	return d
}

// fiscalYear is the business year of a day, from April to March.
func fiscalYear(d date.Date) int { return d.AddMonths(-3).Year }

// values completes what a piece may use by what every piece may.
func (w *world) values(more values) values {
	v := values{"edition": string(w.edition), "organization": organization(w.o.Language), "manager": w.manager}
	if !w.clock.IsZero() {
		d := w.today()
		v["day"], v["year"], v["month"], v["fy"] = d, d.Year, monthOf(d), fiscalYear(d)
		v["nextYear"] = d.Year + 1
		v["nextMonth"] = monthOf(d.AddMonths(1))
		v["lastMonth"] = monthOf(d.AddMonths(-1))
	}
	for key, value := range more {
		v[key] = value
	}
	return v
}

func monthOf(d date.Date) string { return fmt.Sprintf("%04d-%02d", d.Year, int(d.Month)) }

func organization(lang message.Language) string {
	return message.Text{JA: "株式会社はるかぜ工房", EN: "Breeze Works Ltd"}.In(lang)
}

func (w *world) text(name string, more values) string {
	if w.err != nil {
		return ""
	}
	s, err := w.texts.piece(name, w.values(more))
	if err != nil {
		w.fail(fmt.Errorf("piece %q: %w", name, err))
	}
	return s
}

// put sets the content of a file.
func (w *world) put(path, content string) {
	if w.files[path] == content {
		return
	}
	w.files[path], w.dirty[path] = content, true
	for _, key := range []string{"record", "number"} {
		if id := field(content, key); id != "" && strings.HasPrefix(content, "---") {
			w.paths[id] = path
			break
		}
	}
}

// edit changes a document or record.
func (w *world) edit(id string, change func(s string) string) {
	path, ok := w.paths[id]
	if !ok {
		w.fail(fmt.Errorf("there is no document %q", id))
		return
	}
	w.put(path, change(w.files[path]))
}

// row adds the rows of a piece to the table of a section.
func (w *world) row(id, heading, piece string, more values) {
	rows := w.text(piece, more)
	w.edit(id, func(s string) string {
		out, ok := addRow(s, heading, rows)
		if !ok {
			w.fail(fmt.Errorf("%s has no table in section %q", id, heading))
		}
		return out
	})
}

// cells changes cells of the rows whose key begins with a text.
func (w *world) cells(id, heading, key string, cells map[int]string) {
	w.edit(id, func(s string) string {
		out, ok := setCells(s, heading, key, cells)
		if !ok {
			w.fail(fmt.Errorf("%s has no row %q in section %q", id, key, heading))
		}
		return out
	})
}

// record writes a record from a piece.
func (w *world) record(form, id, piece string, more values) {
	v := values{"record": id}
	for key, value := range more {
		v[key] = value
	}
	w.put("records/"+form+"/"+id+".md", w.text(piece, v)+"\n")
}

// commit writes what changed and commits it as one person, with the piece as
// message.
func (w *world) commit(by, piece string, more values) {
	text := w.text("commit-"+piece, more)
	if w.err != nil {
		return
	}
	if err := w.write(); err != nil {
		w.fail(err)
		return
	}
	w.tick()
	w.fail(w.git.commit(w.people[w.part(by)], w.clock, text))
}

// tick lets some minutes pass before a commit.
func (w *world) tick() {
	const pause = 7 * time.Minute
	w.clock = w.clock.Add(pause)
	if w.commits++; w.commits == 1 {
		w.first = w.today()
	}
}

// branch does work on a new branch, which merge brings in.
func (w *world) branch(name string, work func()) {
	if w.err == nil {
		w.fail(w.git.run(nil, "checkout", "-q", "-b", name))
	}
	work()
}

// merge brings a branch into main, by a person and with the piece as message.
func (w *world) merge(by, name, piece string, more values) {
	text := w.text("commit-"+piece, more)
	if w.err != nil {
		return
	}
	w.tick()
	if w.fail(w.git.run(nil, "checkout", "-q", "main")); w.err == nil {
		w.fail(w.git.merge(w.people[w.part(by)], w.clock, name, text))
	}
}

func (w *world) write() error {
	var paths []string
	for path := range w.dirty {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	for _, path := range paths {
		name := filepath.Join(w.git.dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(w.files[path]), 0o666); err != nil {
			return message.Wrap(err, "%q に書き込めません", "cannot write %q", path)
		}
	}
	w.dirty = map[string]bool{}
	return nil
}

// templates returns the documents of a new ISMS as they are drafted today.
func (w *world) templates() []scaffold.File {
	files, err := scaffold.Files(scaffold.Options{
		Language: w.o.Language, Organization: organization(w.o.Language), Date: w.today(),
		President: w.name(president), Manager: w.name(founder), Secretariat: w.name(secretariat), ChiefAuditor: w.name(chief),
	})
	if err != nil {
		w.fail(err)
	}
	return files
}

// organizationNow reads the configuration as it is now.
func (w *world) organizationNow() *isms.Builder {
	src := w.files[config.FileName]
	if w.builder == nil || w.config != src {
		c, problems := config.Parse(config.FileName, []byte(src), w.set)
		if len(problems) > 0 {
			w.fail(fmt.Errorf("%s: %s", config.FileName, problems[0].Message.EN))
		}
		w.builder, w.config = isms.NewBuilder(c, w.set, w.std), src
	}
	return w.builder
}

// settle leaves the repository ready for work.
func (w *world) settle() {
	p := w.people[secretariat]
	for _, args := range [][]string{
		{"config", "user.name", p.name}, {"config", "user.email", p.email},
		{"config", "user.signingkey", p.key}, {"config", "commit.gpgsign", "true"},
	} {
		if w.err == nil {
			w.fail(w.git.run(nil, args...))
		}
	}
}
