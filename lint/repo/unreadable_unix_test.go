//go:build unix

package repo

import (
	"os"
	"os/exec"
	"syscall"
	"testing"
)

// Root reads everything, so as root the test binary acts as another user.
func TestWorktreeUnreadable(t *testing.T) {
	s := newSandbox(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	checkUnreadable(t, s, func(...string) ([]byte, error) {
		c := exec.Command(self)
		if os.Getuid() == 0 {
			s.run(`cp "$SELF" helper && chmod 755 helper`, "SELF="+self)
			const nobody = 65534
			c = exec.Command(s.path("helper"))
			c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		}
		c.Dir = s.path("w")
		c.Env = []string{helperVar + "=worktree"}
		return c.Output()
	})
}
