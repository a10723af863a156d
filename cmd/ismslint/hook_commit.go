package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/schema"
)

// hookCommit checks what is staged in each ISMS that the commit touches, and
// ends with the gravest exit code.
func (a *app) hookCommit(ctx context.Context, folder string, failOn lint.Severity) error {
	p, err := project.Find(".", nil, a.getenv)
	if err != nil {
		return err
	}
	touched, err := p.Touched(folder)
	if err != nil {
		return err
	}
	code := exitClean
	for _, own := range touched {
		err := a.checkStaged(ctx, own, len(touched) > 1, failOn)
		var exit *exitError
		switch {
		case errors.As(err, &exit) && exit.cause == nil:
			code = max(code, exit.code)
		case err != nil && own.Prefix != "":
			return message.Wrap(err, "ISMS「%s」を検査できません", "cannot check the ISMS %q", "./"+own.Prefix)
		case err != nil:
			return err
		}
	}
	if code != exitClean {
		return &exitError{code: code}
	}
	return nil
}

// checkStaged reports on what is staged in one ISMS.
func (a *app) checkStaged(ctx context.Context, p *project.Project, several bool, failOn lint.Severity) error {
	j, err := a.prepareStaged(ctx, p)
	if err != nil {
		return err
	}
	defer j.close()
	r, err := j.run(ctx)
	if err != nil {
		return err
	}
	r.Notes = append(r.Notes, j.notes...)
	o := a.reportOptions()
	o.FailOn = failOn
	o.Path = func(file string) string { return p.PathFrom(j.dir, file) }
	if several {
		heading := message.Textf("ISMS「%s」でコミットしようとしているもの:", "what is staged in the ISMS %q:", "./"+p.Prefix)
		fmt.Fprintf(a.stdout, "ismslint: %s\n", printable(heading.In(o.Language)))
	}
	if err := report.Write(a.stdout, report.Text, r, o); err != nil {
		return err
	}
	return verdict(r, failOn)
}

// prepareStaged takes the snapshot of what is staged in an ISMS and reads its
// configuration, baseline and history.
func (a *app) prepareStaged(ctx context.Context, p *project.Project) (*job, error) {
	set, err := schema.Load()
	if err != nil {
		return nil, err
	}
	go set.Compile()
	j := &job{project: p}
	if j.dir, err = os.Getwd(); err != nil {
		return nil, err
	}
	j.options.Schemas = set
	f := checkFlags{staged: true}
	if err := a.takeSnapshot(j, f, j.dir, nil, false); err != nil {
		return nil, err
	}
	if err := a.loadProject(j, f, j.dir); err != nil {
		return nil, err
	}
	if err := j.addHistory(ctx); err != nil {
		return nil, err
	}
	return j, a.openFacts(j, f.cache)
}
