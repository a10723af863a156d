package isms

import "github.com/ismslint/ismslint/lint/source"

// Fact returns what compute finds in a file. It is computed once for a file
// and kept with it, so it may depend on nothing but the file and the
// configuration. key tells the facts apart; it is a value of a type of its
// own. Nobody may change the fact.
func Fact[T any](f *File, key any, compute func(*File) T) T {
	if v, ok := f.facts.Load(key); ok {
		return v.(T)
	}
	v, _ := f.facts.LoadOrStore(key, compute(f))
	return v.(T)
}

type textFact struct{}

// Text returns the indexed text of the file.
func (f *File) Text() *source.Text {
	return Fact(f, textFact{}, func(f *File) *source.Text { return source.NewText(f.Doc.Source) })
}
