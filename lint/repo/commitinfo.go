package repo

import (
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// maxCommit bounds a single commit or tag, in bytes.
const maxCommit = 4 << 20

// CommitInfo is what a commit says of itself. The texts are parts of one copy
// of the object, which therefore costs little more than its own size.
type CommitInfo struct {
	// ID is the full id of the commit, Tree that of its root folder.
	ID, Tree string
	// Parents are the full ids of the parents that the commit names, the one it
	// was made on first. They need not be there; see Boundary.
	Parents []string
	// Boundary reports that the history was cut off here when it was cloned:
	// the parents are not part of it.
	Boundary bool
	// Author wrote the change, Committer recorded it.
	Author, Committer Ident
	// Message is the whole message in valid UTF-8, line breaks as they are.
	Message string
	// Signature is the armoured signature of the header gpgsig, be it OpenPGP,
	// SSH or X.509, and nil when the commit is not signed. Several such headers
	// are joined, as git joins them.
	Signature []byte
	// Problem says what of the texts could not be decoded, if anything.
	Problem message.Text

	raw string
}

// Payload returns the bytes that a signature of the commit is made over: the
// object without its signatures, byte for byte as git computes it.
func (c *CommitInfo) Payload() []byte {
	payload, _ := splitCommitSignature(c.raw)
	return payload
}

// Commit reads the commit that a revision names; see [Repository.Resolve].
func (r *Repository) Commit(rev string) (*CommitInfo, error) { return r.resolve(rev) }

// CommitStore keeps the texts of commits between runs, by their ids. It is safe
// for concurrent use.
type CommitStore interface {
	Get(id string) (text string, ok bool)
	Put(id, text string)
}

// KeepCommits makes the repository take commits from a store before it looks
// for them, and keep there those that it reads. It is called before anything is
// read.
func (r *Repository) KeepCommits(s CommitStore) { r.commits = s }

// readCommit reads the commit with the given id.
func (r *Repository) readCommit(id plumbing.Hash) (*CommitInfo, error) {
	if r.commits != nil {
		// What a cache says must not pass for evidence.
		if text, ok := r.commits.Get(id.String()); ok && plumbing.ComputeHash(plumbing.CommitObject, []byte(text)) == id {
			return r.parseCommit(id, text)
		}
	}
	content, err := r.objects.typed(plumbing.CommitObject, id, maxCommit)
	if err == ErrTooLarge {
		return nil, largeCommit(id.String())
	}
	if err != nil {
		return nil, err
	}
	text := string(content)
	if r.commits != nil {
		r.commits.Put(id.String(), text)
	}
	return r.parseCommit(id, text)
}

// parseCommit reads a commit as git does: the tree and the parents stand at the
// very beginning, and what looks like one of them further on is none.
func (r *Repository) parseCommit(id plumbing.Hash, raw string) (*CommitInfo, error) {
	c := &CommitInfo{ID: id.String(), raw: raw, Boundary: r.boundary[id]}
	var ok bool
	if c.Tree, raw, ok = cutID(raw, "tree "); !ok {
		return nil, corruptObject(c.ID, message.Errorf(
			"コミットの先頭部分が不正です", "the header of the commit is malformed"))
	}
	for {
		var parent string
		if parent, raw, ok = cutID(raw, "parent "); !ok {
			break
		}
		c.Parents = append(c.Parents, parent)
	}
	h, body := parseHeader(raw)
	d := newTextDecoder(h.encoding)
	c.Author, c.Committer = parseIdent(d.text(h.author)), parseIdent(d.text(h.committer))
	c.Message = d.text(body)
	c.Problem = d.problem
	if h.signed {
		_, c.Signature = splitCommitSignature(c.raw)
	}
	return c, nil
}

// parentIDs are the parents to which a walk goes on.
func (c *CommitInfo) parentIDs() []plumbing.Hash {
	if c.Boundary {
		return nil
	}
	ids := make([]plumbing.Hash, len(c.Parents))
	for i, p := range c.Parents {
		ids[i] = plumbing.NewHash(p)
	}
	return ids
}

// cutID splits a line with an object's id off a header.
func cutID(raw, key string) (id, rest string, ok bool) {
	end := len(key) + 2*idSize
	if len(raw) <= end || !strings.HasPrefix(raw, key) || raw[end] != '\n' || !plumbing.IsHash(raw[len(key):end]) {
		return "", raw, false
	}
	return strings.ToLower(raw[len(key):end]), raw[end+1:], true
}

// header are the lines between the ids and the message that are of use.
type header struct {
	author, committer, tagger, tag, encoding string
	signed                                   bool
}

// parseHeader splits a header from the message. Of lines that should occur
// once the first counts, as it does for git.
func parseHeader(raw string) (h header, body string) {
	for raw != "" {
		var line string
		if line, raw, _ = strings.Cut(raw, "\n"); line == "" {
			break
		}
		key, value, _ := strings.Cut(line, " ")
		switch key {
		case "author":
			setOnce(&h.author, value)
		case "committer":
			setOnce(&h.committer, value)
		case "tagger":
			setOnce(&h.tagger, value)
		case "tag":
			setOnce(&h.tag, value)
		case "encoding":
			setOnce(&h.encoding, value)
		case "gpgsig":
			h.signed = true
		}
	}
	return h, raw
}

func setOnce(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

func largeCommit(id string) error {
	return &ObjectError{ID: id, explanation: message.Errorf(
		"コミットまたはタグ %s が大きすぎます（上限 %d MiB）。メッセージを短くして作り直してください",
		"the commit or tag %s is larger than %d MiB; make it again with a shorter message", id, maxCommit>>20)}
}
