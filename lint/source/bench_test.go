package source

import "testing"

const benchYAML = `number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: approved            # draft | review | approved | obsolete
established: 2023-10-01
revised: 2025-04-15         # 初版では省略
classification: 管理文書
drafted_by: tanaka          # ismslint.toml の人物
approved_by: sato
approved_on: 2025-04-15
edition: "2022"
clauses: ["4.1", "4.2"]
`

const benchTOML = `number = "ISMS-A-03"
title = "ISMSマニュアル"
revision = 2
status = "approved"         # draft | review | approved | obsolete
established = 2023-10-01
revised = 2025-04-15        # 初版では省略
classification = "管理文書"
drafted_by = "tanaka"       # ismslint.toml の人物
approved_by = "sato"
approved_on = 2025-04-15
edition = "2022"
clauses = ["4.1", "4.2"]
`

func BenchmarkParseYAML(b *testing.B) { benchmarkParse(b, benchYAML, ParseYAML) }

func BenchmarkParseTOML(b *testing.B) { benchmarkParse(b, benchTOML, ParseTOML) }

func benchmarkParse(b *testing.B, text string, parse func([]byte, Span) (*Node, *Error)) {
	src, at := embed(text)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if root, err := parse(src, at); err != nil || len(root.Fields) != 12 {
			b.Fatal(err)
		}
	}
}
