package approve

import (
	"context"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// base is the state that an approval is compared with: the content that was
// last signed or, where nothing was, the one that was last approved by the
// word of the document itself. What was committed since then is new to the
// approver, whoever committed it.
type base struct {
	// file is nil for the configuration and where there is no such state.
	file *isms.File
	// commit brought the state, nil where there is none.
	commit *isms.Commit
	// signed reports whether a valid statement is about the state.
	signed bool
	// unknown says why it cannot be told; it is zero otherwise.
	unknown message.Text
}

// baseOf finds the base of a document or record once.
func (d *Desk) baseOf(ctx context.Context, p *Plan) *base {
	if p.base == nil {
		b, err := d.findBase(ctx, p)
		if err != nil {
			b = &base{unknown: message.Of(err)}
		}
		p.base = b
	}
	return p.base
}

func (d *Desk) findBase(ctx context.Context, p *Plan) (*base, error) {
	past := d.options.Past
	if past == nil {
		return &base{unknown: d.noPast()}, nil
	}
	last, err := d.lastSigned(ctx, p)
	if err != nil {
		return nil, err
	}
	if last != nil {
		f, err := d.fileAt(ctx, p, last)
		return &base{file: f, commit: last.commit, signed: true}, err
	}
	f, err := d.lastApproved(p)
	if f == nil || err != nil {
		return &base{}, err
	}
	commit, err := past.Holder(f.ID(), f.Digest())
	return &base{file: f, commit: commit}, err
}

// fileAt reads the document of a plan as it was when it was signed.
func (d *Desk) fileAt(ctx context.Context, p *Plan, s *signedState) (*isms.File, error) {
	state, err := d.user.Repository.CommitSnapshot(s.commit.ID, d.options.Prefix, repo.Options{})
	if err != nil {
		return nil, err
	}
	read := func(path string) ([]byte, error) { return state.ReadFile(path, document.MaxSize) }
	parser := document.NewParser()
	at := func(path string) *isms.File {
		src, err := read(path)
		if err != nil {
			return nil // too large to be a document
		}
		f := d.options.Session.Builder().File(path, parser.Parse(src), read)
		if f.ID() != s.statement.Number || f.Digest() != s.statement.Digest {
			return nil
		}
		return f
	}
	if _, there := state.Entry(p.Path); there {
		if f := at(p.Path); f != nil {
			return f, nil
		}
	}
	for _, e := range state.Entries { // it had another name
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !lint.IsMarkdown(e.Path) {
			continue
		}
		if f := at(e.Path); f != nil {
			return f, nil
		}
	}
	return nil, message.Errorf("コミット %[1]s から、承認された内容を読み込めません", "the approved content cannot be read from commit %[1]s", s.commit.Name())
}

// lastApproved returns the state that a document without a signed one is
// compared with: that with which the present revision was brought in as an
// approved one, else the last approved state of another revision.
func (d *Desk) lastApproved(p *Plan) (*isms.File, error) {
	newest, _, err := d.options.Past.Approved(p.File.ID())
	if newest == nil || err != nil {
		return nil, err
	}
	var approved []*isms.File // the newest first
	_, err = d.options.Past.Since(newest, func(f *isms.File) bool {
		if f.Meta.Status == isms.Approved {
			approved = append(approved, f)
		}
		return false // all of them
	})
	var first, other *isms.File
	for _, f := range approved {
		switch {
		case f.Meta.Revision.Int == p.Statement.Revision:
			first = f
		case other == nil:
			other = f
		}
	}
	if first != nil && first.Digest() != p.Statement.Digest {
		return first, err
	}
	return other, err
}
