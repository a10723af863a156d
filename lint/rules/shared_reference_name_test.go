package rules

import "testing"

// TestLastCharactersAreComplete holds the last characters, which spare most
// texts the look at all endings, against these.
func TestLastCharactersAreComplete(t *testing.T) {
	for want, endings := range map[nameKind][]string{law: lawEndings, surelyDocument: surelyEndings} {
		for _, ending := range endings {
			if got := kindOfEnding("甲乙" + ending); got != want {
				t.Errorf("kindOfEnding(甲乙%s) = %d, want %d", ending, got, want)
			}
		}
	}
}
