package cache_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/ismslint/ismslint/lint/cache"
)

func open(t *testing.T, dir, name string) *cache.Log {
	t.Helper()
	l, err := cache.Open(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func want(t *testing.T, l *cache.Log, key, value string) {
	t.Helper()
	if got, ok := l.Get(key); !ok || got != value {
		t.Errorf("Get(%q) = %q, %t, want %q", key, got, ok, value)
	}
}

func logFile(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.log"))
	if err != nil || len(files) != 1 {
		t.Fatalf("logs: %v, %v", files, err)
	}
	return files[0]
}

func TestEntriesAreKept(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir, "v1")
	l.Put("a", `{"x": 1}`)
	l.Put("b", "two words\nin lines")
	l.Put("a", "later")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir, "v1")
	want(t, again, "a", "later")
	want(t, again, "b", "two words\nin lines")
	if _, ok := open(t, dir, "v2").Get("a"); ok {
		t.Error("an entry of another version was found")
	}
}

func TestFileOfAnotherLog(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir, "v1")
	l.Put("a", "of the first")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	first := logFile(t, dir)
	l = open(t, dir, "v2")
	l.Put("b", "of the second")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.log"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if file != first {
			if err := os.Rename(first, file); err != nil {
				t.Fatal(err)
			}
		}
	}
	l = open(t, dir, "v2")
	if v, ok := l.Get("a"); ok {
		t.Errorf("the file of another log gave %q", v)
	}
	l.Put("c", "new")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	want(t, open(t, dir, "v2"), "c", "new")
}

func TestDamageCostsOneEntry(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir, "v1")
	for i := range 3 {
		l.Put(fmt.Sprint("key", i), "value")
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	file := logFile(t, dir)
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	// One byte of the second entry differs, the third was cut off in the middle.
	b[len(b)/2] ^= 1
	if err := os.WriteFile(file, b[:len(b)-4], 0o600); err != nil {
		t.Fatal(err)
	}
	l = open(t, dir, "v1")
	want(t, l, "key0", "value")
	for _, key := range []string{"key1", "key2"} {
		if v, ok := l.Get(key); ok {
			t.Errorf("the damaged entry %s gave %q", key, v)
		}
	}
	l.Put("key3", "after the damage")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	want(t, open(t, dir, "v1"), "key3", "after the damage")
}

func TestTrimKeepsWhatWasUsed(t *testing.T) {
	dir := t.TempDir()
	l := open(t, dir, "v1")
	big := strings.Repeat("x", 1<<20)
	for i := range 8 {
		l.Put(fmt.Sprint("key", i), big)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	l = open(t, dir, "v1")
	want(t, l, "key2", big)
	l.Put("key9", "new")
	l.Trim()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(logFile(t, dir))
	if err != nil || info.Size() > 2<<20 {
		t.Errorf("after trimming the log has %d bytes, %v", info.Size(), err)
	}
	l = open(t, dir, "v1")
	want(t, l, "key2", big)
	want(t, l, "key9", "new")
	if _, ok := l.Get("key3"); ok {
		t.Error("an entry that nobody asked for is still there")
	}
}

func TestManyWriters(t *testing.T) {
	dir := t.TempDir()
	var group sync.WaitGroup
	for w := range 8 {
		group.Go(func() {
			l, err := cache.Open(dir, "v1")
			if err != nil {
				t.Error(err)
				return
			}
			for i := range 500 {
				l.Put(fmt.Sprintf("%d-%d", w, i), strings.Repeat("x", 200))
			}
			if err := l.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	l := open(t, dir, "v1")
	for w := range 8 {
		for i := range 500 {
			if _, ok := l.Get(fmt.Sprintf("%d-%d", w, i)); !ok {
				t.Fatalf("entry %d of writer %d is lost", i, w)
			}
		}
	}
}

func TestFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := cache.Open(filepath.Join(file, "cache"), "v1"); err == nil {
		t.Error("a folder below a file was made")
	}
}
