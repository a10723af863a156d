//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// benchCommits is the length of the history of the benchmark (design §7).
const benchCommits = 10_000

// benchStart is the time of the first commit, in seconds since 1970 (July 2025,
// after the records were made), benchStep the time between two.
const (
	benchStart = 1_753_000_000
	benchStep  = 4_000
)

// BenchmarkHistory checks every commit of 10,000 over 1,000 documents, each
// time as a process of its own, and reports the times as ratios to that of git
// cat-file --batch of all objects, measured in the same run: without a cache
// (limit 4), with one (0.5), with one new commit on top of a cache (0.1); and
// the time as a ratio to that of half the commits (limit 2.2), and the peak
// memory (limit 300 MB). It takes minutes: run it with -benchtime 1x.
func BenchmarkHistory(b *testing.B) {
	program := buildProgram(b)
	half := newBenchHistory(b, benchCommits/2)
	whole := newBenchHistory(b, benchCommits)
	for b.Loop() {
		yardstick := whole.catFile(b)
		shorter, _ := half.run(b, program, "--no-cache")
		cold, memory := whole.run(b, program, "--no-cache")
		dir := b.TempDir()
		whole.run(b, program, "--cache-dir", dir)
		warm, _ := whole.run(b, program, "--cache-dir", dir)
		whole.commit(b)
		next, _ := whole.run(b, program, "--cache-dir", dir)
		b.ReportMetric(yardstick.Seconds(), "cat-file-s")
		b.ReportMetric(cold.Seconds()/yardstick.Seconds(), "cold/cat-file")
		b.ReportMetric(warm.Seconds()/yardstick.Seconds(), "warm/cat-file")
		b.ReportMetric(next.Seconds()/yardstick.Seconds(), "next/cat-file")
		b.ReportMetric(cold.Seconds()/shorter.Seconds(), "twice/once")
		b.ReportMetric(memory, "peak-MB")
	}
}

// benchHistory is a packed repository.
type benchHistory struct{ dir string }

// newBenchHistory makes a history of n commits, each of which changes one or
// two of 1,000 records of about 6 KB.
func newBenchHistory(b *testing.B, n int) benchHistory {
	b.Helper()
	h := benchHistory{b.TempDir()}
	h.git(b, nil, "init", "-q", "-b", "main")
	script, err := os.Create(filepath.Join(b.TempDir(), "script"))
	if err != nil {
		b.Fatal(err)
	}
	defer script.Close()
	rnd := rand.New(rand.NewPCG(1, 1))
	versions := make([]int, benchDocuments+1)
	for c := range n {
		fmt.Fprintf(script, "commit refs/heads/main\nauthor S <s@example.com> %[1]d +0900\ncommitter S <s@example.com> %[1]d +0900\ndata 6\nupdate\n", benchStart+c*benchStep)
		if c == 0 {
			inline(script, "ismslint.toml", benchConfig)
			for i := 1; i <= benchDocuments; i++ {
				inline(script, benchPath(i), benchRecord(i, 0))
			}
			continue
		}
		for range 1 + rnd.IntN(2) {
			i := 1 + rnd.IntN(benchDocuments)
			versions[i]++
			inline(script, benchPath(i), benchRecord(i, versions[i]))
		}
	}
	if _, err := script.Seek(0, io.SeekStart); err != nil {
		b.Fatal(err)
	}
	h.git(b, script, "fast-import", "--quiet")
	h.git(b, nil, "gc", "-q", "--prune=now")
	h.git(b, nil, "reset", "-q", "--hard")
	return h
}

func inline(w io.Writer, path, content string) {
	fmt.Fprintf(w, "M 100644 inline %s\ndata %d\n%s\n", path, len(content), content)
}

func benchPath(i int) string {
	return fmt.Sprintf("records/ISMS-B-24/%02d/CAR-2025-%04d.md", i%20, i)
}

// benchRecord is a version of a record that nobody has approved yet.
func benchRecord(i, version int) string {
	head := fmt.Sprintf(benchHead, fmt.Sprintf("CAR-2025-%04d", i), i)
	head = strings.Replace(head, "status: approved", "status: draft", 1)
	head = strings.Replace(head, "approved_by: tanaka\napproved_on: 2025-07-10\n", "", 1)
	return head + benchBody(i) + fmt.Sprintf("\n第%d稿。\n", version)
}

func (h benchHistory) git(b *testing.B, stdin io.Reader, args ...string) []byte {
	b.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Stdin = h.dir, stdin
	cmd.Env = append(cmd.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=S", "GIT_AUTHOR_EMAIL=s@example.com", "GIT_COMMITTER_NAME=S", "GIT_COMMITTER_EMAIL=s@example.com")
	out, err := cmd.Output()
	if err != nil {
		b.Fatalf("git %v: %v", args, err)
	}
	return out
}

// catFile is the yardstick: git reads every object of the history.
func (h benchHistory) catFile(b *testing.B) time.Duration {
	b.Helper()
	var ids bytes.Buffer
	for line := range bytes.Lines(h.git(b, nil, "rev-list", "--objects", "--all")) {
		id, _, _ := bytes.Cut(bytes.TrimSuffix(line, []byte("\n")), []byte(" "))
		ids.Write(append(id, '\n'))
	}
	list := filepath.Join(b.TempDir(), "ids")
	if err := os.WriteFile(list, ids.Bytes(), 0o644); err != nil {
		b.Fatal(err)
	}
	in, err := os.Open(list)
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	start := time.Now()
	cmd := exec.Command("git", "cat-file", "--batch") // whose output nobody takes: a pipe would cost as much again
	cmd.Dir, cmd.Stdin = h.dir, in
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

// run checks the history and returns how long it took and its peak memory in MB.
func (h benchHistory) run(b *testing.B, program string, args ...string) (time.Duration, float64) {
	b.Helper()
	cmd := exec.Command(program, append([]string{"history", "--format", "json", "--lang", "en"}, args...)...)
	cmd.Dir = h.dir
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%.2000s", err, out)
	}
	return time.Since(start), float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / 1024
}

// commit adds one commit on top.
func (h benchHistory) commit(b *testing.B) {
	b.Helper()
	if err := os.WriteFile(filepath.Join(h.dir, benchPath(1)), []byte(benchRecord(1, benchCommits)), 0o644); err != nil {
		b.Fatal(err)
	}
	h.git(b, nil, "commit", "-q", "-a", "-m", "one more")
}
