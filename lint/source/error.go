package source

import "github.com/ismslint/ismslint/lint/message"

// Error is a defect of syntax at a place in a text.
type Error struct {
	Span Span
	message.Text
}

// Error returns the English text.
func (e *Error) Error() string { return e.EN }
