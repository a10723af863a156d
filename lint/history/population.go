package history

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Complete has the pasts of the reader answer which records are gone. A run
// over many commits sees them go.
func (r *Reader) Complete() *Reader {
	r.complete = true
	return r
}

// Gone implements [isms.Past].
func (p *Past) Gone(most int) ([]isms.Gone, error) {
	if !p.reader.complete || p.tip == "" {
		return nil, nil
	}
	if reason := p.reader.repository.Incomplete(); !reason.IsZero() {
		return nil, &message.Error{Text: reason}
	}
	line, err := p.mainline(most)
	if err != nil {
		return nil, err
	}
	var all []isms.Gone
	seen := map[string]bool{}
	for i, c := range line[:max(len(line)-1, 0)] {
		changes, err := p.reader.changes(p.ctx, line[i+1], c)
		if err != nil {
			return nil, err
		}
		for _, change := range changes {
			f, err := p.removedRecord(c, change)
			if err != nil {
				return nil, err
			}
			if f != nil && !seen[f.ID()] {
				seen[f.ID()] = true
				all = append(all, isms.Gone{File: f, Commit: p.reader.Commit(c)})
			}
		}
	}
	return all, nil
}

// mainline returns the first parents from the tip back to the first commit. A
// line of more than most commits is an error, but for a most of 0.
func (p *Past) mainline(most int) ([]*repo.CommitInfo, error) {
	var line []*repo.CommitInfo
	for id := p.tip; id != ""; {
		if most > 0 && len(line) == most {
			return nil, message.Errorf("コミットが %d 件を超えるため、削除された記録を履歴から探していません。記録が削除されたときの指摘は ismslint history で確認してください",
				"the history has more than %d commits and is not searched for records that were removed; ismslint history tells of each when it was", most)
		}
		if err := p.ctx.Err(); err != nil {
			return nil, err
		}
		c, err := p.reader.repository.Commit(id)
		if err != nil {
			return nil, err
		}
		line = append(line, c)
		id = firstParent(c)
	}
	return line, nil
}

// removedRecord returns the record that a commit removed, nil when the change
// is no such removal.
func (p *Past) removedRecord(c *repo.CommitInfo, change repo.FileChange) (*isms.File, error) {
	if change.After != "" || change.Before == "" || !lint.IsMarkdown(change.Path) || !lint.Selected(p.reader.builder.Organization().Config, change.Path) {
		return nil, nil
	}
	f, err := p.reader.file(p.ctx, change.Path, change.Before, p.beside(c))
	if err != nil || f == nil || f.Kind != isms.RecordFile || f.Meta.Record.Empty() {
		return nil, err
	}
	return f, nil
}

// Firsts implements [isms.Past].
func (p *Past) Firsts(f *isms.File, keys func(*isms.File) []string) (map[string]*isms.Commit, error) {
	a, err := p.annals()
	if a == nil {
		return nil, err
	}
	first := map[string]*repo.CommitInfo{}
	steps, _ := a.lineage(f.Path)
	for _, st := range steps {
		if st.After == "" {
			continue
		}
		then, err := p.reader.file(p.ctx, st.Path, st.After, p.beside(st.commit))
		if err != nil {
			return nil, err
		}
		if then == nil || then.ID() != f.ID() {
			continue
		}
		for _, key := range keys(then) {
			if known := first[key]; known == nil || !st.commit.Committer.When.After(known.Committer.When) {
				first[key] = st.commit
			}
		}
	}
	out := make(map[string]*isms.Commit, len(first))
	for key, c := range first {
		out[key] = p.reader.Commit(c)
	}
	return out, nil
}
