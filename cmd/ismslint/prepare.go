package main

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/cache"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// job is one check that is ready to run.
type job struct {
	dir     string // the current folder
	project *project.Project
	config  *config.Config
	options lint.Options
	// branch is set when the state is judged as a branch of another one.
	branch *project.Branch
	notes  []message.Text
	facts  *cache.Log // nil where nothing is kept of the files
}

// close keeps what was read of the files for the next check.
func (j *job) close() {
	if j.facts != nil {
		j.facts.Trim()
		_ = j.facts.Close() // results are right without a cache
	}
}

// prepare finds the ISMS, takes the snapshot that the flags ask for and reads
// its configuration and baseline.
func (a *app) prepare(ctx context.Context, f checkFlags, args []string) (*job, error) {
	set, err := schema.Load()
	if err != nil {
		return nil, err
	}
	go set.Compile()
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	paths, fromStdin, err := stdinArgument(f, args)
	if err != nil {
		return nil, err
	}
	search := paths
	if fromStdin {
		search = []string{filepath.Dir(f.stdinFilename)}
	}
	p, err := project.Find(dir, search, a.getenv)
	if err != nil {
		return nil, err
	}
	j := &job{project: p, dir: dir}
	j.options.Schemas = set
	if err := a.takeSnapshot(j, f, dir, paths, fromStdin); err != nil {
		return nil, err
	}
	if f.mergeBase != "" {
		if j.branch, err = p.Branch(ctx, f.mergeBase, f.rev); err != nil {
			return nil, err
		}
	}
	if err := a.loadProject(j, f, dir); err != nil {
		return nil, err
	}
	if err := j.addHistory(ctx); err != nil {
		return nil, err
	}
	return j, a.openFacts(j, f.cache)
}

// addHistory completes the options by what the history says.
func (j *job) addHistory(ctx context.Context) error {
	if j.branch == nil {
		return j.project.AddHistory(ctx, &j.options)
	}
	own, err := project.Config(j.options.Snapshot, j.options.Schemas, rules.All())
	if err != nil {
		return err
	}
	return j.project.AddBranch(ctx, &j.options, j.branch, own)
}

// run checks the state, and leaves out what the branch is not responsible for.
func (j *job) run(ctx context.Context) (*lint.Report, error) {
	r, err := lint.Run(ctx, j.options)
	if err != nil || j.branch == nil {
		return r, err
	}
	if project.HasConfig(j.options.Snapshot) && !project.HasConfig(j.branch.Before) && !project.HasConfig(j.branch.Rules) {
		return r, nil // the branch brings the ISMS, and answers for all that is in it
	}
	before := j.options
	// What the base lacked of evidence is not this branch's doing.
	before.Snapshot, before.Before, before.Past, before.Restrict = j.branch.Before, nil, j.options.Before.Past, nil
	base, err := lint.Run(ctx, before)
	if err != nil {
		return nil, err
	}
	r.Without(base)
	return r, nil
}

func stdinArgument(f checkFlags, args []string) (paths []string, fromStdin bool, err error) {
	for _, arg := range args {
		if arg == "-" {
			fromStdin = true
		} else {
			paths = append(paths, arg)
		}
	}
	switch {
	case fromStdin && (f.stdinFilename == "" || len(paths) > 0):
		return nil, false, usageError(message.Errorf(
			"標準入力を調べるには「-」だけを指定し、--stdin-filename でその文書のパスを示してください",
			"to check standard input, give only - and say with --stdin-filename which path it stands for"))
	case !fromStdin && f.stdinFilename != "":
		return nil, false, usageError(message.Errorf(
			"--stdin-filename は「-」と一緒に使います", "--stdin-filename goes with -"))
	}
	return paths, fromStdin, nil
}

// takeSnapshot reads the state that is meant and sets what is reported on.
func (a *app) takeSnapshot(j *job, f checkFlags, dir string, paths []string, fromStdin bool) error {
	var err error
	o := &j.options
	switch {
	case f.staged:
		var changed []string
		if o.Snapshot, changed, err = j.project.Staged(); err != nil {
			return err
		}
		o.Restrict = restrictStaged(o.Snapshot, changed)
	case f.rev != "":
		o.Snapshot, err = j.project.Commit(f.rev)
	default:
		o.Snapshot, err = j.project.Worktree()
	}
	if err != nil {
		return err
	}
	if fromStdin {
		return a.overlayStdin(j, dir, f.stdinFilename)
	}
	if len(paths) > 0 {
		only, err := restrictPaths(j.project, dir, paths)
		if err != nil {
			return err
		}
		if only != nil {
			o.Restrict = both(o.Restrict, only)
		}
	}
	return nil
}

func (a *app) overlayStdin(j *job, dir, name string) error {
	rel, ok := j.project.Relative(dir, name)
	if !ok {
		return usageError(message.Errorf("「%s」はこのISMSのフォルダの外にあります", "%q is outside the folder of the ISMS", name))
	}
	src, err := io.ReadAll(io.LimitReader(a.stdin, document.MaxSize+1))
	if err != nil {
		return err
	}
	j.options.Snapshot = repo.Overlay(j.options.Snapshot, rel, src)
	j.options.Restrict = func(p string) bool { return p == rel }
	return nil
}

// loadProject reads configuration and baseline and completes the options.
func (a *app) loadProject(j *job, f checkFlags, dir string) error {
	std, err := standard.Load()
	if err != nil {
		return err
	}
	o := &j.options
	// A branch cannot set the rules that it is judged by.
	rulesFrom := o.Snapshot
	if j.branch != nil && (project.HasConfig(j.branch.Rules) || !project.HasConfig(o.Snapshot)) {
		rulesFrom = j.branch.Rules
		o.Keys = rulesFrom
	}
	if a.config, err = project.Config(rulesFrom, o.Schemas, rules.All()); err != nil {
		return err
	}
	j.config = a.config
	if j.config.Path == "" {
		j.notes = append(j.notes, project.NoConfiguration)
	}
	o.Config, o.Standard, o.Rules, o.Prefix = j.config, std, rules.All(), j.project.Prefix
	if o.Baseline, err = a.readBaseline(j, rulesFrom, f, dir); err != nil {
		return err
	}
	o.AsOf = project.Day(o.Snapshot, j.config, a.now())
	o.Today = project.Day(&repo.Snapshot{}, j.config, a.now())
	if f.asOf != "" {
		day, format, ok := date.Parse(f.asOf)
		if !ok || day.IsZero() || format != date.ISO {
			return usageError(message.Errorf("--as-of の値 %q は日付ではありません。2026-11-21 の形で指定してください",
				"the value %q of --as-of is not a date; write it as 2026-11-21", f.asOf))
		}
		o.AsOf = day
	}
	return nil
}

func (a *app) readBaseline(j *job, state *repo.Snapshot, f checkFlags, dir string) (*lint.Baseline, error) {
	switch {
	case f.noBaseline:
		return nil, nil
	case f.baseline == "":
		return project.Baseline(state)
	}
	name := f.baseline
	if !filepath.IsAbs(name) {
		name = filepath.Join(dir, name)
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, usageError(message.Wrap(err, "ベースライン「%s」を読み込めません", "cannot read the baseline %q", f.baseline))
	}
	path := f.baseline
	if rel, ok := j.project.Relative(dir, f.baseline); ok {
		path = rel
	}
	return project.ParseBaseline(path, src)
}
