package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/source"
)

const (
	manualPath = "policies/ISMS-A-03-ISMSマニュアル.md"
	riskPath   = "registers/ISMS-B-02 リスク一覧表.md"
)

const manual = "---\r\nnumber: ISMS-A-03\r\nstatus: approved\r\n---\r\n# ISMSマニュアル\r\n\r\n" +
	"制定日は「２０２３年１０月１日」とし、ﾃﾞｰﾀは①に従う。\r\n"

const riskTable = "\uFEFF# リスク一覧表\n\n|\tNo.\t| リスク値 |\n| --- | --- |\n|\t1\t| 12 |\n" +
	"<!-- ismslint:ignore risk/decision reason=\"委員会で審議中\" until=2026-12-31 -->\n|\t2\t| 9 |\n"

// at returns the span of the first occurrence of part in text.
func at(text, part string) *source.Span {
	i := strings.Index(text, part)
	if i < 0 {
		panic("the fixture does not contain " + part)
	}
	return &source.Span{Start: i, End: i + len(part)}
}

func testRules() []*lint.Rule {
	return []*lint.Rule{
		{
			Name: "approval/missing", Severity: lint.Error, Since: "0.1.0", GuardsEvidence: true,
			Requirements: []string{"DOC-003"}, Clauses: []string{"7.5.2"}, Aliases: []string{"approval/absent"},
			Doc: lint.Doc{
				Summary: message.Text{JA: "承認済みの文書に承認者がありません", EN: "an approved document names no approver"},
				Why: message.Text{JA: "誰が承認したか分からない文書は、審査で有効な文書として扱われません",
					EN: "without an approver nobody can show that the document is in force"},
				Wrong: "---\nstatus: approved\n---\n# 規程\n\n```\ncode\n```\n",
				Right: "---\nstatus: approved\napproved_by: sato\n---\n# 規程\n",
			},
		},
		{
			Name: "document/title", Severity: lint.Warning, Since: "0.1.0",
			Doc: lint.Doc{Summary: message.Text{JA: "文書名がカタログと異なります", EN: "the title differs from the catalogue"}},
		},
		{
			Name: "risk/value", Severity: lint.Error, Since: "0.1.0",
			Requirements: []string{"RSK-001"}, Clauses: []string{"6.1.2"}, Controls: []string{"A.5.1"},
			Doc: lint.Doc{Summary: message.Text{JA: "リスク値が計算と合いません", EN: "a risk value differs from the formula"}},
		},
		{Name: "text/date-format", Severity: lint.Info, Since: "0.1.0"},
	}
}

// typical is a report with one of everything.
func typical() *lint.Report {
	manualSpan := at(manual, "２０２３年１０月１日")
	return &lint.Report{
		Kind: repo.Commit, Commit: "3f0c1d2e4b5a69788796a5b4c3d2e1f00f1e2d3c", Prefix: "docs/isms/",
		AsOf: date.Date{Year: 2026, Month: 11, Day: 21},
		Findings: []lint.Finding{
			{
				Rule: "document/missing", Severity: lint.Error, File: ".", Fingerprint: "f0",
				Message: message.Text{JA: "文書「ISMS-A-02」がありません", EN: `document "ISMS-A-02" is missing`},
			},
			{
				Rule: "approval/missing", Severity: lint.Error, File: manualPath, Span: at(manual, "status"), Fingerprint: "f1",
				Message:      message.Text{JA: "承認済みですが approved_by がありません", EN: "approved, but approved_by is absent"},
				Requirements: []string{"DOC-003"}, Clauses: []string{"7.5.2"},
			},
			{
				Rule: "text/date-format", Severity: lint.Info, File: manualPath, Span: manualSpan, Fingerprint: "f2",
				Message: message.Text{JA: "日付「２０２３年１０月１日」は半角で書いてください",
					EN: `date "２０２３年１０月１日" should be written in half-width digits`},
				Fix: &lint.Fix{
					Description: message.Text{JA: "「2023年10月1日」に直します", EN: `replace with "2023年10月1日"`},
					Edits:       []lint.Edit{{Span: *manualSpan, NewText: "2023年10月1日"}},
				},
			},
			{
				Rule: "risk/value", Severity: lint.Error, File: riskPath, Span: at(riskTable, "12"), Fingerprint: "f3",
				Message:      message.Text{JA: "リスク値は「12」ですが、計算では 10 です", EN: `risk value is "12", expected 10`},
				Requirements: []string{"RSK-001"}, Clauses: []string{"6.1.2"}, Controls: []string{"A.5.1"},
				Related: []lint.Related{
					{File: riskPath, Span: at(riskTable, "リスク値"), Message: message.Text{JA: "列の見出しはここです", EN: "the column is declared here"}},
					{File: manualPath, Span: at(manual, "ﾃﾞ"), Commit: "0123456789abcdef", Message: message.Text{JA: "以前の値です", EN: "the former value"}},
				},
			},
			{
				Rule: "risk/decision", Severity: lint.Warning, File: riskPath, Span: at(riskTable, "9 |"), Fingerprint: "f4",
				Message:    message.Text{JA: "判断の理由がありません", EN: "the decision has no reason"},
				Suppressed: &lint.Suppression{Reason: "委員会で審議中", Until: "2026-12-31", Span: *at(riskTable, "<!-- ismslint:ignore")},
			},
			{
				Rule: "document/title", Severity: lint.Warning, File: riskPath, Span: at(riskTable, "リスク一覧表"), Fingerprint: "f5",
				Message: message.Text{JA: "文書名がカタログと異なります", EN: "the title differs from the catalogue"}, Baselined: true,
			},
			{
				Rule: "document/title", Severity: lint.Warning, File: "notes.md", Fingerprint: "f5",
				Message: message.Text{JA: "文書名がありません", EN: "there is no title"},
			},
		},
		NotEvaluated: []lint.NotEvaluated{
			{Rule: "revision/unrecorded-change", Required: true, Reason: message.Text{JA: "git の履歴が途中で切れています", EN: "the git history is truncated"}},
			{Rule: "text/width", File: manualPath, Reason: message.Text{JA: "ファイルが大きすぎます", EN: "the file is too large"}},
		},
		Notes:   []message.Text{{JA: "「図.md」はシンボリックリンクのため読みませんでした", EN: `"図.md" is a symbolic link and was not read`}},
		Rules:   testRules(),
		Summary: lint.Summary{Files: 4, Covered: 3, Errors: 3, Warnings: 1, Infos: 1, Suppressed: 1, Baselined: 1},
		Sources: map[string]*source.Text{
			manualPath: source.NewText([]byte(manual)),
			riskPath:   source.NewText([]byte(riskTable)),
		},
	}
}

// noFindings is a report of an ISMS without defects.
func noFindings() *lint.Report {
	return &lint.Report{
		Kind: repo.Worktree, AsOf: date.Date{Year: 2026, Month: 11, Day: 21},
		Rules: testRules(), Summary: lint.Summary{Files: 32, Covered: 32},
	}
}

// failed is the report of a run that could not be completed.
func failed() *lint.Report {
	return &lint.Report{
		Kind:  repo.Index,
		Rules: testRules(),
		Failure: message.Wrap(fmt.Errorf("object not found\n::error::x"),
			"リポジトリ %q を読めません", "cannot read repository %q", "docs"),
	}
}

// hostileText tries to leave every format it is put into.
const hostileText = "\x1b[31m\x1b]8;;http://evil/\x07\u009b2J\x7f\b\r\n::error file=x::owned\n##[add-mask]x ##vso[task.x]y " +
	"\u202Eevil\u2066\u200b\uFEFF\U000E0041 | `code` <script>alert(1)</script> ]]> --> &amp; [a](http://evil.example) " +
	"![i](www.evil.example) @admin #12 !34 $x$ {{ x }} %0A%25 , : ; \" ' \\ \t end\xff\x9b31m \uFFFE"

// hostile puts hostileText wherever a document or a path can put text.
func hostile() *lint.Report {
	same := message.Same(hostileText)
	path := "::error::" + hostileText + ".md"
	text := hostileText + "\n"
	span := &source.Span{Start: 3, End: 40}
	return &lint.Report{
		Kind: repo.Worktree, Prefix: "\x1b[1m|/",
		Findings: []lint.Finding{
			{
				Rule: "risk/value", Severity: lint.Error, File: path, Span: span, Message: same, Fingerprint: "h1",
				Requirements: []string{"RSK-001"},
				Related:      []lint.Related{{File: path, Span: span, Message: same, Commit: "\x1b[7m"}},
				Fix:          &lint.Fix{Description: same, Edits: []lint.Edit{{Span: *span, NewText: hostileText}}},
			},
			{
				Rule: "risk/value", Severity: lint.Warning, File: " " + path, Message: same, Fingerprint: "h2",
				Suppressed: &lint.Suppression{Reason: hostileText, Until: hostileText},
			},
			{Rule: "risk/value", Severity: lint.Info, File: path, Span: at(text, "##["), Message: same, Fingerprint: "h3", Baselined: true},
		},
		NotEvaluated: []lint.NotEvaluated{{Rule: "text/width", File: path, Reason: same}},
		Notes:        []message.Text{same},
		Failure:      fmt.Errorf("%s", hostileText),
		Rules:        testRules(),
		Summary:      lint.Summary{Files: 1, Covered: 1, Errors: 1, Suppressed: 1, Baselined: 1},
		Sources:      map[string]*source.Text{path: source.NewText([]byte(text))},
	}
}

type fixture struct {
	name    string
	report  *lint.Report
	options Options
}

func fixtures() []fixture {
	ja := Options{Language: message.Japanese, ToolVersion: "0.1.0"}
	en := Options{Language: message.English, ToolVersion: "0.1.0"}
	return []fixture{
		{"typical-ja", typical(), ja},
		{"typical-en", typical(), en},
		{"clean-ja", noFindings(), ja},
		{"clean-en", noFindings(), en},
		{"failed-ja", failed(), ja},
		{"failed-en", failed(), en},
		{"hostile", hostile(), Options{Language: message.English, ShowSuppressed: true}},
	}
}

// render writes a report and fails the test on an error.
func render(t *testing.T, format string, r *lint.Report, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, format, r, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
