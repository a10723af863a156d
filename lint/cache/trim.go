package cache

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Trim drops the entries that were not asked for since the log was opened, if
// they make up most of it. It is for logs of which each run needs all. What
// other processes wrote in the meantime may be lost.
func (l *Log) Trim() {
	const slack = 4 << 20 // bytes
	l.mu.Lock()
	defer l.mu.Unlock()
	used := 0
	for key, e := range l.entries {
		if e.used {
			used += headSize + len(key) + len(e.value)
		}
	}
	if l.broken != nil || l.size < 2*used+slack {
		return
	}
	b := make([]byte, 0, used)
	for _, key := range slices.Sorted(maps.Keys(l.entries)) {
		if e := l.entries[key]; e.used {
			b = l.appendEntry(b, key, e.value)
		}
	}
	l.pending, l.size = nil, len(b)
	l.broken = replaceFile(l.path, b)
}

// replaceFile writes a file beside the one that it then takes the place of.
func replaceFile(path string, b []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "*"+suffix)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// prune removes the logs that were not used for longest until the folder is
// small enough.
func prune(folder, keep string) {
	entries, _ := os.ReadDir(folder)
	var logs []fs.FileInfo
	total := int64(0)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && filepath.Ext(e.Name()) == suffix {
			logs = append(logs, info)
			total += info.Size()
		}
	}
	slices.SortFunc(logs, func(a, b fs.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, info := range logs {
		path := filepath.Join(folder, info.Name())
		if total <= maxFolder {
			return
		}
		if path != keep && os.Remove(path) == nil {
			total -= info.Size()
		}
	}
}
