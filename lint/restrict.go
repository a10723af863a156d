package lint

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/repo"
)

// restrict drops findings that do not concern the files asked for. A finding
// about the ISMS as a whole is kept only when nothing is restricted, unless
// one of its related places is in a file asked for.
func (r *run) restrict() {
	if r.Restrict == nil {
		return
	}
	v := r.newView()
	r.findings = slices.DeleteFunc(r.findings, func(f Finding) bool {
		return !v.shows(f.File) && !slices.ContainsFunc(f.Related, func(rel Related) bool { return r.Restrict(rel.File) })
	})
	r.notEvaluated = slices.DeleteFunc(r.notEvaluated, func(n NotEvaluated) bool {
		return n.File != "" && !v.shows(n.File)
	})
}

// view is what is reported on: the files asked for, and with each of them the
// statements of approval about it, or what it is a statement about. A
// statement and its signature are one.
type view struct {
	*run
	// asked are the numbers of the documents asked for, stated those that the
	// statements asked for are about.
	asked, stated map[string]bool
}

func (r *run) newView() *view {
	v := &view{run: r, asked: map[string]bool{}, stated: map[string]bool{}}
	for _, f := range r.files {
		if r.Restrict(f.Path) {
			v.asked[f.ID()] = true
		}
	}
	v.asked[config.FileName] = r.Restrict(config.FileName)
	v.addStated(r.Snapshot)
	if r.Before != nil && r.Before.Snapshot != nil { // what was removed is known there
		v.addStated(r.Before.Snapshot)
	}
	return v
}

func (v *view) addStated(s *repo.Snapshot) {
	for _, e := range statementEntries(s) {
		if v.asksFor(e.Path) {
			v.stated[numberStated(s, e)] = true
		}
	}
}

// asksFor reports whether a statement or its signature is asked for.
func (v *view) asksFor(path string) bool {
	return v.Restrict(path) || v.Restrict(path+approval.SignatureSuffix)
}

// shows reports whether a file is reported on.
func (v *view) shows(path string) bool {
	switch {
	case v.Restrict(path):
		return true
	case path == config.FileName:
		return v.stated[path]
	case approval.IsStatement(path):
		return v.asksFor(path) || v.asked[v.numberOf(path)]
	}
	c := v.at(path)
	return c != nil && v.stated[c.file.ID()]
}

// numberOf returns what a statement of this state, or of the one before, is about.
func (v *view) numberOf(path string) string {
	if e, found := v.Snapshot.Entry(path); found {
		return numberStated(v.Snapshot, e)
	}
	if v.Before != nil && v.Before.Snapshot != nil {
		if e, found := v.Before.Snapshot.Entry(path); found {
			return numberStated(v.Before.Snapshot, e)
		}
	}
	return ""
}

// numberStated returns what a statement is about. One that cannot be read is
// about the number that its folder is named after.
func numberStated(s *repo.Snapshot, e repo.Entry) string {
	src, err := s.Read(e, approval.MaxSize)
	if err == nil {
		if statement, err := approval.Parse(src); err == nil {
			return statement.Number
		}
	}
	folder, _, _ := strings.Cut(strings.TrimPrefix(e.Path, approvalFolder), "/")
	return folder
}
