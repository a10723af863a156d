package rules

import "testing"

// TestEverySignHasAnAnchor holds the quick search against the signs: a phrase
// without an anchor would never be found.
func TestEverySignHasAnAnchor(t *testing.T) {
	for _, s := range sampleSigns {
		for _, phrase := range s.phrases {
			if nextSampleAnchor("文の前 "+phrase+"2 文の後", 0) < 0 {
				t.Errorf("no anchor in %q", phrase)
			}
		}
	}
}
