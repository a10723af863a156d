package standard

// Confidence says how well a title or a correspondence is attested.
type Confidence string

// The degrees of confidence, strongest first.
const (
	// TwoSources may be judged strictly.
	TwoSources Confidence = "two-sources"
	// OneSource and CrossEdition (taken from the same title in another
	// edition) may be shown, and are accepted as right; they are no ground for
	// a finding.
	OneSource    Confidence = "one-source"
	CrossEdition Confidence = "cross-edition"
	// Unconfirmed is a hint.
	Unconfirmed Confidence = "unconfirmed-recall"
	// Unknown means that nothing was found.
	Unknown Confidence = ""
)

// parseConfidence reads a cell of a confidence column.
func parseConfidence(s string) (c Confidence, ok bool) {
	switch c := Confidence(s); c {
	case TwoSources, OneSource, CrossEdition, Unconfirmed, Unknown:
		return c, true
	case "not-found":
		return Unknown, true
	}
	return Unknown, false
}

// weaker returns the weaker of two degrees: what rests on both is no better.
func weaker(a, b Confidence) Confidence {
	if a.rank() < b.rank() {
		return a
	}
	return b
}

func (c Confidence) rank() int {
	switch c {
	case TwoSources:
		return 4
	case OneSource:
		return 3
	case CrossEdition:
		return 2
	case Unconfirmed:
		return 1
	}
	return 0
}
