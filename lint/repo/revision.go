package repo

import (
	"errors"
	"strconv"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// minPrefix is the least number of digits that git takes for a commit id.
const minPrefix = 4

// Resolve returns the full id of the commit that a revision names: a branch, a
// tag, a commit id of at least four digits, HEAD or @, followed by any of ~N,
// ^N, ^{commit} and ^{}. The error is a [RevisionError] where it names none.
//
// It stands in for go-git's ResolveRevision, which silently gives HEAD for
// HEAD@{1} and for HEAD:path, prefers the beginning of a commit id to a branch
// of that name, takes any of several such ids, and refuses ^3.
func (r *Repository) Resolve(rev string) (string, error) {
	c, err := r.resolve(rev)
	if err != nil {
		return "", err
	}
	return c.ID, nil
}

func (r *Repository) resolve(rev string) (*CommitInfo, error) {
	if err := r.Supported(); err != nil {
		return nil, err
	}
	base, steps := rev, ""
	if i := strings.IndexAny(rev, "~^"); i >= 0 {
		base, steps = rev[:i], rev[i:]
	}
	if base == "" || base[0] == '-' || strings.ContainsAny(base, ": ?*[\\") ||
		strings.Contains(base, "@{") || strings.Contains(base, "..") {
		return nil, unsupportedRevision(rev)
	}
	c, err := r.baseCommit(base)
	for err == nil && steps != "" {
		var s step
		if s, steps, err = nextStep(steps, rev); err == nil {
			c, err = r.follow(c, s, rev)
		}
	}
	return c, err
}

// baseCommit finds the commit for a revision without steps, in git's order: a
// full id, a reference, the beginning of an id.
func (r *Repository) baseCommit(base string) (*CommitInfo, error) {
	if base == "@" {
		base = "HEAD"
	}
	if plumbing.IsHash(base) {
		c, err := r.peel(plumbing.NewHash(base))
		if e := (*ObjectError)(nil); errors.As(err, &e) && e.Missing && e.ID == strings.ToLower(base) {
			return nil, unknownRevision(base)
		}
		return c, err
	}
	id, err := r.reference(base)
	if err != nil {
		return nil, err
	}
	if id != plumbing.ZeroHash {
		return r.peel(id)
	}
	return r.abbreviated(base)
}

// abbreviated finds the only commit whose id begins with digits.
func (r *Repository) abbreviated(digits string) (*CommitInfo, error) {
	digits = strings.ToLower(digits)
	if len(digits) < minPrefix || strings.Trim(digits, "0123456789abcdef") != "" {
		return nil, unknownRevision(digits)
	}
	var found *CommitInfo
	for _, id := range r.objects.withPrefix(digits) {
		c, err := r.peel(id)
		if e := (*RevisionError)(nil); errors.As(err, &e) {
			continue // a file or a folder
		}
		if err != nil {
			return nil, err
		}
		if found != nil && found.ID != c.ID {
			return nil, ambiguousRevision(digits)
		}
		found = c
	}
	if found == nil {
		return nil, unknownRevision(digits)
	}
	return found, nil
}

// peel reads the commit with the given id, or the one that a tag points to.
func (r *Repository) peel(id plumbing.Hash) (*CommitInfo, error) {
	const maxTags = 16 // tags of tags
	for range maxTags {
		typ, content, err := r.objects.object(id, maxCommit)
		if err == ErrTooLarge {
			return nil, largeCommit(id.String())
		}
		if err != nil {
			return nil, err
		}
		switch typ {
		case plumbing.CommitObject:
			return r.parseCommit(id, string(content))
		case plumbing.TagObject:
			target, _, ok := cutID(string(content), "object ")
			if !ok {
				return nil, malformedTag(id)
			}
			id = plumbing.NewHash(target)
		default:
			return nil, unknownRevision(id.String())
		}
	}
	return nil, corruptObject(id.String(), message.Errorf("タグが何重にも重なっています", "tags point to tags without end"))
}

// step is one suffix of a revision: ~N (generation true) or ^N.
type step struct {
	generation bool
	n          int
}

// nextStep splits the first suffix off steps. ^{commit} and ^{} ask for what
// is a commit anyway.
func nextStep(steps, rev string) (step, string, error) {
	for _, peel := range []string{"^{commit}", "^{}", "^0"} {
		if rest, ok := strings.CutPrefix(steps, peel); ok && (peel != "^0" || rest == "" || rest[0] == '^' || rest[0] == '~') {
			return step{generation: true}, rest, nil
		}
	}
	s := step{generation: steps[0] == '~', n: 1}
	end := 1
	for end < len(steps) && '0' <= steps[end] && steps[end] <= '9' {
		end++
	}
	if end > 1 {
		n, err := strconv.Atoi(steps[1:end])
		if err != nil {
			return s, "", unsupportedRevision(rev)
		}
		s.n = n
	}
	if end < len(steps) && steps[end] != '~' && steps[end] != '^' {
		return s, "", unsupportedRevision(rev)
	}
	return s, steps[end:], nil
}

func (r *Repository) follow(c *CommitInfo, s step, rev string) (*CommitInfo, error) {
	if !s.generation {
		if s.n < 1 || s.n > len(c.Parents) {
			return nil, missingParent(rev)
		}
		return r.parent(c, s.n-1, rev)
	}
	for range s.n {
		if len(c.Parents) == 0 {
			return nil, missingParent(rev)
		}
		var err error
		if c, err = r.parent(c, 0, rev); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// parent reads a parent. In a shallow clone the oldest commits name parents
// that are not there.
func (r *Repository) parent(c *CommitInfo, n int, rev string) (*CommitInfo, error) {
	p, err := r.readCommit(plumbing.NewHash(c.Parents[n]))
	if e := (*ObjectError)(nil); r.Shallow && errors.As(err, &e) && e.Missing {
		return nil, missingParent(rev)
	}
	return p, err
}
