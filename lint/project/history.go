package project

import (
	"context"
	"errors"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// AddHistory completes options, whose snapshot, configuration and rules are
// set, by what the history of the repository says: the state before, which is
// that of the last commit for files and for what is staged, and that of the
// first parent for a commit; and what was approved earlier. Without a history
// the options say why there is none.
func (p *Project) AddHistory(ctx context.Context, o *lint.Options) error {
	if o.Session == nil {
		o.Session = lint.NewSession(o.Config, o.Schemas, o.Standard, o.Rules)
	}
	if p.repository == nil {
		o.Before = &lint.Before{Missing: noRepository}
		return nil
	}
	reader := p.reader(o)
	if o.Snapshot.Kind == repo.Commit {
		before, err := p.beforeCommit(ctx, o.Snapshot.Commit, reader)
		o.Before, o.Past = before, history.NewPast(ctx, reader, o.Snapshot.Commit)
		return err
	}
	head, err := p.repository.Resolve("HEAD")
	if e := (*repo.RevisionError)(nil); errors.As(err, &e) {
		o.Past = history.NewPast(ctx, reader, "") // nothing was committed yet
		return nil
	}
	if err != nil {
		o.Before = &lint.Before{Missing: message.Textf("履歴を読み込めません: %s", "the history cannot be read: %s", message.Of(err))}
		return nil
	}
	s, err := p.repository.CommitSnapshot(head, p.Prefix, repo.Options{})
	if err != nil {
		return err
	}
	past := history.NewPast(ctx, reader, head)
	o.Before, o.Past = &lint.Before{Snapshot: s, Past: past}, past
	return nil
}

// noRepository is the reason why the history could not be looked at.
var noRepository = message.Text{
	JA: "git のリポジトリではないため、履歴と照合できません。git init をして文書をコミットしてください",
	EN: "this is no git repository, so nothing can be compared with its history; run git init and commit the documents",
}

// reader reads the history by what the configuration of the options says.
func (p *Project) reader(o *lint.Options) *history.Reader {
	state := o.Keys
	if state == nil {
		state = o.Snapshot
	}
	keys := isms.NewKeyring(o.Config, func(path string) ([]byte, error) { return state.ReadFile(path, document.MaxSize) })
	r := history.NewReader(p.repository, p.Prefix, o.Session.Builder(), keys)
	if o.Snapshot.Kind == repo.Index {
		return r // what is about to be committed is not worth a look at all commits
	}
	return r.Complete()
}

// beforeCommit is the state that a commit is a change of: that of its first
// parent, and no file at all for the first commit.
func (p *Project) beforeCommit(ctx context.Context, rev string, reader *history.Reader) (*lint.Before, error) {
	c, err := p.repository.Commit(rev)
	if err != nil {
		return nil, err
	}
	before := &lint.Before{Commit: reader.Commit(c)}
	if c.Boundary {
		before.Missing = p.repository.Incomplete()
		return before, nil
	}
	for _, id := range c.Parents {
		parent, err := p.repository.Commit(id)
		if err != nil {
			return nil, err
		}
		before.Parents = append(before.Parents, reader.Commit(parent))
	}
	if len(c.Parents) == 0 {
		before.Snapshot = repo.Memory(nil)
		return before, nil
	}
	before.Past = history.NewPast(ctx, reader, c.Parents[0])
	before.Snapshot, err = p.repository.CommitSnapshot(c.Parents[0], p.Prefix, repo.Options{})
	return before, err
}
