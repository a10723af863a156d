// Package message holds texts in the two languages that ismslint speaks.
//
// Every text that a user may read is written twice, Japanese and English side
// by side, at the place where it arises; the reader's language is chosen by
// the report and never by the code that states a fact.
package message

import "fmt"

// Language is the language in which a text is rendered.
type Language string

// The languages of ismslint.
const (
	Japanese Language = "ja"
	English  Language = "en"
)

// Text is one statement in Japanese and in English.
//
// In English it is one sentence in lower case without a final period; in
// Japanese it is one sentence without a final 。.
type Text struct {
	JA, EN string
}

// Textf formats the same arguments into both languages. The arguments are
// those of [fmt.Sprintf]; an argument that is itself a [Text] is rendered in
// the language of the sentence that it stands in. Where the order of the
// arguments differs between the languages, use explicit indexes (%[2]s).
func Textf(ja, en string, args ...any) Text {
	return Text{
		JA: fmt.Sprintf(ja, render(Japanese, args)...),
		EN: fmt.Sprintf(en, render(English, args)...),
	}
}

// In returns the text in the given language; an unknown language gives English.
func (t Text) In(lang Language) string {
	if lang == Japanese {
		return t.JA
	}
	return t.EN
}

// IsZero reports whether the text says nothing in either language.
func (t Text) IsZero() bool { return t == Text{} }

// Same returns a text that reads the same in both languages, such as a name
// taken from the user's own documents.
func Same(s string) Text { return Text{JA: s, EN: s} }

func render(lang Language, args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		if t, ok := a.(Text); ok {
			a = t.In(lang)
		}
		out[i] = a
	}
	return out
}

// Error is an error that a user reads: it says in both languages what is
// wrong and how to mend it, and wraps the error that caused it, if any.
type Error struct {
	Text
	Cause error
}

// Errorf returns an [Error] without a cause.
func Errorf(ja, en string, args ...any) *Error {
	return &Error{Text: Textf(ja, en, args...)}
}

// Wrap returns an [Error] caused by err.
func Wrap(err error, ja, en string, args ...any) *Error {
	return &Error{Text: Textf(ja, en, args...), Cause: err}
}

// Error returns the English text, followed by that of the cause.
func (e *Error) Error() string { return e.In(English) }

// In returns the text in the given language, followed by that of the cause.
func (e *Error) In(lang Language) string {
	s := e.Text.In(lang)
	switch c := e.Cause.(type) {
	case nil:
		return s
	case interface{ In(Language) string }:
		return s + ": " + c.In(lang)
	default:
		return s + ": " + c.Error()
	}
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Of returns what an error says, with its causes: in both languages if it
// knows them, else as it is.
func Of(err error) Text {
	if e, ok := err.(interface{ In(Language) string }); ok {
		return Text{JA: e.In(Japanese), EN: e.In(English)}
	}
	return Same(err.Error())
}
