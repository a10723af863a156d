package document_test

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/document"
)

// TestParserSurvivesLargeDocument parses small documents behind one whose
// memory the parser does not keep.
func TestParserSurvivesLargeDocument(t *testing.T) {
	p := document.NewParser()
	for range 8 {
		p.Parse([]byte("# 大きな文書\n\n" + strings.Repeat("長い本文。", 30_000)))
		d := p.Parse([]byte("2024年4月1日に制定した。\n"))
		if len(d.Dates) != 1 || d.Dates[0].Text != "2024年4月1日" {
			t.Fatalf("dates of the small document: %+v", d.Dates)
		}
	}
}
