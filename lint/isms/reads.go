package isms

// Reads notes what of a system was asked for, so that a result can be kept
// while none of it changes. It is for one goroutine.
type Reads struct {
	// Day reports whether the day of judgement was.
	Day bool
	// Keys are the parts of the system that were; see [Changes].
	Keys map[string]bool
}

// The keys of parts of a system that are not those of a number, a form, a kind
// or an id.
const (
	ReadAll       = "*"     // any file
	ReadPaths     = "paths" // which files there are
	ReadApprovals = "approvals"
	ReadPast      = "past" // the history
)

// The prefixes of the other keys.
const (
	readForm   = "form:"
	readNumber = "number:"
	readRecord = "record:"
	readKind   = "kind:"
)

// Noting returns the same system, which notes in r what is asked of it.
func (s *System) Noting(r *Reads) *System {
	noting := *s
	noting.reads = r
	return &noting
}

// note notes that a part of the system was asked for, by the prefix and the
// rest of its key.
func (s *System) note(prefix, rest string) {
	r := s.reads
	if r == nil || r.Keys[ReadAll] && prefix != ReadPaths && prefix != ReadApprovals && prefix != ReadPast {
		return
	}
	if r.Keys == nil {
		r.Keys = map[string]bool{}
	}
	r.Keys[prefix+rest] = true
}

// Touches calls visit with the keys of all parts of a system that a file is
// read with.
func (f *File) Touches(visit func(key string)) {
	visit(ReadAll)
	if !f.Meta.Number.Empty() {
		visit(readNumber + f.Meta.Number.Text)
		visit(readForm + f.Meta.Number.Text)
	}
	if !f.Meta.Record.Empty() {
		visit(readRecord + f.Meta.Record.Text)
	}
	if !f.Meta.Form.Empty() {
		visit(readForm + f.Meta.Form.Text)
	}
	for _, t := range f.Tables {
		visit(readForm + t.Form)
		for kind := range t.Schema.Defines {
			visit(readKind + kind)
		}
	}
	if f.RowsFile != nil && f.Form != nil {
		for _, s := range f.Form.Tables {
			for kind := range s.Defines {
				visit(readKind + kind)
			}
		}
	}
}
