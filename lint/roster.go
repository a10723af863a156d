package lint

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// roster is what became of the files of a state that belong to the ISMS, in the
// order of their paths. That of the next state is made from it, so that a
// history costs what changes in it.
type roster struct {
	snapshot *repo.Snapshot
	files    []*isms.File // those that could be read
	results  []*checked   // of the files
	// speaking are the results that a stage of the run has to look at.
	speaking []*checked
	markdown int // number of Markdown files, selected or not
	// unread are files that could not be read; they are tried again.
	unread []*checked
}

// speaks reports whether a stage of the run has to look at a file: it has
// findings, comments that may be directives, or rows in another file.
func (c *checked) speaks() bool {
	return len(c.findings)+len(c.notEvaluated)+len(c.file.Doc.Comments) > 0 || c.file.RowsFile != nil
}

// add takes in a file that comes after those that are there.
func (o *roster) add(c *checked) {
	if c.file == nil {
		o.unread = append(o.unread, c)
		return
	}
	o.files = append(o.files, c.file)
	o.results = append(o.results, c)
	if c.speaks() {
		o.speaking = append(o.speaking, c)
	}
}

// next begins the roster of another state with what is the same, and returns
// the entries that are not. It is empty where that cannot be told.
func (o *roster) next(r *run) (*roster, []repo.Entry) {
	fresh := &roster{snapshot: r.Snapshot}
	if o == nil || len(o.unread) > 0 {
		for _, e := range r.Snapshot.Entries {
			fresh.count(e.Path, 1)
		}
		return fresh, selected(r.Config, r.Snapshot.Entries)
	}
	changed := r.Snapshot.Since(o.snapshot)
	for _, c := range o.speaking {
		if c.beside != "" && slices.Contains(changed, c.beside) {
			changed = append(changed, c.file.Path)
		}
	}
	slices.Sort(changed)
	changed = slices.Compact(changed)
	fresh.markdown = o.markdown
	fresh.files = without(o.files, changed, func(f *isms.File) string { return f.Path })
	fresh.results = without(o.results, changed, pathOf)
	fresh.speaking = without(o.speaking, changed, pathOf)
	var entries []repo.Entry
	for _, path := range changed {
		if _, existed := o.snapshot.Entry(path); existed {
			fresh.count(path, -1)
			if i, found := place(o.results, path); found && o.results[i].id != "" {
				r.Session.keep(contentID{path, o.results[i].id}, o.results[i])
			}
		}
		if e, exists := r.Snapshot.Entry(path); exists {
			fresh.count(path, 1)
			entries = append(entries, e)
		}
	}
	return fresh, selected(r.Config, entries)
}

func (o *roster) count(path string, n int) {
	if IsMarkdown(path) {
		o.markdown += n
	}
}

// insert takes in files, which are in the order of their paths.
func (o *roster) insert(results []*checked) {
	if len(o.files) == 0 {
		for _, c := range results {
			o.add(c)
		}
		return
	}
	for _, c := range results {
		if c.file == nil {
			o.unread = append(o.unread, c)
			continue
		}
		i, _ := place(o.results, c.file.Path)
		o.files = slices.Insert(o.files, i, c.file)
		o.results = slices.Insert(o.results, i, c)
		if c.speaks() {
			i, _ = place(o.speaking, c.file.Path)
			o.speaking = slices.Insert(o.speaking, i, c)
		}
	}
}

func place(results []*checked, path string) (int, bool) {
	return slices.BinarySearchFunc(results, path, func(c *checked, path string) int { return strings.Compare(pathOf(c), path) })
}

func pathOf(c *checked) string { return c.file.Path }

// without returns a new list that lacks the items of some paths. Both lists are
// in the order of the paths.
func without[T any](all []T, paths []string, pathOf func(T) string) []T {
	const room = 4 // for what takes their place
	rest := make([]T, 0, len(all)+room)
	for _, path := range paths {
		i, found := slices.BinarySearchFunc(all, path, func(item T, path string) int { return strings.Compare(pathOf(item), path) })
		rest = append(rest, all[:i]...)
		if found {
			i++
		}
		all = all[i:]
	}
	return append(rest, all...)
}
