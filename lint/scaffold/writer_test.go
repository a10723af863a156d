package scaffold

import (
	"errors"
	"io/fs"
	"os"
	"testing"
)

// Between the look for conflicts and the writing someone else may create a
// file: it stays as it is, and what was written before goes.
func TestWriterNeverReplaces(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := root.WriteFile("b", []byte("theirs"), 0o666); err != nil {
		t.Fatal(err)
	}
	w := writer{root: root}
	if err := w.write(File{Path: "a/x/y", Content: []byte("ours")}); err != nil {
		t.Fatal(err)
	}
	if err := w.write(File{Path: "b", Content: []byte("ours")}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("error is %v, want %v", err, fs.ErrExist)
	}
	w.undo()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != "b" {
		t.Errorf("left are %v, want only b", entries)
	}
	if got, _ := root.ReadFile("b"); string(got) != "theirs" {
		t.Errorf("b is %q", got)
	}
}
