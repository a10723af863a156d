package repo

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// TagInfo is an annotated tag.
type TagInfo struct {
	// Name is the name of the reference without refs/tags/; Stated is the name
	// that the tag object itself carries, which a signature covers.
	Name, Stated string
	// ID is the id of the tag object, Target that of the commit it leads to.
	ID, Target string
	// Tagger made the tag.
	Tagger Ident
	// Message is the message in valid UTF-8 without the signature.
	Message string
	// Signature is the armoured signature at the end of the message, and nil
	// when the tag is not signed.
	Signature []byte
	// Problem says what of the texts could not be decoded, if anything.
	Problem message.Text

	raw string
}

// Payload returns the bytes that a signature of the tag is made over.
func (t *TagInfo) Payload() []byte {
	payload, _ := splitTagSignature(t.raw)
	return payload
}

// Tags returns the annotated tags of commits in the order of their names. A
// tag of a tag leads to the commit of the latter. Lightweight tags say nothing
// of who made them and are left out.
func (r *Repository) Tags(ctx context.Context) ([]*TagInfo, error) {
	if err := r.Supported(); err != nil {
		return nil, err
	}
	refs, err := r.tagReferences()
	if err != nil {
		return nil, err
	}
	var tags []*TagInfo
	size := 0
	for _, ref := range refs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t, err := r.annotated(ref.Name().Short(), ref.Hash())
		if err != nil {
			return nil, err
		}
		if t == nil {
			continue
		}
		if size += len(t.raw); size > maxHistory {
			return nil, errHistorySize()
		}
		tags = append(tags, t)
	}
	return tags, nil
}

// tagReferences lists the references below refs/tags/ by name.
func (r *Repository) tagReferences() ([]*plumbing.Reference, error) {
	iter, err := r.references().IterReferences()
	if err != nil {
		return nil, message.Wrap(err,
			"gitのタグの一覧を読み込めません。git fsck で確認してください",
			"cannot list the tags; check the repository with git fsck")
	}
	var refs []*plumbing.Reference
	err = iter.ForEach(func(ref *plumbing.Reference) error {
		if ref.Type() == plumbing.HashReference && ref.Name().IsTag() {
			refs = append(refs, ref)
		}
		return nil
	})
	slices.SortFunc(refs, func(a, b *plumbing.Reference) int {
		return strings.Compare(a.Name().String(), b.Name().String())
	})
	return refs, err
}

// annotated reads the tag with the given id; nil for what is none, or is no tag
// of a commit.
func (r *Repository) annotated(name string, id plumbing.Hash) (*TagInfo, error) {
	typ, content, err := r.objects.object(id, maxCommit)
	if err == ErrTooLarge || err == nil && typ != plumbing.TagObject {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	commit, err := r.peel(id)
	if e := (*RevisionError)(nil); errors.As(err, &e) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	t := parseTag(string(content))
	t.Name, t.ID, t.Target = name, id.String(), commit.ID
	return t, nil
}

func parseTag(raw string) *TagInfo {
	t := &TagInfo{raw: raw}
	var payload []byte
	payload, t.Signature = splitTagSignature(raw)
	h, body := parseHeader(string(payload))
	d := newTextDecoder(h.encoding)
	t.Stated, t.Tagger, t.Message = d.text(h.tag), parseIdent(d.text(h.tagger)), d.text(body)
	t.Problem = d.problem
	return t
}

func malformedTag(id plumbing.Hash) error {
	return corruptObject(id.String(), message.Errorf(
		"タグの先頭部分が不正です", "the header of the tag is malformed"))
}
