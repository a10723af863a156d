package standard

// Clause is a clause of the standard, from 4 on.
type Clause struct {
	Number  string // such as 6.1.2
	Edition Edition
	// Parent is the number of the clause that this one is part of, or "".
	Parent string
	Titles
	// Documented reports whether the clause itself asks for documented
	// information, Information which, in English and in our own words.
	Documented           bool
	Information          string
	DocumentedConfidence Confidence
	// Amendment says what Amendment 1:2024 (climate change) added to the
	// clause, in English, or "".
	Amendment string
}
