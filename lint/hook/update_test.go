package hook

import (
	"slices"
	"strings"
	"testing"
)

const (
	zero = "0000000000000000000000000000000000000000"
	one  = "1111111111111111111111111111111111111111"
	two  = "2222222222222222222222222222222222222222"
)

func TestReadUpdates(t *testing.T) {
	long := strings.Repeat("a", 64)
	tests := []struct {
		name, input string
		kind        Kind
		want        []Update
		bad         bool
	}{
		{name: "nothing", kind: PreReceive},
		{name: "moved", kind: PreReceive, input: one + " " + two + " refs/heads/main\n", want: []Update{{"refs/heads/main", one, two}}},
		{name: "made and deleted", kind: PreReceive, input: zero + " " + two + " refs/heads/案\n" + one + " " + zero + " refs/tags/v1\n",
			want: []Update{{"refs/heads/案", "", two}, {"refs/tags/v1", one, ""}}},
		{name: "last line without an end", kind: PreReceive, input: one + " " + two + " refs/heads/main", want: []Update{{"refs/heads/main", one, two}}},
		{name: "line ends of Windows", kind: PreReceive, input: one + " " + two + " refs/heads/main\r\n", want: []Update{{"refs/heads/main", one, two}}},
		{name: "sha-256", kind: PreReceive, input: long + " " + long + " refs/heads/main\n", want: []Update{{"refs/heads/main", long, long}}},
		{name: "sent", kind: PrePush, input: "refs/heads/main " + two + " refs/heads/prod " + one + "\n", want: []Update{{"refs/heads/prod", one, two}}},
		{name: "sent by a revision with blanks", kind: PrePush, input: "HEAD@{1 day ago} " + two + " refs/heads/x " + zero + "\n", want: []Update{{"refs/heads/x", "", two}}},
		{name: "deletion", kind: PrePush, input: "(delete) " + zero + " refs/heads/x " + one + "\n", want: []Update{{"refs/heads/x", one, ""}}},
		{name: "words", kind: PreReceive, input: "no such line\n", bad: true},
		{name: "empty line", kind: PreReceive, input: "\n", bad: true},
		{name: "short id", kind: PreReceive, input: "1111 " + two + " refs/heads/main\n", bad: true},
		{name: "capital id", kind: PreReceive, input: strings.Repeat("A", 40) + " " + two + " refs/heads/main\n", bad: true},
		{name: "no reference", kind: PreReceive, input: one + " " + two + " main\n", bad: true},
		{name: "blanks in the reference", kind: PreReceive, input: one + " " + two + " refs/heads/a b\n", bad: true},
		{name: "too few", kind: PrePush, input: two + " refs/heads/x " + one + "\n", bad: true},
		{name: "endless line", kind: PreReceive, input: strings.Repeat("x", maxLine+1), bad: true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ReadUpdates(tt.kind, strings.NewReader(tt.input))
			if (err != nil) != tt.bad {
				t.Fatalf("error %v, want one: %v", err, tt.bad)
			}
			if err == nil && !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// FuzzReadUpdates holds that whatever is read is a reference with ids.
func FuzzReadUpdates(f *testing.F) {
	f.Add(one + " " + two + " refs/heads/main\n")
	f.Add("HEAD " + zero + " refs/heads/x " + one + "\n")
	f.Fuzz(func(t *testing.T, input string) {
		for _, k := range []Kind{PrePush, PreReceive} {
			updates, err := ReadUpdates(k, strings.NewReader(input))
			if err != nil {
				continue
			}
			for _, u := range updates {
				for _, id := range []string{u.Before, u.After} {
					if len(id) != 0 && len(id) != 40 && len(id) != 64 || strings.Trim(id, "0123456789abcdef") != "" {
						t.Errorf("%q is no id", id)
					}
				}
				if !strings.HasPrefix(u.Ref, "refs/") || strings.Contains(u.Ref, " ") {
					t.Errorf("%q is no reference", u.Ref)
				}
			}
		}
	})
}
