package repo

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"sync"
	"testing"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/storage/filesystem"
)

const benchFiles = 1000

// benchRepository has 1,000 documents in 20 folders, committed and packed.
func benchRepository(b *testing.B) sandbox {
	b.Helper()
	s := newSandbox(b)
	for i := range benchFiles {
		content := make([]byte, 0, 6000)
		for line := 0; len(content) < 6000; line++ {
			content = fmt.Appendf(content, "文書 %d の %d 行目\n", i, line*i)
		}
		s.write(fmt.Sprintf("r/isms/registers-%02d/ISMS-B-%04d.md", i%20, i), string(content))
	}
	s.run(`cd r && printf '*.bak\n/build/\n.DS_Store\n' >.gitignore && git init -q -b main && git add . && git commit -qm first && git gc -q`)
	return s
}

// BenchmarkWalkDir is what BenchmarkWorktreeSnapshot is compared with.
func BenchmarkWalkDir(b *testing.B) {
	s := benchRepository(b)
	for b.Loop() {
		n := 0
		err := filepath.WalkDir(s.path("r/isms"), func(p string, d fs.DirEntry, err error) error {
			if err == nil && markdown(p) {
				_, err = d.Info()
				n++
			}
			return err
		})
		if err != nil || n != benchFiles {
			b.Fatal(n, err)
		}
	}
}

func BenchmarkWorktreeSnapshot(b *testing.B) {
	s := benchRepository(b)
	for b.Loop() {
		snap, err := WorktreeSnapshot(s.path("r/isms"), Options{Match: markdown})
		if err != nil || len(snap.Entries) != benchFiles {
			b.Fatal(err)
		}
	}
}

func BenchmarkIndexSnapshot(b *testing.B) {
	benchSnapshot(b, func(r *Repository) (*Snapshot, error) {
		return r.IndexSnapshot("isms", Options{Match: markdown})
	})
}

func BenchmarkCommitSnapshot(b *testing.B) {
	benchSnapshot(b, func(r *Repository) (*Snapshot, error) {
		return r.CommitSnapshot("HEAD", "isms", Options{Match: markdown})
	})
}

// benchSnapshot measures discovery and listing, cold, as a command does them.
func benchSnapshot(b *testing.B, open func(*Repository) (*Snapshot, error)) {
	s := benchRepository(b)
	for b.Loop() {
		r, err := Discover(s.path("r/isms"), nil)
		if err != nil {
			b.Fatal(err)
		}
		snap, err := open(r)
		if err != nil || len(snap.Entries) != benchFiles {
			b.Fatal(err)
		}
		if err := r.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStagedPaths(b *testing.B) {
	s := benchRepository(b)
	s.run(`cd r && echo more >>isms/registers-00/ISMS-B-0000.md && git add .`)
	for b.Loop() {
		r, err := Discover(s.path("r/isms"), nil)
		if err != nil {
			b.Fatal(err)
		}
		if paths, err := r.StagedPaths("isms"); err != nil || len(paths) != 1 {
			b.Fatal(paths, err)
		}
		if err := r.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRead reads 1,000 packed documents, cold, with two readers: by this
// package, and by go-git behind a mutex.
func BenchmarkRead(b *testing.B) {
	s := benchRepository(b)
	snap, err := s.open("r").CommitSnapshot("HEAD", "isms", Options{Match: markdown})
	if err != nil {
		b.Fatal(err)
	}
	read := func(b *testing.B, one func(id plumbing.Hash) error) {
		var wg sync.WaitGroup
		for g := range 2 {
			wg.Go(func() {
				for i := g; i < len(snap.Entries); i += 2 {
					if err := one(plumbing.NewHash(snap.Entries[i].ID)); err != nil {
						b.Error(err)
					}
				}
			})
		}
		wg.Wait()
	}
	b.Run("snapshot", func(b *testing.B) {
		for b.Loop() {
			store := newObjectStore([]string{s.path("r/.git/objects")}, false)
			read(b, func(id plumbing.Hash) error { _, err := store.blob(id, 1<<20); return err })
			if err := store.close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("go-git", func(b *testing.B) {
		for b.Loop() {
			store := filesystem.NewStorageWithOptions(osfs.New(s.path("r/.git")), cache.NewObjectLRUDefault(),
				filesystem.Options{KeepDescriptors: true, ExclusiveAccess: true})
			var mu sync.Mutex
			read(b, func(id plumbing.Hash) error {
				mu.Lock()
				defer mu.Unlock()
				_, err := readGoGit(store, id)
				return err
			})
			if err := store.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func readGoGit(store *filesystem.Storage, id plumbing.Hash) ([]byte, error) {
	o, err := store.EncodedObject(plumbing.BlobObject, id)
	if err != nil {
		return nil, err
	}
	r, err := o.Reader()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}
