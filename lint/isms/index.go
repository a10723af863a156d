package isms

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// Index finds files by keys that each of them has by itself, such as the ids
// that it defines. Rules keep one for good; it holds no files.
type Index struct {
	name string
	keys func(f *File, add func(key string))
}

// NewIndex returns an index. keys adds the keys of a file, which may depend on
// nothing but the file and the configuration. No other index has the name.
func NewIndex(name string, keys func(f *File, add func(key string))) *Index {
	return &Index{name: name + ":", keys: keys}
}

// of returns the keys of a file, each once.
func (x *Index) of(f *File) []string {
	return Fact(f, x, func(f *File) []string {
		var keys []string
		x.keys(f, func(key string) { keys = append(keys, key) })
		slices.Sort(keys)
		return slices.Clip(slices.Compact(keys))
	})
}

// Lookup returns the files that have a key in an index, in the order of their
// paths. The caller must not change the list, nor keep it beyond the state.
func (s *System) Lookup(x *Index, key string) []*File {
	s.note(x.name, key)
	return s.shared.built(x, s.files)[key]
}

// Has reports whether any file has a key in an index.
func (s *System) Has(x *Index, key string) bool {
	s.note(readAny+x.name, key)
	return len(s.shared.built(x, s.files)[key]) > 0
}

// keys returns the keys of an index, sorted.
func (s *System) keys(x *Index) []string {
	return Derived(s, keysOf{x}, func(s *System) []string {
		s.note(readKeys, x.name)
		return slices.Sorted(maps.Keys(s.shared.built(x, s.files)))
	})
}

type keysOf struct{ *Index }

// shared is what is joined from the files when it is first asked for, and
// brought up to date when a session goes on to another state.
type shared struct {
	// kept reports whether it is to outlive its state.
	kept    bool
	indexes sync.Map // *Index → *builtIndex
	derived sync.Map // key → *derivedValue
	settled sync.Map // name → func(*System) any
}

type builtIndex struct {
	once  sync.Once
	files map[string][]*File
}

func (c *shared) built(x *Index, files []*File) map[string][]*File {
	v, ok := c.indexes.Load(x)
	if !ok {
		v, _ = c.indexes.LoadOrStore(x, &builtIndex{})
	}
	b := v.(*builtIndex)
	b.once.Do(func() {
		b.files = map[string][]*File{}
		for _, f := range files {
			for _, key := range x.of(f) {
				b.files[key] = append(b.files[key], f)
			}
		}
	})
	return b.files
}

// update brings the indexes up to date and calls touch with the keys of what is
// no longer the same.
func (c *shared) update(added, removed []*File, touch func(string)) {
	d := difference{added: added, removed: removed, before: map[*File]*File{}, after: map[*File]*File{}, touch: touch}
	for _, f := range removed {
		if i, found := filePlace(added, f); found {
			d.before[added[i]], d.after[f] = f, added[i]
		}
	}
	c.indexes.Range(func(k, v any) bool {
		k.(*Index).update(v.(*builtIndex).files, &d)
		return true
	})
}

// difference is what one state has other than the last one.
type difference struct {
	added, removed []*File
	// before and after are the files under one path in both states.
	before, after map[*File]*File
	touch         func(key string)
}

func (x *Index) update(files map[string][]*File, d *difference) {
	gone := map[string]bool{} // keys that had files, but have none
	for _, f := range d.removed {
		for _, key := range x.of(f) {
			d.touch(x.name + key)
			if after := d.after[f]; after != nil && x.has(after, key) {
				replace(files[key], f, after)
			} else if rest := without(files[key], f); len(rest) > 0 {
				files[key] = rest
			} else {
				delete(files, key)
				gone[key] = true
			}
		}
	}
	turned := false
	for _, f := range d.added {
		for _, key := range x.of(f) {
			if before := d.before[f]; before != nil && x.has(before, key) {
				continue
			}
			d.touch(x.name + key)
			if gone[key] {
				delete(gone, key)
			} else if files[key] == nil {
				d.touch(readAny + x.name + key)
				turned = true
			}
			files[key] = with(files[key], f)
		}
	}
	for key := range gone {
		d.touch(readAny + x.name + key)
	}
	if turned || len(gone) > 0 {
		d.touch(readKeys + x.name)
	}
}

// has reports whether a file has a key.
func (x *Index) has(f *File, key string) bool {
	_, found := slices.BinarySearch(x.of(f), key)
	return found
}

// replace puts a file into the place of the one under the same path. What was
// made of the list in the last state is made anew, since its key is touched.
func replace(files []*File, f, by *File) {
	if i, found := filePlace(files, f); found {
		files[i] = by
	}
}

// without and with return new lists.
func without(files []*File, f *File) []*File {
	i, found := filePlace(files, f)
	if !found {
		return files
	}
	return slices.Concat(files[:i], files[i+1:])
}

func with(files []*File, f *File) []*File {
	i, _ := filePlace(files, f)
	return slices.Concat(files[:i], []*File{f}, files[i:])
}

// filePlace is the place of the path of a file among files in the order of
// their paths, and whether it is taken.
func filePlace(files []*File, f *File) (int, bool) {
	return slices.BinarySearchFunc(files, f, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
}
