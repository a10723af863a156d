package repo

import (
	"bytes"
	"testing"

	"github.com/go-git/go-git/v5/plumbing/format/packfile"
)

// FuzzApplyDelta holds deltas that go-git makes to what they stand for, and
// bytes that nobody made to an error instead of a panic.
func FuzzApplyDelta(f *testing.F) {
	base := bytes.Repeat([]byte("policy of the ISMS\n"), 50)
	f.Add(base, append([]byte("new\n"), base...))
	f.Add(base, bytes.ToUpper(base))
	f.Add([]byte("abc"), []byte{3, 3, 0x80})    // copies 64 KiB of three bytes
	f.Add([]byte("abc"), []byte{3, 3, 0})       // an instruction that git reserves
	f.Add([]byte("abc"), []byte{3, 9, 0x90, 3}) // a result shorter than announced
	f.Fuzz(func(t *testing.T, base, b []byte) {
		got, err := applyDelta(base, packfile.DiffDelta(base, b))
		if err != nil || !bytes.Equal(got, b) {
			t.Errorf("applyDelta = %q, %v, want %q", got, err, b)
		}
		if checkDelta(b, 1<<20) != nil {
			return
		}
		if got, err := applyDelta(base, b); err == nil && len(got) > 1<<20 {
			t.Errorf("applyDelta gives %d bytes, more than the delta was allowed", len(got))
		}
	})
}
