package repo

import (
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// maxMeta bounds commits, tags and trees, in bytes.
const maxMeta = 64 << 20

// emptyTree is known to git without being stored.
var emptyTree = plumbing.NewHash("4b825dc642cb6eb9a060e54bf8d69288fbee4904")

// objectStore reads objects, packed or loose, from the folders of a
// repository. It stands in for go-git's ObjectStorage, which is not safe for
// concurrent use, reads all pack indexes of an alternate again for each object,
// knows no object folder but GIT_DIR/objects, checks no hashes, and unpacks an
// object before its size can be compared with a limit.
type objectStore struct {
	dirs    []string
	partial bool
	decoder *packDecoder

	mu     sync.RWMutex
	packs  []*pack // nil until the first use
	broken error   // why a pack could not be opened
}

func newObjectStore(dirs []string, partial bool) *objectStore {
	return &objectStore{dirs: dirs, partial: partial, decoder: newPackDecoder()}
}

// blob returns the content of a file; see [objectStore.object].
func (s *objectStore) blob(id plumbing.Hash, limit int64) ([]byte, error) {
	return s.typed(plumbing.BlobObject, id, limit)
}

// typed returns the content of an object that must be of the given type.
func (s *objectStore) typed(want plumbing.ObjectType, id plumbing.Hash, limit int64) ([]byte, error) {
	if id == emptyTree && want == plumbing.TreeObject {
		return nil, nil
	}
	typ, content, err := s.object(id, limit)
	if err == nil && typ != want {
		return nil, corruptObject(id.String(), message.Errorf("種類が %s です（%s のはずです）",
			"it is a %s, expected a %s", typ, want))
	}
	return content, err
}

// object returns type and content of an object, which belong to the caller.
// An object larger than limit bytes is not unpacked; the error is
// [ErrTooLarge]. Otherwise the error is an [ObjectError].
func (s *objectStore) object(id plumbing.Hash, limit int64) (plumbing.ObjectType, []byte, error) {
	typ, content, err := s.find(id, limit)
	if err == ErrTooLarge {
		return 0, nil, err
	}
	if err != nil {
		return 0, nil, corruptObject(id.String(), err)
	}
	if typ == plumbing.InvalidObject {
		return 0, nil, s.missing(id)
	}
	if plumbing.ComputeHash(typ, content) != id {
		return 0, nil, corruptObject(id.String(), message.Errorf(
			"内容とIDが一致しません", "its content does not match its id"))
	}
	return typ, content, nil
}

// missing says that there is no such object; where a pack is damaged, that is
// the likely reason.
func (s *objectStore) missing(id plumbing.Hash) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.broken != nil {
		return corruptObject(id.String(), s.broken)
	}
	return missingObject(id.String(), s.partial)
}

// find looks for an object in the packs, then among the loose objects, then in
// packs that another process has made since. The type is InvalidObject where
// there is none.
func (s *objectStore) find(id plumbing.Hash, limit int64) (plumbing.ObjectType, []byte, error) {
	packs := s.known()
	if typ, content, err := readPacked(packs, id, limit); typ != plumbing.InvalidObject || err != nil {
		return typ, content, err
	}
	for _, d := range s.dirs {
		typ, content, err := readLoose(loosePath(d, id), limit)
		if typ != plumbing.InvalidObject || err != nil {
			return typ, content, err
		}
	}
	if all := s.load(); len(all) > len(packs) {
		return readPacked(all[len(packs):], id, limit)
	}
	return plumbing.InvalidObject, nil, nil
}

func readPacked(packs []*pack, id plumbing.Hash, limit int64) (plumbing.ObjectType, []byte, error) {
	for _, p := range packs {
		offset, ok, err := p.index.find(id)
		if err != nil {
			return plumbing.InvalidObject, nil, err
		}
		if ok {
			return p.object(offset, limit)
		}
	}
	return plumbing.InvalidObject, nil, nil
}

// known returns the packs found so far, after a first look for them.
func (s *objectStore) known() []*pack {
	s.mu.RLock()
	packs := s.packs
	s.mu.RUnlock()
	if packs == nil {
		packs = s.load()
	}
	return packs
}

// load opens the packs that are not known yet and returns all. A pack that is
// gone again is left out: git replaces packs while others read.
func (s *objectStore) load() []*pack {
	s.mu.Lock()
	defer s.mu.Unlock()
	packs := append([]*pack{}, s.packs...)
	for _, name := range packIndexes(s.dirs) {
		if slices.ContainsFunc(packs, func(p *pack) bool { return p.name == name }) {
			continue
		}
		p, err := openPack(name, s.decoder)
		if err == nil {
			packs = append(packs, p)
		} else if !errors.Is(err, fs.ErrNotExist) {
			s.broken = message.Wrap(err, "パックファイル「%s」を開けません", "cannot open the pack %q", name)
		}
	}
	s.packs = packs
	return packs
}

func packIndexes(dirs []string) []string {
	var names []string
	for _, d := range dirs {
		d = filepath.Join(d, "pack")
		entries, _ := os.ReadDir(d)
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), ".idx") {
				names = append(names, filepath.Join(d, e.Name()))
			}
		}
	}
	return names
}

// withPrefix returns the ids that begin with the given hexadecimal digits.
func (s *objectStore) withPrefix(digits string) []plumbing.Hash {
	low, err := hex.DecodeString((digits + strings.Repeat("0", 40))[:40])
	if err != nil {
		return nil
	}
	var found []plumbing.Hash
	for _, p := range s.known() {
		found = append(found, p.index.withPrefix(plumbing.Hash(low), digits)...)
	}
	for _, d := range s.dirs {
		entries, _ := os.ReadDir(filepath.Join(d, digits[:2]))
		for _, e := range entries {
			if id := digits[:2] + e.Name(); plumbing.IsHash(id) && strings.HasPrefix(id, digits) {
				found = append(found, plumbing.NewHash(id))
			}
		}
	}
	plumbing.HashesSort(found)
	return slices.Compact(found)
}

func (s *objectStore) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, p := range s.packs {
		errs = append(errs, p.close())
	}
	s.packs = nil
	return errors.Join(errs...)
}
