package repo

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// A commit with any date must neither stop a walk nor lose its place.
func TestWalkOverOddDates(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main r`)
	parent := ""
	var want []string
	for _, date := range []string{"1700000000 +0900", "-1 +0000", "99999999999 +0000", "18446744073709551616 +0000", "0 +0000", "4133980800 -1200", "never"} {
		raw := handmade(parent + "author A <a@b> " + date + "\ncommitter A <a@b> " + date + "\n\nx\n")
		id := s.store("commit", raw).String()
		parent = "parent " + id + "\n"
		want = append(want, id)
	}
	r := s.open("r")
	tip := want[len(want)-1]
	commits, err := r.Walk(t.Context(), []string{tip}, nil)
	if got := ids(commits); err != nil || !slices.Equal(got, want) {
		t.Errorf("%v %v", got, err)
	}
	for i, id := range want {
		after, err := r.Range(t.Context(), id+".."+tip)
		if got := ids(after); err != nil || !slices.Equal(got, want[i+1:]) {
			t.Errorf("after %d: %v %v", i, got, err)
		}
		if bases, err := r.MergeBases(t.Context(), tip, id); err != nil || !slices.Equal(bases, []string{id}) {
			t.Errorf("merge base with %d: %v %v", i, bases, err)
		}
	}
}

func TestHistoryConcurrently(t *testing.T) {
	s := newSandbox(t)
	randomHistory{seed: 5, commits: 120, files: 5}.make(s, "r")
	want, err := s.open("r").Walk(t.Context(), []string{"HEAD"}, []string{"n60"})
	if err != nil {
		t.Fatal(err)
	}
	r := s.open("r")
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := r.Walk(t.Context(), []string{"HEAD"}, []string{"n60"})
			if err != nil || !slices.Equal(ids(got), ids(want)) {
				t.Errorf("%v %v", ids(got), err)
			}
			if _, err := r.MergeBases(t.Context(), "n110", "n90"); err != nil {
				t.Error(err)
			}
			if _, err := r.Diff(t.Context(), "n110", "n90", ""); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// Whatever the bytes are, nothing of a commit or tag is lost between what is
// signed and the signature, and all texts are valid.
func FuzzCommitAndTag(f *testing.F) {
	f.Add("\n" + plainIdents + "\nmessage")
	f.Add(plainIdents + "gpgsig -----BEGIN SSH SIGNATURE-----\n x\n y\nencoding Shift_JIS\n\n\x83\x5c")
	f.Add("tagger A <a@b> 1 +0900\n\nx\n-----BEGIN PGP SIGNATURE-----\ny")
	f.Add("gpgsig \ngpgsig-sha256 x\n y\n z\n\n")
	f.Fuzz(func(t *testing.T, rest string) {
		raw := handmade(rest)
		c, err := new(Repository).parseCommit(emptyTree, raw)
		if err != nil {
			t.Fatalf("the ids are sound: %v", err)
		}
		tag := parseTag(rest)
		for _, text := range []string{c.Message, c.Author.Name, c.Author.Email, c.Committer.Name, tag.Message, tag.Tagger.Name, tag.Stated} {
			if !utf8.ValidString(text) {
				t.Errorf("%q is not valid", text)
			}
		}
		if !strings.Contains(raw, "gpgsig") && (string(c.Payload()) != raw || c.Signature != nil) {
			t.Errorf("unsigned, but the payload is %q", c.Payload())
		}
		if again, _ := splitCommitSignature(string(c.Payload())); !bytes.Equal(again, c.Payload()) {
			t.Errorf("the payload %q holds a signature", c.Payload())
		}
		if !strings.Contains(rest, "gpgsig") && string(tag.Payload())+string(tag.Signature) != rest {
			t.Errorf("payload %q and signature %q are not the tag", tag.Payload(), tag.Signature)
		}
	})
}

// A sound tree is one that a cursor reads to the end, in order.
func FuzzTreeCursor(f *testing.F) {
	id := emptyTree
	f.Add([]byte(treeLine("100644", "a", id) + treeLine("40000", "a", id)))
	f.Add([]byte(treeLine("40000", "a", id) + treeLine("100644", "a.b", id)))
	f.Add([]byte("1 \x00"))
	f.Fuzz(func(t *testing.T, tree []byte) {
		if !soundTree(tree) {
			return
		}
		var b strings.Builder
		c := treeCursor{rest: tree}
		for c.next(); !c.end(); c.next() {
			fmt.Fprintf(&b, "%s\x00%s", c.name, c.id)
		}
		rest, entries := tree, strings.Builder{}
		for len(rest) > 0 {
			e, after, ok := nextTreeEntry(rest)
			if !ok {
				t.Fatalf("%q is sound to one reader and not to the other", tree)
			}
			fmt.Fprintf(&entries, "%s\x00%s", e.path, e.id[:])
			rest = after
		}
		if b.String() != entries.String() {
			t.Errorf("%q against %q", b.String(), entries.String())
		}
	})
}
