package repo

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/go-git/go-git/v5/plumbing"
)

// makeHistory makes a repository r with 60 revisions of a document, a tag, an
// empty file and one too large for one step of reading.
func makeHistory(s sandbox) {
	s.t.Helper()
	lines := make([]string, 900)
	for i := range lines {
		lines[i] = fmt.Sprintf("line %d of the document", i)
	}
	var script strings.Builder
	for i := range 60 {
		lines[i*13] = fmt.Sprintf("changed in revision %d", i)
		content := strings.Join(lines, "\n")
		fmt.Fprintf(&script, "commit refs/heads/main\ncommitter A <a@b> %d +0000\ndata 0\n\n", i)
		if i == 0 {
			script.WriteString("from main^0\n")
		}
		fmt.Fprintf(&script, "M 100644 inline a.md\ndata %d\n%s\n\n", len(content), content)
	}
	s.write("script", script.String())
	s.run(`
git init -q -b main r && cd r
seq 1 400000 >large.md && : >empty.md && git add . && git commit -qm first
git fast-import --quiet --force <../script
git tag -m annotated v1 main
`)
}

// What every way of storing objects gives must be what git gives.
func TestObjectStores(t *testing.T) {
	s := newSandbox(t)
	makeHistory(s)
	want := allObjects(s, "r")
	if len(want) < 120 {
		t.Fatalf("only %d objects", len(want))
	}
	tests := map[string]string{
		"as made":        `true`,
		"loose":          `mv .git/objects/pack ../packs && mkdir .git/objects/pack && for p in ../packs/*.pack; do git unpack-objects -q <$p; done; rm -r ../packs`,
		"packed":         `git gc -q --aggressive --prune=now`,
		"deltas by id":   `git -c repack.useDeltaBaseOffset=false repack -adfq --depth=50 --window=50`,
		"large offsets":  `git gc -q --prune=now && cd .git/objects/pack && p=$(ls *.pack) && rm -f *.idx *.rev && git index-pack --index-version=2,0x40 -o ${p%.pack}.idx $p`,
		"several packs":  `git repack -dq && seq 5 50 >b.md && git add . && git commit -qm b && git repack -dq`,
		"shared":         `cd .. && rm -rf "$D" && git clone -q --shared r "$D"`,
		"relative chain": `cd .. && rm -rf "$D" && git init -q middle && git init -q "$D" && echo ../../../r/.git/objects >middle/.git/objects/info/alternates && echo ../../../middle/.git/objects >"$D/.git/objects/info/alternates"`,
	}
	for name, script := range tests {
		t.Run(name, func(t *testing.T) {
			dir := strings.ReplaceAll(name, " ", "-")
			s.run(`cp -R r "$D" && cd "$D" && `+script, "D="+dir)
			store := s.open(dir).objects
			for id, o := range want {
				typ, content, err := store.object(id, 1<<24)
				if err != nil || typ.String() != o.typ || !bytes.Equal(content, o.content) {
					t.Fatalf("%s: %s of %d bytes, %v; want %s of %d bytes", id, typ, len(content), err, o.typ, len(o.content))
				}
				if len(o.content) > 0 {
					if _, _, err := store.object(id, int64(len(o.content))-1); err != ErrTooLarge {
						t.Fatalf("%s with a limit: %v", id, err)
					}
				}
			}
		})
	}
}

type rawObject struct {
	typ     string
	content []byte
}

// allObjects reads all objects of a repository with git.
func allObjects(s sandbox, dir string) map[plumbing.Hash]rawObject {
	s.t.Helper()
	s.run(`git -C "$D" cat-file --batch-all-objects --batch >all`, "D="+dir)
	b, err := os.ReadFile(s.path("all"))
	if err != nil {
		s.t.Fatal(err)
	}
	objects := map[plumbing.Hash]rawObject{}
	for len(b) > 0 {
		head, rest, _ := bytes.Cut(b, []byte("\n"))
		f := strings.Fields(string(head))
		n, err := strconv.Atoi(f[2])
		if err != nil {
			s.t.Fatal(err)
		}
		objects[plumbing.NewHash(f[0])] = rawObject{f[1], rest[:n]}
		b = rest[n+1:]
	}
	return objects
}

func TestObjectsOnDiskIndex(t *testing.T) {
	s := newSandbox(t)
	makeHistory(s)
	s.run(`git -C r gc -q --prune=now`)
	name := s.run(`echo "$PWD"/r/.git/objects/pack/*.idx`)
	memory, err := openPackIndex(name, maxIndexInMemory)
	if err != nil {
		t.Fatal(err)
	}
	disk, err := openPackIndex(name, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer disk.close()
	for id := range allObjects(s, "r") {
		a, okA, errA := memory.find(id)
		b, okB, errB := disk.find(id)
		if a != b || !okA || !okB || errA != nil || errB != nil {
			t.Errorf("%s: %d %v %v, on disk %d %v %v", id, a, okA, errA, b, okB, errB)
		}
	}
	if _, ok, err := disk.find(plumbing.NewHash(strings.Repeat("f", 40))); ok || err != nil {
		t.Errorf("an id that is not there: %v %v", ok, err)
	}
}

func TestObjectsConcurrently(t *testing.T) {
	s := newSandbox(t)
	makeHistory(s)
	s.run(`git -C r gc -q --prune=now`)
	want := allObjects(s, "r")
	store := s.open("r").objects
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for id, o := range want {
				if _, content, err := store.object(id, 1<<24); err != nil || !bytes.Equal(content, o.content) {
					t.Errorf("%s: %d bytes, %v", id, len(content), err)
					return
				}
				// What a reader does to its copy is no one else's business.
				_, content, _ := store.object(id, 1<<24)
				clear(content)
			}
		})
	}
	wg.Wait()
}

// While we read, git may pack the loose objects and remove the packs we knew.
func TestObjectsSurviveRepacking(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main r && cd r && seq 1 99 >a.md && git add . && git commit -qm first && git gc -q && seq 1 98 >b.md && git add . && git commit -qm second`)
	r := s.open("r")
	snap, err := r.CommitSnapshot("HEAD", "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	s.run(`cd r && git gc -q --prune=now`)
	if got := contents(t, snap, nil); len(got) != 2 || !strings.HasPrefix(got["b.md"], "1\n2\n") {
		t.Errorf("%q", got)
	}
}

// A server keeps the objects of a push in quarantine until its hooks agree.
func TestObjectsInQuarantine(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q --bare server.git
cat >server.git/hooks/pre-receive <<'EOF'
#!/bin/sh
read old new ref
cp -R "$GIT_OBJECT_DIRECTORY" ../incoming && echo "$new" >../new && echo "$GIT_OBJECT_DIRECTORY" >../own && echo "$GIT_ALTERNATE_OBJECT_DIRECTORIES" >../alternates
EOF
chmod +x server.git/hooks/pre-receive
git clone -q server.git work 2>/dev/null && cd work && git checkout -q -b main
echo one >a.md && git add . && git commit -qm first && git push -q origin main
rm -rf ../incoming && echo two >b.md && git add . && git commit -qm second && git push -q origin main
cd ../server.git && git update-ref refs/heads/main main~1 && git gc -q --prune=now
`)
	id := s.run(`cat new`)
	if !strings.Contains(s.run(`cat own`), "incoming") {
		t.Skip("this git keeps no quarantine")
	}
	if _, err := s.open("server.git").Resolve(id); err == nil {
		t.Fatal("the commit is in the repository already")
	}
	r := s.open("server.git", "GIT_DIR="+s.path("server.git"), "GIT_OBJECT_DIRECTORY="+s.path("incoming"),
		"GIT_ALTERNATE_OBJECT_DIRECTORIES="+s.run(`cat alternates`))
	snap, err := r.CommitSnapshot(id, "", Options{})
	if got := contents(t, snap, err); got["a.md"] != "one\n" || got["b.md"] != "two\n" {
		t.Errorf("%q", got)
	}
}

func TestObjectErrors(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main loose && cd loose && mkdir isms && seq 1 99 >isms/a.md && seq 2 99 >b.md && git add . && git commit -qm first
file() { h=$(git rev-parse "$1"); echo .git/objects/$(echo $h | cut -c1-2)/$(echo $h | cut -c3-); }
cp -R . ../packed && cd ../packed && git gc -q --prune=now && cd ../loose
for n in missing truncated swapped notzlib tree commit; do cp -R . ../$n; done
cd ../missing && rm -f $(file HEAD:isms/a.md)
cd ../truncated && f=$(file HEAD:isms/a.md) && chmod u+w $f && dd if=/dev/null of=$f bs=1 seek=30 2>/dev/null
cd ../swapped && f=$(file HEAD:isms/a.md) && chmod u+w $f && cat $(file HEAD:b.md) >$f
cd ../notzlib && f=$(file HEAD:isms/a.md) && chmod u+w $f && echo nonsense >$f
cd ../tree && rm -f $(file HEAD:isms)
cd ../commit && rm -f $(file HEAD)
cp -R ../missing ../partial && cd ../partial && git config extensions.partialClone origin
cp -R ../packed ../badpack && cd ../badpack/.git/objects/pack && chmod u+w *.pack && dd if=/dev/zero of=$(ls *.pack) bs=1 seek=20 count=4000 conv=notrunc 2>/dev/null
cp -R ../../../../packed ../../../../badidx && cd ../../../../badidx/.git/objects/pack && chmod u+w *.idx && echo nonsense >$(ls *.idx)
cp -R ../../../../packed ../../../../shortpack && cd ../../../../shortpack/.git/objects/pack && chmod u+w *.pack && dd if=/dev/null of=$(ls *.pack) bs=1 seek=40 2>/dev/null
`)
	tests := []struct {
		dir, ja, en string
		missing     bool
	}{
		{"missing", "git fsck", "is missing and the repository may be damaged", true},
		{"partial", "部分クローン", "git fetch --refetch --no-filter", true},
		{"truncated", "壊れています", "is damaged; run git fsck", false},
		{"swapped", "内容とIDが一致しません", "content does not match its id", false},
		{"notzlib", "壊れています", "is damaged", false},
		{"tree", "git fsck", "is missing", true},
		{"commit", "git fsck", "is missing", true},
		{"badpack", "壊れています", "is damaged", false},
		{"badidx", "パックファイル", "cannot open the pack", false},
		{"shortpack", "壊れています", "is damaged", false},
	}
	for _, tt := range tests {
		t.Run(tt.dir, func(t *testing.T) {
			snap, err := s.open(tt.dir).CommitSnapshot("HEAD", "isms", Options{})
			if err == nil {
				_, err = snap.Read(snap.Entries[0], 1<<20)
			}
			wantError(t, err, tt.ja, tt.en)
			var e *ObjectError
			if !errors.As(err, &e) || e.Missing != tt.missing || !plumbing.IsHash(e.ID) {
				t.Errorf("%#v", err)
			}
		})
	}
}
