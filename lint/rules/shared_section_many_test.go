package rules_test

import (
	"strings"
	"testing"
)

// TestManyReferencesAndNames checks a paragraph with as many names of other
// texts as references, which took the square of their number.
func TestManyReferencesAndNames(t *testing.T) {
	const times = 40_000
	text := exampleFrontMatter + "# ISMSマニュアル\n\n## 9.1 監視\n\n本文。\n\n" + strings.Repeat("「あ」で、9.99を参照。", times) + "\n"
	found := 0
	for _, f := range check(t, map[string]string{examplePath: text}, exampleDay).Findings {
		if f.Rule == "reference/section" {
			found++
		}
	}
	if found != times {
		t.Errorf("found %d references to a section that does not exist, want %d", found, times)
	}
}
