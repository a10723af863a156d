package signature

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// sandbox is a folder in which the real tools make keys and signatures.
type sandbox struct {
	t   testing.TB
	dir string
}

// newSandbox skips the test where one of the tools is not installed.
func newSandbox(t testing.TB, tools ...string) sandbox {
	t.Helper()
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed; this test compares with what it does", tool)
		}
	}
	// Sockets have short paths: t.TempDir is too long for gpg-agent.
	dir, err := os.MkdirTemp("", "sig")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return sandbox{t: t, dir: dir}
}

func (s sandbox) path(name string) string { return filepath.Join(s.dir, name) }

// try runs a shell script; the zone of the machine is Japan's.
func (s sandbox) try(script string, env ...string) (string, error) {
	c := exec.Command("sh", "-eu", "-c", script)
	c.Dir = s.dir
	c.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + s.dir, "GNUPGHOME=" + s.dir, "LC_ALL=C", "TZ=JST-9",
		"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
	}, env...)
	out, err := c.CombinedOutput()
	return strings.TrimRight(string(out), "\n"), err
}

func (s sandbox) run(script string, env ...string) string {
	s.t.Helper()
	out, err := s.try(script, env...)
	if err != nil {
		s.t.Fatalf("%v\n%s\n%s", err, script, out)
	}
	return out
}

func (s sandbox) write(name string, content []byte) {
	s.t.Helper()
	if err := os.WriteFile(s.path(name), content, 0o600); err != nil {
		s.t.Fatal(err)
	}
}

func (s sandbox) read(name string) []byte {
	s.t.Helper()
	b, err := os.ReadFile(s.path(name))
	if err != nil {
		s.t.Fatal(err)
	}
	return b
}

// keys reads public keys that must be readable.
func (s sandbox) keys(text []byte) []*Key {
	s.t.Helper()
	keys, err := ParseKeysIn(text, japan())
	if err != nil {
		s.t.Fatal(err)
	}
	return keys
}

func japan() *time.Location { return time.FixedZone("JST", 9*60*60) }

// noon is the instant at which signatures are judged where nothing else is said.
func noon() time.Time { return time.Date(2026, 4, 1, 12, 0, 0, 0, japan()) }
