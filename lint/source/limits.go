package source

import (
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/message"
)

// The limits of what is read as YAML or TOML. The texts come from anyone who
// can open a pull request; within these limits no text takes more than a
// fraction of a second or a few megabytes.
const (
	// MaxBytes is the size of the largest text that is parsed.
	MaxBytes = 256 << 10
	// MaxDepth is the number of lists and maps that may stand within one
	// another, the map of the whole text included.
	MaxDepth = 32
	// MaxNodes is the number of values that one text may hold, lists and maps
	// included.
	MaxNodes = 10_000
)

// readable clips at to src, leaves out a byte-order mark, and refuses what no
// parser should be given.
func readable(src []byte, at Span) (Span, *Error) {
	at.Start = min(max(at.Start, 0), len(src))
	at.End = min(max(at.End, at.Start), len(src))
	if at.Start == 0 {
		at.Start = min(at.End, bomLength(src))
	}
	if at.Len() > MaxBytes {
		return at, tooLarge(lineAt(src, at, at.Start))
	}
	if utf8.Valid(src[at.Start:at.End]) {
		return at, nil
	}
	bad := at.Start
	for {
		r, size := utf8.DecodeRune(src[bad:at.End])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		bad += size
	}
	return at, &Error{Span{bad, bad + 1}, message.Textf(
		"文字コードがUTF-8ではない部分（0x%02[1]X）があるため、UTF-8で保存し直してください",
		"byte 0x%02[1]X is not UTF-8, expected the file to be saved as UTF-8", src[bad])}
}

func tooLarge(at Span) *Error {
	return &Error{at, message.Textf(
		"設定項目の部分が%[1]dバイトを超えているため、読み込めません",
		"this part is larger than %[1]d bytes, expected keys and short values only", MaxBytes)}
}

func tooDeep(at Span) *Error {
	return &Error{at, message.Textf(
		"入れ子が%[1]d段を超えているため、階層を浅くしてください",
		"values are nested more than %[1]d deep, expected fewer levels", MaxDepth)}
}

func tooMany(at Span) *Error {
	return &Error{at, message.Textf(
		"値が%[1]d個を超えているため、読み込めません",
		"more than %[1]d values, expected fewer", MaxNodes)}
}

func duplicateKey(at Span, key string) *Error {
	return &Error{at, message.Textf(
		"項目「%[1]s」が重複しているため、どちらか一方を削除してください",
		"key %[2]s is already defined above, expected it once", excerpt(key), quoted(key))}
}
