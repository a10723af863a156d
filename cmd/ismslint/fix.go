package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"github.com/google/renameio/v2/maybe"
	"github.com/rogpeppe/go-internal/diff"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

// maxFixRounds bounds how often the ISMS is checked again because fixes that
// touched the same place had to wait for one another.
const maxFixRounds = 5

// fix applies the fixes of active findings to the working tree and returns the
// report on what is left.
func (a *app) fix(ctx context.Context, j *job, r *lint.Report) (*lint.Report, error) {
	applied, files := 0, map[string]bool{}
	for range maxFixRounds {
		changes := fixedFiles(r)
		if len(changes) == 0 {
			break
		}
		for _, c := range changes {
			if err := c.write(j.project.Root); err != nil {
				return nil, err
			}
			applied += c.applied
			files[c.path] = true
		}
		var err error
		if j.options.Snapshot, err = j.project.Worktree(); err != nil {
			return nil, err
		}
		if r, err = lint.Run(ctx, j.options); err != nil {
			return nil, err
		}
	}
	if applied > 0 {
		j.notes = append(j.notes, message.Textf("%[2]d 件のファイルで %[1]d 箇所を直しました。git diff で内容を確認してください",
			"mended %d places in %d files; look at them with git diff", applied, len(files)))
	}
	return r, nil
}

// printDiff prints what fix would change, as a unified diff.
func (a *app) printDiff(j *job, r *lint.Report) error {
	changes := fixedFiles(r)
	for _, c := range changes {
		if _, err := a.stdout.Write(diff.Diff("a/"+c.path, c.before, "b/"+c.path, c.after)); err != nil {
			return err
		}
	}
	if len(changes) > 0 {
		return &exitError{code: exitFindings}
	}
	return nil
}

// change is a file before and after its fixes.
type change struct {
	path          string
	before, after []byte
	applied       int
}

// fixedFiles applies the fixes of a report to the texts that it was made from,
// in the order of the paths.
func fixedFiles(r *lint.Report) []change {
	fixes := map[string][]*lint.Fix{}
	var paths []string
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Fix == nil || !f.Active() || r.Sources[f.File] == nil {
			continue
		}
		if fixes[f.File] == nil {
			paths = append(paths, f.File)
		}
		fixes[f.File] = append(fixes[f.File], f.Fix)
	}
	slices.Sort(paths)
	var out []change
	for _, p := range paths {
		before := r.Sources[p].Bytes
		done := lint.ApplyFixes(before, fixes[p])
		if string(done.Text) != string(before) {
			out = append(out, change{p, before, done.Text, done.Applied})
		}
	}
	return out
}

// write replaces the file on disk, unless it was changed since it was checked.
func (c change) write(root string) error {
	name := filepath.Join(root, filepath.FromSlash(c.path))
	info, err := os.Lstat(name)
	if err != nil {
		return err
	}
	now, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || string(now) != string(c.before) {
		return message.Errorf("「%s」は検査の途中で変更されたため、修正を書き込みませんでした。もう一度実行してください",
			"%q changed while it was checked, so nothing was written; run again", c.path)
	}
	return maybe.WriteFile(name, c.after, info.Mode().Perm())
}
