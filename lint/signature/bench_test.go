package signature

import (
	"sync"
	"testing"
)

// BenchmarkVerify verifies one Ed25519 signature among 100 known keys.
func BenchmarkVerify(b *testing.B) {
	keys := sampleKeys(b)
	sig := samples(b, "ed25519.sig")["ed25519.sig"]
	for len(keys) < 100 {
		keys = append([]*Key{{kind: SSH, ssh: &sshKey{blob: make([]byte, len(keys[0].ssh.blob))}}}, keys...)
	}
	for b.Loop() {
		if Verify([]byte(statement), sig, keys, "file", noon()).Problem != None {
			b.Fatal("not valid")
		}
	}
}

// TestConcurrent verifies with shared keys; the race detector watches.
func TestConcurrent(t *testing.T) {
	keys := sampleKeys(t)
	sigs := samples(t, "*.sig")
	var wg sync.WaitGroup
	for range 8 {
		for name, sig := range sigs {
			wg.Go(func() {
				if r := Verify([]byte(statement), sig, keys, "file", noon()); r.Problem != None {
					t.Errorf("%s: %s", name, r.Text().EN)
				}
			})
		}
	}
	wg.Wait()
}
