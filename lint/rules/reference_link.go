package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var referenceLink = &lint.Rule{
	Name:         "reference/link",
	Severity:     lint.Error,
	Requirements: []string{"DOC-011", "DOC-019"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リンクまたは画像の指すファイル・フォルダー・見出しがありません",
			EN: "a link or image points to a file, folder or heading that does not exist",
		},
		Why: message.Text{
			JA: "リンクが切れると、必要な文書や記録を必要な時に使えず、証拠をたどれません",
			EN: "behind a broken link, documents and records are not available when needed and evidence cannot be followed",
		},
		Wrong: `-- policies/ISMS-A-03.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2026-04-01
drafted_by: tanaka
---
# ISMSマニュアル

## 1 適用範囲

資産は[情報資産台帳](../registers/isms-b-01.md)に、体制は[体制図](taisei.png)に、監査は[2](#2-監査)に示す。
-- registers/ISMS-B-01.md --
---
number: ISMS-B-01
title: 情報資産台帳
revision: 1
status: draft
established: 2026-04-01
drafted_by: suzuki
---
# 情報資産台帳
`,
		Right: `-- policies/ISMS-A-03.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2026-04-01
drafted_by: tanaka
---
# ISMSマニュアル

## 1 適用範囲

資産は[情報資産台帳](../registers/ISMS-B-01.md#情報資産台帳)に、法令は[e-Gov](https://laws.e-gov.go.jp/)に、範囲は[1](#1-適用範囲)に示す。
-- registers/ISMS-B-01.md --
---
number: ISMS-B-01
title: 情報資産台帳
revision: 1
status: draft
established: 2026-04-01
drafted_by: suzuki
---
# 情報資産台帳
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			check := &linkCheck{pass: p, system: s}
			var seen map[source.Span]bool // a definition may serve several links
			for i := range f.Doc.Links {
				if l := &f.Doc.Links[i]; !seen[l.DestinationSpan] {
					if seen == nil {
						seen = map[source.Span]bool{}
					}
					seen[l.DestinationSpan] = true
					check.link(f, l)
				}
			}
		})
	},
}

// linkCheck checks the links of one file.
type linkCheck struct {
	pass    *lint.Pass
	system  *isms.System
	guesses int
}

func (c *linkCheck) link(f *isms.File, l *document.Link) {
	if l.Destination == "" {
		c.pass.Reportf(f, l.Span, "リンク先が書かれていません。ファイルのパス又はURLを書いてください", "the link has no destination, expected a path or URL")
		return
	}
	if leavesTree(l.Destination) {
		return
	}
	target, fragment, _ := strings.Cut(l.Destination, "#")
	target, _, _ = strings.Cut(target, "?")
	target = strings.NewReplacer("%23", "#", "%3F", "?", "%3f", "?", "%2F", "/", "%2f", "/", "%25", "%").Replace(target)
	linked := f
	if target != "" {
		at, within := resolvePath(f.Path, target)
		if !within {
			return
		}
		found, ok := c.find(target, at)
		if !ok {
			c.reportPath(f, l, target, at)
			return
		}
		linked = fileAt(c.system, found)
	}
	if fragment != "" && linked != nil && !c.hasAnchor(linked, fragment) {
		c.reportAnchor(f, l, linked, fragment)
	}
}
