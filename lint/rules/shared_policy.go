package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
)

const basicPolicyForm = "ISMS-A-01"

// ownBlocks calls yield for the blocks of a document that state its subject,
// leaving out the revision history and the cover, until it returns false.
func ownBlocks(f *isms.File, yield func(b *document.Block) bool) {
	for i := range f.Doc.Blocks {
		b := &f.Doc.Blocks[i]
		if b.Text == "" || f.Revisions != nil && b.Table >= 0 && b.Table == f.Revisions.Table || isCoverCell(f, b) {
			continue
		}
		if !yield(b) {
			return
		}
	}
}

// isCoverCell reports whether a block is a cell of the cover.
func isCoverCell(f *isms.File, b *document.Block) bool {
	if b.Kind != document.Cell {
		return false
	}
	for i := range f.Cover {
		if at := f.Cover[i].Value.Span; at.Start >= b.Span.Start && at.End <= b.Span.End {
			return true
		}
	}
	return false
}

// policyExample is an approved policy with a text and further lines of front matter.
func policyExample(front, body string) string {
	return "-- policies/ISMS-A-01-情報セキュリティ基本方針.md --\n" + policyFile(front, body)
}

func policyFile(front, body string) string {
	return strings.NewReplacer("FRONT\n", front, "BODY", body).Replace(`---
number: ISMS-A-01
title: 情報セキュリティ基本方針
revision: 2
status: approved
established: 2024-04-01
revised: 2026-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2026-04-01
FRONT
---
# 情報セキュリティ基本方針

BODY`)
}
