// Package cache keeps results between runs of the program. It is never needed:
// what cannot be read is computed again, and what cannot be written is not
// kept.
//
// A cache is a folder of logs. A log is a text file to which entries are only
// ever appended, one a line, each with its own checksum, so that any number of
// processes may read and write it at the same time without locks, and one that
// is killed loses no more than its last line.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/ismslint/ismslint/lint/message"
)

const (
	// maxLog is the size at which a log is begun anew, maxFolder that above
	// which the logs that were not used for longest are removed, in bytes.
	maxLog    = 64 << 20
	maxFolder = 256 << 20
	// flushAt is the number of bytes that are held back to be written at once.
	flushAt = 64 << 10

	suffix  = ".log"
	sumSize = 16 // hexadecimal digits of the checksum of an entry
)

// Log is one log of a cache. It is safe for concurrent use.
type Log struct {
	mu      sync.Mutex
	path    string
	entries map[string][]byte
	pending []byte
	broken  error // why nothing more is written
}

// Open reads the log of the given name in a folder, which is made if need be.
// Names are what the entries depend on besides their keys, such as the version
// of the program. The error says why there can be no cache.
func Open(folder, name string) (*Log, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, message.Wrap(err, "キャッシュのフォルダ「%s」を作れません。--cache-dir で別の場所を指定するか、--no-cache を付けてください",
			"cannot make the cache folder %q; name another one with --cache-dir, or pass --no-cache", folder)
	}
	sum := sha256.Sum256([]byte(name))
	l := &Log{path: filepath.Join(folder, hex.EncodeToString(sum[:16])+suffix), entries: map[string][]byte{}}
	if info, err := os.Stat(l.path); err == nil && info.Size() > maxLog {
		_ = os.Remove(l.path)
	}
	b, err := os.ReadFile(l.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, message.Wrap(err, "キャッシュ「%s」を読み込めません。--cache-dir で別の場所を指定するか、--no-cache を付けてください",
			"cannot read the cache %q; name another folder with --cache-dir, or pass --no-cache", l.path)
	}
	l.read(b)
	if err == nil {
		now := time.Now()
		_ = os.Chtimes(l.path, now, now) // the time of use decides which log goes first
	}
	prune(folder, l.path)
	return l, nil
}

// read takes up the entries of a log, leaving out what is damaged.
func (l *Log) read(b []byte) {
	for line := range bytes.Lines(b) {
		sum, rest, ok := bytes.Cut(bytes.TrimSuffix(line, []byte("\n")), []byte(" "))
		if !ok || len(sum) != sumSize || string(sum) != checksum(rest) {
			continue
		}
		if key, value, ok := bytes.Cut(rest, []byte(" ")); ok {
			l.entries[string(key)] = value
		}
	}
}

// Get returns the value of a key, which the caller must not change.
func (l *Log) Get(key string) (value []byte, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	value, ok = l.entries[key]
	return value, ok
}

// Put keeps a value. Keys have no blanks, values no line breaks.
func (l *Log) Put(key string, value []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries[key] = value
	entry := append([]byte(key+" "), value...)
	l.pending = append(l.pending, checksum(entry)+" "...)
	l.pending = append(append(l.pending, entry...), '\n')
	if len(l.pending) >= flushAt {
		l.flush()
	}
}

// Close writes what is still held back. Its error is for information only: the
// results are right without a cache.
func (l *Log) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.flush()
	return l.broken
}

// flush appends the pending entries in one write, which the system does not mix
// with those of others. The line break in front ends the line of a process that
// was killed while it wrote.
func (l *Log) flush() {
	if len(l.pending) == 0 || l.broken != nil {
		return
	}
	f, err := os.OpenFile(l.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		l.broken = err
		return
	}
	_, err = f.Write(append([]byte("\n"), l.pending...))
	l.broken = errors.Join(err, f.Close())
	l.pending = nil
}

func checksum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:sumSize/2])
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
