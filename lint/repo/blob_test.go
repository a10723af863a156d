package repo

import (
	"os"
	"testing"
)

func TestReadBlob(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main r && cd r && printf 'one\r\ntwo' >a.md && git add . && git commit -qm first`)
	r := s.open("r")
	id := s.run(`git -C r rev-parse HEAD:a.md`)
	b, err := r.ReadBlob(id, 8)
	if err != nil || string(b) != "one\r\ntwo" || BlobID(b) != id {
		t.Errorf("%q %v", b, err)
	}
	if _, err := r.ReadBlob(id, 7); err != ErrTooLarge {
		t.Errorf("with a limit: %v", err)
	}
	_, err = r.ReadBlob("HEAD:a.md", 8)
	wantError(t, err, "16進数40桁", "40 hexadecimal digits")
	_, err = r.ReadBlob(s.run(`git -C r rev-parse HEAD`), 1<<20)
	wantError(t, err, "種類が commit です", "it is a commit")
}

// A file that git checked out is no change, whatever line breaks it gave it.
func TestSameBlob(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && printf 'one\ntwo\n' >lf.md && printf 'one\r\ntwo\r\n' >crlf.md && printf 'one\r\ntwo\n' >mixed.md && printf 'one\rtwo\r' >cr.md && : >empty.md
git add . && git commit -qm first
git clone -q -c core.autocrlf=true . ../autocrlf && git clone -q . ../attributes && cd ../attributes && echo '*.md text eol=crlf' >.gitattributes && rm lf.md && git checkout -q lf.md
`)
	read := func(name string) []byte {
		b, err := os.ReadFile(s.path(name))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, name := range []string{"autocrlf/lf.md", "autocrlf/crlf.md", "autocrlf/mixed.md", "autocrlf/cr.md", "autocrlf/empty.md", "attributes/lf.md", "r/crlf.md"} {
		id := s.run(`git -C $(dirname "$F") rev-parse HEAD:$(basename "$F")`, "F="+name)
		content := read(name)
		if !SameBlob(id, content) {
			t.Errorf("%s, checked out as %q, counts as changed", name, content)
		}
		if SameBlob(id, append(content, '!')) {
			t.Errorf("%s: a change counts as none", name)
		}
	}
	for _, name := range []string{"autocrlf/lf.md", "attributes/lf.md"} {
		if string(read(name)) != "one\r\ntwo\r\n" {
			t.Errorf("git did not check %s out with CRLF, so the test shows nothing", name)
		}
	}
	if SameBlob(s.run(`git -C r rev-parse HEAD:crlf.md`), []byte("one\ntwo\n")) {
		t.Error("what git shows as a change counts as none")
	}
}
