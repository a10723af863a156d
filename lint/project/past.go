package project

import (
	"context"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// HistoryOptions returns what to check the history of the ISMS with, and the
// configuration of the working tree or, in a bare repository, that of HEAD,
// from which the time zone is.
func (p *Project) HistoryOptions(set *schema.Set, std *standard.Standard, rules []*lint.Rule) (history.Options, *config.Config, error) {
	if p.repositoryErr != nil {
		return history.Options{}, nil, p.repositoryErr
	}
	o := history.Options{Repository: p.repository, Schemas: set, Standard: std, Rules: rules}
	state, err := p.configState()
	if err != nil {
		return o, nil, err
	}
	o.Prefix = p.Prefix
	o.Config = func(s *repo.Snapshot) (*config.Config, error) { return Config(s, set, rules) }
	c, err := o.Config(state)
	if c != nil {
		o.Zone = c.Organization.Timezone
	}
	return o, c, err
}

func (p *Project) configState() (*repo.Snapshot, error) {
	if p.Root == "" {
		return p.Commit("HEAD")
	}
	return p.ConfigSnapshot()
}

// CommitOn returns the last commit of the mainline of HEAD that was made up to
// and with a day, in the time zone of the organisation; a commit whose day
// breaks the order counts as in [history.MainlineDays].
func (p *Project) CommitOn(ctx context.Context, day date.Date, set *schema.Set, rules []*lint.Rule) (string, error) {
	o, _, err := p.HistoryOptions(set, nil, rules)
	if err != nil {
		return "", err
	}
	line, err := p.repository.FirstParents(ctx, "HEAD")
	if err != nil {
		return "", err
	}
	days := make([]date.Date, len(line))
	for i, info := range line {
		days[i] = history.DayOf(info, o.Zone)
	}
	days = history.MainlineDays(days, date.Date{})
	for i := len(line) - 1; i >= 0; i-- {
		if !days[i].After(day) {
			return line[i].ID, nil
		}
	}
	if reason := p.repository.Incomplete(); !reason.IsZero() {
		return "", &message.Error{Text: reason}
	}
	return "", usage("%s 以前のコミットがありません。最初のコミットは %s です",
		"there is no commit up to %s; the first one is of %s", day, days[0])
}
