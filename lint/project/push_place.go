package project

import (
	"context"
	"maps"
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/repo"
)

// place is where an ISMS is, and where it was before a push; the two differ
// where the push moves its folder.
type place struct{ prefix, from string }

// places are those of every ISMS that there is before a push or after it. One
// that a push adds takes nothing over from those that there were: their
// documents are judged with them, wherever else a configuration lies. Without
// any configuration the ISMS is the whole repository.
func (p *Project) places(step *pushStep, folder string) ([]place, error) {
	if folder != "" { // a hook that names a folder does not follow one that moves
		return []place{{folder + "/", folder + "/"}}, nil
	}
	var had, has []string
	var err error
	if step.rules != "" {
		if had, err = p.configFolders(step.rules); err != nil {
			return nil, err
		}
	}
	if has, err = p.configFolders(step.after); err != nil {
		return nil, err
	}
	moved, err := p.moves(step, had, has)
	if err != nil {
		return nil, err
	}
	left := slices.Collect(maps.Values(moved))
	prefixes := append(slices.DeleteFunc(had, func(f string) bool { return slices.Contains(left, f) }), has...)
	if len(prefixes) == 0 {
		prefixes = []string{""}
	}
	slices.Sort(prefixes)
	var all []place
	for _, prefix := range slices.Compact(prefixes) {
		from, isMoved := moved[prefix]
		if !isMoved {
			from = prefix
		}
		all = append(all, place{prefix, from})
	}
	return all, nil
}

// moves returns the folders that a push moves an ISMS from, by the ones that
// it moves them to. A folder is moved where its configuration goes and another
// one comes with most of its documents at the same places in it. Taking too
// much for a move excuses nothing: the rules of before then count for more.
func (p *Project) moves(step *pushStep, had, has []string) (map[string]string, error) {
	moved := map[string]string{}
	if step.base == "" {
		return moved, nil
	}
	for _, from := range had {
		if slices.Contains(has, from) {
			continue
		}
		before, err := p.in(from).stateOf(step.base)
		if err != nil {
			return nil, err
		}
		best, to := 0, ""
		for _, folder := range has {
			if _, taken := moved[folder]; taken || slices.Contains(had, folder) {
				continue
			}
			after, err := p.in(folder).stateOf(step.after)
			if err != nil {
				return nil, err
			}
			if n := likeness(before, after); n > best {
				best, to = n, folder
			}
		}
		if best > 0 {
			moved[to] = from
		}
	}
	return moved, nil
}

// likeness says how much two states are the same, 0 where less than half of the
// documents of the first are at the same places in the second. Those that are
// unchanged count double.
func likeness(before, after *repo.Snapshot) int {
	documents, here, n := 0, 0, 0
	for _, e := range before.Entries {
		if !lint.IsMarkdown(e.Path) {
			continue
		}
		documents++
		there, found := at(after, e.Path)
		if !found {
			continue
		}
		here++
		n++
		if there.ID == e.ID {
			n++
		}
	}
	if 2*here < documents {
		return 0
	}
	return n
}

// in is the ISMS of another folder of the repository.
func (p *Project) in(prefix string) *Project {
	other := *p
	other.Prefix = prefix
	return &other
}

// addMoved completes the state that the push builds on by what the history
// says of the folder that the ISMS is moved from.
func (j *pushJudgement) addMoved(ctx context.Context, b *Branch) error {
	if j.from == j.Prefix {
		return nil
	}
	before := j.options.Before
	reader := j.in(j.from).reader(&j.options)
	before.Past = history.NewPast(ctx, reader, j.base)
	earlier, err := reader.Recorded(ctx, j.after, b.without())
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for _, c := range earlier {
		there[c.Commit.ID] = true
	}
	for _, c := range before.Commits {
		if !there[c.Commit.ID] {
			earlier = append(earlier, c)
		}
	}
	before.Commits = earlier
	return nil
}

func (p *Project) stateOf(rev string) (*repo.Snapshot, error) {
	return p.repository.CommitSnapshot(rev, p.Prefix, repo.Options{Env: p.env})
}
