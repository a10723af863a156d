package project

import (
	"context"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// pushStep is what a push is judged as a change of.
type pushStep struct {
	// after is the commit that is judged, rules the one whose configuration
	// counts, base the one that the change begins with; "" where there is none.
	after, rules, base string
	// known are states whose findings are not of this push.
	known     []string
	discarded *isms.Discarded
}

// stepOf says what a push is to be compared with; nil when it brings nothing.
func (p *Project) stepOf(ctx context.Context, push Push) (*pushStep, error) {
	switch {
	case push.After == "":
		return deletion(push), nil
	case push.Lost != "" && push.Default:
		s := since(push.After, push.Before)
		s.discarded = &isms.Discarded{Branch: push.Branch, Tip: push.Lost}
		return s, nil
	case push.Before == "" || push.Lost != "":
		return p.besideTrunk(ctx, push)
	}
	grows, err := p.repository.IsAncestor(ctx, push.Before, push.After)
	switch {
	case err != nil:
		return nil, err
	case grows && push.Default:
		return since(push.After, push.Before), nil
	case grows:
		return p.growth(ctx, push)
	case push.Default:
		return p.rewrite(ctx, push)
	}
	return p.besideTrunk(ctx, push)
}

// since is the step from one commit to a later one, by the rules of the first.
func since(after, before string) *pushStep {
	s := &pushStep{after: after, rules: before, base: before}
	if before != "" {
		s.known = []string{before}
	}
	return s
}

// deletion takes nothing away but the branch, so that the state stays the same.
func deletion(push Push) *pushStep {
	if !push.Default || push.Before == "" {
		return nil
	}
	s := since(push.Before, push.Before)
	s.discarded = &isms.Discarded{Branch: push.Branch, Tip: push.Before, Deleted: true}
	return s
}

// rewrite replaces commits of the default branch by others.
func (p *Project) rewrite(ctx context.Context, push Push) (*pushStep, error) {
	lost, err := p.repository.Walk(ctx, []string{push.Before}, []string{push.After})
	if err != nil {
		return nil, err
	}
	s := since(push.After, push.Before)
	s.discarded = &isms.Discarded{Branch: push.Branch, Tip: push.Before, Commits: len(lost)}
	return s, nil
}

// growth adds commits to a branch. What it took over from the default branch
// was judged there; the rules of that state then count for this branch, too.
func (p *Project) growth(ctx context.Context, push Push) (*pushStep, error) {
	s := since(push.After, push.Before)
	if push.Trunk == "" {
		return s, nil
	}
	bases, err := p.repository.MergeBases(ctx, push.Trunk, push.After)
	if err != nil || len(bases) == 0 {
		return s, err
	}
	had, err := p.repository.IsAncestor(ctx, bases[0], push.Before)
	if err == nil && !had {
		s.rules, s.base, s.known = push.Trunk, bases[0], []string{bases[0], push.Before}
	}
	return s, err
}

// besideTrunk is a branch that is new, or made anew: it is judged as what it
// adds to the default branch.
func (p *Project) besideTrunk(ctx context.Context, push Push) (*pushStep, error) {
	s := since(push.After, push.Before)
	if push.Trunk == "" {
		return s, nil
	}
	s.rules, s.base = push.Trunk, ""
	bases, err := p.repository.MergeBases(ctx, push.Trunk, push.After)
	if err != nil {
		return nil, err
	}
	if len(bases) > 0 {
		s.base, s.known = bases[0], append(s.known, bases[0])
		return s, nil
	}
	if reason := p.repository.Incomplete(); !reason.IsZero() {
		return nil, &message.Error{Text: reason}
	}
	return p.unrelated(s)
}

// unrelated is a branch of another origin than the default branch, such as one
// with the pages of a site. It concerns the ISMS only if it holds one.
func (p *Project) unrelated(s *pushStep) (*pushStep, error) {
	folders, err := p.configFolders(s.after)
	if err != nil || len(folders) == 0 {
		return nil, err
	}
	return s, nil
}
