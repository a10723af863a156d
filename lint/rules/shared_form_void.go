package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// voidIDs returns the ids that a text calls void: in the same block or, in a
// table, the same row.
func voidIDs(s *isms.System) map[string]bool { return idsIn(s, isVoidNote) }

// idsIn returns the ids in blocks, or in rows of tables, that say something.
func idsIn(s *isms.System, says func(*isms.File, *document.Block) bool) map[string]bool {
	found := map[string]bool{}
	for _, f := range s.Files() {
		var last *document.Block
		said := false
		for i := range f.Doc.Identifiers {
			m := &f.Doc.Identifiers[i]
			if b := &f.Doc.Blocks[m.Block]; last == nil || b != last && (b.Table < 0 || b.Table != last.Table || b.Row != last.Row) {
				last, said = b, says(f, b)
			}
			if said {
				found[m.Text] = true
			}
		}
	}
	return found
}

// isVoidNote reports whether a block, or the row that it is a cell of, says
// that a number is not used.
func isVoidNote(f *isms.File, b *document.Block) bool {
	return containsOneOf(strings.ReplaceAll(noteKey(f, b), "avoid", ""), "欠番", "使わな", "使用しな", "取消", "取り消", "void", "notused", "unused", "withdrawn")
}

// noteKey is what a block, or the row that it is a cell of, says, in the form
// of [fold.Key].
func noteKey(f *isms.File, b *document.Block) string {
	text := b.Text
	if b.Table >= 0 && b.Row >= 0 {
		var row strings.Builder
		for _, c := range f.Doc.Tables[b.Table].Rows[b.Row].Cells {
			row.WriteString(c.Text + "\n")
		}
		text = row.String()
	}
	return fold.Key(text)
}
