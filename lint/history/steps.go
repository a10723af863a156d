package history

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Steps implements [isms.Past].
func (p *Past) Steps(match func(*isms.File) bool, visit func(isms.Step)) error {
	if p.tip == "" {
		return nil
	}
	if reason := p.reader.repository.Incomplete(); !reason.IsZero() {
		return &message.Error{Text: reason}
	}
	commits, err := p.reader.repository.Walk(p.ctx, []string{p.tip}, nil)
	if err != nil {
		return err
	}
	s := &stepper{past: p, match: match, others: map[fileID]bool{}, paths: map[string]bool{}, rows: map[string][]string{}, differ: p.reader.repository.NewDiffer(p.reader.prefix)}
	for _, c := range commits {
		parents, err := p.reader.parents(c)
		if err != nil {
			return err
		}
		for i := range max(len(parents), 1) {
			step, err := s.step(c, parents, i)
			if err != nil {
				return err
			}
			if len(step.Before)+len(step.After) > 0 {
				step.Commit = p.reader.Commit(c)
				visit(step)
			}
		}
	}
	last, err := s.last()
	if err != nil {
		return err
	}
	visit(isms.Step{Before: last})
	return nil
}

// stepper finds what commits made of the files that match.
type stepper struct {
	past   *Past
	match  func(*isms.File) bool
	differ *repo.Differ
	others map[fileID]bool     // contents that do not match
	paths  map[string]bool     // of those that did
	rows   map[string][]string // the documents that named a file of rows, by its path
}

// step compares a commit with one of its parents. What a merge took from one of
// them is nothing new, but what it left out of any of them is gone.
func (s *stepper) step(c *repo.CommitInfo, parents []*repo.CommitInfo, i int) (isms.Step, error) {
	var parent *repo.CommitInfo
	if len(parents) > 0 {
		parent = parents[i]
	}
	changes, err := s.changes(parent, c, i)
	if err != nil {
		return isms.Step{}, err
	}
	var step isms.Step
	for _, change := range changes {
		if !lint.IsMarkdown(change.Path) || !lint.Selected(s.past.reader.builder.Organization().Config, change.Path) {
			continue
		}
		before, err := s.file(parent, change.Path, change.Before)
		if err != nil {
			return step, err
		}
		after, err := s.file(c, change.Path, change.After)
		if err != nil {
			return step, err
		}
		if before != nil {
			step.Before = append(step.Before, before)
		}
		if after != nil {
			step.After = append(step.After, after)
		}
	}
	return step, s.addRows(&step, parent, c, changes)
}

func (s *stepper) changes(parent, c *repo.CommitInfo, i int) ([]repo.FileChange, error) {
	if i == 0 {
		return s.past.reader.changes(s.past.ctx, parent, c)
	}
	return s.differ.Diff(s.past.ctx, parent, c)
}

// addRows adds the documents that are the same but whose file of rows changed.
func (s *stepper) addRows(step *isms.Step, parent, c *repo.CommitInfo, changes []repo.FileChange) error {
	seen := map[string]bool{}
	for _, change := range changes {
		seen[change.Path] = true
	}
	for _, change := range changes {
		for _, path := range s.rows[change.Path] {
			if seen[path] {
				continue
			}
			seen[path] = true
			blob, err := s.past.blobAt(c.ID, path)
			if err != nil {
				return err
			}
			before, err := s.file(parent, path, blob)
			if err != nil {
				return err
			}
			after, err := s.file(c, path, blob)
			if err != nil {
				return err
			}
			if before != nil && after != nil {
				step.Before, step.After = append(step.Before, before), append(step.After, after)
			}
		}
	}
	return nil
}

// file reads a file of a commit; nil when there is none or it does not match.
func (s *stepper) file(c *repo.CommitInfo, path, blob string) (*isms.File, error) {
	id := fileID{path, blob}
	if c == nil || blob == "" || s.others[id] {
		return nil, nil
	}
	r := s.past.reader
	f, err := r.file(s.past.ctx, path, blob, s.past.beside(c))
	if err != nil {
		return nil, err
	}
	if f == nil || !s.match(f) {
		s.others[id] = true
		return nil, nil
	}
	s.paths[path] = true
	if f.RowsFile == nil {
		return f, nil
	}
	if rows := f.RowsFile.Path; !slices.Contains(s.rows[rows], path) {
		s.rows[rows] = append(s.rows[rows], path)
	}
	// What is kept of the document has the rows of some other commit.
	return r.builder.File(path, f.Doc, s.past.beside(c)), nil
}

// last returns the files that match as the last commit left them.
func (s *stepper) last() ([]*isms.File, error) {
	c, err := s.past.reader.repository.Commit(s.past.tip)
	if err != nil {
		return nil, err
	}
	snapshot, err := s.past.snapshot(c.ID, func(path string) bool { return s.paths[path] })
	if err != nil {
		return nil, err
	}
	var files []*isms.File
	for _, e := range snapshot.Entries {
		f, err := s.file(c, e.Path, e.ID)
		if err != nil {
			return nil, err
		}
		if f != nil {
			files = append(files, f)
		}
	}
	return files, nil
}
