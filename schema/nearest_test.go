package schema_test

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/schema"
)

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		word       string
		candidates string
		want       string
	}{
		{"nmae", "id name aliases", "name"},
		{"Name", "id name", "name"},
		{"approved-by", "approved_on approved_by", "approved_by"},
		{"aprooved_by", "approved_on approved_by", "approved_by"},
		{"languge", "name language", "language"},
		{"clasification", "classification", "classification"},
		{"di", "id name", "id"},
		{"ids", "id name", "id"}, // one error in three characters
		{"xy", "id name", ""},
		{"foo", "from for", "for"}, // one error
		{"colour", "title from", ""},
		{"承認ずみ", "承認済 承認済み 廃止", "承認済み"},
		{"文書番", "文書番号 文書名", "文書番号"},
		{"検討中", "審査中 廃止", ""},
		{"廃止済", "承認済 廃止", "廃止"},
		{"", "id", ""},
		{"name", "", ""},
		{strings.Repeat("a", 65), strings.Repeat("a", 64), ""},
		{"approved", strings.Repeat("approved", 20), ""},
	} {
		if got := schema.Nearest(c.word, strings.Fields(c.candidates)); got != c.want {
			t.Errorf("Nearest(%q, %q) = %q, want %q", c.word, c.candidates, got, c.want)
		}
	}
}
