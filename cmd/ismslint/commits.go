package main

import (
	"context"
	"errors"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// commitsOf returns the commits of a range that the user named. A range that is
// written in no way that is understood is a mistake of usage.
func commitsOf(ctx context.Context, r *repo.Repository, spec string) ([]*repo.CommitInfo, error) {
	commits, err := r.Range(ctx, spec)
	if e := (*repo.RevisionError)(nil); errors.As(err, &e) && e.Malformed {
		return nil, usageError(err)
	}
	return commits, err
}

// checkedCommits says how many commits were checked.
func checkedCommits(n int) message.Text {
	switch n {
	case 0:
		return message.Text{JA: "この範囲にコミットはありません", EN: "no commits in the range"}
	case 1:
		return message.Text{JA: "1 件のコミットを検査しました", EN: "1 commit checked"}
	}
	return message.Textf("%d 件のコミットを検査しました", "%d commits checked", n)
}
