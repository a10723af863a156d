// Package cache keeps results between runs of the program. It is never needed:
// what cannot be read is computed again, and what cannot be written is not
// kept.
//
// A cache is a folder of logs. A log is a file to which entries are only ever
// appended, each with its own checksum, so that any number of processes may read
// and write it at the same time without locks, and one that is killed loses no
// more than its last entries.
package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
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

	suffix = ".log"
)

// An entry begins with mark, the sizes of key and value and the checksum of
// both, four bytes each, the lowest first. After a damaged one the next mark
// tells where to go on.
const (
	mark     = "\xc5ism"
	headSize = 16
)

// castagnoli is the polynomial that processors compute fastest.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Log is one log of a cache. It is safe for concurrent use.
type Log struct {
	mu      sync.Mutex
	path    string
	seed    uint32 // of checksums
	size    int    // of the file when it was read
	entries map[string]*entry
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
	l := &Log{path: filepath.Join(folder, hex.EncodeToString(sum[:16])+suffix), seed: crc32.Checksum([]byte(name), castagnoli), entries: map[string]*entry{}}
	if info, err := os.Stat(l.path); err == nil && info.Size() > maxLog {
		_ = os.Remove(l.path)
	}
	all, err := readFile(l.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, message.Wrap(err, "キャッシュ「%s」を読み込めません。--cache-dir で別の場所を指定するか、--no-cache を付けてください",
			"cannot read the cache %q; name another folder with --cache-dir, or pass --no-cache", l.path)
	}
	l.read(all)
	if err == nil {
		now := time.Now()
		_ = os.Chtimes(l.path, now, now) // the time of use decides which log goes first
	}
	prune(folder, l.path)
	return l, nil
}

// readFile returns a file as a text without a second copy of it.
func readFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var b strings.Builder
	if info, err := f.Stat(); err == nil {
		b.Grow(int(info.Size()))
	}
	_, err = io.Copy(&b, f)
	return b.String(), err
}

// Get returns the value of a key.
func (l *Log) Get(key string) (value string, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	e := l.entries[key]
	if e == nil {
		return "", false
	}
	e.used = true
	return e.value, true
}

// Put keeps a value.
func (l *Log) Put(key, value string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries[key] = &entry{value: value, used: true}
	l.pending = l.appendEntry(l.pending, key, value)
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
// with those of others.
func (l *Log) flush() {
	if len(l.pending) == 0 || l.broken != nil {
		return
	}
	f, err := os.OpenFile(l.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		l.broken = err
		return
	}
	_, err = f.Write(l.pending)
	l.broken = errors.Join(err, f.Close())
	l.pending = nil
}
