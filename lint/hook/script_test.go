package hook

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// shells returns the shells that are there; git for Windows has bash, Debian
// dash, and busybox is what small servers have.
func shells(t *testing.T) [][]string {
	t.Helper()
	var found [][]string
	for _, s := range [][]string{{"dash"}, {"bash", "--posix"}, {"busybox", "sh"}, {"ksh"}, {"sh"}} {
		if path, err := exec.LookPath(s[0]); err == nil {
			found = append(found, append([]string{path}, s[1:]...))
		}
	}
	if len(found) == 0 {
		t.Skip("there is no POSIX shell")
	}
	return found
}

// TestScriptCallsTheProgram runs the hooks with a program that says what it was
// called with, in folders whose names no shell likes.
func TestScriptCallsTheProgram(t *testing.T) {
	const input = "a b c\nd e f\n"
	for _, sh := range shells(t) {
		for _, folder := range []string{"", "isms", "it's an $(isms)", "-x"} {
			t.Run(filepath.Base(sh[0])+"/"+folder, func(t *testing.T) {
				dir := filepath.Join(t.TempDir(), "a 'hooks' folder")
				program := filepath.Join(dir, "no path", "ismslint")
				write(t, program, "#!/bin/sh\nprintf '<%s>' \"$@\"\ncat\nexit 5\n")
				if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
					t.Fatal(err)
				}
				tests := []struct {
					kind  Kind
					input string
					want  string
				}{
					{PreCommit, "", "<hook><run><pre-commit><--folder=" + folder + ">"},
					{PreReceive, input, "<hook><run><pre-receive><--folder=" + folder + "><-->" + input},
					{PrePush, input, "<hook><run><pre-push><--folder=" + folder + "><--><origin><an address>" + input},
					{PrePush, "", "<hook><run><pre-push><--folder=" + folder + "><--><origin><an address>"},
				}
				for _, tt := range tests {
					path := filepath.Join(dir, string(tt.kind))
					write(t, path, script(tt.kind, folder, program))
					var args []string
					if tt.kind == PrePush {
						args = []string{"origin", "an address"}
					}
					out, code := runHook(t, sh, dir, path, tt.input, args...)
					if out != tt.want || code != 5 {
						t.Errorf("%s says %q with %d, want %q with 5", tt.kind, out, code, tt.want)
					}
				}
			})
		}
	}
}

// TestScriptCallsTheEarlierHook holds that it gets the same arguments and
// input, and that its failure is that of the hook.
func TestScriptCallsTheEarlierHook(t *testing.T) {
	const input = "a b c\nd e f\n"
	for _, sh := range shells(t) {
		for _, kind := range Kinds() {
			for _, earlier := range []struct {
				name, text string
				want       string
				code       int
			}{
				{"reads", "cat; printf '<%s>' \"$@\"", "INPUT<x><y z>ours", 0},
				{"ignores its input", "echo theirs", "theirs\nours", 0},
				{"fails", "exit 9", "", 9},
			} {
				t.Run(filepath.Base(sh[0])+"/"+string(kind)+"/"+earlier.name, func(t *testing.T) {
					dir := t.TempDir()
					program, path := filepath.Join(dir, "bin", "ismslint"), filepath.Join(dir, string(kind))
					write(t, program, "#!/bin/sh\nprintf ours\n")
					write(t, path, script(kind, "", program))
					write(t, path+Suffix, "#!/bin/sh\n"+earlier.text+"\n")
					out, code := runHook(t, sh, dir, path, input, "x", "y z")
					if want := strings.Replace(earlier.want, "INPUT", input, 1); out != want || code != earlier.code {
						t.Errorf("got %q with %d, want %q with %d", out, code, want, earlier.code)
					}
				})
			}
		}
	}
}

// TestScriptLeavesDisabledHooks: git does not run a hook that is not executable.
func TestScriptLeavesDisabledHooks(t *testing.T) {
	dir := t.TempDir()
	program, path := filepath.Join(dir, "bin", "ismslint"), filepath.Join(dir, string(PreCommit))
	write(t, program, "#!/bin/sh\nprintf ours\n")
	write(t, path, script(PreCommit, "", program))
	write(t, path+Suffix, "#!/bin/sh\nexit 9\n")
	if err := os.Chmod(path+Suffix, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, code := runHook(t, shells(t)[0], dir, path, ""); out != "ours" || code != 0 {
		t.Errorf("got %q with %d", out, code)
	}
}

func TestFolderOf(t *testing.T) {
	for _, folder := range []string{"", "isms", "it's", "a b/c", "'", "日本"} {
		if got := folderOf(script(PrePush, folder, "/bin/ismslint")); got != folder {
			t.Errorf("folderOf gives %q, want %q", got, folder)
		}
	}
}

func TestIsOurs(t *testing.T) {
	for _, k := range Kinds() {
		if !isOurs(script(k, "", "")) {
			t.Errorf("%s is not known as a hook of ismslint", k)
		}
	}
	if isOurs("#!/bin/sh\nismslint check --staged\n") {
		t.Error("a hook that the user wrote is taken for one of ismslint")
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
}

// runHook runs a hook as git does, without ismslint in PATH.
func runHook(t *testing.T, sh []string, dir, path, input string, args ...string) (out string, code int) {
	t.Helper()
	cmd := exec.Command(sh[0], append(append(append([]string{}, sh[1:]...), path), args...)...)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=/usr/bin:/bin"}
	cmd.Stdin = strings.NewReader(input)
	b, err := cmd.Output()
	if _, failed := err.(*exec.ExitError); err != nil && !failed {
		t.Fatal(err)
	}
	return string(b), cmd.ProcessState.ExitCode()
}
