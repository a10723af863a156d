package standard

import (
	"fmt"
	"io/fs"
)

func (c *contents) loadClauses(files fs.FS) error {
	t, err := readTable(files, "clauses-"+string(c.edition)+".csv", "clause", "parent", "title_en", "title_ja",
		"documented_information_required", "required_documented_information", "amd1_2024_note",
		"en_confidence", "ja_confidence", "doc_confidence")
	if err != nil {
		return err
	}
	return t.each(func(r row) error {
		clause := &Clause{
			Number: r.text("clause"), Edition: c.edition, Parent: r.text("parent"), Titles: r.titles(),
			Documented:           r.flag("documented_information_required"),
			Information:          r.text("required_documented_information"),
			DocumentedConfidence: r.confidence("doc_confidence"),
			Amendment:            r.text("amd1_2024_note"),
		}
		if _, ok := c.clauseOf[clause.Parent]; !ok && clause.Parent != "" {
			return fmt.Errorf("clause %q is part of the unknown clause %q", clause.Number, clause.Parent)
		}
		if _, ok := c.clauseOf[clause.Number]; ok {
			return fmt.Errorf("clause %q appears twice", clause.Number)
		}
		c.clauseOf[clause.Number] = clause
		c.clauses = append(c.clauses, clause)
		return nil
	})
}
