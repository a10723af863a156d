package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// voidIDs returns the ids that a text calls void: in the same block or, in a
// table, the same row.
func voidIDs(s *isms.System) map[string]bool {
	void := map[string]bool{}
	for _, f := range s.Files() {
		var last *document.Block
		isVoid := false
		for i := range f.Doc.Identifiers {
			m := &f.Doc.Identifiers[i]
			if b := &f.Doc.Blocks[m.Block]; last == nil || b != last && (b.Table < 0 || b.Table != last.Table || b.Row != last.Row) {
				last, isVoid = b, isVoidNote(f, b)
			}
			if isVoid {
				void[m.Text] = true
			}
		}
	}
	return void
}

// isVoidNote reports whether a block, or the row that it is a cell of, says
// that a number is not used.
func isVoidNote(f *isms.File, b *document.Block) bool {
	text := b.Text
	if b.Table >= 0 && b.Row >= 0 {
		var row strings.Builder
		for _, c := range f.Doc.Tables[b.Table].Rows[b.Row].Cells {
			row.WriteString(c.Text + "\n")
		}
		text = row.String()
	}
	return containsOneOf(strings.ReplaceAll(fold.Key(text), "avoid", ""), "欠番", "使わな", "使用しな", "取消", "取り消", "void", "notused", "unused", "withdrawn")
}
