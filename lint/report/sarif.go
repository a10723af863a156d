package report

import (
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/source"
)

const (
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	// sourceRoot is the customary name of the root of the repository.
	sourceRoot = "%SRCROOT%"
)

// renderSARIF writes a log of one run, also when the run failed: code
// scanning rejects an upload that is not SARIF, and the failure with it.
func renderSARIF(r *lint.Report, o Options) ([]byte, error) {
	rules, err := newSARIFRules(r, o)
	if err != nil {
		return nil, err
	}
	driver := sarif.NewToolComponent().
		WithName(toolName).
		WithInformationURI(toolURL).
		WithLanguage(sarifLanguage(o)).
		WithRules(rules.descriptors)
	if o.ToolVersion != "" {
		driver.WithVersion(o.ToolVersion)
	}
	root := sarif.NewArtifactLocation().
		WithDescription(sarif.NewTextMessage("the root of the repository"))
	run := sarif.NewRun().
		WithTool(sarif.NewTool().WithDriver(driver)).
		WithLanguage(sarifLanguage(o)).
		WithColumnKind("unicodeCodePoints").
		WithOriginalUriBaseIds(map[string]sarif.ArtifactLocation{sourceRoot: *root}).
		AddInvocation(newSARIFInvocation(r, rules, o)).
		WithProperties(runProperties(r))
	for i := range r.Findings {
		run.AddResult(newSARIFResult(r, &r.Findings[i], rules, o))
	}
	log := sarif.NewReport().AddRun(run)
	log.Schema = sarifSchema
	return encodeJSON(log)
}

func sarifLanguage(o Options) string {
	if o.Language == "" {
		return "en"
	}
	return string(o.Language)
}

// runProperties keeps what SARIF has no field for.
func runProperties(r *lint.Report) *sarif.PropertyBag {
	bag := sarif.NewPropertyBag().
		Add("source", sourceKind(r.Kind)).
		Add("files", r.Summary.Files).
		Add("covered", r.Summary.Covered)
	if r.Commit != "" {
		bag.Add("commit", r.Commit)
	}
	if day := r.AsOf.String(); day != "" {
		bag.Add("asOf", day)
	}
	return bag
}

// newSARIFLocation returns the location of a span. Code scanning wants a
// region in every file, so a finding without a span gets the first line.
func newSARIFLocation(r *lint.Report, file string, span *source.Span, commit string) *sarif.Location {
	physical := sarif.NewPhysicalLocation().WithArtifactLocation(newSARIFArtifact(r, file))
	if region := newSARIFRegion(r, file, span, commit); region != nil {
		physical.WithRegion(region)
	} else if file != wholeISMS && file != "" {
		physical.WithRegion(sarif.NewRegion().WithStartLine(1))
	}
	return sarif.NewLocation().WithPhysicalLocation(physical)
}

func newSARIFArtifact(r *lint.Report, file string) *sarif.ArtifactLocation {
	uri := escapeURI(forgePath(r, file))
	if file == wholeISMS || file == "" {
		uri += "/" // a folder
	}
	return sarif.NewArtifactLocation().WithURI(uri).WithURIBaseID(sourceRoot)
}

func newSARIFRegion(r *lint.Report, file string, span *source.Span, commit string) *sarif.Region {
	p, ok := locate(r, file, span, commit)
	if !ok {
		return nil
	}
	return sarif.NewRegion().
		WithStartLine(p.Line).
		WithStartColumn(p.Column).
		WithEndLine(p.EndLine).
		WithEndColumn(p.EndColumn)
}

// sarifText returns the text of a message. SARIF gives meaning to [text](url)
// in plain text; a document must not.
func sarifText(s string) string { return strings.ReplaceAll(clean(s), "](", "] (") }

// escapeURI turns a path into a relative URI reference. Everything but
// unreserved characters and slashes is escaped, so that no part of a path can
// be taken for a scheme, a query or a fragment.
func escapeURI(path string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(path) {
		switch c := path[i]; {
		case isLetter(c), '0' <= c && c <= '9', strings.IndexByte("-._~/", c) >= 0:
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}
