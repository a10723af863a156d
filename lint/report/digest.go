package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// digest identifies what has no fingerprint of its own.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}
